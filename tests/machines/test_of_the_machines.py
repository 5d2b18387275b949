"""A test of the machines: each rule of the house that they watch, broken on purpose, is noticed by whatever watches it.

Random play would find each of them too, but late. So one short play of the machine's own steps leads to each.
"""

import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import pytest

from flows.staff.acts.meetings import ReadMeeting
from storage.crypto import KeyRing
from tests.machines import breaking
from tests.machines import test_evening as evening
from tests.machines import test_road_in as road_in
from tests.machines.breaking import Break, policy
from tests.machines.playing import NEVER, Clone, Playing
from tests.machines.test_evening import Evening
from tests.machines.test_road_in import WHOLE, RoadIn

Play: TypeAlias = Callable[[Any], None]


@dataclass(frozen=True)
class Broken:
    """What is broken, a play that shows it, and who notices: a method of the machine, or a claim of NEVER."""

    what: Break
    play: Play
    noticed_by: str


def amira_asks(at: Evening) -> None:
    at.the_window_opens(ready=True, early=["amira"])


def she_asks_too_soon(at: Evening) -> None:
    at.the_window_opens(ready=False, early=["amira"])


def she_asks_before_anna_is_there(at: Evening) -> None:
    at.the_window_opens(ready=False, early=[])
    at.staff_act("ben", "here")
    at.staff_act("anna", "platform")
    at.writes("amira", "PASSWORD")


def she_asks_before_ben_is_there(at: Evening) -> None:
    at.the_window_opens(ready=False, early=[])
    at.staff_act("anna", "here")
    at.staff_act("anna", "platform")
    at.writes("amira", "PASSWORD")


def amira_has_it(at: Evening) -> None:
    amira_asks(at)
    at.holds()


def she_asks_before_the_window_opens(at: Evening) -> None:
    at.staff_does("anna", ReadMeeting(at.code))
    at.is_made_ready()
    at.writes("amira", "PASSWORD")


def her_phone_changes(at: Evening) -> None:
    at.the_window_opens(ready=True, early=[])
    at.changes_her_phone("amira")
    at.writes("amira", "PASSWORD")


def hers_is_changed_while_it_is_on_its_way(at: Evening) -> None:
    at.the_window_opens(ready=True, early=[])
    at.writes("amira", "PASSWORD", "before_the_turn")
    at.writes("amira", "PASSWORD", "before_sending")
    at.staff_act("anna", "rotate")


def she_says_that_it_leaked(at: Evening) -> None:
    amira_has_it(at)
    at.says_that_it_leaked("amira", None)


def a_stranger_quotes_it(at: Evening) -> None:
    amira_has_it(at)
    at.quotes_the_password("zed", None)


def anna_changes_it(at: Evening) -> None:
    amira_has_it(at)
    at.staff_act("anna", "rotate")


def ben_reports_her(at: Evening) -> None:
    at.reports_a_breach("ben", "amira", None)


def she_is_barred(at: Evening) -> None:
    at.reports_a_breach("ben", "amira", "upheld")


def she_asks_after_a_report(at: Evening) -> None:
    at.the_window_opens(ready=True, early=[])
    at.reports_a_breach("ben", "amira", None)
    at.is_made_ready()
    at.writes("amira", "PASSWORD")


def somebody_asks_who_is_in_the_group(at: Evening) -> None:
    at.strangers_and_members_hear_the_same_about_others("amira", "Zoltan")


def she_asks_who_is_in_the_group(at: Evening) -> None:
    at.writes("amira", "is Zoltan in the group?")


def a_message_is_kept_again(at: Evening) -> None:
    at.writes("amira", "STATUS")
    at.at.again()


def a_message_comes_again(at: Evening) -> None:
    at.writes("amira", "STATUS")
    at.a_message_comes_twice()


def she_leaves_while_nobody_takes_turns(at: Evening) -> None:
    at.writes("amira", "LEAVE", "before_the_turn")


def anna_reviews_and_approves(at: RoadIn) -> None:
    at.staff_have_begun_with_one_of_them(WHOLE, decided=True, answers=0)


def anna_approves_unseen(at: RoadIn) -> None:
    at.staff_have_begun_with_one_of_them((), decided=True, answers=0)


def amira_agrees(at: RoadIn) -> None:
    at.staff_have_begun_with_one_of_them(WHOLE, decided=True, answers=2)


def anna_declines_twice(at: RoadIn) -> None:
    for _ in range(2):
        at.decides("anna", "declined", fresh=True)


def maria_excludes(at: RoadIn) -> None:
    at.excludes("maria")


def anna_excludes(at: RoadIn) -> None:
    at.excludes("anna")


def applicants_ask_who_is_in_the_group(at: RoadIn) -> None:
    at.applicants_and_strangers_hear_the_same_about_others("amira")


def bea_asks_to_join(at: RoadIn) -> None:
    at.goes_on("bea", 18, None)


SENT_TO = "only_who_may_have_it_is_sent_a_password"
ON_SCREENS = "no_password_is_on_a_screen_where_it_does_not_belong"
ANYBODY = policy("may_receive_password")
EVENING = {
    "the suspended get a password": Broken(ANYBODY, she_asks_after_a_report, SENT_TO),
    "a changed phone gets a password": Broken(ANYBODY, her_phone_changes, SENT_TO),
    "it goes out before the platform has it": Broken(ANYBODY, she_asks_too_soon, SENT_TO),
    "it goes out without the leader": Broken(ANYBODY, she_asks_before_anna_is_there, SENT_TO),
    "it goes out without the second": Broken(ANYBODY, she_asks_before_ben_is_there, SENT_TO),
    "it goes out too early": Broken(breaking.it_opens_too_early, she_asks_before_the_window_opens, SENT_TO),
    "a dead one goes out": Broken(breaking.dead_passwords_go_out, hers_is_changed_while_it_is_on_its_way, SENT_TO),
    "hers goes to another member": Broken(breaking.passwords_go_to("bea"), amira_asks, SENT_TO),
    "hers goes to a stranger": Broken(breaking.passwords_go_to("zed"), amira_asks, ON_SCREENS),
    "a preview shows it": Broken(breaking.previews_show_all, amira_asks, ON_SCREENS),
    "a leak changes nothing": Broken(breaking.NOTHING_ROTATES, she_says_that_it_leaked, "says_that_it_leaked"),
    "a quote changes nothing": Broken(breaking.NOTHING_ROTATES, a_stranger_quotes_it, "quotes_the_password"),
    "staff change nothing": Broken(breaking.NOTHING_ROTATES, anna_changes_it, "staff_act"),
    "old ones live on": Broken(breaking.OLD_ONES_LIVE_ON, anna_changes_it, "two passwords of one meeting live at once"),
    "nobody is suspended": Broken(breaking.NOBODY_IS_SUSPENDED, ben_reports_her, "reports_a_breach"),
    "whoever reports decides": Broken(policy("may_decide_breach"), she_is_barred, "reports_a_breach"),
    "a report bars by itself": Broken(breaking.a_report_bars_by_itself, ben_reports_her, "a bar that nobody decided"),
    "no human decides a breach": Broken(
        breaking.a_breach_without_its_human, she_is_barred, "a breach that nobody decided"
    ),
    "no clause is recorded": Broken(breaking.NO_CLAUSE, she_asks_too_soon, "a refusal without its clause"),
    "a refusal is not recorded": Broken(breaking.a_refusal_is_not_recorded, she_is_barred, "staff_does"),
    "no version is kept": Broken(
        breaking.NO_VERSION, amira_asks, "a message that went without its text, version or language"
    ),
    "an answer is dropped": Broken(
        breaking.answers_that_get_lost, she_asks_who_is_in_the_group, "nobody_is_silently_dropped"
    ),
    "turns never come": Broken(
        breaking.turns_never_come, she_leaves_while_nobody_takes_turns, "nothing_waits_for_its_turn"
    ),
    "members hear something else": Broken(
        breaking.members_hear_something_else,
        somebody_asks_who_is_in_the_group,
        "strangers_and_members_hear_the_same_about_others",
    ),
    "another's name is on her screen": Broken(breaking.ANOTHERS_NAME, amira_asks, "nobody_reads_of_another_family"),
    "it is taken for a new one": Broken(
        breaking.the_same_message_has_a_new_key, a_message_comes_again, "a_message_comes_again"
    ),
    "a key is kept twice": Broken(breaking.a_key_is_kept_twice, a_message_is_kept_again, "a message taken twice"),
}
ROAD_IN = {
    "approved without a check": Broken(policy("is_ready_to_approve"), anna_approves_unseen, "approved without a check"),
    "a member without a yes": Broken(breaking.members_who_never_agreed, amira_agrees, "a member without a yes"),
    "two cases are opened": Broken(breaking.two_cases_at_once, bea_asks_to_join, "a family with two cases"),
    "decided twice": Broken(policy("may_decline"), anna_declines_twice, "decides"),
    "no human decides a case": Broken(
        breaking.a_decision_without_its_human, anna_reviews_and_approves, "a case that nobody decided"
    ),
    "no human approves": Broken(
        breaking.a_membership_without_its_human, anna_reviews_and_approves, "a membership that nobody decided"
    ),
    "a leader excludes": Broken(policy("may_exclude"), anna_excludes, "excludes"),
    "an exclusion leaves no trace": Broken(
        breaking.NO_EXCLUSION_KEPT, maria_excludes, "an exclusion that nobody decided"
    ),
    "applicants hear something else": Broken(
        breaking.members_hear_something_else,
        applicants_ask_who_is_in_the_group,
        "applicants_and_strangers_hear_the_same_about_others",
    ),
}


@pytest.fixture(scope="module")
def evenings(server_url: str, template: str, keys: KeyRing) -> Iterator[Clone]:
    yield from evening.clones(server_url, template, keys)


@pytest.fixture(scope="module")
def roads(server_url: str, template: str, keys: KeyRing) -> Iterator[Clone]:
    yield from road_in.clones(server_url, template, keys)


@pytest.mark.parametrize("name", EVENING)
def test_the_evening_notices(name: str, evenings: Clone, keys: KeyRing, monkeypatch: pytest.MonkeyPatch) -> None:
    EVENING[name].what(monkeypatch)
    assert EVENING[name].noticed_by in noticed(Evening(evenings, keys), EVENING[name].play)


@pytest.mark.parametrize("name", ROAD_IN)
def test_the_road_in_notices(name: str, roads: Clone, keys: KeyRing, monkeypatch: pytest.MonkeyPatch) -> None:
    ROAD_IN[name].what(monkeypatch)
    assert ROAD_IN[name].noticed_by in noticed(RoadIn(roads, keys), ROAD_IN[name].play)


def test_with_nothing_broken_nothing_is_noticed(evenings: Clone, roads: Clone, keys: KeyRing) -> None:
    for play in dict.fromkeys(each.play for each in EVENING.values()):
        assert not noticed(Evening(evenings, keys), play), play
    for play in dict.fromkeys(each.play for each in ROAD_IN.values()):
        assert not noticed(RoadIn(roads, keys), play), play


def test_every_claim_is_broken_by_something() -> None:
    assert {
        each.noticed_by for each in (*EVENING.values(), *ROAD_IN.values())
    } >= NEVER.keys() | road_in.IN_ORDER.keys()


def noticed(machine: Playing, play: Play) -> set[str]:
    """Play until something is noticed: the methods that noticed it, with the claim that does not hold."""
    try:
        play(machine)
        machine.what_holds_at_the_end()
    except AssertionError as found:
        return {*(frame.name for frame in traceback.extract_tb(found.__traceback__)), str(found).partition("\n")[0]}
    finally:
        machine.close()
    return set()

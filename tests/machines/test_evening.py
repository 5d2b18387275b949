"""Random evenings on the real house: whoever dies, repeats or quarrels, a password reaches only who may have it."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from bot.freezing import freeze
from flows.policy import Refused
from flows.staff.acts.breaches import DecideBreach, ReportBreach
from flows.staff.acts.meetings import ConfirmSeat, EndMeeting, StartMeeting
from flows.staff.acts.platform import Rotate, SetPlatform
from storage import contacts, groups, meetings, passwords
from storage.crypto import KeyRing
from tests import postgres
from tests.lending import lent
from tests.machines.evening import MEETING, MEMBERS, is_in_window, prepare
from tests.machines.playing import SETTINGS, Clone, Playing
from tests.machines.rehearsal import CRASHES

PASSWORD = re.compile(r"\b\d\d \d\d \d\d \d\d\b")

who = st.sampled_from(sorted(MEMBERS))
crashes = st.sampled_from([None, None, None, *CRASHES])


WORDS = ("STOP", "START", "LEAVE", "yes", "HELP", "UNHAPPY", "STATUS", "hello")
ACTS_OF_STAFF: Mapping[str, Callable[[str, int], Any]] = {
    "here": lambda code, _: ConfirmSeat(code),
    "platform": lambda code, version: SetPlatform(code, version, "https://zoom.example/j/1"),
    "rotate": lambda code, _: Rotate(code, "seen"),
    "start": lambda code, _: StartMeeting(code, tuple(range(1, 8))),
    "end": lambda code, _: EndMeeting(code),
}


class Evening(Playing):
    """Families, staff, time and crashes, in any order."""

    channels = MEMBERS
    families = tuple(MEMBERS)

    def __init__(self, clone: Clone, keys: KeyRing) -> None:
        super().__init__(clone, keys)
        self.code = str(self.at.ask("SELECT code FROM meetings")[0][0])
        self.group = self.at.house.organisation.groups[0].code
        self.sent: set[Any] = set()

    def what_holds_at_the_end(self) -> None:
        self.no_password_is_on_a_screen_where_it_does_not_belong()
        super().what_holds_at_the_end()

    @initialize(ready=st.sampled_from([True, True, True, False]), early=st.lists(who, max_size=3, unique=True))
    def the_window_opens(self, ready: bool, early: list[str]) -> None:
        self.at.later(15)
        if ready:
            self.is_made_ready()
        for name in early:
            self.writes(name, "PASSWORD", None)

    @rule(name=who, word=st.sampled_from(["PASSWORD", "PASSWORD", *WORDS]), crash=crashes)
    def writes_a_word(self, name: str, word: str, crash: str | None) -> None:
        self.writes(name, word, crash)

    @rule(name=who, crash=crashes)
    def says_that_it_leaked(self, name: str, crash: str | None) -> None:
        held, before = self.holds_the_live_one(name), self.version()
        is_new = not self.waits_for_the_platform(before)
        self.writes(name, "LEAKED", crash)
        if held and is_new and crash is None:
            assert self.version() > before

    @rule(name=st.sampled_from([*sorted(MEMBERS), "zed"]), crash=crashes)
    def quotes_the_password(self, name: str, crash: str | None) -> None:
        live = self.live_password()
        if live is None:
            return
        before, own = self.version(), self.holds_the_live_one(name)
        is_new = not self.waits_for_the_platform(before)
        self.writes(name, f"what is {live[:4]} {live[4:]} for", crash)
        if crash is None and not own and is_new:
            assert self.live_password() != live

    @rule(minutes=st.sampled_from([5, 15, 30]))
    def time_passes(self, minutes: int) -> None:
        self.at.later(minutes)

    @rule(handle=st.sampled_from(["anna", "ben", "maria", "mo"]), act=st.sampled_from(sorted(ACTS_OF_STAFF)))
    def staff_act(self, handle: str, act: str) -> None:
        before, live = self.version(), self.live_password()
        is_new = not self.waits_for_the_platform(before)
        answer = self.staff_does(handle, ACTS_OF_STAFF[act](self.code, self.version()))
        if act == "rotate" and not isinstance(answer, Refused) and live is not None and is_new:
            assert self.live_password() != live

    @rule()
    def is_made_ready(self) -> None:
        for handle in ("anna", "ben"):
            self.staff_does(handle, ConfirmSeat(self.code))
        self.staff_does("anna", SetPlatform(self.code, self.version(), "https://zoom.example/j/1"))

    @rule(handle=st.sampled_from(["ben", "mo"]), name=who, outcome=st.sampled_from([None, "upheld", "not_upheld"]))
    def reports_a_breach(self, handle: str, name: str, outcome: str | None) -> None:
        code = self.staff_does(handle, ReportBreach(self.group, self.number_of(name), "no_screenshots", "seen"))
        if isinstance(code, Refused):
            return
        assert self.standing(name) != "active"
        if outcome is not None:
            assert isinstance(self.staff_does(handle, DecideBreach(code, outcome)), Refused)
            self.staff_does("maria", DecideBreach(code, outcome))
            assert self.standing(name) == ("active" if outcome == "not_upheld" else "barred")

    @rule(name=who)
    def changes_her_phone(self, name: str) -> None:
        with self.at.house.work("playground") as work:
            line = contacts.by_id(work, self.at.contact_id(MEMBERS[name], name))
            assert line is not None
            freeze(work, line)
        self.at.settle()

    @rule()
    def a_message_comes_twice(self) -> None:
        self.a_message_comes_again()

    @rule(name=who, asked=st.sampled_from(["Amira", "Zoltan"]))
    def strangers_and_members_hear_the_same_about_others(self, name: str, asked: str) -> None:
        answers = []
        for writer in (name, "zed"):
            contact = self.writes(writer, f"is {asked} in the group?", None)
            answers.append(self.at.answers(contact)[-1])
        if self.standing(name) == "active":
            assert answers[0] == answers[1] == "cannot_say_who"

    @invariant()
    def holds(self) -> None:
        self.what_always_holds()

    def what_always_holds(self) -> None:
        super().what_always_holds()
        self.only_who_may_have_it_is_sent_a_password()

    def only_who_may_have_it_is_sent_a_password(self) -> None:
        """Judged from the rows alone, without asking policy."""
        done = self.at.ask(SENT)
        new = [row for row in done if row.id not in self.sent]
        self.sent |= {row.id for row in done}
        for row in new:
            assert row.status == "active"
            assert row.frozen_at is row.held_at is row.dead_at is None
            assert row.contact_id == row.own_contact
            assert row.version == row.password_version == row.platform_version
            assert row.leader_confirmed_at is not None
            assert row.second_confirmed_at is not None
            assert is_in_window(self.at.house.clock.now())

    def version(self) -> int:
        return int(self.at.ask("SELECT password_version FROM meetings")[0][0])

    def waits_for_the_platform(self, version: int) -> bool:
        return version > 1 and bool(self.at.ask("SELECT 1 FROM meetings WHERE platform_version < :v", v=version))

    def live_password(self) -> str | None:
        with self.at.house.work("test") as work:
            meeting = meetings.by_id(work, MEETING)
            assert meeting is not None
            return passwords.in_clear(work, meeting) if meeting.is_open else None

    def holds_the_live_one(self, name: str) -> bool:
        return bool(self.at.ask(HOLDS, name=str(self.contact_of(name)))) and self.standing(name) == "active"

    def standing(self, name: str) -> str | None:
        found = self.at.ask(STANDING, id=str(self.contact_of(name)))
        return str(found[0][0]) if found else None

    def number_of(self, name: str) -> str:
        with self.at.house.work("test") as work:
            group = groups.by_code(work, self.group)
            assert group is not None
            listed = groups.members(work, group.id, self.at.house.organisation.agreement.version)
        return next((str(each.number) for each in listed if each.screen_name.lower() == name), "0")

    def no_password_is_on_a_screen_where_it_does_not_belong(self) -> None:
        with self.at.house.work("test") as work:
            shown = self.at.ask("SELECT id, chat, body_sealed FROM phone_messages WHERE sender = 'bot'")
            opened = [(row.chat, work.keys.open_json("phone_messages.body", row.id, row.body_sealed)) for row in shown]
        seen = {chat for chat, body in opened if PASSWORD.search(str(body["text"]))}
        assert seen <= {*MEMBERS, "anna"}
        assert not [chat for chat, body in opened if PASSWORD.search(str(body["preview"]))]


SENT = """
    SELECT o.id, o.contact_id, p.contact_id AS own_contact, ms.status, c.frozen_at, c.held_at, w.dead_at, w.version,
        m.password_version, m.platform_version, m.leader_confirmed_at, m.second_confirmed_at
    FROM outbox o
    JOIN releases r ON r.id = o.release_id JOIN passwords w ON w.id = r.password_id
    JOIN meetings m ON m.id = r.meeting_id JOIN people p ON p.id = r.person_id
    JOIN contacts c ON c.id = o.contact_id
    JOIN memberships ms ON ms.person_id = p.id AND ms.group_id = m.group_id
    WHERE o.act = 'send' AND o.status IN ('sent', 'delivered', 'read')
"""
HOLDS = """
    SELECT 1 FROM releases r JOIN passwords w ON w.id = r.password_id JOIN contacts c ON c.id = r.contact_id
    WHERE r.contact_id = CAST(:name AS uuid) AND w.dead_at IS NULL AND c.held_at IS NULL AND c.frozen_at IS NULL
"""
STANDING = """
    SELECT ms.status FROM memberships ms JOIN people p ON p.id = ms.person_id
    WHERE p.contact_id = CAST(:id AS uuid)
"""


@pytest.fixture(scope="module")
def clone(server_url: str, template: str, keys: KeyRing) -> Iterator[Clone]:
    yield from clones(server_url, template, keys)


def clones(server_url: str, template: str, keys: KeyRing) -> Iterator[Clone]:
    """Makes copies of the evening as it begins."""
    with postgres.empty_database(server_url, template) as prepared:
        with postgres.open_engine(prepared) as engine:
            prepare(engine, keys)
        yield lambda: lent(server_url, postgres.name_of(prepared))


@pytest.mark.clause("G6.4", "G6.5", "G5.2", "G5.3", "X2", "X3")
def test_a_password_reaches_only_who_may_have_it_whatever_happens(clone: Clone, keys: KeyRing) -> None:
    class Here(Evening):
        def __init__(self) -> None:
            super().__init__(clone, keys)

    run_state_machine_as_test(Here, settings=SETTINGS)

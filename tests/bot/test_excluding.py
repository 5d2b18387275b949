"""EXCLUDE: a manager shuts out a family at any stage, without reading its case; what it holds is dead at once."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select, update

from flows.family.acts import Done
from flows.policy import Refused
from flows.staff.acts.cases import Exclude
from storage import bars as barring
from storage import cases, contacts, groups
from storage import staff as staff_rows
from storage.crypto import KeyRing
from storage.tables import audit, bars, complaints, memberships, staff
from storage.tables import cases as case_rows
from tests.bot.desk import desk
from tests.stage import Stage, stage
from tests.words import TEXTS

REASON = "What the police told us today."


@pytest.fixture
def evening(staffed: Engine, keys: KeyRing) -> Iterator[Stage]:
    """Sara has a place, and the password of tonight."""
    with stage(staffed, keys) as built:
        built.talk.past("after parts/tonight.txt\nclock 17:10\nsara> PASSWORD")
        yield built


def heard(on: Stage, *lines: str) -> str:
    """Play lines; all that was received after the last one."""
    return "\n".join([on.talk.do(line) for line in lines][-1])


def acts(on: Stage, by: str) -> list[tuple[str, str, str]]:
    with on.house.engine.begin() as connection:
        rows = select(audit.c.act, audit.c.outcome, audit.c.clause).where(audit.c.actor == by).order_by(audit.c.n)
        return [(row[0], row[1], row[2]) for row in connection.execute(rows)]


def code_of(on: Stage) -> str:
    with on.house.engine.begin() as connection:
        return str(connection.execute(select(case_rows.c.code)).scalars().first())


@pytest.mark.clause("G3.13", "G3.14", "G5.1", "H2.2")
def test_a_manager_excludes_an_active_family_without_reading_its_case(evening: Stage) -> None:
    code = code_of(evening)
    assert "1. All groups" in heard(evening, f"maria> EXCLUDE {code}")
    assert "Why do you exclude" in heard(evening, "maria> 1")
    sure = heard(evening, f"maria> {REASON}")
    assert "It has one adult" in sure
    assert "Sara" not in sure
    told = heard(evening, "maria> yes")
    assert "We can no longer offer you a place in a group." in told
    assert REASON not in told
    assert [each for each in acts(evening, "staff:maria") if each[0] in {"read", "break_glass"}] == []
    assert ("exclude", "done", "G3.13") in acts(evening, "staff:maria")
    assert "The password" not in heard(evening, "sara> PASSWORD")


@pytest.mark.clause("G3.13", "G6.5")
@pytest.mark.parametrize("choice", ["1", "2"])
def test_the_password_that_the_family_has_is_dead_at_once(evening: Stage, choice: str) -> None:
    told = heard(evening, f"maria> EXCLUDE {code_of(evening)}", f"maria> {choice}", f"maria> {REASON}", "maria> yes")
    assert "READY M-1" in told
    assert ("rotate", "done", "G6.5") in acts(evening, "staff:maria")


@pytest.mark.clause("G3.13")
def test_from_one_group_the_rest_stays_open(evening: Stage) -> None:
    assert "2. Only Little Acorns" in heard(evening, f"maria> EXCLUDE {code_of(evening)}")
    assert "from Little Acorns, at once" in heard(evening, "maria> 2", f"maria> {REASON}")
    heard(evening, "maria> yes")
    with evening.house.engine.begin() as connection:
        assert connection.execute(select(bars.c.scope)).scalars().all() == ["group"]


@pytest.mark.clause("G3.13", "X2")
def test_whoever_may_not_is_refused_before_a_reason_is_asked_for(evening: Stage) -> None:
    assert "rule G3.13" in heard(evening, f"anna> EXCLUDE {code_of(evening)}")
    assert "no case with this code" in heard(evening, "maria> EXCLUDE F-2222")
    heard(evening, f"maria> EXCLUDE {code_of(evening)}", "maria> 1", f"maria> {REASON}", "maria> yes")
    assert "excluded already" in heard(evening, f"max> EXCLUDE {code_of(evening)}")
    assert acts(evening, "staff:max")[-1] == ("exclude", "refused:refused_already_excluded", "A4")


@pytest.mark.clause("G3.13", "G11.3")
def test_a_family_shut_out_of_a_group_before_it_had_a_place_gets_none_there_until_that_is_lifted(
    staffed: Engine, keys: KeyRing
) -> None:
    with stage(staffed, keys) as on:
        at = desk(on.house)
        code, group = at.ask_to_join("Amira Sample"), on.house.organisation.groups[0].code
        at.review(code)
        with on.house.work("test") as work:
            case, invited_into = cases.by_code(work, code), groups.by_code(work, group)
            assert case is not None
            assert invited_into is not None
            cases.change(work, case.id, group_id=invited_into.id)
        assert at.staff_does("maria", Exclude(code, REASON, group)) == Done()
        assert at.decide("anna", code) == Refused("G11.3", "refused_barred_person")
        assert at.standings() == []
        with on.house.work("test") as work:
            for bar in barring.in_force(work):
                barring.lift(work, bar, bar.decided_by, REASON)
        assert at.decide("anna", code) == Done()


@pytest.mark.clause("G3.13", "G3.7")
@pytest.mark.parametrize("status", ["left", "approved", "active"])
def test_who_was_shut_out_of_one_group_gains_no_place_when_that_is_lifted(evening: Stage, status: str) -> None:
    with evening.house.engine.begin() as connection:
        connection.execute(update(memberships).values(status=status))
    for line in (f"maria> EXCLUDE {code_of(evening)}", "maria> 2", f"maria> {REASON}", "maria> yes"):
        evening.talk.do(line)
    with evening.house.work("test") as work:
        assert list(work.connection.execute(select(memberships.c.status)).scalars()) == ["barred"]
        for bar in barring.in_force(work):
            barring.lift(work, bar, bar.decided_by, REASON)
            barring.readmit(work, bar, bar.decided_by)
        assert list(work.connection.execute(select(memberships.c.status)).scalars()) == [status]


@pytest.mark.clause("G11.4", "A1")
def test_who_is_shut_out_opens_no_more_doors_with_a_word_under_a_picture(evening: Stage) -> None:
    for line in (f"maria> EXCLUDE {code_of(evening)}", "maria> 1", f"maria> {REASON}", "maria> yes"):
        evening.talk.do(line)
    before = len(acts(evening, "bot"))
    evening.talk.write({"from": "sara", "text": "LEAKED", "kind": "photo"})
    evening.talk.look()
    assert TEXTS.say("en", "not_a_text_photo") in evening.talk.said_to("sara")
    assert len(acts(evening, "bot")) == before


ABOUT_MARIA = (
    "sara> COMPLAIN",
    "sara> no",
    "sara> somebody who works for us",
    "sara> Maria",
    "sara> yes",
    "sara> She was rude to me in the office.",
)


def asks(on: Stage, who: str, reason: str = REASON) -> str:
    """A manager goes through EXCLUDE up to the yes, from everything."""
    return heard(on, f"{who}> EXCLUDE {code_of(on)}", f"{who}> 1", f"{who}> {reason}", f"{who}> yes")


@pytest.mark.clause("G12.4", "A1", "G3.13")
def test_a_manager_whom_an_open_complaint_is_about_does_not_exclude_the_family_and_another_one_does(
    evening: Stage,
) -> None:
    heard(evening, *ABOUT_MARIA)
    told = asks(evening, "maria")
    assert "Another manager was told" in told
    assert "bot to max: maria asks to exclude the family" in told
    assert ("exclude", "refused:refused_second_asked", "A1") in acts(evening, "staff:maria")
    assert "Another manager was told" in asks(evening, "maria", "Again, then.")
    assert "The password" not in heard(evening, "sara> hello")
    assert "I can only help you" not in heard(evening, "sara> hello")
    assert "is excluded. They were told" in asks(evening, "max")
    assert "I can only help you" in heard(evening, "sara> hello")


@pytest.mark.clause("G12.4", "A1")
def test_who_is_named_in_a_complaint_reads_the_same_as_a_manager_who_is_not(evening: Stage) -> None:
    heard(evening, *ABOUT_MARIA[:3], "sara> Anna", "sara> yes", "sara> She was short with me.")
    told_who_is_not_named = [line for line in asks(evening, "max").splitlines() if "bot to max" in line]
    with evening.house.work("test") as work:
        work.connection.execute(complaints.update().values(about=["max"]))
    told_who_is = [line for line in asks(evening, "max", "Again, then.").splitlines() if "bot to max" in line]
    assert told_who_is == told_who_is_not_named
    assert "Another manager was told" in told_who_is[0]


@pytest.mark.clause("A1")
def test_where_no_other_manager_may_decide_the_only_one_left_needs_nobody_else(evening: Stage) -> None:
    heard(evening, *ABOUT_MARIA)
    assert "is excluded. They were told" in asks(evening, "max")


@pytest.mark.clause("A1", "G3.13")
def test_who_asked_for_one_group_only_is_no_second_for_everything_but_for_less(evening: Stage) -> None:
    heard(evening, "dee> FLAG " + code_of(evening), "dee> yes")
    only = heard(evening, f"maria> EXCLUDE {code_of(evening)}", "maria> 2", f"maria> {REASON}", "maria> yes")
    assert re.search(r"bot to max: maria asks to exclude the family of \S+ from \S+ only", only)
    everything = asks(evening, "max")
    assert "Another manager was told" in everything
    assert re.search(r"bot to maria: max asks to exclude the family of \S+ from everything", everything)
    again = heard(evening, f"maria> EXCLUDE {code_of(evening)}", "maria> 2", f"maria> {REASON}", "maria> yes")
    assert "Another manager was told" not in again


@pytest.mark.clause("A1")
def test_after_a_week_an_exclusion_that_somebody_asked_for_is_asked_for_anew(evening: Stage) -> None:
    heard(evening, "dee> FLAG " + code_of(evening), "dee> yes")
    assert "Another manager was told" in asks(evening, "maria")
    heard(evening, "clock +8d")
    assert "Another manager was told" in asks(evening, "max")
    assert "is excluded. They were told" in asks(evening, "maria")


@pytest.mark.clause("A1", "H2.3")
@pytest.mark.parametrize("since", ["no_manager", "left", "shut"])
def test_what_somebody_asked_for_who_is_no_manager_any_more_makes_no_second_of_two(evening: Stage, since: str) -> None:
    heard(evening, "dee> FLAG " + code_of(evening), "dee> yes")
    assert "Another manager was told" in asks(evening, "maria")
    with evening.house.work("test") as work:
        change = {"roles": ["practitioner"]} if since == "no_manager" else {"left_at": work.now}
        line = staff_rows.line(work, "maria")
        assert line is not None
        if since == "shut":
            contacts.change(work, line.id, frozen_at=work.now)
        else:
            work.connection.execute(staff.update().where(staff.c.handle == "maria").values(change))
        work.connection.execute(staff.update().where(staff.c.handle == "ben").values(roles=["manager"]))
    assert "Another manager was told" in asks(evening, "max")


@pytest.mark.clause("A1", "G12.4")
def test_what_a_manager_asked_for_whom_the_complaint_is_about_makes_no_second_of_two(evening: Stage) -> None:
    heard(evening, *ABOUT_MARIA)
    with evening.house.work("test") as work:
        work.connection.execute(staff.update().where(staff.c.handle == "ben").values(roles=["manager"]))
    assert "Another manager was told" in asks(evening, "maria")
    assert "Another manager was told" in asks(evening, "max")
    assert "is excluded. They were told" in asks(evening, "ben")


@pytest.mark.clause("A1", "G12.4")
def test_where_a_complaint_is_about_every_manager_those_above_them_hear_that_it_was_asked_for(evening: Stage) -> None:
    heard(evening, *ABOUT_MARIA)
    with evening.house.work("test") as work:
        work.connection.execute(complaints.update().values(about=["maria", "max"]))
    told = asks(evening, "maria")
    assert "bot to tess: maria asks to exclude the family" in told
    assert "bot to max" not in told


@pytest.mark.clause("A1", "G3.13")
def test_a_manager_who_reported_somebody_of_the_family_does_not_exclude_it(evening: Stage) -> None:
    heard(evening, "maria> BREACH", "maria> 1", "maria> 1", "maria> 2", "maria> I saw the picture.", "maria> yes")
    assert "You reported this" in heard(evening, f"maria> EXCLUDE {code_of(evening)}")
    assert "is excluded. They were told" in asks(evening, "max")


@pytest.mark.clause("G3.7", "G3.8", "G11.5")
def test_a_family_whose_exclusion_is_lifted_hears_the_decision_that_follows_and_staff_are_reminded(
    playground: Stage,
) -> None:
    for line in (
        "after parts/member.txt",
        "maria> EXCLUDE F-1",
        "maria> 1",
        "maria> What the police told us.",
        "maria> yes",
        "max> UNBAR",
        "max> 1",
        "max> Lift it",
        "max> It is over.",
    ):
        playground.talk.do(line)
    assert "A person will ring you" in "\n".join(playground.talk.do("max> yes"))
    late = "\n".join(playground.talk.do("clock +8d"))
    assert "nobody has reached the family" in late
    playground.talk.do("channel anna> [Claim]")
    playground.talk.do("channel anna> [Approve]")
    assert "You have a place in Little Acorns now" in "\n".join(playground.talk.do("anna> yes"))

"""Who leaves, is suspended or put out, and what of theirs goes on all the same, or must not; whom staff ring."""

from datetime import date, time, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from bot.acts import ACTS
from bot.due import meetings as due
from flows.family.acts import Done
from flows.family.acts.one_to_one import AcceptOneToOne
from flows.family.acts.own import Leave
from flows.family.acts.passwords import ReportLeak
from flows.policy import Refused
from flows.staff.acts.breaches import DecideBreach, ReportBreach
from flows.staff.acts.groups import ListGroups, ListMembers, SeatStaff
from flows.staff.acts.meetings import CancelMeeting, MoveMeeting, ReadMeeting, SayLate
from flows.staff.acts.one_to_ones import BeginOneToOne, ScheduleOneToOne
from flows.staff.acts.people import Offboard
from storage import meetings, timers
from storage.tables import acceptances, memberships
from storage.tables import cases as case_rows
from storage.tables import timers as timer_rows
from tests.group_life import Life
from tests.stage import Stage
from tests.words import TEXTS

ASKED = (
    *("phone amira signal", "amira> hello", "amira> English", "amira> 1", "amira> no", "amira> 1"),
    *("amira> Amira Testcase", "amira> Amira", "amira> yes", "amira> SKIP", "amira> weekdays", "amira> no"),
    *("amira> my sister", "amira> SKIP", "amira> no", "amira> 1", "amira> 1"),
)
TWO_ADULTS = (
    *("phone amira signal", "amira> hello", "amira> English", "amira> 1", "amira> no", "amira> 2"),
    *("amira> Amira Testcase", "amira> Amira", "amira> yes", "amira> Omar Testcase", "amira> Omar", "amira> yes"),
    *("amira> 07700 900123", "amira> weekdays", "amira> no", "amira> my sister", "amira> SKIP", "amira> no"),
    *("amira> 1", "amira> 1", "amira> 1", "channel anna> [Claim]"),
    *("anna> CASE F-1", "anna> We know them, or not", "anna> We know them", "anna> Our nursery", "anna> Robins"),
    *("anna> CASE F-1", "anna> Identity", "anna> 1", "anna> Recognised by staff who know them", "anna> Confirmed"),
    *("anna> CASE F-1", "anna> Identity", "anna> 2", "anna> Recognised by staff who know them", "anna> Confirmed"),
    *("channel anna> [Approve]", "anna> yes", "anna> 1", "anna> 1"),
    *("amira> AGREE", "amira> I UNDERSTAND", "amira> AGREE", "amira> I UNDERSTAND"),
    *("amira> SECOND PHONE", "amira> 2", "phone omar signal", "omar> hello", "omar> English", "omar> 1", "omar> yes"),
    *("omar> <code 1>", "anna> PHONE F-1", "anna> yes"),
)


def do(life: Life, handle: str, command: Any) -> Any:
    return life.at(handle, command, ACTS[type(command)])


def family(life: Life, person_id: UUID, command: Any) -> Any:
    return life.family(person_id, ACTS[type(command)], command)


def group(life: Life) -> str:
    return str(do(life, "anna", ListGroups())[0].code)


def number(life: Life) -> str:
    return str(next(number for number, name in do(life, "anna", ListMembers(group(life))) if name == "Sara Surname"))


def suspend(life: Life) -> str:
    return str(do(life, "ben", ReportBreach(group(life), number(life), "no_screenshots", "I saw it.")))


def status(life: Life, person_id: UUID) -> str:
    with life.work() as work:
        found = select(memberships.c.status).where(memberships.c.person_id == person_id)
        return str(work.connection.execute(found).scalar_one())


def fire(life: Life) -> None:
    with life.work() as work:
        while (timer := timers.claim(work)) is not None:
            if timer.kind in due.DUE:
                due.DUE[timer.kind](work, life.organisation, timer.subject_id, timer.step)
            timers.done(work, timer)


@pytest.mark.clause("G11.2")
def test_who_leaves_while_suspended_has_left_when_nothing_was_wrong(ready: Life) -> None:
    sara = ready.member("Sara")
    report = suspend(ready)
    assert family(ready, sara, Leave(1)) == Done()
    assert status(ready, sara) == "suspended"
    assert do(ready, "maria", DecideBreach(report, "not_upheld")) == Done()
    assert status(ready, sara) == "left"
    assert "restored_notice" not in ready.told(sara)


@pytest.mark.clause("G4.5", "G11.2")
def test_who_had_not_agreed_yet_is_no_active_member_after_a_suspension_either(ready: Life) -> None:
    sara = ready.member("Sara", status="approved")
    with ready.work() as work:
        work.connection.execute(acceptances.delete().where(acceptances.c.person_id == sara))
    assert do(ready, "maria", DecideBreach(suspend(ready), "not_upheld")) == Done()
    assert status(ready, sara) == "approved"


def talk_with(life: Life, person_id: UUID) -> str:
    """A talk in forty minutes that she said yes to; its code."""
    starts = life.now + timedelta(minutes=40)
    at: dict[str, Any] = {"day": starts.date(), "at": starts.time(), "minutes": 30, "platform": "signal_call"}
    how_private: dict[str, Any] = {"end_to_end": False, "sensitive": "yes", "buddy": "mo", "reason": None}
    made = do(life, "anna", ScheduleOneToOne(group=group(life), number=number(life), **at, **how_private))
    assert family(life, person_id, AcceptOneToOne(made.code, 1)) == Done()
    life.now = starts
    return str(made.code)


@pytest.mark.clause("I1.1")
def test_a_talk_that_has_begun_is_not_cancelled_for_somebody_must_check_out_of_it(life: Life) -> None:
    code = talk_with(life, life.member("Sara"))
    assert do(life, "anna", BeginOneToOne(code, True, True)) == Done()
    assert do(life, "anna", CancelMeeting(code)) == Refused("I1.1", "refused_use_one")


@pytest.mark.clause("I1.1", "G2.1")
@pytest.mark.parametrize("how", ["left", "suspended", "barred"])
def test_no_talk_begins_with_who_has_no_place(life: Life, how: str) -> None:
    sara = life.member("Sara")
    code = talk_with(life, sara)
    report = None if how == "left" else suspend(life)
    if report is None:
        family(life, sara, Leave(1))
    elif how == "barred":
        do(life, "maria", DecideBreach(report, "upheld"))
    assert ("staff_one_declined" in life.told(handle="anna")) == (how != "suspended")
    assert isinstance(do(life, "anna", BeginOneToOne(code, True, True)), Refused)


@pytest.mark.clause("G3.7")
def test_who_leaves_before_a_decision_is_not_told_that_somebody_declined(playground: Stage) -> None:
    for line in (*ASKED, "amira> LEAVE"):
        playground.talk.do(line)
    told = "\n".join(playground.talk.do("amira> yes"))
    assert TEXTS.say("en", "left_other_words").partition("\n")[0] in told
    assert "cannot offer you a place" not in told


@pytest.mark.clause("G4.2", "G4.5")
def test_a_yes_after_a_change_of_language_is_to_the_text_in_that_language(playground: Stage) -> None:
    talk = playground.talk
    for line in (
        "anna> INVITE",
        "anna> 1",
        "phone sara signal",
        "sara> <code 1>",
        "sara> English",
        "sara> 1",
        "sara> 1",
    ):
        talk.do(line)
    for line in ("Sara Example", "Sara", "yes", "SKIP", "mornings", "no", "Nursery", "SKIP", "no", "1", "1"):
        talk.do(f"sara> {line}")
    told = "\n".join(talk.do("sara> polski"))
    agreement = playground.house.organisation.facts("pl").agreement
    assert agreement.splitlines()[0] in told
    talk.do("sara> ZGODA")
    with playground.house.engine.begin() as connection:
        kept = connection.execute(select(acceptances.c.language, acceptances.c.text_hash)).all()
    assert [tuple(each) for each in kept] == [("pl", sha256(agreement.encode()).hexdigest())]


@pytest.mark.clause("G5.2")
def test_who_asks_for_a_call_from_their_own_phone_is_rung_there_and_not_on_the_other_adults(playground: Stage) -> None:
    talk = playground.talk
    for line in (*TWO_ADULTS, "omar> RING ME", "omar> SKIP"):
        talk.do(line)
    shown = "\n".join([*talk.do("anna> RINGS"), *talk.do("anna> 1")])
    assert "Omar Testcase" in shown
    assert "900123" not in shown
    assert "weekdays" not in shown
    for line in ("amira> RING ME", "amira> SKIP"):
        talk.do(line)
    assert "900123" in "\n".join([*talk.do("anna> RINGS"), *talk.do("anna> 2")])


@pytest.mark.clause("G9.2")
def test_a_leak_near_the_end_does_not_swallow_the_report(ready: Life) -> None:
    sara, meeting = ready.member("Sara"), ready.meeting()
    ready.release(sara)
    ready.now = meeting.ends_at - timedelta(minutes=5)
    assert family(ready, sara, ReportLeak("LEAKED"))
    ready.now = meeting.ends_at
    fire(ready)
    assert do(ready, "anna", ReadMeeting(meeting.code)).to_report
    assert "staff_ended" in ready.told(handle="anna")
    assert "staff_never_started" in ready.told(handle="maria")


@pytest.mark.clause("G6.4")
def test_a_meeting_that_moves_after_it_was_late_is_no_longer_than_it_was(ready: Life) -> None:
    before = ready.meeting()
    assert do(ready, "anna", SayLate(before.code, 30)) == Done()
    moved = do(ready, "anna", MoveMeeting(before.code, date(2026, 12, 4), time(10)))
    with ready.work() as work:
        after = meetings.by_code(work, moved.code)
    assert after is not None
    assert after.ends_at - after.starts_at == before.ends_at - before.starts_at


@pytest.mark.clause("G6.5")
def test_late_does_not_say_that_the_password_stays_while_it_is_changed(ready: Life) -> None:
    sara, tom = ready.member("Sara"), ready.member("Tom")
    ready.release(sara)
    ready.release(tom)
    ready.delivered()
    family(ready, sara, ReportLeak("LEAKED"))
    do(ready, "anna", SayLate(ready.meeting().code, 15))
    assert "meeting_late_only" in ready.told(tom)
    assert "meeting_late" not in ready.told(tom)


@pytest.mark.clause("G9.1")
def test_late_again_after_the_planned_start_moves_the_start_again(ready: Life) -> None:
    meeting = ready.meeting()
    do(ready, "anna", SayLate(meeting.code, 10))
    ready.now = meeting.starts_at + timedelta(minutes=2)
    do(ready, "anna", SayLate(meeting.code, 40))
    with ready.work() as work:
        kind = (timer_rows.c.kind == "meeting_start", timer_rows.c.subject_id == ready.meeting_id)
        starts = work.connection.execute(select(timer_rows.c.due_at).where(*kind)).scalar_one()
    assert starts - meeting.starts_at == timedelta(minutes=40)


@pytest.mark.clause("G1.3", "G6.3")
def test_a_group_that_gets_a_leader_within_its_window_is_announced_then(life: Life) -> None:
    sara = life.member("Sara")
    life.now -= timedelta(hours=2)
    assert not isinstance(do(life, "maria", Offboard("anna")), Refused)
    life.now += timedelta(hours=1, minutes=31)
    fire(life)
    assert "meeting_today" not in life.told(sara)
    life.now += timedelta(minutes=4)
    assert do(life, "maria", SeatStaff(seen_by_ben(life), "leader", "mo")) == Done()
    fire(life)
    assert "meeting_today" in life.told(sara)


def seen_by_ben(life: Life) -> str:
    return str(do(life, "ben", ListGroups())[0].code)


COMES_BACK = (
    *("<code 2>", "1", "1", "1", "Sara Example", "Sara", "yes", "SKIP", "mornings", "no", "Nursery", "SKIP"),
    *("no", "1", "1"),
)


@pytest.mark.clause("G2.2", "G3.7")
def test_who_left_comes_back_by_a_new_code_and_is_decided_about_anew(playground: Stage) -> None:
    talk = playground.talk
    for line in ("after parts/member.txt", "sara> LEAVE", "sara> yes", "anna> INVITE", "anna> 1"):
        talk.do(line)
    told = [line for said in COMES_BACK for line in talk.do(f"sara> {said}")]
    assert "Your number is F-2." in "\n".join(told)
    with playground.house.engine.begin() as connection:
        statuses = connection.execute(select(case_rows.c.status).order_by(case_rows.c.opened_at)).scalars().all()
    assert statuses == ["approved", "open"]
    assert TEXTS.say("en", "password_nothing", phone="x").split("x")[0] in "\n".join(talk.do("sara> PASSWORD"))


@pytest.mark.clause("G2.2")
def test_a_code_opens_no_second_road_for_who_has_a_place(playground: Stage) -> None:
    for line in ("after parts/member.txt", "anna> INVITE", "anna> 1"):
        playground.talk.do(line)
    told = "\n".join(playground.talk.do("sara> <code 2>"))
    assert TEXTS.say("en", "unknown_after_end").partition("\n")[0] in told

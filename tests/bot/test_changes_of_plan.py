"""A meeting is moved, cancelled or begins late: members hear it, and so does every colleague with a seat."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from bot.acts import ACTS
from flows.family.acts import Done
from flows.family.acts.passwords import ReleasePassword
from flows.policy import Refused
from flows.staff.acts.breaches import ReportBreach
from flows.staff.acts.groups import ListGroups, ListMembers
from flows.staff.acts.meetings import CancelMeeting, MeetingLine, MoveMeeting, SayLate, StartMeeting
from flows.staff.acts.people import Cover
from storage import contacts, queued
from storage.tables import timers
from tests.group_life import Life

TOMORROW = (date(2026, 12, 2), time(10))


def _do(life: Life, handle: str, command: object) -> object:
    return life.at(handle, command, ACTS[type(command)])


def _due(life: Life, kind: str, subject: UUID) -> object:
    query = select(timers.c.due_at).where(timers.c.kind == kind, timers.c.subject_id == subject)
    with life.work() as work:
        return work.connection.execute(query).scalar_one()


@pytest.mark.clause("G1.4", "G6.8")
def test_whoever_holds_a_seat_hears_that_a_colleague_moved_the_meeting_and_confirms_anew(ready: Life) -> None:
    moved = _do(ready, "maria", MoveMeeting(ready.meeting().code, *TOMORROW))
    assert isinstance(moved, MeetingLine)
    assert ready.told(handle="anna")[-1] == ready.told(handle="ben")[-1] == "staff_colleague_moved"
    assert "staff_colleague_moved" not in ready.told(handle="maria")


@pytest.mark.clause("G1.5", "G6.8")
def test_whoever_stood_in_hears_that_the_moved_meeting_does_not_need_them(ready: Life) -> None:
    assert _do(ready, "maria", Cover(ready.meeting().code, "second", "mo")) == Done()
    _do(ready, "anna", MoveMeeting(ready.meeting().code, *TOMORROW))
    assert ready.told(handle="mo")[-1] == "staff_colleague_cancelled"
    assert ready.told(handle="ben")[-1] == "staff_colleague_moved"
    assert "staff_colleague_moved" not in ready.told(handle="anna")


@pytest.mark.clause("G6.8")
def test_whoever_holds_a_seat_hears_that_a_colleague_cancelled_the_meeting(ready: Life) -> None:
    assert _do(ready, "ben", CancelMeeting(ready.meeting().code)) == Done()
    assert ready.told(handle="anna")[-1] == "staff_colleague_cancelled"
    assert "staff_colleague_cancelled" not in ready.told(handle="ben")


@pytest.mark.clause("G6.8")
def test_late_is_told_on_the_day_and_before_the_start_only(ready: Life) -> None:
    sara, code = ready.member("Sara"), ready.meeting().code
    ready.now -= timedelta(days=1)
    assert _do(ready, "anna", SayLate(code, 10)) == Refused("G6.8", "refused_late_another_day")
    ready.now += timedelta(days=1)
    assert _do(ready, "ben", SayLate(code, 10)) == Done()
    assert ready.told(sara) == ["meeting_late"]
    assert ready.told(handle="anna")[-1] == "staff_colleague_late"
    ready.now = ready.meeting().starts_at
    assert _do(ready, "anna", StartMeeting(code, (1, 2, 3, 4, 5, 6, 7))) == Done()
    assert _do(ready, "anna", SayLate(code, 20)) == Refused("G6.8", "refused_has_begun")
    assert ready.told(sara) == ["meeting_late"]


@pytest.mark.clause("G9.2")
def test_the_leader_is_asked_for_the_seven_points_when_the_late_meeting_really_starts(ready: Life) -> None:
    starts_at = ready.meeting().starts_at
    assert _do(ready, "anna", SayLate(ready.meeting().code, 10)) == Done()
    assert _due(ready, "meeting_start", ready.meeting_id) == starts_at + timedelta(minutes=10)
    assert _do(ready, "anna", SayLate(ready.meeting().code, 20)) == Done()
    assert _due(ready, "meeting_start", ready.meeting_id) == starts_at + timedelta(minutes=20)


@pytest.mark.clause("G1.5", "L1.5", "G11.1")
@pytest.mark.parametrize(("seat", "shown"), [("moderator", "Sara"), ("leader", "Sara Surname")])
def test_whoever_stands_in_for_one_meeting_can_report_a_breach_until_a_day_after_it(
    ready: Life, seat: str, shown: str
) -> None:
    sara = ready.member("Sara")
    ready.member("Tom")
    assert _do(ready, "mo", ListGroups(covering=True)) == ()
    assert _do(ready, "maria", Cover(ready.meeting().code, seat, "mo")) == Done()
    assert _do(ready, "mo", ListGroups()) == ()
    groups = _do(ready, "mo", ListGroups(covering=True))
    assert isinstance(groups, tuple)
    members = _do(ready, "mo", ListMembers(groups[0].code))
    assert isinstance(members, tuple)
    number = {name: number for number, name in members}[shown]
    assert isinstance(_do(ready, "mo", ReportBreach(groups[0].code, number, "no_screenshots", "I saw it.")), str)
    assert ready.told(sara)[-1] == "suspended_notice"
    ready.now = ready.meeting().ends_at + timedelta(hours=24)
    again = ReportBreach(groups[0].code, number, "be_kind", "I heard it.")
    assert _do(ready, "mo", again) == Refused("A1", "refused_not_staff_of_group")
    assert _do(ready, "mo", ListGroups(covering=True)) == ()


def _ask(life: Life, person_id: UUID) -> object:
    return life.family(person_id, ACTS[ReleasePassword], ReleasePassword(1))


@pytest.mark.clause("G6.8", "G5.3")
def test_a_member_who_asks_on_the_day_of_a_cancelled_meeting_does_not_wait_in_vain(ready: Life) -> None:
    sara, gone = ready.member("Sara"), ready.member("Gone", status="left")
    assert _do(ready, "anna", MoveMeeting(ready.meeting().code, *TOMORROW))
    assert _ask(ready, sara) == Refused("G6.8", "refused_meeting_cancelled")
    assert _ask(ready, gone) == Refused("G6.4", "refused_left")
    ready.now += timedelta(hours=23)
    assert _ask(ready, sara) == Refused("G6.4", "refused_too_early")


@pytest.mark.clause("G6.8")
def test_a_meeting_moved_to_later_on_the_same_day_is_only_too_early(ready: Life) -> None:
    sara = ready.member("Sara")
    later = (ready.meeting().starts_at + timedelta(hours=6)).time()
    assert _do(ready, "anna", MoveMeeting(ready.meeting().code, ready.now.date(), later))
    assert _ask(ready, sara) == Refused("G6.4", "refused_too_early")


@pytest.mark.clause("G6.8", "A2")
def test_who_cancels_hears_whose_phone_was_not_written_to_and_rings_them(ready: Life) -> None:
    sara, quiet, stopped = ready.member("Sara"), ready.member("Quiet"), ready.member("Stopped")
    with ready.work() as work:
        contacts.change(work, ready.contact(sara).id, paused_at=ready.now)  # A concern, which must not show.
        contacts.change(work, ready.contact(quiet).id, silent=True)
        contacts.change(work, ready.contact(stopped).id, stopped_at=ready.now)
    assert _do(ready, "ben", CancelMeeting(ready.meeting().code)) == Done()
    assert ready.told(quiet) == []
    assert ready.told(handle="ben") == ["staff_not_written_to"]
    assert "staff_not_written_to" not in ready.told(handle="anna")
    assert _names_told(ready, "ben") == "Quiet, Stopped"


@pytest.mark.clause("G6.8")
def test_where_everybody_was_written_to_nobody_is_named(ready: Life) -> None:
    ready.member("Sara")
    assert _do(ready, "ben", SayLate(ready.meeting().code, 10)) == Done()
    assert ready.told(handle="ben") == []


def _names_told(life: Life, handle: str) -> object:
    with life.work() as work:
        line = contacts.of_staff(work, life.staff[handle])
        assert line is not None
        found = queued.next_due(work, line.lane_id)
        assert found is not None
        return found[0].params["names"]

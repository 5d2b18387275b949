"""A meeting's evening: the plan, the agreement at the start, who comes late, who is not known, the end."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from bot.acts import family_care, family_passwords, staff_meetings
from bot.due import meetings as due
from flows.family.acts import Done
from flows.family.acts.care import ReportUnhappy
from flows.family.acts.passwords import ReleasePassword
from flows.policy import Refused
from flows.staff.acts.meetings import (
    EndMeeting,
    MeetingDetails,
    NoteAttendance,
    ReadMeeting,
    StartMeeting,
    WaitingList,
)
from flows.staff.acts.running import Noted, NoteIncident, NoteStranger
from storage import attendance, contacts, meetings
from storage.tables import audit
from tests.group_life import Life

ALL = (1, 2, 3, 4, 5, 6, 7)


def _do(life: Life, handle: str, command: object) -> object:
    return life.at(handle, command, staff_meetings.ACTS[type(command)])


def _ask(life: Life, person_id: UUID) -> object:
    return life.family(person_id, family_passwords.release_password, ReleasePassword(1))


def _fire(life: Life, kind: str) -> None:
    with life.work() as work:
        due.DUE[kind](work, life.organisation, life.meeting_id, "")


def _openings(life: Life) -> list[tuple[str, str]]:
    """Which conversations begin on whose line a quarter of an hour before."""
    with life.work() as work:
        found = due.before_the_start(work, life.meeting_id)
        lines = {contacts.of_staff(work, staff_id): handle for handle, staff_id in life.staff.items()}
        ids = {line.id: handle for line, handle in lines.items() if line is not None}
    return sorted((ids[each.contact_id], each.flow) for each in found)


@pytest.mark.clause("G1.3", "L1.2")
def test_a_day_before_the_seats_hear_the_plan_and_the_managers_only_what_is_missing(ready: Life) -> None:
    _fire(ready, "plan")
    assert ready.told(handle="anna") == ready.told(handle="ben") == ["staff_plan"]
    assert ready.told(handle="maria") == []


@pytest.mark.clause("L1.1", "L1.2")
def test_a_day_before_a_large_meeting_without_a_moderator_reaches_the_managers(ready: Life) -> None:
    for n in range(30):
        ready.member(f"Adult{n}")
    _fire(ready, "plan")
    assert ready.told(handle="maria") == ["staff_meeting_blocked"]


@pytest.mark.clause("G7.3", "L1.5")
def test_a_quarter_of_an_hour_before_the_list_is_for_leader_and_second_and_the_moderator_has_another(
    ready: Life,
) -> None:
    assert _openings(ready) == [("anna", "list"), ("ben", "list")]
    with ready.work() as work:
        meetings.change(work, ready.meeting_id, moderator_id=ready.staff["mo"])
    assert _openings(ready) == [("anna", "list"), ("ben", "list"), ("mo", "moderate")]


@pytest.mark.clause("G9.1", "G9.4")
def test_each_member_gets_the_agreement_with_the_password_and_who_comes_late_too(ready: Life) -> None:
    sara, tom = ready.member("Sara"), ready.member("Tom")
    assert _ask(ready, sara) == Done()
    ready.now = ready.meeting().starts_at
    _do(ready, "anna", StartMeeting(ready.meeting().code, ALL))
    assert _ask(ready, tom) == Done()
    for person in (sara, tom):
        assert ready.told(person) == ["meeting_link", "meeting_password", "agreement_short"]


@pytest.mark.clause("G9.4")
def test_the_leader_is_told_of_each_late_comer_once(ready: Life) -> None:
    sara, tom = ready.member("Sara"), ready.member("Tom")
    _ask(ready, sara)
    ready.now = ready.meeting().starts_at
    _do(ready, "anna", StartMeeting(ready.meeting().code, ALL))
    for person in (sara, tom, tom):
        assert _ask(ready, person) == Done()
    assert ready.told(handle="anna") == ["staff_late_comer"]
    assert ready.told(handle="ben") == []


@pytest.mark.clause("G9.1")
def test_at_the_start_the_agreement_goes_to_holders_but_never_to_a_silent_phone(ready: Life) -> None:
    sara, quiet, late = ready.member("Sara"), ready.member("Quiet"), ready.member("Late")
    ready.release(sara)
    ready.release(quiet)
    with ready.work() as work:
        contacts.change(work, ready.contact(quiet).id, silent=True)
    _fire(ready, "meeting_start")
    assert "agreement_short" in ready.told(sara)
    assert "agreement_short" not in ready.told(quiet)
    assert ready.told(late) == []
    assert ready.told(handle="anna") == ["staff_start_now"]


@pytest.mark.clause("G9.2")
def test_the_missing_point_can_be_ticked_later_and_the_managers_are_told_once(ready: Life) -> None:
    code = ready.meeting().code
    ready.now = ready.meeting().starts_at
    assert _do(ready, "anna", StartMeeting(code, (1, 2, 3, 4, 5, 6))) == Done()
    begun = ready.meeting().checklist["at"]
    ready.now += timedelta(minutes=5)
    assert _do(ready, "anna", StartMeeting(code, (7,))) == Done()
    assert ready.meeting().checklist["complete"] is True
    assert ready.meeting().checklist["at"] == begun
    assert ready.told(handle="maria") == ["staff_report_incomplete"]


@pytest.mark.clause("G9.2")
def test_a_meeting_that_ended_without_ever_being_begun_here_is_shown_to_the_managers(ready: Life) -> None:
    ready.release(ready.member("Sara"))
    _fire(ready, "meeting_end")
    assert ready.told(handle="anna") == ["staff_ended"]
    assert ready.told(handle="maria") == ["staff_never_started"]
    assert ("complete_report", "refused:refused_report_incomplete", "G9.2") in ready.audited()


def test_a_meeting_to_which_nobody_came_ends_without_a_word(ready: Life) -> None:
    _fire(ready, "meeting_end")
    assert ready.told(handle="anna") == ready.told(handle="maria") == []


@pytest.mark.clause("G9.2")
def test_the_report_can_be_written_when_the_clock_has_ended_the_meeting(ready: Life) -> None:
    sara, code = ready.member("Sara"), ready.meeting().code
    ready.release(sara)
    _fire(ready, "meeting_end")
    assert _do(ready, "mo", EndMeeting(code)) == Refused("A1", "refused_not_staff_of_group")
    assert _do(ready, "anna", EndMeeting(code)) == Done()
    assert _do(ready, "anna", NoteAttendance(code, (1,))) == Done()
    assert _do(ready, "anna", NoteIncident(code, "nothing")) == Done()
    with ready.work() as work:
        assert attendance.of_meeting(work, ready.meeting_id) == {sara}


@pytest.mark.clause("G7.6")
@pytest.mark.clause("G9.2")
def test_something_that_happened_is_on_record_by_its_kind_and_the_managers_know_to_ask(ready: Life) -> None:
    assert _do(ready, "ben", NoteIncident(ready.meeting().code, "other")) == Done()
    assert ("report", "other", None) in ready.audited()
    assert "staff_something_happened" in ready.told(handle="maria")
    assert _do(ready, "ben", NoteIncident(ready.meeting().code, "nothing")) == Done()
    assert ready.told(handle="maria").count("staff_something_happened") == 1


@pytest.mark.clause("G9.2")
def test_the_seven_points_are_not_ticked_before_anybody_can_have_come(ready: Life) -> None:
    code, starts_at = ready.meeting().code, ready.meeting().starts_at
    ready.now = starts_at - timedelta(minutes=16)
    assert _do(ready, "anna", StartMeeting(code, ALL)) == Refused("G9.2", "refused_start_too_early")
    ready.now = starts_at - timedelta(minutes=15)
    assert _do(ready, "anna", StartMeeting(code, ALL)) == Done()


@pytest.mark.clause("G7.3")
def test_the_list_is_in_the_order_of_the_names_on_the_screen_so_that_one_of_thirty_is_found(ready: Life) -> None:
    for name in ("Tom", "amira", "Zoe", "Ben"):
        ready.member(name)
    listed = _do(ready, "anna", WaitingList(ready.meeting().code))
    assert isinstance(listed, tuple)
    assert [screen_name for screen_name, *_ in listed] == ["amira", "Ben", "Tom", "Zoe"]


@pytest.mark.clause("G9.2")
def test_a_report_is_missing_until_somebody_said_what_happened_but_not_where_nobody_could_come(ready: Life) -> None:
    code = ready.meeting().code
    _fire(ready, "meeting_end")
    quiet = _do(ready, "anna", ReadMeeting(code))
    assert isinstance(quiet, MeetingDetails)
    assert not quiet.to_report
    ready.release(ready.member("Sara"))
    waits = _do(ready, "anna", ReadMeeting(code))
    assert isinstance(waits, MeetingDetails)
    assert waits.to_report
    assert _do(ready, "ben", NoteIncident(code, "nothing")) == Done()
    told = _do(ready, "anna", ReadMeeting(code))
    assert isinstance(told, MeetingDetails)
    assert not told.to_report


def test_somebody_not_known_is_on_record_by_code_and_the_leader_is_told(ready: Life) -> None:
    assert _do(ready, "ben", NoteStranger(ready.meeting().code, "face")) == Noted()
    assert ready.told(handle="anna") == ["staff_stranger_seen"]
    assert ready.meeting().checklist["strangers"] == 1
    with ready.work() as work:
        kept = work.connection.execute(select(audit).where(audit.c.act == "not_recognised")).mappings().one()
    assert (kept["actor"], kept["object_id"], kept["clause"]) == ("staff:ben", ready.meeting().code, "G7.6")


@pytest.mark.clause("L1.2")
def test_one_adult_more_on_a_screen_can_make_it_a_large_meeting(ready: Life) -> None:
    for n in range(29):
        ready.member(f"Adult{n}")
    assert _do(ready, "anna", NoteStranger(ready.meeting().code, "name")) == Noted(large=False)
    assert _do(ready, "anna", NoteStranger(ready.meeting().code, "extra")) == Noted(large=True)


@pytest.mark.clause("G9.3", "G1.5")
def test_who_is_unhappy_reaches_the_leader_of_the_day_and_never_whom_it_is_about(ready: Life) -> None:
    sara = ready.member("Sara")
    with ready.work() as work:
        meetings.change(work, ready.meeting_id, leader_id=ready.staff["mo"])
    said = {about: ReportUnhappy("It is too loud.", about_leader=about) for about in (False, True)}
    ready.family(sara, family_care.report_unhappy, said[False])
    assert ready.told(handle="mo") == ["staff_unhappy_private"]
    ready.family(sara, family_care.report_unhappy, said[True])
    assert ready.told(handle="maria") == ["staff_unhappy_private"]
    assert ready.told(handle="mo") == ["staff_unhappy_private"]
    assert ready.told(handle="anna") == []

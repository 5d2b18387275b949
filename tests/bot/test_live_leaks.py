"""A password that leaks while the meeting runs: what the leader does, and a new link for everybody (G6.5)."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.acts import family_passwords, staff_meetings
from flows.family.acts import Done
from flows.family.acts.passwords import ReleasePassword, ReportLeak
from flows.policy import Refused
from flows.staff.acts.meetings import MeetingDetails, ReadMeeting, StartMeeting
from flows.staff.acts.platform import Rotate, SetPlatform
from storage import meetings
from tests.group_life import Life

OLD_LINK, NEW_LINK = "https://zoom.example/j/1", "https://zoom.example/j/2"
ALL = (1, 2, 3, 4, 5, 6, 7)


@pytest.fixture
def running(life: Life) -> Life:
    life.make_ready()
    life.now = life.meeting().starts_at
    _do(life, "anna", StartMeeting(life.meeting().code, ALL))
    return life


def _do(life: Life, handle: str, command: object) -> object:
    return life.at(handle, command, staff_meetings.ACTS[type(command)])


def _ask(life: Life, person_id: UUID) -> object:
    return life.family(person_id, family_passwords.release_password, ReleasePassword(1))


def _link(life: Life) -> str | None:
    with life.work() as work:
        return meetings.link(work, life.meeting())


@pytest.mark.clause("G6.5")
def test_everybody_who_can_act_is_told_the_steps_but_not_who_pressed(running: Life) -> None:
    assert _do(running, "anna", Rotate(running.meeting().code, "unknown_person")) == Done()
    assert "staff_live_leak" not in running.told(handle="anna")
    assert running.told(handle="ben") == ["staff_live_leak"]
    assert running.told(handle="maria") == ["staff_live_leak"]


@pytest.mark.clause("G6.5")
def test_a_members_report_while_it_runs_tells_the_leader_the_steps(running: Life) -> None:
    sara = running.member("Sara")
    running.release(sara)
    assert running.family(sara, family_passwords.report_leak, ReportLeak("LEAKED")) is True
    assert running.told(handle="anna") == ["staff_live_leak"]


@pytest.mark.clause("G6.5", "G6.9")
def test_the_old_link_is_refused_and_the_new_one_reaches_members(running: Life) -> None:
    sara, code = running.member("Sara"), running.meeting().code
    running.release(sara)
    _do(running, "anna", Rotate(code, "passed_on"))
    details = _do(running, "anna", ReadMeeting(code))
    assert isinstance(details, MeetingDetails)
    assert details.new_link
    for link in (None, OLD_LINK):
        assert _do(running, "anna", SetPlatform(code, 2, link)) == Refused("G6.5", "refused_link_same")
    assert _ask(running, sara) == Refused("G6.5", "refused_rotation_waits")
    assert _do(running, "anna", SetPlatform(code, 2, NEW_LINK)) == Done()
    assert _link(running) == NEW_LINK
    assert running.told(sara) == ["password_changing", "password_changed", "meeting_link", "meeting_password"]


@pytest.mark.clause("G6.5")
def test_a_meeting_that_should_have_begun_counts_as_running(life: Life) -> None:
    life.make_ready()
    life.now += timedelta(minutes=31)
    _do(life, "anna", Rotate(life.meeting().code, "other"))
    assert _do(life, "anna", SetPlatform(life.meeting().code, 2, None)) == Refused("G6.5", "refused_link_same")


@pytest.mark.clause("G6.5")
def test_before_the_start_the_link_may_stay(life: Life) -> None:
    life.make_ready()
    _do(life, "anna", Rotate(life.meeting().code, "other"))
    assert _do(life, "anna", SetPlatform(life.meeting().code, 2, None)) == Done()
    assert _link(life) == OLD_LINK

"""Scenario 4: fifty weekly meetings, one moved, one cancelled: a fresh password for each, and none outlives its day."""

import logging
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine, select

from bot.acts import family_passwords, staff_groups, staff_meetings
from bot.due import meetings as due
from flows.family.acts import Done
from flows.family.acts.passwords import ReleasePassword
from flows.policy import Refused
from flows.staff.acts.groups import ListGroups
from flows.staff.acts.meetings import CancelMeeting, ConfirmSeat, MeetingLine, MoveMeeting, ScheduleMeeting
from flows.staff.acts.platform import SetPlatform
from storage import contacts, meetings, passwords
from storage.crypto import KeyRing
from storage.meetings import Meeting
from storage.tables import audit, outbox
from tests.group_life import Life, begin

LINK = "https://zoom.example/j/1"
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
MOVED, CANCELLED = 7, 11


@pytest.fixture
def life(database: Engine, keys: KeyRing, moment: datetime) -> Life:
    begun = begin(database, keys, moment)
    with begun.work() as work:
        contacts.add(work, "telegram", "-100", "staff_channel")
    _do(begun, "anna", CancelMeeting(begun.meeting().code))
    return begun


def _do(life: Life, handle: str, command: object) -> object:
    return life.at(handle, command, {**staff_meetings.ACTS, **staff_groups.ACTS}[type(command)])


def _ask(life: Life, person_id: UUID, at: datetime) -> object:
    life.now = at
    return life.family(person_id, family_passwords.release_password, ReleasePassword(1))


def _fire(life: Life, meeting: Meeting, kind: str, at: datetime) -> None:
    life.now = at
    with life.work() as work:
        due.DUE[kind](work, life.organisation, meeting.id, "")


def _read(life: Life, code: str) -> Meeting:
    with life.work() as work:
        found = meetings.by_code(work, code)
    assert found is not None
    return found


def _in_clear(life: Life, meeting: Meeting) -> str | None:
    with life.work() as work:
        return passwords.in_clear(work, meetings.by_id(work, meeting.id) or meeting)


def _plan(life: Life) -> Iterator[str]:
    """Fifty weeks in two plans: the longest one is of half a year."""
    groups = _do(life, "anna", ListGroups())
    assert isinstance(groups, tuple)
    for first in (date(2026, 12, 8), date(2027, 6, 1)):
        made = _do(life, "anna", ScheduleMeeting(groups[0].code, first, time(10), 60, "zoom", 25))
        assert isinstance(made, tuple)
        yield from (line.code for line in made)


def _evening(life: Life, meeting: Meeting, sara: UUID) -> str:
    """One meeting as it goes; answers its password, which nobody had before the window or after the end."""
    window = meeting.starts_at - HOUR
    assert _ask(life, sara, window - MINUTE) == Refused("G6.4", "refused_too_early")
    _fire(life, meeting, "password", window)
    for handle in ("anna", "ben"):
        assert _do(life, handle, ConfirmSeat(meeting.code)) == Done()
    assert _do(life, "anna", SetPlatform(meeting.code, 1, LINK)) == Done()
    password = _in_clear(life, meeting)
    assert password is not None
    assert _ask(life, sara, window + MINUTE) == Done()
    _fire(life, meeting, "meeting_end", meeting.ends_at)
    assert isinstance(_ask(life, sara, meeting.ends_at), Refused)
    assert _in_clear(life, meeting) is None
    _fire(life, meeting, "wipe", meeting.ends_at + 24 * HOUR)
    return password


def _everything_written(life: Life) -> str:
    """All that is in clear in the database: the audit, and the outbox with its parameters opened."""
    with life.work() as work:
        rows = work.connection.execute(select(outbox.c.id, outbox.c.params_sealed)).all()
        told = [repr(work.keys.open_json("outbox.params", row[0], row[1])) for row in rows]
        recorded = [repr(tuple(row)) for row in work.connection.execute(select(audit))]
    return "\n".join([*told, *recorded])


@pytest.mark.clause("G6.1", "G6.2", "G6.4", "G6.7", "G6.8")
def test_fifty_weekly_meetings_have_fifty_passwords(life: Life, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    sara, codes, used = life.member("Sara"), list(_plan(life)), []
    for number, code in enumerate(codes, start=1):
        meeting = _read(life, code)
        life.now = meeting.starts_at - 48 * HOUR
        if number == MOVED:
            moved = _do(life, "anna", MoveMeeting(code, meeting.starts_at.date() + timedelta(days=1), time(11)))
            assert isinstance(moved, MeetingLine)
            meeting = _read(life, moved.code)
        if number == CANCELLED:
            used.append(_cancelled(life, meeting, sara))
            continue
        used.append(_evening(life, meeting, sara))
    assert len(used) == len(set(used)) == 50
    written = _everything_written(life)
    assert not any(password in written for password in used)
    assert not any(password in caplog.text for password in used)


def _cancelled(life: Life, meeting: Meeting, sara: UUID) -> str:
    """Cancelled when the password was made and set: it never worked for anybody."""
    _fire(life, meeting, "password", meeting.starts_at - HOUR)
    for handle in ("anna", "ben"):
        _do(life, handle, ConfirmSeat(meeting.code))
    _do(life, "anna", SetPlatform(meeting.code, 1, LINK))
    password = _in_clear(life, meeting)
    assert password is not None
    assert _do(life, "anna", CancelMeeting(meeting.code)) == Done()
    assert isinstance(_ask(life, sara, meeting.starts_at - 30 * MINUTE), Refused)
    assert _in_clear(life, meeting) is None
    assert _read(life, meeting.code).released == 0
    return password

"""LATE moves the planned end, and a password that nobody has set is asked for again."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.acts import staff_meetings
from bot.due import meetings as due
from flows.staff.acts.meetings import SayLate
from storage import meetings
from storage.tables import timers
from tests.group_life import Life


def due_at(life: Life, kind: str) -> datetime:
    with life.work() as work:
        mine = (timers.c.subject_id == life.meeting_id, timers.c.kind == kind, timers.c.done_at.is_(None))
        found: datetime = work.connection.execute(select(timers.c.due_at).where(*mine)).scalar_one()
    return found


@pytest.mark.clause("G6.4", "G6.7")
def test_a_late_meeting_ends_later_and_the_last_word_holds(life: Life) -> None:
    ends_at, wiped_at = life.meeting().ends_at, due_at(life, "wipe")
    for minutes in (20, 5, 10):
        life.at("anna", SayLate(life.meeting().code, minutes), staff_meetings.ACTS[SayLate])
        assert life.meeting().ends_at == due_at(life, "meeting_end") == ends_at + timedelta(minutes=minutes)
    assert due_at(life, "wipe") == wiped_at + timedelta(minutes=10)


@pytest.mark.clause("G6.3")
def test_the_leader_is_asked_again_until_the_first_password_is_on_the_platform(life: Life) -> None:
    with life.work() as work:
        due.DUE["password"](work, life.organisation, life.meeting_id, "")
    assert due_at(life, "platform_page") == life.now + timedelta(minutes=15)
    for times in (2, 3):
        life.delivered()
        with life.work() as work:
            due.DUE["platform_page"](work, life.organisation, life.meeting_id, "")
        assert life.told(handle="anna") == ["staff_platform_wanted"] * times
    with life.work() as work:
        meetings.change(work, life.meeting_id, platform_version=1)
        due.DUE["platform_page"](work, life.organisation, life.meeting_id, "")
    assert life.told(handle="anna") == ["staff_platform_wanted"] * 3

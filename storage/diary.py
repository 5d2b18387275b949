"""The diary: meetings are put in, moved and taken out here, with all that falls due for each."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from storage import codes, meetings
from storage.meetings import Meeting
from storage.tables import meetings as meeting_rows
from storage.tables import memberships
from storage.work import Work

LATE = "late_minutes"
CLOCKS = (
    "plan",
    "password",
    "seats",
    "seats_alert",
    "list",
    "meeting_start",
    "meeting_end",
    "rotation_page",
    "platform_page",
)


@dataclass(frozen=True)
class Talk:
    """I2.1, I2.2: how private it is. `reason`: a manager's, where sensitive talk is not encrypted from end to end."""

    end_to_end: bool
    overridden_by: UUID | None = None
    reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Plan:
    """What a new meeting is made of."""

    group_id: UUID
    platform: str
    starts_at: datetime
    ends_at: datetime
    person_id: UUID | None = None
    talk: Talk | None = None


@dataclass(frozen=True)
class Clocks:
    """How long before its start, or after its end, each thing about a meeting falls due."""

    window: timedelta
    seats: timedelta
    alert: timedelta
    wipe: timedelta
    listing: timedelta = timedelta(minutes=15)
    plan: timedelta = timedelta(hours=24)


def add(work: Work, meeting_id: UUID, plan: Plan, clocks: Clocks) -> tuple[str, bool]:
    """H1.1: put a meeting in the diary with all that falls due for it; its code, and whether it is new."""
    row: dict[str, Any] = {
        "id": meeting_id,
        "group_id": plan.group_id,
        "person_id": plan.person_id,
        "platform": plan.platform,
        "starts_at": plan.starts_at,
        "ends_at": plan.ends_at,
        "created_at": work.now,
    }
    if plan.talk is not None:
        row["end_to_end"], row["overridden_by"] = plan.talk.end_to_end, plan.talk.overridden_by
        row["override_reason_sealed"] = work.seal("meetings.override_reason", meeting_id, plan.talk.reason)
    code, is_new = codes.keep(work, meeting_rows, "M", row)
    if is_new:
        _wind_clocks(work, meeting_id, plan, clocks)
    return code, is_new


def talk_of(work: Work, meeting_id: UUID) -> Talk:
    """Read how private a meeting is, for one that takes its place."""
    columns = (meeting_rows.c.end_to_end, meeting_rows.c.overridden_by, meeting_rows.c.override_reason_sealed)
    row = work.connection.execute(select(*columns).where(meeting_rows.c.id == meeting_id)).one()
    return Talk(row[0], row[1], work.open("meetings.override_reason", meeting_id, row[2]))


def _wind_clocks(work: Work, meeting_id: UUID, plan: Plan, clocks: Clocks) -> None:
    due = {
        "plan": plan.starts_at - clocks.plan,
        "seats": plan.starts_at - clocks.seats,
        "password": plan.starts_at - clocks.window,
        "seats_alert": plan.starts_at - clocks.alert,
        "list": plan.starts_at - clocks.listing,
        "meeting_start": plan.starts_at,
        "meeting_end": plan.ends_at,
        "wipe": plan.ends_at + clocks.wipe,
    }
    for kind, due_at in due.items():
        work.set_timer(kind, meeting_id, due_at)


def make_up(work: Work, meeting: Meeting, clocks: Clocks) -> None:
    """G1.3, G6.3: what fell due while nobody led the group falls due now."""
    for kind, before in (("password", clocks.window), ("seats", clocks.seats)):
        if meeting.starts_at - before <= work.now < meeting.starts_at:
            work.set_timer(kind, meeting.id, work.now)


def put_off(work: Work, meeting: Meeting, minutes: int, wipe: timedelta) -> None:
    """LATE: it begins and ends so many minutes after the plan. Said again, the last word holds."""
    ends_at = meeting.ends_at + timedelta(minutes=minutes - int(meeting.checklist.get(LATE, 0)))
    meetings.change(work, meeting.id, ends_at=ends_at, checklist={**meeting.checklist, LATE: minutes})
    if work.now < meeting.starts_at or work.has_timer("meeting_start", meeting.id):
        work.set_timer("meeting_start", meeting.id, meeting.starts_at + timedelta(minutes=minutes))
    work.set_timer("meeting_end", meeting.id, ends_at)
    work.set_timer("wipe", meeting.id, ends_at + wipe)


def is_off(work: Work, person_id: UUID, since: datetime, until: datetime) -> bool:
    """Tell whether a meeting of an active member that was to begin then was cancelled or moved away."""
    theirs = (memberships.c.person_id == person_id) & (memberships.c.status == "active")
    query = (
        select(meeting_rows.c.id)
        .join(memberships, memberships.c.group_id == meeting_rows.c.group_id)
        .where(theirs, meeting_rows.c.status.in_(["cancelled", "moved"]))
        .where(or_(meeting_rows.c.person_id.is_(None), meeting_rows.c.person_id == person_id))
        .where(meeting_rows.c.starts_at >= since, meeting_rows.c.starts_at < until)
    )
    return work.connection.execute(query.limit(1)).first() is not None


def close(work: Work, meeting: Meeting, status: str) -> None:
    """End, move or cancel it: nothing more falls due for it but the wipe."""
    meetings.change(work, meeting.id, status=status)
    work.cancel_timers(meeting.id, *CLOCKS)

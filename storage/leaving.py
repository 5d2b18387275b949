"""A member of staff leaves: what they held is taken from them, and named, so that somebody takes it up."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Exists, Table, and_, exists, or_, select, update

from storage import staff_lines
from storage.staff import Member
from storage.tables import audit, callbacks, cases, complaints, concerns, groups, meetings
from storage.tables import staff as staff_rows
from storage.work import Work

SEATS = ("leader", "second", "moderator")
OPEN = ("planned", "started")


@dataclass(frozen=True)
class Left:
    """What nobody holds now, by id. `paused`: groups that they led (G1.3); `groups`: those of their other seats."""

    groups: list[UUID]
    paused: list[UUID]
    meetings: list[UUID]
    cases: list[UUID]
    rings: list[UUID]
    complaints: list[UUID]
    concerns: list[UUID]


def families_of(work: Work, staff_id: UUID) -> list[UUID]:
    """The families whose open cases somebody has claimed: their lanes are locked before anything is taken."""
    claimed = select(cases.c.family_id).where(cases.c.claimed_by == staff_id, cases.c.status == "open").distinct()
    return sorted(work.connection.execute(claimed).scalars())


def passwords_known(work: Work, member: Member, *, every: bool) -> list[UUID]:
    """G6.5: the meetings not over whose password somebody may have seen; `every`: a manager may have seen any.

    Those too that they read while they held a seat which is somebody else's by now.
    """
    live = (meetings.c.status.in_(OPEN), meetings.c.ends_at > work.now, meetings.c.password_version > 0)
    known = select(meetings.c.id).where(*live)
    if not every:
        known = known.where(meetings.c.id.in_(meetings_of(work, member.id)) | _was_read(member.handle))
    return list(work.connection.execute(known.order_by(meetings.c.id)).scalars())


def _was_read(handle: str) -> Exists:
    read = (audit.c.object_id == meetings.c.code, audit.c.object_kind == "meeting", audit.c.act == "read")
    return exists().where(*read, audit.c.actor == f"staff:{handle}", audit.c.outcome == "done")


def meetings_of(work: Work, staff_id: UUID) -> list[UUID]:
    """The meetings not over in which somebody holds a seat, for the day or in the group."""
    held = or_(*(meetings.c[f"{seat}_id"] == staff_id for seat in SEATS))
    held |= or_(
        *(and_(meetings.c[f"{seat}_id"].is_(None), groups.c[f"{seat}_id"] == staff_id) for seat in SEATS),
    )
    found = select(meetings.c.id).join(groups).where(held, meetings.c.status.in_(OPEN), meetings.c.ends_at > work.now)
    return list(work.connection.execute(found.order_by(meetings.c.id)).scalars())


def leave(work: Work, staff_id: UUID) -> Left:
    """H2.4: no role, no seat, no chat, nothing in hand; the caller has changed the passwords they knew."""
    ended: dict[str, Any] = {"roles": [], "qualified_until": None, "left_at": work.now}
    touched = meetings_of(work, staff_id)
    for seat in SEATS:
        _empty(work, meetings, f"{seat}_id", staff_id, **{f"{seat}_confirmed_at": None})
    left = Left(
        groups=[each for seat in ("second", "moderator") for each in _take(work, groups, f"{seat}_id", staff_id)],
        paused=_take(work, groups, "leader_id", staff_id, paused_at=work.now),
        meetings=touched,
        cases=_take(work, cases, "claimed_by", staff_id, cases.c.status == "open", claimed_at=None),
        rings=_take(work, callbacks, "owner_id", staff_id, callbacks.c.done_at.is_(None)),
        complaints=_take(work, complaints, "handler_id", staff_id, complaints.c.closed_at.is_(None)),
        concerns=_take(
            work, concerns, "acknowledged_by", staff_id, concerns.c.closed_at.is_(None), acknowledged_at=None
        ),
    )
    work.connection.execute(update(staff_rows).where(staff_rows.c.id == staff_id).values(ended))
    staff_lines.unbind(work, staff_id)
    return left


def _empty(work: Work, table: Table, column: str, staff_id: UUID, **also: Any) -> None:
    still = (table.c[column] == staff_id, table.c.status.in_(OPEN))
    work.connection.execute(update(table).where(*still).values({column: None} | also))


def _take(work: Work, table: Table, column: str, staff_id: UUID, *still: Any, **also: Any) -> list[UUID]:
    taken = update(table).where(table.c[column] == staff_id, *still).values({column: None} | also)
    return list(work.connection.execute(taken.returning(table.c.id)).scalars())

"""Rooms: which meeting is wanted at which provider, how far it is, and when somebody must look at it again.

Rows say what is wanted; bot/meetings/keeping.py asks the provider for it, outside any transaction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, case, exists, literal, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from storage.ids import id_for
from storage.meetings import OPEN, Meeting
from storage.tables import meetings, rooms
from storage.work import Work

WANTED, MADE, LEAVING, CLOSED = "wanted", "made", "leaving", "closed"
LEASE = timedelta(minutes=2)
# A meeting that runs over its time is not cut off at once; its password is dead all the same.
OVERRUN = timedelta(minutes=30)


@dataclass(frozen=True)
class Room:
    """A meeting at a provider, for one version of a password. `to_tick`: what the provider could not confirm."""

    id: UUID
    meeting_id: UUID
    version: int
    provider: str
    status: str
    due_at: datetime | None
    attempts: int
    trouble: str | None
    told: str | None
    number_sealed: bytes | None
    to_tick: Sequence[str]
    host_for: UUID | None
    started_at: datetime | None
    ended_at: datetime | None

    @property
    def is_running(self) -> bool:
        """Whether people are in it, as far as the provider has told."""
        return self.started_at is not None and self.ended_at is None

    def number(self, work: Work) -> str | None:
        """What the provider calls it; None until it is made."""
        return work.open("rooms.number", self.id, self.number_sealed)


def want(work: Work, meeting: Meeting, provider: str) -> None:
    """Want a room for the password that counts now; a second time changes nothing."""
    row = {"meeting_id": meeting.id, "version": meeting.password_version, "provider": provider, "due_at": work.now}
    fresh = row | {"id": room_id(meeting.id, meeting.password_version)}
    work.connection.execute(insert(rooms).values(fresh).on_conflict_do_nothing())


def want_missing(work: Work, providers: Mapping[str, str]) -> None:
    """Want a room for each meeting whose platform waits for its password, by platform and its provider.

    Where people are inside an earlier one, a human ends it first: see bot/acts/staff_rooms.py.
    """
    for platform, provider in providers.items():
        waits = select(meetings.c.id, meetings.c.password_version).where(
            meetings.c.platform == platform,
            meetings.c.status.in_(OPEN),
            meetings.c.ends_at > work.now,
            meetings.c.password_version > meetings.c.platform_version,
            ~_needs_a_human(work),
            ~exists().where(rooms.c.meeting_id == meetings.c.id, rooms.c.version == meetings.c.password_version),
        )
        for meeting_id, version in work.connection.execute(waits).all():
            row = {"id": room_id(meeting_id, version), "meeting_id": meeting_id, "version": version}
            fresh = insert(rooms).values(row | {"provider": provider, "due_at": work.now})
            work.connection.execute(fresh.on_conflict_do_nothing())


def leave_stale(work: Work) -> None:
    """Let go of rooms whose meeting is over, or whose password was replaced and whose successor has begun."""
    over_time = (meetings.c.status == "ended") & (meetings.c.ends_at <= work.now)
    due_at = case((over_time, meetings.c.ends_at + OVERRUN), else_=literal(work.now))
    replaced = (rooms.c.version < meetings.c.password_version) & or_(~_needs_a_human(work), _has_successor())
    by_hand = (rooms.c.status == WANTED) & (rooms.c.version <= meetings.c.platform_version)
    stale = or_(meetings.c.status.not_in(OPEN), replaced, by_hand)
    going = update(rooms).where(rooms.c.meeting_id == meetings.c.id, rooms.c.status.in_([WANTED, MADE]), stale)
    work.connection.execute(going.values(status=LEAVING, due_at=due_at, host_for=None))


def claim(work: Work) -> Room | None:
    """Take a room that is due, one that is left first; if this process dies, it is due again after the lease."""
    order = (rooms.c.status != LEAVING, rooms.c.due_at, rooms.c.id)
    due = _select().where(rooms.c.due_at <= work.now).order_by(*order).limit(1)
    found = _one(work, due.with_for_update(skip_locked=True))
    if found is not None:
        change(work, found, due_at=work.now + LEASE, attempts=found.attempts + 1)
    return found


def lock(work: Work, room_id: UUID) -> Room:
    """Wait for a room and read it afresh. Rooms are locked after their meeting."""
    found = _one(work, _select().where(rooms.c.id == room_id).with_for_update())
    if found is None:
        raise LookupError("there is no such room")
    return found


def of_version(work: Work, meeting: Meeting) -> Room | None:
    """Read the room for the password that counts now."""
    return _one(work, _select().where(rooms.c.id == room_id(meeting.id, meeting.password_version)))


def needs_a_human(work: Work, meeting: Meeting) -> bool:
    """Tell whether people may be inside the room of a password that was replaced: then a human ends it."""
    return bool(work.connection.execute(select(_needs_a_human(work)).where(meetings.c.id == meeting.id)).scalar_one())


def by_number(work: Work, provider: str, number: str) -> Room | None:
    """Find a room by what its provider calls it."""
    return _one(work, _select().where(rooms.c.number_token == _token(work, provider, number)).limit(1))


def change(work: Work, room: Room, **values: Any) -> None:
    """Set columns of a room."""
    work.connection.execute(update(rooms).where(rooms.c.id == room.id).values(**values))


def remember_number(work: Work, room: Room, number: str) -> None:
    """Keep what the provider calls it."""
    sealed = work.seal("rooms.number", room.id, number)
    change(work, room, number_sealed=sealed, number_token=_token(work, room.provider, number))


def room_id(meeting_id: UUID, version: int) -> UUID:
    """The same id for the same version of the same meeting's password, so that there is one room for it."""
    return id_for("room", meeting_id, version)


def _needs_a_human(work: Work) -> Any:
    """Whether a password was replaced while people were inside the earlier room."""
    earlier = rooms.alias("earlier")
    inside = exists().where(
        earlier.c.meeting_id == meetings.c.id,
        earlier.c.version < meetings.c.password_version,
        earlier.c.status == MADE,
        earlier.c.started_at.is_not(None),
        earlier.c.ended_at.is_(None),
    )
    live = or_(meetings.c.status == "started", meetings.c.starts_at <= work.now)
    return and_(meetings.c.password_version > 1, meetings.c.platform_version > 0, or_(inside, live))


def _has_successor() -> Any:
    later = rooms.alias("later")
    begun = exists().where(later.c.meeting_id == meetings.c.id, later.c.version == meetings.c.password_version)
    return or_(begun, meetings.c.platform_version == meetings.c.password_version)


def _token(work: Work, provider: str, number: str) -> bytes:
    return work.keys.token("rooms.number", f"{provider}\0{number}")


def _select() -> Select[Any]:
    return select(*(rooms.c[name] for name in Room.__dataclass_fields__))


def _one(work: Work, query: Select[Any]) -> Room | None:
    row = work.connection.execute(query).mappings().first()
    return None if row is None else Room(**row)

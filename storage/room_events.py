"""What a provider told us about who waits in a room, came and left. Names are sealed with the meeting's own key."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from storage import meeting_keys
from storage.ids import id_for
from storage.rooms import Room
from storage.tables import room_events, rooms
from storage.work import Work

PLACE = "room_events.name"
WAITS, JOINED, LEFT = "waits", "joined", "left"


@dataclass(frozen=True)
class Seen:
    """Somebody, by the name that they gave themselves."""

    kind: str
    name: str

    def __repr__(self) -> str:
        return f"Seen({self.kind})"


def note(work: Work, room: Room, key: str, kind: str, name: str | None, at: datetime) -> bool:
    """Write one thing down; False if the provider has told it before."""
    event_id = id_for("room_event", room.id, work.keys.token("room_events.key", key).hex())
    sealed = None if name is None else meeting_keys.seal(work, room.meeting_id, event_id, name, PLACE)
    row = {"id": event_id, "room_id": room.id, "kind": kind, "name_sealed": sealed, "at": at}
    new = insert(room_events).values(row).on_conflict_do_nothing().returning(room_events.c.id)
    return work.connection.execute(new).first() is not None


def plain(name: str) -> str:
    """A name on the screen, so that capitals and blanks make no difference."""
    return " ".join(name.casefold().split())


def seen(work: Work, meeting_id: UUID) -> list[Seen]:
    """List who waited, came and left, oldest first; nobody once the meeting's key is destroyed."""
    query = (
        select(room_events.c.id, room_events.c.kind, room_events.c.name_sealed)
        .join(rooms, rooms.c.id == room_events.c.room_id)
        .where(rooms.c.meeting_id == meeting_id, room_events.c.name_sealed.is_not(None))
        .order_by(room_events.c.at, room_events.c.id)
    )
    rows = work.connection.execute(query).all()
    named = ((kind, meeting_keys.unseal(work, meeting_id, event_id, sealed, PLACE)) for event_id, kind, sealed in rows)
    return [Seen(kind, name) for kind, name in named if name is not None]

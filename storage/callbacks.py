"""Promises to ring somebody back (RING ME): a safe time, an owner, a due date, a closing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select, update

from storage import codes, several
from storage.contacts import Contact
from storage.tables import callbacks
from storage.work import Work


@dataclass(frozen=True)
class Ring:
    """One promised call. The safe time stays sealed."""

    id: UUID
    code: str
    contact_id: UUID
    case_id: UUID | None
    owner_id: UUID | None
    opened_at: datetime
    due_at: datetime
    done_at: datetime | None
    safe_time_sealed: bytes | None

    def safe_time(self, work: Work) -> str:
        """Open when it is safe to ring."""
        return work.open("callbacks.safe_time", self.id, self.safe_time_sealed) or ""


_FIELDS = [callbacks.c[name] for name in Ring.__dataclass_fields__]


def ask(
    work: Work,
    ring_id: UUID,
    *,
    contact_id: UUID,
    case_id: UUID | None,
    owner_id: UUID | None,
    safe_time: str | None,
    due_at: datetime,
) -> tuple[str, bool]:
    """Promise a call: its code, and whether it is new."""
    row = {
        "id": ring_id,
        "contact_id": contact_id,
        "case_id": case_id,
        "owner_id": owner_id,
        "safe_time_sealed": work.seal("callbacks.safe_time", ring_id, safe_time),
        "opened_at": work.now,
        "due_at": due_at,
    }
    return codes.keep(work, callbacks, "R", row)


def by_id(work: Work, ring_id: UUID) -> Ring | None:
    """Read one promised call."""
    return _one(work, callbacks.c.id == ring_id)


def by_code(work: Work, code: str) -> Ring | None:
    """Find a promised call by its pointer, however it was typed."""
    return _one(work, callbacks.c.code == codes.pointer(code))


def open_of(work: Work, contact: Contact) -> Ring | None:
    """Find the call that somebody still waits for, from whichever of their contacts they asked."""
    theirs = several.ids_with_it(work, contact)
    return _one(work, callbacks.c.contact_id.in_(theirs) & callbacks.c.done_at.is_(None))


def set_safe_time(work: Work, ring: Ring, safe_time: str) -> None:
    """Keep when it is safe to ring."""
    sealed = work.seal("callbacks.safe_time", ring.id, safe_time)
    work.connection.execute(update(callbacks).where(callbacks.c.id == ring.id).values(safe_time_sealed=sealed))


def open_for(work: Work, staff_id: UUID, *, of_nobody: bool) -> list[Ring]:
    """Read the calls that somebody has promised, and, for managers, those that nobody has."""
    theirs = callbacks.c.owner_id == staff_id
    if of_nobody:
        theirs = or_(theirs, callbacks.c.owner_id.is_(None))
    found = select(*_FIELDS).where(theirs, callbacks.c.done_at.is_(None)).order_by(callbacks.c.due_at)
    return [Ring(**row) for row in work.connection.execute(found).mappings()]


def close(work: Work, ring: Ring, staff_id: UUID, outcome: str) -> None:
    """Record that they spoke."""
    done = {"done_at": work.now, "done_by": staff_id, "outcome": outcome}
    work.connection.execute(update(callbacks).where(callbacks.c.id == ring.id).values(done))


def postpone(work: Work, ring: Ring, due_at: datetime) -> None:
    """Record that nobody answered: it is due again."""
    later = {"due_at": due_at, "outcome": "no_answer"}
    work.connection.execute(update(callbacks).where(callbacks.c.id == ring.id).values(later))


def _one(work: Work, condition: Any) -> Ring | None:
    row = work.connection.execute(select(*_FIELDS).where(condition).limit(1)).mappings().one_or_none()
    return None if row is None else Ring(**row)

"""What reached us: each message once, sealed, until its turn is done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import distinct_on, insert

from storage.tables import inbox
from storage.work import Work

TRIES = 3


@dataclass(frozen=True)
class Received:
    """One journalled message, opened. `more_wait`: others of the same address wait behind it."""

    id: UUID
    channel: str
    address_token: bytes
    frame: dict[str, Any]
    sent_at: datetime
    attempts: int
    more_wait: bool = False


def keep(
    work: Work, channel: str, key: str, address_token: bytes, frame: dict[str, Any], sent_at: datetime
) -> UUID | None:
    """Journal one message under its provider's own key; None if it was here before."""
    row_id = uuid4()
    row = {
        "id": row_id,
        "channel": channel,
        "key": key,
        "address_token": address_token,
        "frame_sealed": work.keys.seal_json("inbox.frame", row_id, frame),
        "sent_at": sent_at,
        "received_at": work.now,
    }
    kept = work.connection.execute(insert(inbox).values(row).on_conflict_do_nothing().returning(inbox.c.id))
    return kept.scalar_one_or_none()


def next_of(work: Work, channel: str, address_token: bytes) -> Received | None:
    """The oldest message of this address that still waits for its turn."""
    waiting = (inbox.c.channel == channel, inbox.c.address_token == address_token, inbox.c.status == "new")
    rows = work.connection.execute(select(inbox).where(*waiting).order_by(inbox.c.n).limit(2)).mappings().all()
    if not rows:
        return None
    row = rows[0]
    frame = work.keys.open_json("inbox.frame", row["id"], row["frame_sealed"])
    return Received(row["id"], channel, address_token, frame, row["sent_at"], row["attempts"], len(rows) > 1)


def address_of(work: Work, inbox_id: UUID) -> tuple[str, bytes] | None:
    """Channel and address token of a message that may still wait."""
    row = work.connection.execute(select(inbox.c.channel, inbox.c.address_token).where(inbox.c.id == inbox_id))
    found = row.one_or_none()
    return None if found is None else (found[0], found[1])


def waiting(work: Work, limit: int = 100) -> list[UUID]:
    """Messages without a turn, for the sweeper; one id per address is enough."""
    first = select(inbox.c.id).ext(distinct_on(inbox.c.channel, inbox.c.address_token))
    first = (
        first.where(inbox.c.status == "new").order_by(inbox.c.channel, inbox.c.address_token, inbox.c.n).limit(limit)
    )
    return [row[0] for row in work.connection.execute(first)]


def done(work: Work, inbox_id: UUID, status: str = "done") -> None:
    """Its turn was taken, or it needs none ("ignored")."""
    work.connection.execute(update(inbox).where(inbox.c.id == inbox_id).values(status=status, done_at=work.now))


def forget(work: Work, inbox_id: UUID) -> None:
    """H3.1: delete what a message said: it was refused."""
    work.connection.execute(update(inbox).where(inbox.c.id == inbox_id).values(frame_sealed=None))


def failed(work: Work, inbox_id: UUID, fault: str) -> bool:
    """Count a failed turn by the name of its error; True when it is parked now."""
    attempts = inbox.c.attempts + 1
    row = work.connection.execute(
        update(inbox)
        .where(inbox.c.id == inbox_id, inbox.c.status == "new")
        .values(attempts=attempts, fault=fault)
        .returning(inbox.c.attempts)
    )
    parked = (row.scalar_one_or_none() or 0) >= TRIES
    if parked:
        done(work, inbox_id, "parked")
    return parked

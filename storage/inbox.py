"""What reached us: each message once, sealed, until its turn is done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select, update
from sqlalchemy.dialects.postgresql import distinct_on, insert

from storage.contacts import FIELDS, Contact
from storage.fixed import fixed
from storage.ids import new_id
from storage.tables import contacts, inbox, lanes
from storage.work import Work

TRIES = 3

# Built once: each turn asks these, and putting a statement together costs as much as sending it.
_KEEP = insert(inbox).on_conflict_do_nothing().returning(inbox.c.id)
_THEIRS = (contacts.c.channel == inbox.c.channel) & (contacts.c.address_token == inbox.c.address_token)
_FROM = select(inbox.c.channel, inbox.c.address_token).where(inbox.c.id == bindparam("message"))
_KNOWN = (
    _FROM.add_columns(contacts.c.id, contacts.c.lane_id)
    .join(contacts, _THEIRS)
    .join(lanes, lanes.c.id == contacts.c.lane_id)
    .with_for_update(key_share=True, of=lanes)
)
_MESSAGE = ("id", "frame_sealed", "sent_at", "attempts")
_NEXT = fixed(
    select(*(inbox.c[name] for name in _MESSAGE), *FIELDS)
    .join(contacts, contacts.c.id == bindparam("contact"), isouter=True)
    .where(inbox.c.channel == bindparam("on"), inbox.c.address_token == bindparam("theirs"), inbox.c.status == "new")
    .order_by(inbox.c.n)
    .limit(2)
)
_DONE = update(inbox).where(inbox.c.id == bindparam("message"))


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


@dataclass(frozen=True)
class Sender:
    """An address, and the contact and lane that are known by it; None before their first turn."""

    channel: str
    address_token: bytes
    contact_id: UUID | None = None
    lane_id: UUID | None = None


def keep(
    work: Work, channel: str, key: str, address_token: bytes, frame: dict[str, Any], sent_at: datetime
) -> UUID | None:
    """Journal one message under its provider's own key; None if it was here before."""
    row_id = new_id()
    row = {
        "id": row_id,
        "channel": channel,
        "key": key,
        "address_token": address_token,
        "frame_sealed": work.keys.seal_json("inbox.frame", row_id, frame),
        "sent_at": sent_at,
        "received_at": work.now,
    }
    return work.connection.execute(_KEEP, row).scalar_one_or_none()


def next_of(work: Work, sender: Sender) -> tuple[Received, Contact | None] | None:
    """The oldest message of this address that still waits for its turn, and the contact as it is now."""
    asked = {"theirs": sender.address_token, "on": sender.channel, "contact": sender.contact_id}
    rows = work.connection.execute(_NEXT, asked).all()
    if not rows:
        return None
    row_id, frame_sealed, sent_at, attempts, *known = rows[0]
    frame = work.keys.open_json("inbox.frame", row_id, frame_sealed)
    received = Received(row_id, sender.channel, sender.address_token, frame, sent_at, attempts, len(rows) > 1)
    return received, None if known[0] is None else Contact(*known)


def sender_of(work: Work, inbox_id: UUID) -> Sender | None:
    """Who sent a message that may still wait; the lane of one who is known is waited for and locked (storage/lanes.py).

    The contact is to be read afterwards: staff may have moved it to another lane meanwhile.
    """
    known = work.connection.execute(_KNOWN, {"message": inbox_id}).one_or_none()
    row = known or work.connection.execute(_FROM, {"message": inbox_id}).one_or_none()
    return None if row is None else Sender(*row)


def waiting(limit: int = 100) -> Select[Any]:
    """Messages without a turn, for the sweeper; one id per address is enough."""
    first = select(inbox.c.id).ext(distinct_on(inbox.c.channel, inbox.c.address_token))
    return first.where(inbox.c.status == "new").order_by(inbox.c.channel, inbox.c.address_token, inbox.c.n).limit(limit)


def done(work: Work, inbox_id: UUID, status: str = "done") -> None:
    """Its turn was taken, or it needs none ("ignored")."""
    work.connection.execute(_DONE, {"message": inbox_id, "status": status, "done_at": work.now})


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

"""How far our messages got, by what the providers say: only ever forwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ARRAY, Text, and_, bindparam, case, cast, false, func, select, update
from sqlalchemy.dialects.postgresql import distinct_on

from storage.fixed import fixed
from storage.queued import CONTENT_REFUSED, MAY_BE_REPEATED, THROTTLED_LATER
from storage.tables import contacts, outbox
from storage.work import Work

BEFORE = {
    "sent": ["sending", "unknown"],
    "delivered": ["sending", "unknown", "sent"],
    "read": ["sending", "unknown", "sent", "delivered"],
    "failed": ["sending", "unknown", "sent"],
}
GONE_OUT = frozenset({"sent", "delivered", "read"})
MAY_HAVE_GONE = and_(outbox.c.status == "due", outbox.c.reason == MAY_BE_REPEATED)
BEYOND = ["delivered", "read", "failed", "held"]

# Built once: each message asks these.
_GOES_AGAIN = and_(outbox.c.status == "due", outbox.c.reason.in_([CONTENT_REFUSED, THROTTLED_LATER]))
_SENT = fixed(
    update(outbox)
    .where(outbox.c.id == bindparam("message"), ~func.coalesce(_GOES_AGAIN, false()))
    .values(
        status=case((outbox.c.status.in_(BEYOND), outbox.c.status), else_="sent"),
        reason=func.coalesce(bindparam("why", type_=Text), outbox.c.reason),
        provider_ref=func.coalesce(bindparam("known_by", type_=Text), outbox.c.provider_ref),
        sent_at=bindparam("at"),
    )
)
_QUEUED_AT = fixed(
    select(outbox.c.queued_at)
    .where(outbox.c.contact_id == bindparam("contact"), outbox.c.provider_ref == bindparam("known_by"))
    .limit(1)
)
_LOST = fixed(
    select(func.count()).where(
        outbox.c.contact_id.in_(bindparam("theirs", expanding=True)),
        outbox.c.act == "send",
        outbox.c.queued_at >= bindparam("since"),
        outbox.c.status.in_(["failed", "unknown"]),
    )
)


@dataclass(frozen=True)
class Moved:
    """One message that moved on."""

    id: UUID
    contact_id: UUID
    template: str
    release_id: UUID | None
    has_buttons: bool
    attempts: int


def advance(
    work: Work,
    channel: str,
    references: Sequence[str],
    status: str,
    *,
    outbox_id: UUID | None = None,
    address_token: bytes | None = None,
    reason: str | None = None,
) -> list[Moved]:
    """Move messages on, never back; answers those that moved.

    `outbox_id` settles a message whose sending had no known outcome, also where it was to be tried again;
    `address_token` tells people apart whose messages have the same reference, which on Signal is only a time.
    """
    theirs = select(contacts.c.id).where(contacts.c.channel == channel)
    if address_token is not None:
        theirs = theirs.where(contacts.c.address_token == address_token)
    named = func.string_to_array(outbox.c.provider_ref, " ").op("&&")(cast(list(references), ARRAY(Text)))
    known = named if outbox_id is None else (outbox.c.id == outbox_id) | named
    settles = (outbox.c.id == outbox_id) & MAY_HAVE_GONE if status in GONE_OUT else false()
    moves = outbox.c.status.in_(BEFORE[status]) | settles
    moving = update(outbox).where(known, outbox.c.act == "send", outbox.c.contact_id.in_(theirs), moves)
    values = {
        "status": status,
        "reason": func.coalesce(reason, outbox.c.reason),
        "provider_ref": func.coalesce(outbox.c.provider_ref, " ".join(references)),
    }
    moved = work.connection.execute(
        moving.values(values).returning(
            outbox.c.id,
            outbox.c.contact_id,
            outbox.c.template,
            outbox.c.release_id,
            func.jsonb_array_length(outbox.c.buttons) > 0,
            outbox.c.attempts,
        )
    )
    return [Moved(*row) for row in moved]


def lost(work: Work, contact_ids: Sequence[UUID], since: datetime) -> int:
    """Count what was sent to these contacts since then and did not arrive, or of which nobody knows."""
    return int(work.connection.execute(_LOST, {"theirs": list(contact_ids), "since": since}).scalar_one())


def queued_at(work: Work, contact_id: UUID, reference: str) -> datetime | None:
    """When the message was queued that the messenger knows by this reference."""
    asked = {"contact": contact_id, "known_by": reference}
    return work.connection.execute(_QUEUED_AT, asked).scalar_one_or_none()


def sent(work: Work, row_id: UUID, reference: str | None, reason: str | None) -> None:
    """Note that a message was sent; a receipt that was faster than the provider's own answer stands, a refusal too."""
    work.connection.execute(_SENT, {"message": row_id, "known_by": reference, "why": reason, "at": work.now})


def has_arrived(work: Work, contact_ids: Sequence[UUID], text_id: str) -> bool:
    """Tell whether the newest message with this text left for one of these contacts."""
    return not GONE_OUT.isdisjoint(newest_status(work, contact_ids, text_id).values())


def newest_status(work: Work, contact_ids: Sequence[UUID], text_id: str) -> dict[UUID, str]:
    """How far the newest message with this text got, for each contact that had one."""
    newest = select(outbox.c.contact_id, outbox.c.status).ext(distinct_on(outbox.c.contact_id))
    newest = newest.where(outbox.c.contact_id.in_(contact_ids), outbox.c.template == text_id)
    found = work.connection.execute(newest.order_by(outbox.c.contact_id, outbox.c.n.desc()))
    return {row.contact_id: row.status for row in found}

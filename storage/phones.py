"""The simulated phones of the playground: who has one, and what is on its screen."""

from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, bindparam, func, select, update
from sqlalchemy.dialects.postgresql import insert

from storage.ids import new_id
from storage.tables import phone_messages, phone_rev, phones
from storage.work import Work

_LOCK = 0x646F6F72_73637265  # "door" "scre"

# Built once: each message in the playground asks these.
_IN_TURN = select(func.pg_advisory_xact_lock(_LOCK))
_ALL = select(phones).order_by(phones.c.made_at)
_NAMED = select(phones).where(phones.c.handle == bindparam("handle"))
_SHOW = (
    insert(phone_messages)
    .values(rev=phone_rev.next_value())
    .on_conflict_do_nothing(index_elements=["outbox_id"])
    .returning(phone_messages.c.id)
)
_OWN = (phones.c.address == phone_messages.c.chat) & phones.c.shares_with.is_(None)
_CHANGED = (
    select(phone_messages, func.coalesce(phones.c.handle, phone_messages.c.chat).label("phone"))
    .outerjoin(phones, _OWN)
    .where(phone_messages.c.rev > bindparam("after"))
    .order_by(phone_messages.c.n)
)


def add(work: Work, handle: str, channel: str, shares_with: str | None) -> bool:
    """Add a phone; False if the name is taken. Who shares a phone writes from its address."""
    address = handle if shares_with is None else address_of(work, shares_with) or handle
    row = {
        "id": new_id(),
        "handle": handle,
        "channel": channel,
        "shares_with": shares_with,
        "address": address,
        "made_at": work.now,
    }
    made = work.connection.execute(insert(phones).values(row).on_conflict_do_nothing().returning(phones.c.id))
    return made.one_or_none() is not None


def all_of(work: Work) -> list[RowMapping]:
    """Every phone, oldest first."""
    return list(work.connection.execute(_ALL).mappings())


def find(work: Work, handle: str) -> RowMapping | None:
    """One phone by its name."""
    return work.connection.execute(_NAMED, {"handle": handle}).mappings().one_or_none()


def address_of(work: Work, handle: str) -> str | None:
    """The address that a phone writes from."""
    return work.connection.execute(select(phones.c.address).where(phones.c.handle == handle)).scalar_one_or_none()


def rekey(work: Work, handle: str, address: str) -> None:
    """Give a phone a new address."""
    work.connection.execute(update(phones).where(phones.c.handle == handle).values(address=address))


def show(
    work: Work,
    chat: str,
    sender: str,
    body: dict[str, Any],
    *,
    kind: str = "text",
    template: str | None = None,
    buttons: list[dict[str, str]] | None = None,
    outbox_id: UUID | None = None,
    status: str = "delivered",
) -> UUID:
    """Put a message on a screen; the same outbox row twice is shown once."""
    row_id = new_id()
    row = {
        "id": row_id,
        "chat": chat,
        "sender": sender,
        "kind": kind,
        "body_sealed": work.keys.seal_json("phone_messages.body", row_id, body),
        "template": template,
        "buttons": buttons or [],
        "outbox_id": outbox_id,
        "status": status,
        "at": work.now,
    }
    _in_turn(work)
    is_new = work.connection.execute(_SHOW, row).first() is not None
    return row_id if is_new or outbox_id is None else shown(work, outbox_id) or row_id


def shown(work: Work, outbox_id: UUID) -> UUID | None:
    """The message that an outbox row became."""
    found = select(phone_messages.c.id).where(phone_messages.c.outbox_id == outbox_id)
    return work.connection.execute(found).scalar_one_or_none()


def change(work: Work, message_id: UUID, body: dict[str, Any], **values: Any) -> None:
    """Edit or delete a message that is on a screen."""
    sealed = work.keys.seal_json("phone_messages.body", message_id, body)
    _in_turn(work)
    work.connection.execute(
        update(phone_messages)
        .where(phone_messages.c.id == message_id)
        .values(rev=phone_rev.next_value(), body_sealed=sealed, **values)
    )


def _in_turn(work: Work) -> None:
    """One after the other, until each commits: a page that has seen a revision will find none before it any more."""
    work.connection.execute(_IN_TURN)


def messages(work: Work, after: int, chat: str | None) -> list[dict[str, Any]]:
    """What is on the screens, or changed there since a revision. `phone`: whose screen it is."""
    wanted = _CHANGED if chat is None else _CHANGED.where(phone_messages.c.chat == chat)
    return [
        {**row, "body": work.keys.open_json("phone_messages.body", row["id"], row["body_sealed"])}
        for row in work.connection.execute(wanted, {"after": after}).mappings()
    ]


def message(work: Work, n: int) -> RowMapping | None:
    """One message by its number."""
    return work.connection.execute(select(phone_messages).where(phone_messages.c.n == n)).mappings().one_or_none()

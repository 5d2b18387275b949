"""Conversations of a contact: a stack, so that a word written anywhere returns to the open question after it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, bindparam, insert, select, update

from storage.contacts import Contact
from storage.ids import new_id
from storage.tables import conversations
from storage.work import Work

ROADS = frozenset({"joining", "invited"})
"""The flows by which a family comes in: they wait for a decision."""
_SUBJECT = "subject"
_OPEN = (
    select(conversations)
    .where(conversations.c.contact_id == bindparam("contact"), conversations.c.ended_at.is_(None))
    .order_by(conversations.c.depth.desc())
)
_MOVE = update(conversations).where(conversations.c.id == bindparam("conversation"))


@dataclass(frozen=True)
class Conversation:
    """One flow being played with one contact."""

    id: UUID
    flow: str
    subject: str | None
    depth: int
    state: dict[str, Any]


def open_of(work: Work, contact_id: UUID) -> list[Conversation]:
    """The open conversations, deepest first."""
    rows = work.connection.execute(_OPEN, {"contact": contact_id})
    return [_conversation(work, row) for row in rows.mappings()]


def start(work: Work, contact: Contact, flow: str, subject: str | None, depth: int) -> Conversation:
    """Put a new conversation on top of the open ones."""
    row_id = new_id()
    row = {
        "id": row_id,
        "contact_id": contact.id,
        "lane_id": contact.lane_id,
        "flow": flow,
        "depth": depth,
        "state_sealed": _sealed(work, row_id, {}, subject),
        "started_at": work.now,
        "moved_at": work.now,
    }
    work.connection.execute(insert(conversations).values(row))
    return Conversation(row_id, flow, subject, depth, {})


def is_road_since(work: Work, conversation_id: UUID, moment: datetime | None) -> bool:
    """Tell whether this conversation is a road in that was begun after that moment."""
    mine = (conversations.c.id == conversation_id, conversations.c.flow.in_(sorted(ROADS)))
    begun = select(conversations.c.id).where(*mine, conversations.c.started_at > moment)
    return moment is not None and work.connection.execute(begun).first() is not None


def save(work: Work, conversation: Conversation, state: dict[str, Any], *, ended: bool) -> None:
    """Keep the state after a play. A finished conversation keeps none of its answers."""
    sealed = _sealed(work, conversation.id, *(({}, None) if ended else (state, conversation.subject)))
    moved = {"state_sealed": sealed, "moved_at": work.now, "ended_at": work.now if ended else None}
    work.connection.execute(_MOVE, {"conversation": conversation.id, **moved})


def put_on_top(work: Work, conversation: Conversation, depth: int) -> Conversation:
    """Bring a conversation before the others: the world has answered what it waited for."""
    moved = update(conversations).where(conversations.c.id == conversation.id).values(depth=depth)
    work.connection.execute(moved)
    return replace(conversation, depth=depth)


def close_all(work: Work, contact_id: UUID) -> None:
    """End every open conversation of a contact."""
    work.connection.execute(
        update(conversations)
        .where(conversations.c.contact_id == contact_id, conversations.c.ended_at.is_(None))
        .values(ended_at=work.now)
    )


def _conversation(work: Work, row: RowMapping) -> Conversation:
    state = work.keys.open_json("conversations.state", row["id"], row["state_sealed"])
    subject = state.pop(_SUBJECT, None)
    return Conversation(row["id"], row["flow"], subject, row["depth"], state)


def _sealed(work: Work, conversation_id: UUID, state: dict[str, Any], subject: str | None) -> bytes:
    """Seal the subject with the state: it may be the code of an invitation, or whatever staff typed."""
    kept = state if subject is None else state | {_SUBJECT: subject}
    return work.keys.seal_json("conversations.state", conversation_id, kept)

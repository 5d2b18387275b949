"""X4: what goes here goes at the messenger's provider too: noted with the deletion, deleted there later."""

from uuid import UUID

from sqlalchemy import ColumnElement, Connection, delete, func, select, union_all
from sqlalchemy.dialects.postgresql import insert

from storage.ids import new_id
from storage.tables import contacts, inbox, leftovers, outbox
from storage.work import Work

CHANNELS = ("whatsapp",)
"""Whose provider keeps a record of each message, and can delete it."""

_NOTE = insert(leftovers).on_conflict_do_nothing()


def note(work: Work, heard: ColumnElement[bool], sent: ColumnElement[bool]) -> None:
    """Note what a provider has of these rows of the inbox and of the outbox, before they go."""
    theirs = select(inbox.c.channel, inbox.c.key).where(heard, inbox.c.channel.in_(CHANNELS))
    ours = select(contacts.c.channel, outbox.c.provider_ref).join(contacts, contacts.c.id == outbox.c.contact_id)
    ours = ours.where(sent, outbox.c.provider_ref.is_not(None), contacts.c.channel.in_(CHANNELS))
    found = work.connection.execute(union_all(theirs, ours)).all()
    named = sorted({(channel, each) for channel, references in found for each in references.split()})
    rows = [{"id": new_id(), "channel": channel, "reference": each, "since": work.now} for channel, each in named]
    if rows:
        work.connection.execute(_NOTE, rows)


def some(connection: Connection, channel: str, most: int) -> list[tuple[UUID, str]]:
    """So many of what is still to be deleted, each with its id; in no order, so that none holds up the others."""
    noted = select(leftovers.c.id, leftovers.c.reference).where(leftovers.c.channel == channel)
    return [(row.id, row.reference) for row in connection.execute(noted.order_by(func.random()).limit(most))]


def gone(connection: Connection, leftover_id: UUID) -> None:
    """The provider has it no longer."""
    connection.execute(delete(leftovers).where(leftovers.c.id == leftover_id))

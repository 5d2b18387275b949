"""Wrong codes that were written lately, without the codes; kept for a day."""

from datetime import timedelta

from sqlalchemy import delete, func, insert, select

from flows.policy.guessing import PERIOD, GuessFacts
from storage.contacts import Contact
from storage.ids import new_id
from storage.tables import guesses
from storage.work import Work

KEPT = timedelta(days=1)


def count(work: Work, contact: Contact) -> None:
    """Note one wrong code."""
    work.connection.execute(delete(guesses).where(guesses.c.at < work.now - KEPT))
    row = {"id": new_id(), "contact_id": contact.id, "channel": contact.channel, "at": work.now}
    work.connection.execute(insert(guesses).values(row))


def facts(work: Work, contact: Contact) -> GuessFacts:
    """Count those of the last hour."""
    counted = select(
        func.count().filter(guesses.c.contact_id == contact.id),
        func.count().filter(guesses.c.channel == contact.channel),
        func.count(),
    ).where(guesses.c.at > work.now - PERIOD)
    return GuessFacts(*work.connection.execute(counted).one())

"""The contacts of an adult who writes from more than one messenger: which one is written to, and what they share.

They belong together under the first of them (contacts.first_id), which the adult is kept with (people.contact_id).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ScalarSelect, func, select

from flows.policy.several import OwnContact, choose_contact, is_number_in_doubt
from storage.contacts import FIELDS, Contact
from storage.tables import contacts
from storage.work import Work


@dataclass(frozen=True)
class Shared:
    """What a contact shares with the others of the same adult."""

    held: bool
    number_in_doubt: bool


def first_of(contact_id: UUID) -> ScalarSelect[UUID]:
    """As a part of a query: the contact that the adults who use this one are kept with."""
    first = select(func.coalesce(contacts.c.first_id, contacts.c.id)).where(contacts.c.id == contact_id)
    return first.scalar_subquery()


def with_it(work: Work, contact: Contact) -> list[Contact]:
    """List a contact and the others of the same adult, oldest first."""
    if contact.first_id is None:
        return [contact]
    theirs = select(*FIELDS).where(contacts.c.first_id == contact.first_id)
    rows = work.connection.execute(theirs.order_by(contacts.c.created_at, contacts.c.id)).mappings()
    return [Contact(**row) for row in rows]


def ids_with_it(work: Work, contact: Contact) -> list[UUID]:
    """List the ids of a contact and of the others of the same adult."""
    return [each.id for each in with_it(work, contact)]


def shared(work: Work, contact: Contact) -> Shared:
    """G6.4, G6.5: whether the adult is held back, and whether another contact's change casts a doubt on this one."""
    own = {each.id: as_own(work, each) for each in with_it(work, contact)}
    this = own.pop(contact.id, None) or as_own(work, contact)
    others = list(own.values())
    return Shared(this.held or any(each.held for each in others), is_number_in_doubt(this, others))


def is_in_doubt(work: Work, contact: Contact) -> bool:
    """G6.4: whether it may be in other hands: it is frozen, or may be on the number of one that is."""
    return contact.frozen_at is not None or (contact.first_id is not None and shared(work, contact).number_in_doubt)


def is_paused(work: Work, contact: Contact) -> bool:
    """A3: whether it may not be safe to write to the adult, from whichever of their contacts they said so."""
    return any(each.paused_at is not None for each in with_it(work, contact))


def written_to(work: Work, contact: Contact) -> Contact | None:
    """A2, A3, G6.4: the one of an adult's contacts that is written to first; None if none may be."""
    own = [(as_own(work, each), each) for each in with_it(work, contact)]
    chosen = choose_contact([told for told, _ in own])
    return next((each for told, each in own if told is chosen), None)


def for_pushes(work: Work, contact: Contact) -> Contact:
    """Where something that nobody asked for goes, once; where nothing may go, the contact that says why."""
    if contact.first_id is None:
        return contact
    paused = next((each for each in with_it(work, contact) if each.paused_at is not None), contact)
    return written_to(work, contact) or paused


def once_each(lines: Iterable[Contact]) -> list[Contact]:
    """Of the contacts of one adult only the first, so that nobody is told twice."""
    return list({line.home_id: line for line in reversed(list(lines))}.values())[::-1]


def as_own(work: Work, contact: Contact) -> OwnContact:
    """Say of a contact what policy asks."""
    return OwnContact(
        channel=contact.channel,
        number=contact.phone(work),
        shared=contact.shared,
        frozen=contact.frozen_at is not None,
        held=contact.held_at is not None,
        stopped=contact.stopped_at is not None,
        paused=contact.paused_at is not None,
    )

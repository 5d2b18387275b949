"""Whom a request about data is about: the adults of one contact, and what is theirs alone."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Text, and_, cast, or_, select

from storage import several
from storage.contacts import Contact
from storage.tables import (
    breaches,
    callbacks,
    cases,
    complaints,
    concerns,
    contacts,
    erasures,
    families,
    holds,
    memberships,
    people,
)
from storage.work import Work


@dataclass(frozen=True)
class Subject:
    """Some adults of a family and their contacts. `whole`: nobody else of the family is left."""

    family_id: UUID
    person_ids: tuple[UUID, ...]
    contact_ids: tuple[UUID, ...]
    whole: bool


def of_contact(work: Work, contact: Contact) -> Subject:
    """2.5: a request is about the adults who use the contact that asked; never about another adult's phone."""
    everybody = select(people.c.id, people.c.contact_id, is_erased()).where(people.c.family_id == contact.lane_id)
    rows = [row for row in work.connection.execute(everybody).all() if row.contact_id == contact.home_id or not row[2]]
    others = [row for row in rows if row.contact_id not in {contact.home_id, None}]
    if not others:
        return of_family(work, contact.lane_id)
    theirs = tuple(row.id for row in rows if row.contact_id == contact.home_id)
    return Subject(contact.lane_id, theirs, tuple(several.ids_with_it(work, contact)), False)


def is_erased() -> ColumnElement[bool]:
    """As a part of a query about people: whether this one was erased, alone or with their family."""
    theirs = (erasures.c.family_id == people.c.family_id, erasures.c.people.has_key(cast(people.c.id, Text)))
    return and_(people.c.number == 0, select(erasures.c.id).where(*theirs).exists())


def of_family(work: Work, family_id: UUID) -> Subject:
    """The whole family."""
    everybody = select(people.c.id).where(people.c.family_id == family_id)
    phones = select(contacts.c.id).where(contacts.c.lane_id == family_id)
    ids = tuple(work.connection.execute(everybody).scalars())
    return Subject(family_id, ids, tuple(work.connection.execute(phones).scalars()), True)


def of_people(work: Work, family_id: UUID, person_ids: Collection[UUID]) -> Subject | None:
    """These adults of a family, as far as they are there; None if nobody of it is."""
    everybody = of_family(work, family_id)
    if not everybody.contact_ids:
        return None
    if set(person_ids) >= set(everybody.person_ids):
        return everybody
    return Subject(family_id, tuple(person_ids), used_by(work, person_ids), False)


def used_by(work: Work, person_ids: Collection[UUID]) -> tuple[UUID, ...]:
    """List the contacts that these adults use, all of those who have several."""
    kept_with = select(people.c.contact_id).where(people.c.id.in_(person_ids), people.c.contact_id.is_not(None))
    used = select(contacts.c.id).where(or_(contacts.c.id.in_(kept_with), contacts.c.first_id.in_(kept_with)))
    return tuple(work.connection.execute(used).scalars())


def held_back(work: Work, subject: Subject, but: UUID | None = None) -> tuple[str, ...]:
    """2.4: what holds deletion back: an open complaint, concern, breach or wish to see it first, or somebody's word.

    `but`: the request that is being answered.
    """
    theirs = subject.contact_ids
    is_open = {
        "complaint": select(complaints.c.id).where(
            complaints.c.contact_id.in_(theirs),
            complaints.c.closed_at.is_(None),
            ~complaints.c.kind.startswith("request_"),
        ),
        "concern": select(concerns.c.id).where(concerns.c.contact_id.in_(theirs), concerns.c.closed_at.is_(None)),
        "breach": select(breaches.c.id).where(
            breaches.c.person_id.in_(subject.person_ids), breaches.c.outcome.is_(None)
        ),
        "request": select(complaints.c.id).where(
            complaints.c.contact_id.in_(theirs),
            complaints.c.closed_at.is_(None),
            complaints.c.kind == "request_see",
            complaints.c.id.is_distinct_from(but),
        ),
        "hold": select(holds.c.id).where(holds.c.family_id == subject.family_id, holds.c.lifted_at.is_(None)),
    }
    found = work.connection.execute(select(*(each.exists().label(name) for name, each in is_open.items()))).one()
    return tuple(name for name, is_true in zip(is_open, found, strict=True) if is_true)


def waits_for_staff(work: Work, subject: Subject) -> bool:
    """Tell whether staff still have to decide about the family, to ring it, or to answer what it asked of its data."""
    theirs = subject.contact_ids
    waiting = (
        select(cases.c.id).where(cases.c.family_id == subject.family_id, cases.c.status == "open"),
        select(callbacks.c.id).where(callbacks.c.contact_id.in_(theirs), callbacks.c.done_at.is_(None)),
        select(complaints.c.id).where(complaints.c.contact_id.in_(theirs), complaints.c.closed_at.is_(None)),
    )
    return bool(work.connection.execute(select(or_(*(each.exists() for each in waiting)))).scalar_one())


def shut_out(work: Work, subject: Subject) -> frozenset[UUID]:
    """G11.5: the adults whose bar must still be recognised, should they come back."""
    barred = select(memberships.c.person_id).where(
        memberships.c.person_id.in_(subject.person_ids), memberships.c.status.in_(["barred", "excluded"])
    )
    excluded = (
        select(people.c.id)
        .join(families, families.c.id == people.c.family_id)
        .where(people.c.id.in_(subject.person_ids), families.c.excluded_at.is_not(None))
    )
    found = work.connection.execute(barred.union(excluded)).scalars()
    return frozenset(found)

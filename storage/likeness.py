"""Whether somebody who applies is like somebody who was barred or excluded (G11.5); and guesses of own digits."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, insert, or_, select

from flows.policy.likeness import is_like_name
from storage import contacts as contact_rows
from storage.people import SHUT, NewPerson, Person, name_token
from storage.tables import cases, contacts, families, memberships, people, tries
from storage.work import Work

MOST_TRIES = 5
TRIES_PER = timedelta(hours=1)


def is_look_alike(work: Work, family_id: UUID, new: Sequence[NewPerson], numbers: Sequence[str]) -> bool:
    """G11.5: somebody of these names or numbers was barred or excluded. For staff's eyes only."""
    return _is_like(work, family_id, new, numbers, families.c.excluded_at.is_not(None) | memberships.c.status.in_(SHUT))


def is_like_flagged(work: Work, family_id: UUID, new: Sequence[NewPerson], numbers: Sequence[str]) -> bool:
    """2.3: somebody of these names or numbers has a file alert: two people decide about whoever claims to be them."""
    return _is_like(work, family_id, new, numbers, families.c.flagged & (families.c.id != family_id))


def _is_like(
    work: Work, family_id: UUID, new: Sequence[NewPerson], numbers: Sequence[str], known: ColumnElement[bool]
) -> bool:
    names = [name_token(work, name) for one in new for name in (one.full_name, one.screen_name) if name]
    written = [(channel, form) for number in numbers for channel, form in _addresses(number)]
    addresses = [contact_rows.token(work, channel, form) for channel, form in written]
    phones = [contact_rows.phone_token(work, number) for number in numbers]
    same = or_(
        people.c.name_token.in_(names),
        people.c.screen_token.in_([name_token(work, one.full_name) for one in new]),
        contacts.c.address_token.in_(addresses),
        contacts.c.phone_token.in_(phones),
        people.c.family_id == family_id,
    )
    found = _known(people.c.id, known).where(same).limit(1)
    if work.connection.execute(found).first() is not None:
        return True
    return _has_a_like_name(work, new, known) or _is_rung_on(work, numbers, known)


def _known(what: Any, known: ColumnElement[bool]) -> Select[Any]:
    return (
        select(what)
        .select_from(people)
        .join(families, families.c.id == people.c.family_id)
        .outerjoin(contacts, contacts.c.lane_id == families.c.id)
        .outerjoin(memberships, memberships.c.person_id == people.c.id)
        .where(known)
    )


def _has_a_like_name(work: Work, new: Sequence[NewPerson], known: ColumnElement[bool]) -> bool:
    """Few are shut out, so that each of their names can be opened and looked at."""
    ids = _known(people.c.id, known)
    rows = work.connection.execute(select(people.c.id, people.c.full_name_sealed).where(people.c.id.in_(ids)))
    names = [work.keys.open("people.full_name", row[0], row[1]) for row in rows]
    return any(is_like_name(one.full_name, name) for one in new for name in names)


def _is_rung_on(work: Work, numbers: Sequence[str], known: ColumnElement[bool]) -> bool:
    """The number that they gave to be rung on, which is no contact of theirs."""
    theirs = _known(families.c.id, known)
    rows = work.connection.execute(select(cases.c.id, cases.c.details_sealed).where(cases.c.family_id.in_(theirs)))
    given = {work.keys.open_json("cases.details", row[0], row[1]).get("ring_number") for row in rows}
    return not given.isdisjoint(numbers)


def _addresses(number: str) -> Sequence[tuple[str, str]]:
    return (("signal", number), ("whatsapp", number), ("whatsapp", f"whatsapp:{number}"))


def tries_left(work: Work, person_id: UUID) -> bool:
    """Tell whether one more guess of somebody's own digits is allowed now."""
    wrong = select(func.count()).where(
        tries.c.person_id == person_id, tries.c.correct.is_(False), tries.c.at > work.now - TRIES_PER
    )
    return work.connection.execute(wrong).scalar_one() < MOST_TRIES


def try_own_code(work: Work, try_id: UUID, person: Person, digits: str, contact_id: UUID | None) -> bool:
    """Compare somebody's own digits, once for each try; a try that was seen before keeps its answer.

    `contact_id`: the phone on which they were written. What was said to a colleague opens no phone.
    """
    old = work.connection.execute(select(tries.c.correct).where(tries.c.id == try_id)).scalar_one_or_none()
    if old is not None:
        return bool(old)
    sealed = work.connection.execute(select(people.c.own_code_sealed).where(people.c.id == person.id)).scalar_one()
    agreed = work.open("people.own_code", person.id, sealed)
    correct = tries_left(work, person.id) and agreed is not None and agreed == digits
    row = {"id": try_id, "person_id": person.id, "contact_id": contact_id, "correct": correct, "at": work.now}
    work.connection.execute(insert(tries).values(row))
    return correct

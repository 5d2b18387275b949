"""Whether somebody who applies is like somebody who was barred or excluded (G11.5); and guesses of own digits."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, insert, or_, select

from flows.policy.likeness import is_like_name
from storage import contacts as contact_rows
from storage.people import SHUT, NewPerson, Person, name_token
from storage.tables import bars, cases, contacts, families, memberships, people, tries
from storage.work import Work

Named: TypeAlias = NewPerson | Person
MOST_TRIES = 5
_IN_A_GROUP = ("approved", "active", "suspended")
TRIES_PER = timedelta(hours=1)


def is_look_alike(work: Work, family_id: UUID, new: Sequence[Named], numbers: Sequence[str]) -> bool:
    """G11.5, G7.2: one of these names or numbers was barred or excluded, or a member has the name. For staff only."""
    return bool(_like(work, family_id, new, numbers, _shut_out()) or _members_of_that_name(work, family_id, new))


def is_like_flagged(work: Work, family_id: UUID, new: Sequence[Named], numbers: Sequence[str]) -> bool:
    """2.3: somebody of these names or numbers has a file alert: two people decide about whoever claims to be them."""
    return bool(_like(work, family_id, new, numbers, _flagged(family_id)))


def like_whom(
    work: Work, family_id: UUID, new: Sequence[Named], numbers: Sequence[str], named: Sequence[UUID] = ()
) -> tuple[str, ...]:
    """G11.5: the codes of what to compare them with: cases, and bars in force. For those who watch, nobody else.

    `named`: flagged families of which they named somebody.
    """
    shut = _like(work, family_id, new, numbers, _shut_out())
    found = shut | _like(work, family_id, new, numbers, _flagged(family_id)) | frozenset(named)
    found |= _members_of_that_name(work, family_id, new)
    theirs = select(cases.c.code).where(cases.c.family_id.in_(found - {family_id}))
    barred = select(bars.c.code).where(bars.c.family_id.in_(shut), bars.c.lifted_at.is_(None))
    rows = (work.connection.execute(each.order_by("code")).scalars() for each in (theirs, barred))
    return tuple(code for each in rows for code in each)


def _members_of_that_name(work: Work, family_id: UUID, new: Sequence[Named]) -> frozenset[UUID]:
    """G7.2: whoever comes with a new phone and a member's very name may be that member, or somebody else."""
    names = [name_token(work, one.full_name) for one in new]
    others = (people.c.name_token.in_(names), people.c.family_id != family_id, memberships.c.status.in_(_IN_A_GROUP))
    found = select(people.c.family_id).join(memberships, memberships.c.person_id == people.c.id).where(*others)
    return frozenset(work.connection.execute(found).scalars())


def _shut_out() -> ColumnElement[bool]:
    return families.c.excluded_at.is_not(None) | memberships.c.status.in_(SHUT)


def _flagged(but: UUID) -> ColumnElement[bool]:
    return families.c.flagged & (families.c.id != but)


def _like(
    work: Work, family_id: UUID, new: Sequence[Named], numbers: Sequence[str], known: ColumnElement[bool]
) -> frozenset[UUID]:
    """Find the families that somebody of these names or numbers is like."""
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
    found = frozenset(work.connection.execute(_known(people.c.family_id, known).where(same)).scalars())
    return found | _with_a_like_name(work, new, known) | _rung_on(work, numbers, known)


def _known(what: Any, known: ColumnElement[bool]) -> Select[Any]:
    return (
        select(what)
        .select_from(people)
        .join(families, families.c.id == people.c.family_id)
        .outerjoin(contacts, contacts.c.lane_id == families.c.id)
        .outerjoin(memberships, memberships.c.person_id == people.c.id)
        .where(known)
    )


def _with_a_like_name(work: Work, new: Sequence[Named], known: ColumnElement[bool]) -> frozenset[UUID]:
    """Few are shut out, so that each of their names can be opened and looked at."""
    ids = _known(people.c.id, known)
    mine = select(people.c.id, people.c.family_id, people.c.full_name_sealed).where(people.c.id.in_(ids))
    names = [
        (row[1], work.keys.open("people.full_name", row[0], row[2])) for row in work.connection.execute(mine).all()
    ]
    return frozenset(family for family, name in names if any(is_like_name(one.full_name, name) for one in new))


def _rung_on(work: Work, numbers: Sequence[str], known: ColumnElement[bool]) -> frozenset[UUID]:
    """The number that they gave to be rung on, which is no contact of theirs."""
    theirs = select(cases.c.id, cases.c.family_id, cases.c.details_sealed)
    rows = work.connection.execute(theirs.where(cases.c.family_id.in_(_known(families.c.id, known)))).all()
    given = [(row[1], work.keys.open_json("cases.details", row[0], row[2]).get("ring_number")) for row in rows]
    return frozenset(family for family, number in given if number is not None and number in numbers)


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

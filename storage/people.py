"""The adults of a family: their names, whose phone is whose, their own digits, and where they stand."""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from flows.policy import Standing
from storage import contacts as contact_rows
from storage.contacts import Contact
from storage.tables import cases, contacts, families, memberships, people, tries
from storage.work import Work

SHUT = ("barred", "excluded")
MOST_TRIES = 5
TRIES_PER = timedelta(hours=1)


@dataclass(frozen=True)
class Person:
    """One adult, opened. `number` is their place in the family, from 1."""

    id: UUID
    family_id: UUID
    contact_id: UUID | None
    number: int
    full_name: str
    screen_name: str
    has_own_code: bool
    adult: bool
    verified_at: datetime | None

    def __repr__(self) -> str:
        return f"Person({self.id})"


@dataclass(frozen=True)
class NewPerson:
    """One adult as first told. `uses_contact`: the contact they write from, or None."""

    id: UUID
    number: int
    full_name: str
    screen_name: str
    adult: bool
    uses_contact: UUID | None


def keep(work: Work, family_id: UUID, new: Sequence[NewPerson]) -> None:
    """Keep the adults of a family; the same ids again change nothing."""
    rows = [_row(work, family_id, each) for each in new]
    work.connection.execute(insert(people).on_conflict_do_nothing(), rows)


def of_family(work: Work, family_id: UUID) -> list[Person]:
    """Read the adults of a family, by number."""
    rows = work.connection.execute(
        select(people).where(people.c.family_id == family_id).order_by(people.c.number, people.c.created_at)
    )
    return [_person(work, row) for row in rows.mappings()]


def of_lane(work: Work, contact: Contact, number: int) -> Person | None:
    """Find the adult of this number in the family of a contact."""
    return next((one for one in of_family(work, contact.lane_id) if one.number == number), None)


def change(work: Work, person: Person, **values: Any) -> None:
    """Set columns of a person; `screen_name` and `own_code` are given in clear and sealed here."""
    if "screen_name" in values:
        values["screen_token"] = name_token(work, values["screen_name"])
    for name in {"screen_name", "own_code"} & values.keys():
        values[f"{name}_sealed"] = work.keys.seal(f"people.{name}", person.id, values.pop(name))
    work.connection.execute(update(people).where(people.c.id == person.id).values(values))


def screen_names(work: Work, group_ids: Collection[UUID], *, but_family: UUID) -> tuple[str, ...]:
    """G7.4: the screen names of the other members of these groups."""
    rows = work.connection.execute(
        select(people.c.id, people.c.screen_name_sealed)
        .join(memberships, memberships.c.person_id == people.c.id)
        .where(
            memberships.c.group_id.in_(group_ids),
            memberships.c.status.in_(["approved", "active", "suspended"]),
            people.c.family_id != but_family,
            people.c.screen_name_sealed.is_not(None),
        )
    )
    return tuple(work.keys.open("people.screen_name", row[0], row[1]) for row in rows)


def standings(work: Work, contact: Contact) -> frozenset[Standing]:
    """G11.4: where the adults of this contact stand with every group they were ever in."""
    held = select(memberships.c.status).join(people, people.c.id == memberships.c.person_id)
    found = work.connection.execute(held.where(people.c.contact_id == contact.id)).scalars()
    standing = {Standing(status) for status in found}
    return frozenset(standing | {Standing.EXCLUDED} if is_excluded(work, contact.lane_id) else standing)


def has_case(work: Work, contact: Contact) -> bool:
    """Tell whether the contact's family ever put a case before staff."""
    found = select(cases.c.id).where(cases.c.family_id == contact.lane_id, cases.c.status != "draft").limit(1)
    return work.connection.execute(found).first() is not None


def is_shut_out(work: Work, family_id: UUID, group_id: UUID | None = None) -> bool:
    """G3.13, G11.3: the family is excluded, or one of them barred (from this group, or from any)."""
    barred = select(people.c.id).join(memberships, memberships.c.person_id == people.c.id)
    barred = barred.where(people.c.family_id == family_id, memberships.c.status.in_(SHUT))
    if group_id is not None:
        barred = barred.where(memberships.c.group_id == group_id)
    excluded = select(families.c.id).where(families.c.id == family_id, families.c.excluded_at.is_not(None))
    return bool(work.connection.execute(select(barred.exists() | excluded.exists())).scalar_one())


def is_excluded(work: Work, family_id: UUID) -> bool:
    """G3.13: a manager has excluded the family."""
    excluded = select(families.c.id).where(families.c.id == family_id, families.c.excluded_at.is_not(None))
    return work.connection.execute(excluded).first() is not None


def is_look_alike(work: Work, family_id: UUID, new: Sequence[NewPerson], numbers: Sequence[str]) -> bool:
    """G11.5: somebody of these names or numbers was barred or excluded. For staff's eyes only."""
    names = [name_token(work, name) for one in new for name in (one.full_name, one.screen_name) if name]
    addresses = [contact_rows.token(work, channel, number) for channel in ("signal", "whatsapp") for number in numbers]
    same = or_(
        people.c.name_token.in_(names),
        people.c.screen_token.in_([name_token(work, one.full_name) for one in new]),
        contacts.c.address_token.in_(addresses),
        people.c.family_id == family_id,
    )
    found = (
        select(people.c.id)
        .join(families, families.c.id == people.c.family_id)
        .outerjoin(contacts, contacts.c.lane_id == families.c.id)
        .outerjoin(memberships, memberships.c.person_id == people.c.id)
        .where(same, or_(families.c.excluded_at.is_not(None), memberships.c.status.in_(SHUT)))
        .limit(1)
    )
    return work.connection.execute(found).first() is not None


def tries_left(work: Work, person_id: UUID) -> bool:
    """Tell whether one more guess of somebody's own digits is allowed now."""
    wrong = select(func.count()).where(
        tries.c.person_id == person_id, tries.c.correct.is_(False), tries.c.at > work.now - TRIES_PER
    )
    return work.connection.execute(wrong).scalar_one() < MOST_TRIES


def try_own_code(work: Work, try_id: UUID, person: Person, digits: str) -> bool:
    """Compare somebody's own digits, once for each try; a try that was seen before keeps its answer."""
    old = work.connection.execute(select(tries.c.correct).where(tries.c.id == try_id)).scalar_one_or_none()
    if old is not None:
        return bool(old)
    sealed = work.connection.execute(select(people.c.own_code_sealed).where(people.c.id == person.id)).scalar_one()
    agreed = work.open("people.own_code", person.id, sealed)
    correct = tries_left(work, person.id) and agreed is not None and agreed == digits
    row = {"id": try_id, "person_id": person.id, "correct": correct, "at": work.now}
    work.connection.execute(insert(tries).values(row))
    return correct


def name_token(work: Work, name: str) -> bytes:
    """Return the blind index of a name: accents, capitals and the order of its words make no difference."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return work.keys.token("people.name", " ".join(sorted(letters.split())))


def _row(work: Work, family_id: UUID, new: NewPerson) -> dict[str, Any]:
    return {
        "id": new.id,
        "family_id": family_id,
        "contact_id": new.uses_contact,
        "number": new.number,
        "full_name_sealed": work.keys.seal("people.full_name", new.id, new.full_name),
        "name_token": name_token(work, new.full_name),
        "screen_name_sealed": work.keys.seal("people.screen_name", new.id, new.screen_name),
        "screen_token": name_token(work, new.screen_name),
        "adult": new.adult,
        "created_at": work.now,
    }


def _person(work: Work, row: Any) -> Person:
    return Person(
        id=row["id"],
        family_id=row["family_id"],
        contact_id=row["contact_id"],
        number=row["number"],
        full_name=work.keys.open("people.full_name", row["id"], row["full_name_sealed"]),
        screen_name=work.open("people.screen_name", row["id"], row["screen_name_sealed"]) or "",
        has_own_code=row["own_code_sealed"] is not None,
        adult=row["adult"],
        verified_at=row["verified_at"],
    )

"""The adults of a family: their names, whose phone is whose, their own digits, and where they stand."""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, false, literal, select, union_all, update
from sqlalchemy.dialects.postgresql import insert

from flows.policy import Standing
from storage import several
from storage.contacts import Contact
from storage.fixed import fixed
from storage.tables import bars, cases, families, memberships, people, releases
from storage.work import Work

SHUT = ("barred", "excluded")
_NEW = insert(people)
_KEEP = _NEW.on_conflict_do_update(
    index_elements=["id"],
    set_={name: _NEW.excluded[name] for name in ("number", "contact_id", "screen_name_sealed", "screen_token")},
)


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
    """Keep the adults of a family; the same ids again change nothing.

    Whoever was named before keeps their row and standing; whoever is named no longer has number 0.
    """
    ids = [each.id for each in new]
    if work.connection.execute(select(people.c.id).where(people.c.id.in_(ids)).limit(1)).first():
        return
    earlier = (people.c.family_id == family_id, people.c.number > 0)
    before = work.connection.execute(
        update(people).where(*earlier).values(number=0).returning(people.c.name_token, people.c.id)
    )
    known = {bytes(name): person_id for name, person_id in before}
    rows = [_row(work, family_id, each, known.pop(name_token(work, each.full_name), None)) for each in new]
    work.connection.execute(_KEEP, rows)


def of_family(work: Work, family_id: UUID) -> list[Person]:
    """Read the adults of a family, by number."""
    rows = work.connection.execute(_ADULTS, {"family": family_id})
    return [opened(work, row) for row in rows.mappings()]


def by_id(work: Work, person_id: UUID) -> Person | None:
    """Read one adult."""
    row = work.connection.execute(select(people).where(people.c.id == person_id)).mappings().one_or_none()
    return None if row is None else opened(work, row)


def of_lane(work: Work, contact: Contact, number: int) -> Person | None:
    """Find the adult of this number in the family of a contact."""
    return next((one for one in of_family(work, contact.lane_id) if one.number == number), None)


def change(work: Work, person: Person, **values: Any) -> None:
    """Set columns of a person; `full_name`, `screen_name` and `own_code` are given in clear and sealed here."""
    if "screen_name" in values:
        values["screen_token"] = name_token(work, values["screen_name"])
    if "full_name" in values:
        values["name_token"] = name_token(work, values["full_name"])
    for name in {"full_name", "screen_name", "own_code"} & values.keys():
        values[f"{name}_sealed"] = work.keys.seal(f"people.{name}", person.id, values.pop(name))
    work.connection.execute(update(people).where(people.c.id == person.id).values(values))


def set_contact(work: Work, person_id: UUID, contact_id: UUID) -> None:
    """G2.2: an adult has their own phone now."""
    work.connection.execute(update(people).where(people.c.id == person_id).values(contact_id=contact_id))


def screen_names(work: Work, group_ids: Collection[UUID], *, but_family: UUID) -> tuple[str, ...]:
    """G7.4: the screen names of the other members of these groups."""
    if not group_ids:
        return ()
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
    found = work.connection.execute(_STANDINGS, {"contact": contact.home_id, "family": contact.lane_id})
    return frozenset(Standing.BARRED if everywhere else Standing(status) for status, everywhere in found)


def has_case(work: Work, contact: Contact) -> bool:
    """Tell whether the contact's family ever put a case before staff."""
    found = select(cases.c.id).where(cases.c.family_id == contact.lane_id, cases.c.status != "draft").limit(1)
    return work.connection.execute(found).first() is not None


def is_shut_out(work: Work, family_id: UUID, group_id: UUID | None = None) -> bool:
    """G3.13, G11.3: the family is excluded, or one of them barred (from this group, or from any), member or not yet."""
    barred = select(people.c.id).join(memberships, memberships.c.person_id == people.c.id)
    barred = barred.where(people.c.family_id == family_id, memberships.c.status.in_(SHUT))
    ahead = select(bars.c.id).where(bars.c.family_id == family_id, bars.c.scope == "group", bars.c.lifted_at.is_(None))
    if group_id is not None:
        barred = barred.where(memberships.c.group_id == group_id)
        ahead = ahead.where(bars.c.group_id == group_id)
    everywhere = select(people.c.id).where(people.c.family_id == family_id, _is_barred_everywhere())
    excluded = select(families.c.id).where(families.c.id == family_id, families.c.excluded_at.is_not(None))
    shut_out = barred.exists() | ahead.exists() | everywhere.exists() | excluded.exists()
    return bool(work.connection.execute(select(shut_out)).scalar_one())


def is_excluded(work: Work, family_id: UUID) -> bool:
    """G3.13: a manager has excluded the family."""
    excluded = select(families.c.id).where(families.c.id == family_id, families.c.excluded_at.is_not(None))
    return work.connection.execute(excluded).first() is not None


def on_contact(work: Work, contact_id: UUID) -> list[Person]:
    """Read the adults who use a contact, by number."""
    rows = work.connection.execute(
        select(people)
        .where(people.c.contact_id == several.first_of(contact_id), people.c.number > 0)
        .order_by(people.c.number)
    )
    return [opened(work, row) for row in rows.mappings()]


def is_alone_there(work: Work, person_id: UUID) -> bool:
    """Tell whether an adult is the only one who uses their contact; not for one without any."""
    person = by_id(work, person_id)
    if person is None or person.contact_id is None:
        return False
    return [one.id for one in on_contact(work, person.contact_id)] == [person_id]


def release_ids(work: Work, person_ids: Collection[UUID]) -> list[UUID]:
    """Find every password release of these adults."""
    found = select(releases.c.id).where(releases.c.person_id.in_(person_ids))
    return list(work.connection.execute(found).scalars())


def safe_times(work: Work, family_id: UUID) -> str:
    """Open when it is safe to reach a family."""
    sealed = work.connection.execute(select(families.c.safe_times_sealed).where(families.c.id == family_id))
    return work.open("families.safe_times", family_id, sealed.scalar_one()) or ""


def set_safe_times(work: Work, family_id: UUID, words: str) -> None:
    """Keep when it is safe to reach a family."""
    sealed = work.keys.seal("families.safe_times", family_id, words)
    work.connection.execute(update(families).where(families.c.id == family_id).values(safe_times_sealed=sealed))


def name_token(work: Work, name: str) -> bytes:
    """Return the blind index of a name: accents, capitals and the order of its words make no difference."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return work.keys.token("people.name", " ".join(sorted(letters.split())))


def _is_barred_everywhere() -> Any:
    """G11.3: as a part of a query about people: a manager barred this one from all groups."""
    here = (bars.c.person_id == people.c.id, bars.c.scope == "all_groups", bars.c.lifted_at.is_(None))
    return exists().where(*here)


_ADULTS = fixed(
    select(people).where(people.c.family_id == bindparam("family"), people.c.number > 0).order_by(people.c.number)
)
_STANDINGS = fixed(
    union_all(
        select(memberships.c.status, _is_barred_everywhere())
        .join(people, people.c.id == memberships.c.person_id)
        .where(people.c.contact_id == bindparam("contact")),
        select(literal(Standing.EXCLUDED.value), false()).where(
            families.c.id == bindparam("family"), families.c.excluded_at.is_not(None)
        ),
    )
)


def _row(work: Work, family_id: UUID, new: NewPerson, known_id: UUID | None) -> dict[str, Any]:
    person_id = known_id or new.id
    return {
        "id": person_id,
        "family_id": family_id,
        "contact_id": new.uses_contact,
        "number": new.number,
        "full_name_sealed": work.keys.seal("people.full_name", person_id, new.full_name),
        "name_token": name_token(work, new.full_name),
        "screen_name_sealed": work.keys.seal("people.screen_name", person_id, new.screen_name),
        "screen_token": name_token(work, new.screen_name),
        "adult": new.adult,
        "created_at": work.now,
    }


def opened(work: Work, row: Any) -> Person:
    """Open the row of one adult."""
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

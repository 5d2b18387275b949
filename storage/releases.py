"""Releases: who was given which version of a meeting's password, on which contact, under which reference."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, case, false, func, select
from sqlalchemy.dialects.postgresql import insert

from storage.contacts import Contact
from storage.ids import new_id
from storage.meetings import Meeting
from storage.standings import Terms
from storage.tables import cases, contacts, meeting_keys, meetings, memberships, outbox, passwords, people, releases
from storage.work import Work

# No 0 and O, 1 and I and L, 5 and S, 8 and B: a reference is read aloud on the telephone.
_LETTERS = "ACDEFGHJKMNPQRTUVWXYZ"
_FIGURES = "2345679"
LENGTH = 5
_TRIES = 50
LOST = ("failed", "unknown", "held", "void")


@dataclass(frozen=True)
class Release:
    """One release with the password that it is of; `key_sealed` is None once the meeting's key is destroyed."""

    meeting_id: UUID
    person_id: UUID
    contact_id: UUID
    reference: str
    identified: bool
    agreement_version: str
    opens_at: datetime
    version: int
    password_id: UUID
    secret_sealed: bytes
    key_sealed: bytes | None

    def __repr__(self) -> str:
        return f"Release(of {self.password_id})"


@dataclass(frozen=True)
class Holder:
    """Somebody who was given a version of a meeting's password."""

    release_id: UUID
    person_id: UUID
    contact_id: UUID
    version: int
    reference: str
    screen_name: str
    held: bool
    active: bool

    def __repr__(self) -> str:
        return f"Holder({self.release_id})"


@dataclass(frozen=True)
class Unreached:
    """An adult to whom the live password was given and whom it did not reach."""

    person_id: UUID
    family_id: UUID
    screen_name: str

    def __repr__(self) -> str:
        return f"Unreached({self.person_id})"


# Built once: each delivery of a password asks these.
_OF_A_PASSWORD = passwords.c.id == releases.c.password_id
_BY_ID = (
    select(
        *(releases.c[name] for name in ("meeting_id", "person_id", "contact_id", "reference")),
        *(releases.c[name] for name in ("identified", "agreement_version", "opens_at")),
        *(passwords.c[name] for name in ("version", "id", "secret_sealed")),
        meeting_keys.c.key_sealed,
    )
    .join(passwords, _OF_A_PASSWORD)
    .outerjoin(meeting_keys, meeting_keys.c.id == releases.c.meeting_id)
    .where(releases.c.id == bindparam("release"))
)
_IS_DEAD = (
    select(passwords.c.dead_at.is_not(None))
    .join(releases, _OF_A_PASSWORD)
    .where(releases.c.id == bindparam("release"))
    .with_for_update(read=True, of=passwords)
)


def note(work: Work, person_id: UUID, contact: Contact, meeting: Meeting, terms: Terms) -> UUID:
    """G6.6: write a release down under a reference of its own."""
    release_id = new_id()
    current = (passwords.c.meeting_id == meeting.id, passwords.c.version == meeting.password_version)
    row = {
        "id": release_id,
        "password_id": work.connection.execute(select(passwords.c.id).where(*current)).scalar_one(),
        "meeting_id": meeting.id,
        "person_id": person_id,
        "contact_id": contact.id,
        "identified": terms.identified,
        "agreement_version": terms.agreement_version,
        "opens_at": meeting.starts_at - terms.opens_before,
        "at": work.now,
    }
    for _ in range(_TRIES):
        fresh = insert(releases).values(row | {"reference": _reference()})
        kept = fresh.on_conflict_do_nothing(index_elements=["reference"]).returning(releases.c.id)
        if work.connection.execute(kept).first() is not None:
            return release_id
    raise LookupError("no reference was found that is free")


def by_id(work: Work, release_id: UUID) -> Release | None:
    """Read a release with the password that it is of."""
    row = work.connection.execute(_BY_ID, {"release": release_id}).one_or_none()
    return None if row is None else Release(*row)


def holders(work: Work, meeting_id: UUID, version: int | None = None) -> list[Holder]:
    """G6.6: who was given a version of the meeting's password, or any, oldest release first.

    Of somebody whose contact was taken off since, the one that stands for it now: the lost one hears nothing (G6.4).
    """
    same_group = memberships.c.group_id == passwords.c.group_id
    membership = same_group & (memberships.c.person_id == releases.c.person_id)
    given_on = contacts.alias("given_on")
    was_taken_off = (given_on.c.lane_id != people.c.family_id) & people.c.contact_id.is_not(None)
    now = case((was_taken_off, people.c.contact_id), else_=releases.c.contact_id)
    had = (
        select(
            releases.c.id.label("release_id"),
            releases.c.person_id,
            contacts.c.id.label("contact_id"),
            releases.c.reference,
            passwords.c.version,
            people.c.screen_name_sealed,
            contacts.c.held_at,
            memberships.c.status,
        )
        .join(passwords, passwords.c.id == releases.c.password_id)
        .join(people, people.c.id == releases.c.person_id)
        .join(given_on, given_on.c.id == releases.c.contact_id)
        .join(contacts, contacts.c.id == now)
        .outerjoin(memberships, membership)
        .where(releases.c.meeting_id == meeting_id)
    )
    if version is not None:
        had = had.where(passwords.c.version == version)
    rows = work.connection.execute(had.order_by(releases.c.at, releases.c.id)).mappings()
    return [_holder(work, row) for row in rows]


def reached(work: Work, meeting_id: UUID, version: int) -> set[UUID]:
    """G6.6: the people whose password has not got lost and waits for no further try: nobody need ring them."""
    waits = (outbox.c.status == "due") & (outbox.c.attempts > 0)
    lost = func.bool_or(func.coalesce(outbox.c.status.in_(LOST) | waits, false()))
    given = (
        select(releases.c.person_id)
        .join(passwords, passwords.c.id == releases.c.password_id)
        .outerjoin(outbox, (outbox.c.release_id == releases.c.id) & (outbox.c.act == "send"))
        .where(releases.c.meeting_id == meeting_id, passwords.c.version == version)
        .group_by(releases.c.id, releases.c.person_id)
        .having(~lost)
    )
    return set(work.connection.execute(given).scalars())


def had_any(work: Work, person_id: UUID, meeting_id: UUID) -> bool:
    """Tell whether somebody was given any password of a meeting before."""
    given = select(releases.c.id).where(releases.c.person_id == person_id, releases.c.meeting_id == meeting_id)
    return work.connection.execute(given.limit(1)).first() is not None


def live_on(work: Work, contact_id: UUID) -> list[UUID]:
    """List the meetings whose password counts and was given to a contact."""
    given = select(releases.c.meeting_id).join(passwords, passwords.c.id == releases.c.password_id)
    live = given.where(releases.c.contact_id == contact_id, passwords.c.dead_at.is_(None)).distinct()
    return list(work.connection.execute(live.order_by(releases.c.meeting_id)).scalars())


def of_passwords(work: Work, password_ids: Sequence[UUID]) -> list[UUID]:
    """List the releases of these passwords."""
    given = select(releases.c.id).where(releases.c.password_id.in_(password_ids))
    return list(work.connection.execute(given).scalars())


def unsent_of(work: Work, person_id: UUID, group_id: UUID) -> list[UUID]:
    """List somebody's releases in a group of which something may still wait to be sent."""
    waiting = (
        select(releases.c.id)
        .join(passwords, passwords.c.id == releases.c.password_id)
        .join(outbox, outbox.c.release_id == releases.c.id)
        .where(releases.c.person_id == person_id, passwords.c.group_id == group_id)
        .where(outbox.c.status.in_(["due", "held"]))
        .distinct()
    )
    return list(work.connection.execute(waiting).scalars())


def meeting_of(work: Work, release_id: UUID) -> UUID | None:
    """The meeting of a release."""
    found = select(releases.c.meeting_id).where(releases.c.id == release_id)
    return work.connection.execute(found).scalar_one_or_none()


def unreached(work: Work, meeting_id: UUID) -> tuple[Unreached, ...]:
    """Name those to whom the live password was given and whom it did not reach.

    It waits after a failed try, has failed, or nobody knows.
    """
    stuck = outbox.c.status.in_(["failed", "unknown"]) | ((outbox.c.status == "due") & (outbox.c.attempts > 0))
    given = (
        select(people.c.id, people.c.family_id, people.c.screen_name_sealed)
        .join(releases, releases.c.person_id == people.c.id)
        .join(passwords, passwords.c.id == releases.c.password_id)
        .join(outbox, outbox.c.release_id == releases.c.id)
        .where(releases.c.meeting_id == meeting_id, passwords.c.dead_at.is_(None), outbox.c.act == "send", stuck)
        .distinct()
        .order_by(people.c.id)
    )
    return tuple(
        Unreached(row.id, row.family_id, work.open("people.screen_name", row.id, row.screen_name_sealed) or "")
        for row in work.connection.execute(given)
    )


def screen_name(work: Work, person_id: UUID) -> str:
    """Open the name that a person shows on the screen."""
    sealed = select(people.c.screen_name_sealed).where(people.c.id == person_id)
    return work.open("people.screen_name", person_id, work.connection.execute(sealed).scalar_one()) or ""


def is_dead(work: Work, release_id: UUID) -> bool:
    """Tell whether the password of a release is dead, or is just dying: what another transaction does is waited for."""
    return bool(work.connection.execute(_IS_DEAD, {"release": release_id}).scalar_one_or_none())


def pointer(work: Work, release_id: UUID) -> dict[str, str]:
    """Name the meeting and the family of a release by their codes: what the staff channel may know of it."""
    of_family = select(cases.c.code).where(cases.c.family_id == people.c.family_id).correlate(people)
    newest = of_family.order_by(cases.c.opened_at.desc()).limit(1).scalar_subquery()
    query = (
        select(meetings.c.code.label("meeting"), func.coalesce(newest, "").label("case"))
        .join(releases, releases.c.meeting_id == meetings.c.id)
        .join(people, people.c.id == releases.c.person_id)
    )
    return dict(work.connection.execute(query.where(releases.c.id == release_id)).mappings().one())


def _reference() -> str:
    """Letters with one figure among them, so that no word that people write is one by chance."""
    found = [secrets.choice(_LETTERS) for _ in range(LENGTH - 1)]
    found.insert(secrets.randbelow(LENGTH), secrets.choice(_FIGURES))
    return "".join(found)


def _holder(work: Work, row: Any) -> Holder:
    return Holder(
        release_id=row["release_id"],
        person_id=row["person_id"],
        contact_id=row["contact_id"],
        version=row["version"],
        reference=row["reference"],
        screen_name=work.open("people.screen_name", row["person_id"], row["screen_name_sealed"]) or "",
        held=row["held_at"] is not None,
        active=row["status"] == "active",
    )

"""Where people stand with a group, as far as a password depends on it: the facts that policy judges."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, func, select

from flows.policy import Standing
from flows.policy.passwords import ReleaseFacts
from storage import contacts as contact_lines
from storage import meetings, several
from storage import people as people_rows
from storage.fixed import fixed
from storage.meetings import Meeting
from storage.tables import acceptances, cases, contacts, families, memberships, people, tries
from storage.work import Work

JUST_NOW = timedelta(minutes=10)


@dataclass(frozen=True)
class Terms:
    """What a release depends on besides the person: agreement, window, and whether own digits were given."""

    agreement_version: str
    opens_before: timedelta
    identified: bool = False


@dataclass(frozen=True)
class Known:
    """One person and one group. `status` is None for somebody who was never approved for it."""

    person_id: UUID
    contact_id: UUID | None
    status: str | None
    excluded_at: datetime | None
    approved: bool
    verified_at: datetime | None
    agreed_version: str | None
    own_risk: bool
    shared: bool | None
    silent: bool
    frozen_at: datetime | None
    held_at: datetime | None
    has_several: bool

    @property
    def standing(self) -> Standing:
        """Where they stand; an exclusion of the family goes before all."""
        if self.excluded_at is not None:
            return Standing.EXCLUDED
        return Standing.APPLYING if self.status is None else Standing(self.status)


def read(work: Work, group_id: UUID, person_ids: Sequence[UUID], agreement_version: str) -> dict[UUID, Known]:
    """Read how each of these people stands, in one statement."""
    asked = {"in_group": group_id, "current_version": agreement_version, "of_people": list(person_ids)}
    rows = work.connection.execute(_select(), asked).mappings()
    return {row["person_id"]: Known(**row) for row in rows}


def gave_digits(work: Work, person_id: UUID, contact_id: UUID) -> bool:
    """G6.4: whether somebody wrote their own digits just now, on this very phone; not what they said to a colleague."""
    mine = (tries.c.person_id == person_id, tries.c.contact_id == contact_id, tries.c.correct)
    asked = select(tries.c.id).where(*mine, tries.c.at > work.now - JUST_NOW).limit(1)
    return work.connection.execute(asked).first() is not None


@dataclass(frozen=True)
class _Line:
    """The contact that a password would go to, as it is now."""

    own: bool
    shared: bool
    frozen: bool
    held: bool
    number_in_doubt: bool = False


def facts(work: Work, meeting: Meeting, known: Known, contact_id: UUID, terms: Terms) -> ReleaseFacts:
    """G6.4: all that the release of the current password to this person on this contact depends on."""
    line = _line(work, known, contact_id)
    return ReleaseFacts(
        meeting=meetings.facts(work, meeting),
        standing=known.standing,
        approved=known.approved,
        verified=known.verified_at is not None,
        agreed_version=known.agreed_version,
        agreement_version=terms.agreement_version,
        own_risk_understood=known.own_risk,
        own_contact=line.own,
        shared=line.shared,
        identified=terms.identified,
        frozen=line.frozen,
        held=line.held,
        number_in_doubt=line.number_in_doubt,
        asked=True,
        version=meeting.password_version,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        opens_before=terms.opens_before,
        now=work.now,
        invited=not meeting.is_one_to_one or (meeting.is_for(known.person_id) and meeting.accepted_at is not None),
    )


def _line(work: Work, known: Known, contact_id: UUID) -> _Line:
    """G6.4: of several contacts of one adult each is judged by itself; one that was added is for one adult only."""
    found = contact_lines.by_id(work, contact_id) if known.has_several else None
    if found is None:
        own = known.contact_id == contact_id
        return _Line(own, bool(known.shared), known.frozen_at is not None, known.held_at is not None)
    shared = several.shared(work, found)
    own = known.contact_id == contact_id or (
        known.contact_id == found.home_id and people_rows.is_alone_there(work, known.person_id)
    )
    return _Line(own, found.shared, found.frozen_at is not None, shared.held, shared.number_in_doubt)


@cache
def _select() -> Select[Any]:
    membership = and_(memberships.c.person_id == people.c.id, memberships.c.group_id == bindparam("in_group"))
    decided = func.coalesce(memberships.c.decided_by, cases.c.decided_by)
    return fixed(
        select(
            people.c.id.label("person_id"),
            people.c.contact_id,
            memberships.c.status,
            families.c.excluded_at,
            decided.is_not(None).label("approved"),
            people.c.verified_at,
            _agreed(bindparam("current_version")).label("agreed_version"),
            _understood().label("own_risk"),
            contacts.c.shared,
            func.coalesce(contacts.c.silent | families.c.silent, families.c.silent).label("silent"),
            contacts.c.frozen_at,
            contacts.c.held_at,
            contacts.c.first_id.is_not(None).label("has_several"),
        )
        .join(families, families.c.id == people.c.family_id)
        .outerjoin(contacts, contacts.c.id == people.c.contact_id)
        .outerjoin(memberships, membership)
        .outerjoin(cases, cases.c.id == memberships.c.case_id)
        .where(people.c.id.in_(bindparam("of_people", expanding=True)))
    )


def _agreed(current: Any) -> Any:
    """Read the version somebody accepted: the current one if they did, else the last one."""
    mine = (acceptances.c.person_id == people.c.id, acceptances.c.what == "agreement")
    latest = select(acceptances.c.version).where(*mine).correlate(people)
    newest = latest.order_by(acceptances.c.version != current, acceptances.c.at.desc()).limit(1)
    return newest.scalar_subquery()


def _understood() -> Any:
    mine = (acceptances.c.person_id == people.c.id, acceptances.c.what == "own_risk")
    return select(acceptances.c.id).where(*mine).correlate(people).exists()

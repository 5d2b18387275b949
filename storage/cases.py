"""Cases: a family under review. Who claimed it, what staff found, what was decided, and by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select, update
from sqlalchemy.dialects.postgresql import insert

from storage import codes
from storage.fixed import fixed
from storage.tables import cases, checks, families, groups, referrals
from storage.work import Work

OPEN = "open"
DRAFT = "draft"
APPROVED = "approved"
DECLINED = "declined"
EXCLUDED = "excluded"
WITHDRAWN = "withdrawn"
HOLD = "hold"
DECIDED = frozenset({APPROVED, DECLINED, EXCLUDED, WITHDRAWN})
REFERRAL = ("name", "role", "organisation", "work_contact")


@dataclass(frozen=True)
class Case:
    """One case, as a pointer: nothing personal is opened. `half`: what the first of two people decided.

    `held_until`: who decides has put it on hold until then; it is as open as before.
    """

    id: UUID
    code: str
    family_id: UUID
    contact_id: UUID
    group_id: UUID | None
    road: str
    status: str
    version: int
    claimed_by: UUID | None
    known: bool | None
    known_by: UUID | None
    flagged: bool
    look_alike: bool
    contact_due: datetime | None
    decided_by: UUID | None
    seconded_by: UUID | None
    half: str | None
    decided_at: datetime | None
    opened_at: datetime
    held_by: UUID | None
    held_until: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether it waits for a decision."""
        return self.status == OPEN


@dataclass(frozen=True)
class Check:
    """One thing that staff recorded; `reason` is opened for those who may read the case."""

    kind: str
    person_id: UUID | None
    method: str | None
    outcome: str
    reason: str | None
    staff_id: UUID
    at: datetime


_FIELDS = [cases.c[name] for name in Case.__dataclass_fields__]
_NEWEST = fixed(select(*_FIELDS).order_by(cases.c.opened_at.desc()).limit(1))
_BY_ID = _NEWEST.where(cases.c.id == bindparam("case"))
_BY_CODE = _NEWEST.where(cases.c.code == bindparam("pointer"))
OF_FAMILY = _NEWEST.where(cases.c.family_id == bindparam("family"))
_CHECKS = select(checks).where(checks.c.case_id == bindparam("case")).order_by(checks.c.at)
_DETAILS = select(cases.c.details_sealed).where(cases.c.id == bindparam("case"))
_REFERRAL = select(referrals).where(referrals.c.case_id == bindparam("case"))


def open_case(
    work: Work,
    case_id: UUID,
    *,
    family_id: UUID,
    contact_id: UUID,
    group_id: UUID | None,
    road: str,
    details: Mapping[str, Any],
) -> tuple[str, bool]:
    """Keep a family's details in a case that staff do not see yet: its code, and whether it is new."""
    row = {
        "id": case_id,
        "family_id": family_id,
        "contact_id": contact_id,
        "group_id": group_id,
        "road": road,
        "status": DRAFT,
        "flagged": work.connection.execute(select(families.c.flagged).where(families.c.id == family_id)).scalar_one(),
        "details_sealed": work.keys.seal_json("cases.details", case_id, details),
        "opened_at": work.now,
    }
    return codes.keep(work, cases, "F", row)


def by_id(work: Work, case_id: UUID) -> Case | None:
    """Read one case."""
    return _one(work, _BY_ID, case=case_id)


def by_code(work: Work, code: str) -> Case | None:
    """Find a case by its pointer, however it was typed."""
    return _one(work, _BY_CODE, pointer=codes.pointer(code))


def of_family(work: Work, family_id: UUID) -> Case | None:
    """Find the newest case of a family."""
    return _one(work, OF_FAMILY, family=family_id)


def contact_of(work: Work, case_id: UUID) -> UUID | None:
    """Find the contact that waits for a case."""
    return work.connection.execute(select(cases.c.contact_id).where(cases.c.id == case_id)).scalar_one_or_none()


def waiting(work: Work) -> list[Case]:
    """Read all cases that wait for a decision, oldest first."""
    rows = work.connection.execute(select(*_FIELDS).where(cases.c.status == OPEN).order_by(cases.c.opened_at))
    return [Case(**row) for row in rows.mappings()]


def unfinished(work: Work) -> list[Case]:
    """Read the cases of invited families that told their details and have not agreed, oldest first."""
    begun = (cases.c.status == DRAFT, cases.c.group_id.is_not(None))
    rows = work.connection.execute(select(*_FIELDS).where(*begun).order_by(cases.c.opened_at))
    return [Case(**row) for row in rows.mappings()]


def change(work: Work, case_id: UUID, **values: Any) -> None:
    """Set columns of a case."""
    work.connection.execute(update(cases).where(cases.c.id == case_id).values(values))


def details(work: Work, case_id: UUID) -> dict[str, Any]:
    """Open what the family told, None where it was erased; the caller has been allowed to, and records it."""
    sealed = work.connection.execute(_DETAILS, {"case": case_id}).scalar_one()
    return dict.fromkeys(("ring_number", "known_from", "access_needs")) | work.keys.open_json(
        "cases.details", case_id, sealed
    )


def correct(work: Work, case_id: UUID, answer: str, words: str) -> None:
    """2.5: keep another answer than the family gave: ring_number, known_from or access_needs."""
    told = details(work, case_id) | {answer: words}
    change(work, case_id, details_sealed=work.keys.seal_json("cases.details", case_id, told))


def set_known(work: Work, case: Case, staff_id: UUID, known: bool, ground: str | None) -> None:
    """G3.1: known or not, by whom, and on what ground."""
    sealed = work.seal("cases.known_ground", case.id, ground)
    change(work, case.id, known=known, known_by=staff_id, known_ground_sealed=sealed)


def has_ground(work: Work, case_id: UUID) -> bool:
    """Tell whether a ground was given."""
    given = select(cases.c.id).where(cases.c.id == case_id, cases.c.known_ground_sealed.is_not(None))
    return work.connection.execute(given).first() is not None


def add_check(
    work: Work,
    check_id: UUID,
    case_id: UUID,
    staff_id: UUID,
    *,
    kind: str,
    outcome: str,
    method: str | None = None,
    reason: str | None = None,
    person_id: UUID | None = None,
    contact_id: UUID | None = None,
) -> None:
    """Record a call, an identity check, a suitability answer, a word with a referrer, an exclusion.

    `contact_id`: the phone that a live check was about; it says nothing of another phone of the same adult.
    """
    row = {
        "id": check_id,
        "case_id": case_id,
        "person_id": person_id,
        "contact_id": contact_id,
        "kind": kind,
        "method": method,
        "outcome": outcome,
        "reason_sealed": work.seal("checks.reason", check_id, reason),
        "staff_id": staff_id,
        "at": work.now,
    }
    work.connection.execute(insert(checks).values(row).on_conflict_do_nothing())


def checks_of(work: Work, case_id: UUID) -> list[Check]:
    """Read what staff recorded, oldest first; what is said last of each kind holds."""
    rows = work.connection.execute(_CHECKS, {"case": case_id})
    return [_check(work, row) for row in rows.mappings()]


def has_live_contact(work: Work, case_id: UUID) -> bool:
    """G3.2: whether staff have reached the family."""
    reached = (checks.c.case_id == case_id, checks.c.kind == "call", checks.c.outcome == "reached")
    return work.connection.execute(select(checks.c.id).where(*reached).limit(1)).first() is not None


def set_referral(
    work: Work, referral_id: UUID, case_id: UUID, words: Mapping[str, str | None], may: bool | None
) -> None:
    """G3.9: who sent them; every word of it is optional."""
    sealed = {f"{name}_sealed": work.seal(f"referrals.{name}", referral_id, words.get(name)) for name in REFERRAL}
    row = sealed | {"id": referral_id, "case_id": case_id, "may_contact": may}
    work.connection.execute(insert(referrals).values(row).on_conflict_do_nothing())


def referral_of(work: Work, case_id: UUID) -> tuple[str, bool | None] | None:
    """G3.11: who sent them, in one line, and whether we may speak to them."""
    row = work.connection.execute(_REFERRAL, {"case": case_id}).mappings().first()
    if row is None:
        return None
    said = [work.open(f"referrals.{name}", row["id"], row[f"{name}_sealed"]) for name in REFERRAL]
    return ", ".join(each for each in said if each), row["may_contact"]


def set_aside(work: Work, family_id: UUID, staff_id: UUID) -> None:
    """G3.13: a named person excludes the family: its open cases close, whatever their state."""
    work.connection.execute(update(families).where(families.c.id == family_id).values(excluded_at=work.now))
    still = (cases.c.family_id == family_id, cases.c.status.in_([DRAFT, OPEN, APPROVED]))
    closed = {"status": EXCLUDED, "decided_by": staff_id, "decided_at": work.now, "version": cases.c.version + 1}
    work.connection.execute(update(cases).where(*still).values(closed))


def leaders(work: Work, case: Case) -> list[UUID]:
    """Find who reviews a case: the leader of its group; without a group, every leader."""
    led = select(groups.c.leader_id).where(groups.c.leader_id.is_not(None)).distinct()
    if case.group_id is not None:
        led = led.where(groups.c.id == case.group_id)
    return list(work.connection.execute(led).scalars())


def _one(work: Work, query: Select[Any], **asked: UUID | str) -> Case | None:
    row = work.connection.execute(query, asked).mappings().one_or_none()
    return None if row is None else Case(**row)


def _check(work: Work, row: Any) -> Check:
    kept = {name: row[name] for name in Check.__dataclass_fields__ if name != "reason"}
    return Check(**kept, reason=work.open("checks.reason", row["id"], row["reason_sealed"]))

"""Cases that somebody outside the team opened, and why they had to (G5.1). The reason is sealed."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, null, select, update
from sqlalchemy.dialects.postgresql import array, insert

from storage.cases import Case
from storage.data_requests import PREFIX
from storage.tables import cases, complaints, concerns, contacts, glass, staff
from storage.work import Work


class Opening(NamedTuple):
    """Which case was opened, when, and by whom (a handle)."""

    code: str
    at: datetime
    by: str


class OpenMatters(NamedTuple):
    """Whether there is an open concern or complaint, and the handles of those meant and of those who deal with it."""

    any: bool
    about: frozenset[str]
    dealing: frozenset[str]


def keep(work: Work, glass_id: UUID, case: Case, staff_id: UUID, reason: str) -> list[str]:
    """Note who opened a case and why; answers the handles of those who must learn nothing of it."""
    kept_from = is_about(work, case.family_id)
    row = {
        "id": glass_id,
        "case_id": case.id,
        "staff_id": staff_id,
        "reason_sealed": work.seal("glass.reason", glass_id, reason),
        "kept_from": kept_from,
        "at": work.now,
    }
    work.connection.execute(insert(glass).values(row).on_conflict_do_nothing())
    return kept_from


def open_matters(work: Work, family_id: UUID) -> OpenMatters:
    """A3, G12.4: read who is meant by the family's open concerns and complaints, and who deals with them."""
    phones = select(contacts.c.id).where(contacts.c.lane_id == family_id)
    paged = select(concerns.c.not_to, concerns.c.paged).where(
        concerns.c.contact_id.in_(phones), concerns.c.closed_at.is_(None)
    )
    handled = (
        select(complaints.c.about, array([func.coalesce(staff.c.handle, "")]))
        .join(staff, staff.c.id == complaints.c.handler_id, isouter=True)
        .where(complaints.c.contact_id.in_(phones), complaints.c.closed_at.is_(None))
        .where(~complaints.c.kind.startswith(PREFIX))
    )
    found = [row for each in (paged, handled) for row in work.connection.execute(each).all()]
    about, dealing = (frozenset(handle for row in found for handle in row[at]) for at in (0, 1))
    return OpenMatters(bool(found), about, dealing)


def is_about(work: Work, family_id: UUID) -> list[str]:
    """A3, G12.4: whom a concern or a complaint of this family is about, or was."""
    phones = select(contacts.c.id).where(contacts.c.lane_id == family_id)
    named = select(concerns.c.not_to).where(concerns.c.contact_id.in_(phones))
    about = select(complaints.c.about).where(complaints.c.contact_id.in_(phones))
    found = work.connection.execute(named.union_all(about)).scalars()
    return sorted({handle for handles in found for handle in handles})


def reasons(work: Work, codes: Collection[str]) -> Mapping[Opening, str]:
    """Why these cases were opened; the caller has been allowed to read it, and records it."""
    opened = select(glass.c.id, cases.c.code, glass.c.at, staff.c.handle, glass.c.reason_sealed)
    opened = opened.join(cases, cases.c.id == glass.c.case_id).join(staff, staff.c.id == glass.c.staff_id)
    told = opened.where(cases.c.code.in_(codes), glass.c.reason_sealed.is_not(None))
    return {
        Opening(row.code, row.at, row.handle): work.keys.open("glass.reason", row.id, row.reason_sealed)
        for row in work.connection.execute(told)
    }


def forget_reasons(work: Work, family_id: UUID) -> None:
    """X4: that their cases were opened, and by whom, stays."""
    theirs = glass.c.case_id.in_(select(cases.c.id).where(cases.c.family_id == family_id))
    work.connection.execute(update(glass).where(theirs).values(reason_sealed=null()))

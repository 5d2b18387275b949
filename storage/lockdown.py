"""A staff account that somebody else may have: it is frozen, and what it approved lately is open again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, case, delete, or_, select, update

from storage import cases, contacts, conversations
from storage.cases import Case
from storage.tables import audit, checks, invitations, memberships, outbox, people, spoken_lines, staff_codes
from storage.tables import cases as case_rows
from storage.tables import contacts as contact_rows
from storage.work import Work

VOID = "void"


@dataclass(frozen=True)
class Voided:
    """What an account did that counts no longer: approvals by case, halves of approvals, and invitations."""

    approvals: list[Case]
    halves: list[Case]
    invitations: int


def families_of(work: Work, staff_id: UUID, since: datetime) -> list[UUID]:
    """The families whose cases somebody decided or checked since: their lanes are locked before anything is voided."""
    theirs = or_(case_rows.c.decided_by == staff_id, case_rows.c.seconded_by == staff_id, _checked(staff_id, since))
    return sorted(set(work.connection.execute(select(case_rows.c.family_id).where(theirs)).scalars()))


def let_in(work: Work, handle: str, since: datetime) -> list[UUID]:
    """G6.4: the families' contacts that this account confirmed, cleared or opened again since."""
    done = (audit.c.actor == f"staff:{handle}", audit.c.at >= since, audit.c.outcome == "done")
    acts = audit.c.act.in_(["unfreeze", "clear_hold"]) | (
        audit.c.act.in_(["confirm_phone", "confirm"]) & (audit.c.object_kind == "phone")
    )
    found = {UUID(each) for each in work.connection.execute(select(audit.c.object_id).where(*done, acts)).scalars()}
    confirmed = select(invitations.c.contact_id).where(invitations.c.id.in_(found))
    theirs = or_(contact_rows.c.id.in_(found), contact_rows.c.id.in_(confirmed))
    return sorted(work.connection.execute(select(contact_rows.c.id).where(theirs)).scalars())


def freeze(work: Work, staff_id: UUID) -> None:
    """No press and no word of this account counts, nothing more is sent to it, and no code binds another phone.

    It speaks for no family any more.
    """
    for contact in contacts.of_family(work, staff_id):
        waiting = (outbox.c.contact_id == contact.id, outbox.c.status.in_(["due", "held"]))
        work.connection.execute(update(outbox).where(*waiting).values(status=VOID, reason="locked"))
        conversations.close_all(work, contact.id)
        contacts.change(work, contact.id, frozen_at=contact.frozen_at or work.now)
    live = (spoken_lines.c.staff_id == staff_id, spoken_lines.c.live_until > work.now)
    work.connection.execute(update(spoken_lines).where(*live).values(live_until=work.now))
    unused = (staff_codes.c.staff_id == staff_id, staff_codes.c.used_at.is_(None))
    work.connection.execute(update(staff_codes).where(*unused).values(used_at=work.now))


def void(work: Work, staff_id: UUID, since: datetime) -> Voided:
    """G3.7: an approval that may not be theirs, or stands on what may not be theirs, is none: the case waits again."""
    _void_checks(work, staff_id, since)
    half = (case_rows.c.status == cases.OPEN, case_rows.c.half.is_not(None), case_rows.c.decided_by == staff_id)
    by_them = or_(case_rows.c.decided_by == staff_id, case_rows.c.seconded_by == staff_id, _checked(staff_id, since))
    approved = (case_rows.c.status == cases.APPROVED, case_rows.c.decided_at >= since, by_them)
    return Voided(
        approvals=_reopen(work, approved),
        halves=_reopen(work, half),
        invitations=_revoke(work, staff_id, since),
    )


def _reopen(work: Work, which: tuple[ColumnElement[bool], ...]) -> list[Case]:
    anew = {
        "status": cases.OPEN,
        "half": None,
        "decided_by": None,
        "seconded_by": None,
        "decided_at": None,
        "claimed_by": None,
        "claimed_at": None,
        "version": case_rows.c.version + 1,
        # Whoever asked to join was given a group by the approval; an invited family brought it along.
        "group_id": case((case_rows.c.road == "invited", case_rows.c.group_id), else_=None),
    }
    opened = update(case_rows).where(*which).values(anew).returning(case_rows.c.id)
    ids = sorted(work.connection.execute(opened).scalars())
    made = (memberships.c.case_id.in_(ids), memberships.c.status.in_(["approved", "active"]))
    work.connection.execute(delete(memberships).where(*made))
    return [found for found in (cases.by_id(work, case_id) for case_id in ids) if found is not None]


def _void_checks(work: Work, staff_id: UUID, since: datetime) -> None:
    """What the account wrote of calls, identity and suitability proves nothing."""
    theirs = (checks.c.staff_id == staff_id, checks.c.at >= since)
    seen = select(checks.c.person_id).where(*theirs, checks.c.kind == "identity")
    work.connection.execute(update(people).where(people.c.id.in_(seen)).values(verified_at=None))
    work.connection.execute(update(checks).where(*theirs).values(outcome=VOID))
    known = (case_rows.c.known_by == staff_id, case_rows.c.status != cases.DRAFT, _checked(staff_id, since))
    work.connection.execute(update(case_rows).where(*known).values(known=None, known_by=None, known_ground_sealed=None))


def _revoke(work: Work, staff_id: UUID, since: datetime) -> int:
    out = (invitations.c.invited_by == staff_id, invitations.c.made_at >= since)
    unspent = (*out, invitations.c.revoked_at.is_(None), invitations.c.confirmed_at.is_(None))
    revoked = update(invitations).where(*unspent).values(revoked_at=work.now).returning(invitations.c.id)
    return len(work.connection.execute(revoked).all())


def _checked(staff_id: UUID, since: datetime) -> ColumnElement[bool]:
    return case_rows.c.id.in_(select(checks.c.case_id).where(checks.c.staff_id == staff_id, checks.c.at >= since))

"""Complaints and requests about data: the person's own words, sealed; one handler; two clocks."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CompoundSelect, select, update

from storage import codes, several
from storage.contacts import Contact
from storage.tables import bars, breaches, cases, complaints, people, staff
from storage.work import Work

_NO = ("declined", "excluded")


@dataclass(frozen=True)
class Complaint:
    """One complaint. The words stay sealed. `about`: handles of those it names; they learn nothing of it."""

    id: UUID
    code: str
    kind: str
    contact_id: UUID | None
    about: list[str]
    hide_name: bool
    handler_id: UUID | None
    stage: str
    opened_at: datetime
    acknowledge_by: datetime
    answer_by: datetime
    acknowledged_at: datetime | None
    outcome: str | None
    closed_at: datetime | None
    words_sealed: bytes

    def words(self, work: Work) -> str:
        """Open the words; the caller has been allowed to, and records it."""
        return work.keys.open("complaints.words", self.id, self.words_sealed)


_FIELDS = [complaints.c[name] for name in Complaint.__dataclass_fields__]


def open_complaint(
    work: Work,
    complaint_id: UUID,
    *,
    kind: str,
    contact_id: UUID,
    words: str,
    about: Collection[str],
    hide_name: bool,
    handler_id: UUID | None,
    acknowledge_by: datetime,
    answer_by: datetime,
) -> tuple[str, bool]:
    """G12.5: keep a complaint in the person's own words: its code, and whether it is new."""
    row = {
        "id": complaint_id,
        "kind": kind,
        "contact_id": contact_id,
        "words_sealed": work.keys.seal("complaints.words", complaint_id, words),
        "about": sorted(about),
        "hide_name": hide_name,
        "handler_id": handler_id,
        "opened_at": work.now,
        "acknowledge_by": acknowledge_by,
        "answer_by": answer_by,
    }
    return codes.keep(work, complaints, "C", row)


def by_id(work: Work, complaint_id: UUID) -> Complaint | None:
    """Read one complaint."""
    return _one(work, complaints.c.id == complaint_id)


def by_code(work: Work, code: str) -> Complaint | None:
    """Find a complaint by its pointer, however it was typed; a request about data is none."""
    return _one(work, complaints.c.code == codes.pointer(code), ~complaints.c.kind.startswith("request_"))


def latest_of(work: Work, contact: Contact) -> Complaint | None:
    """Find the newest complaint of whoever writes here, from whichever of their contacts."""
    theirs = several.ids_with_it(work, contact)
    return _one(work, complaints.c.contact_id.in_(theirs), ~complaints.c.kind.startswith("request_"))


def answered_by(work: Work, contact: Contact) -> tuple[str, UUID | None] | None:
    """The code of the newest complaint or request of whoever writes here, and who answers it."""
    theirs = complaints.c.contact_id.in_(several.ids_with_it(work, contact))
    newest = select(complaints.c.code, complaints.c.handler_id).where(theirs).order_by(complaints.c.opened_at.desc())
    found = work.connection.execute(newest.limit(1)).first()
    return None if found is None else (found.code, found.handler_id)


def named_by(work: Work, contact: Contact) -> frozenset[str]:
    """G12.4: the handles of everybody whom a complaint from here was ever about."""
    theirs = complaints.c.contact_id.in_(several.ids_with_it(work, contact))
    found = work.connection.execute(select(complaints.c.about).where(theirs)).scalars()
    return frozenset(handle for handles in found for handle in handles)


def open_for(work: Work, handler_id: UUID) -> list[Complaint]:
    """G12.4: read the open complaints of their handler, oldest first."""
    theirs = (
        complaints.c.handler_id == handler_id,
        complaints.c.closed_at.is_(None),
        ~complaints.c.kind.startswith("request_"),
    )
    found = select(*_FIELDS).where(*theirs).order_by(complaints.c.opened_at)
    return [Complaint(**row) for row in work.connection.execute(found).mappings()]


def change(work: Work, complaint_id: UUID, **values: Any) -> None:
    """Set columns of a complaint."""
    work.connection.execute(update(complaints).where(complaints.c.id == complaint_id).values(values))


def close(work: Work, complaint: Complaint, outcome: str, answer: str) -> None:
    """Keep the outcome and the answer."""
    sealed = work.keys.seal("complaints.answer", complaint.id, answer)
    change(work, complaint.id, outcome=outcome, answer_sealed=sealed, closed_at=work.now)


def ask_review(
    work: Work, complaint: Complaint, handler_id: UUID | None, acknowledge_by: datetime, answer_by: datetime
) -> bool:
    """Stage 2: it is open again, with another handler and new dates; False if it is open already."""
    fresh = {
        "stage": "2",
        "handler_id": handler_id,
        "acknowledge_by": acknowledge_by,
        "answer_by": answer_by,
        "acknowledged_at": None,
        "outcome": None,
        "closed_at": None,
    }
    again = update(complaints).where(complaints.c.id == complaint.id, complaints.c.closed_at.is_not(None))
    return work.connection.execute(again.values(fresh).returning(complaints.c.id)).first() is not None


def deciders(work: Work, family_id: UUID) -> frozenset[UUID]:
    """G12.2: find who decided about this family before, or acted against it: others handle what they complain of."""
    about = select(cases.c.decided_by).where(cases.c.family_id == family_id)
    second = select(cases.c.seconded_by).where(cases.c.family_id == family_id)
    return _ids(work, about.union(second)) | against(work, family_id)


def against(work: Work, family_id: UUID) -> frozenset[UUID]:
    """G12.2, G11.4: find who said no to this family, shut somebody of it out, or reported somebody of it."""
    theirs = select(people.c.id).where(people.c.family_id == family_id)
    said_no = select(cases.c.decided_by).where(cases.c.family_id == family_id, cases.c.status.in_(_NO))
    seconded = select(cases.c.seconded_by).where(cases.c.family_id == family_id, cases.c.status.in_(_NO))
    upheld = select(breaches.c.decided_by).where(breaches.c.person_id.in_(theirs))
    reported = select(staff.c.id).join(breaches, breaches.c.reported_by == staff.c.handle)
    reported = reported.where(breaches.c.person_id.in_(theirs))
    shut = select(bars.c.decided_by).where(bars.c.family_id == family_id)
    return _ids(work, said_no.union(seconded, upheld, reported, shut))


def _ids(work: Work, query: CompoundSelect[Any]) -> frozenset[UUID]:
    return frozenset(each for each in work.connection.execute(query).scalars() if each is not None)


def _one(work: Work, *conditions: Any) -> Complaint | None:
    newest = select(*_FIELDS).where(*conditions).order_by(complaints.c.opened_at.desc()).limit(1)
    row = work.connection.execute(newest).mappings().one_or_none()
    return None if row is None else Complaint(**row)

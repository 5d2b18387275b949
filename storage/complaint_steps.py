"""What happened to a complaint, step by step: nothing of an earlier stage is overwritten by a later one (G12.5)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, or_, select

from storage.tables import complaint_steps, complaints, contacts, groups, memberships, people
from storage.work import Work

ACKNOWLEDGED, PROGRESS, ANSWERED, REVIEW, LEARNED = "acknowledged", "progress", "answered", "review", "learned"
HANDED_ON = "handed_on"
TOLD = frozenset({ACKNOWLEDGED, PROGRESS, ANSWERED, REVIEW})
"""The steps whose words the complainant wrote or was told."""


@dataclass(frozen=True)
class Step:
    """One step, opened: who took it (None: the complainant), its words and its outcome."""

    kind: str
    stage: str
    by: UUID | None
    at: datetime
    words: str
    outcome: str | None


def add(
    work: Work,
    step_id: UUID,
    complaint_id: UUID,
    kind: str,
    *,
    stage: str,
    by: UUID | None = None,
    words: str = "",
    outcome: str | None = None,
) -> None:
    """Keep one step."""
    row = {
        "id": step_id,
        "complaint_id": complaint_id,
        "kind": kind,
        "stage": stage,
        "by": by,
        "at": work.now,
        "words_sealed": work.keys.seal("complaint_steps.words", step_id, words),
        "outcome": outcome,
    }
    work.connection.execute(insert(complaint_steps).values(row))


def of(work: Work, complaint_id: UUID) -> list[Step]:
    """Read every step, oldest first; the caller has been allowed to, and records it."""
    mine = select(complaint_steps).where(complaint_steps.c.complaint_id == complaint_id).order_by(complaint_steps.c.n)
    return [_step(work, row) for row in work.connection.execute(mine).mappings()]


def counts(work: Work, since: datetime, but_about: str, staff_id: UUID) -> dict[tuple[str, str], int]:
    """Count the complaints opened since then, by kind and outcome, but for those about this member of staff (G12.4).

    About them is also what comes from a group in which they hold a seat, if it is about the group or its staff.
    """
    held = or_(*(groups.c[f"{seat}_id"] == staff_id for seat in ("leader", "second", "moderator")))
    own_group = (
        select(people.c.id)
        .join(contacts, contacts.c.lane_id == people.c.family_id)
        .join(memberships, memberships.c.person_id == people.c.id)
        .join(groups, groups.c.id == memberships.c.group_id)
        .where(contacts.c.id == complaints.c.contact_id, held, complaints.c.kind.in_(["group", "staff"]))
    )
    told = select(complaints.c.kind, complaints.c.outcome, func.count())
    told = told.where(
        complaints.c.opened_at >= since,
        ~complaints.c.kind.startswith("request_"),
        ~complaints.c.about.contains([but_about]),
        ~own_group.exists(),
    )
    rows = work.connection.execute(told.group_by(complaints.c.kind, complaints.c.outcome))
    return {(kind, outcome or "open"): count for kind, outcome, count in rows}


def _step(work: Work, row: Any) -> Step:
    words = work.keys.open("complaint_steps.words", row["id"], row["words_sealed"])
    return Step(row["kind"], row["stage"], row["by"], row["at"], words, row["outcome"])

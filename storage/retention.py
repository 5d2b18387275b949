"""What has been kept for as long as it may be: found by its period, never while something holds it back (2.4).

Nothing that nobody has seen is found here: a waiting turn, an open case, a promised call, an unanswered complaint,
concern or request stay.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, func, or_, select

from storage import subjects
from storage.subjects import Subject, is_erased
from storage.tables import (
    cases,
    contacts,
    erasures,
    families,
    memberships,
    people,
)
from storage.work import Work

MOST = 500
RETENTION = "retention_"
"""What the reason of an erasure begins with, before the period's name."""
PERIODS = ("unfinished", "withdrawn", "declined", "left", "excluded")


def due_families(
    work: Work, days: Mapping[str, int], *, ahead: timedelta = timedelta()
) -> Iterator[tuple[str, Subject]]:
    """The families whose period is over (or will be by then) and that nothing holds back, with the period's name."""
    for name, query in _periods(work.now + ahead, days).items():
        for family_id in work.connection.execute(query.limit(MOST)).scalars().all():
            subject = _let_go(work, family_id)
            if subject is not None:
                yield name, subject


def still_due(work: Work, days: Mapping[str, int], name: str, family_id: UUID) -> Subject | None:
    """The family, if its period is over still and nothing holds it back; None if something came between."""
    found = _periods(work.now, days)[name].where(families.c.id == family_id)
    return None if work.connection.execute(found).first() is None else _let_go(work, family_id)


def _let_go(work: Work, family_id: UUID) -> Subject | None:
    subject = subjects.of_family(work, family_id)
    is_held = subjects.held_back(work, subject) or subjects.waits_for_staff(work, subject)
    return None if is_held else subject


def _periods(now: datetime, days: Mapping[str, int]) -> Mapping[str, Select[Any]]:
    before = {name: now - timedelta(days=days[name]) for name in PERIODS}
    own_cases, own = cases.c.family_id == families.c.id, people.c.family_id == families.c.id
    heard = _one(select(func.max(contacts.c.last_inbound_at)).where(contacts.c.lane_id == families.c.id))
    last = func.coalesce(heard, families.c.created_at)
    decided = _one(select(func.max(cases.c.decided_at)).where(own_cases))
    newest = _one(select(cases.c.status).where(own_cases).order_by(cases.c.opened_at.desc()).limit(1))
    theirs = select(memberships.c.id).join(people, people.c.id == memberships.c.person_id).where(own)
    moved = _one(theirs.with_only_columns(func.max(memberships.c.since)))
    here = theirs.where(memberships.c.status.in_(["approved", "active", "suspended"])).exists()
    barred = theirs.where(memberships.c.status.in_(["barred", "excluded"])).exists()
    shut = or_(barred, families.c.excluded_at.is_not(None))
    todo, gone = select(families.c.id).where(~here), select(erasures.c.id).where(_erased())
    left = select(people.c.id).where(own, ~is_erased())
    out = todo.where(~shut, or_(left.exists(), ~gone.exists()))
    bars_stay = ~gone.where(erasures.c.why == f"{RETENTION}excluded").exists()
    return {
        "unfinished": out.where(func.coalesce(newest, "draft") == "draft", last < before["unfinished"]),
        "withdrawn": out.where(newest == "withdrawn", decided < before["withdrawn"]),
        "declined": out.where(newest == "declined", decided < before["declined"]),
        "left": out.where(newest == "approved", moved < before["left"], last < before["left"]),
        "excluded": todo.where(shut, bars_stay, func.coalesce(families.c.excluded_at, moved) < before["excluded"]),
    }


def _erased() -> ColumnElement[bool]:
    return erasures.c.family_id == families.c.id


def _one(query: Select[Any]) -> ScalarSelect[Any]:
    return query.scalar_subquery()

"""Bars and exclusions: who is shut out of what, since when, by whom, and when a human lifted it (G11, G3.13)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, select, update

from storage import codes
from storage.tables import bars, breaches, families, groups, memberships, people
from storage.work import Work

GROUP, ALL_GROUPS, FAMILY = "group", "all_groups", "family"


@dataclass(frozen=True)
class Bar:
    """One bar of a person (from a group, or from all), or the exclusion of a family."""

    id: UUID
    code: str
    scope: str
    family_id: UUID
    person_id: UUID | None
    group_id: UUID | None
    group_name: str | None
    since: datetime
    decided_by: UUID
    reported_by: str | None
    before: str
    lifted_at: datetime | None


@dataclass(frozen=True)
class NewBar:
    """What a named human decided."""

    scope: str
    family_id: UUID
    decided_by: UUID
    person_id: UUID | None = None
    group_id: UUID | None = None
    breach_id: UUID | None = None
    reason: str | None = None
    before: str = "active"


def add(work: Work, bar_id: UUID, new: NewBar) -> str:
    """Write a bar or an exclusion down; its code. The same id again keeps the old one."""
    row = {
        "id": bar_id,
        "scope": new.scope,
        "family_id": new.family_id,
        "person_id": new.person_id,
        "group_id": new.group_id,
        "breach_id": new.breach_id,
        "before": new.before,
        "since": work.now,
        "decided_by": new.decided_by,
        "reason_sealed": work.seal("bars.reason", bar_id, new.reason),
    }
    return codes.keep(work, bars, "X", row)[0]


def in_force(work: Work) -> list[Bar]:
    """List what was not lifted, oldest first."""
    rows = work.connection.execute(_select().where(bars.c.lifted_at.is_(None)).order_by(bars.c.since, bars.c.code))
    return [Bar(**row) for row in rows.mappings()]


def by_id(work: Work, bar_id: UUID) -> Bar | None:
    """Read one."""
    return _one(work, bars.c.id == bar_id)


def by_code(work: Work, code: str) -> Bar | None:
    """Find one, however its code was typed."""
    return _one(work, bars.c.code == codes.pointer(code))


def names(work: Work, bar: Bar) -> list[str]:
    """Open the names of whom it is about; the caller may see them, and records it."""
    mine = people.c.family_id == bar.family_id if bar.person_id is None else people.c.id == bar.person_id
    rows = work.connection.execute(select(people.c.id, people.c.full_name_sealed).where(mine).order_by(people.c.number))
    return [work.keys.open("people.full_name", row[0], row[1]) for row in rows]


def lift(work: Work, bar: Bar, staff_id: UUID, reason: str) -> bool:
    """End it; False if somebody did before."""
    still = (bars.c.id == bar.id, bars.c.lifted_at.is_(None))
    sealed = work.seal("bars.lift_reason", bar.id, reason)
    values = {"lifted_by": staff_id, "lifted_at": work.now, "lift_reason_sealed": sealed}
    return work.connection.execute(update(bars).where(*still).values(values).returning(bars.c.id)).first() is not None


def readmit(work: Work, bar: Bar, staff_id: UUID) -> None:
    """Give back the place that a bar took, and leave every place that another bar still takes."""
    if bar.scope == FAMILY:
        work.connection.execute(update(families).where(families.c.id == bar.family_id).values(excluded_at=None))
        _move(work, bar, staff_id, "excluded", "left")
        return
    _move(work, bar, staff_id, "barred", bar.before)


def widen(work: Work, bar: Bar, staff_id: UUID) -> None:
    """G3.13: the person is barred from every group they are in; later ones are refused by the bar itself."""
    theirs = (memberships.c.person_id == bar.person_id, memberships.c.status.in_(["approved", "active", "suspended"]))
    work.connection.execute(
        update(memberships).where(*theirs).values(status="barred", decided_by=staff_id, since=work.now)
    )


def _move(work: Work, bar: Bar, staff_id: UUID, before: str, after: str) -> None:
    of_family = select(people.c.id).where(people.c.family_id == bar.family_id)
    whose = (
        memberships.c.person_id.in_(of_family) if bar.person_id is None else memberships.c.person_id == bar.person_id
    )
    other = bars.alias("other")
    taken = exists().where(
        other.c.person_id == memberships.c.person_id,
        other.c.lifted_at.is_(None),
        (other.c.group_id == memberships.c.group_id) | (other.c.scope == ALL_GROUPS),
    )
    moved = [whose, memberships.c.status == before]
    if bar.group_id is not None:
        moved.append(memberships.c.group_id == bar.group_id)
    by = {"decided_by": staff_id, "since": work.now}
    work.connection.execute(update(memberships).where(*moved, taken).values(status="barred", **by))
    work.connection.execute(update(memberships).where(*moved, ~taken).values(status=after, **by))


def _select() -> Select[Any]:
    fields = (bars.c.id, bars.c.code, bars.c.scope, bars.c.family_id, bars.c.person_id, bars.c.group_id)
    dates = (bars.c.before, bars.c.since, bars.c.decided_by, bars.c.lifted_at)
    return (
        select(*fields, *dates, groups.c.name.label("group_name"), breaches.c.reported_by)
        .outerjoin(groups, groups.c.id == bars.c.group_id)
        .outerjoin(breaches, breaches.c.id == bars.c.breach_id)
    )


def _one(work: Work, *conditions: Any) -> Bar | None:
    row = work.connection.execute(_select().where(*conditions)).mappings().one_or_none()
    return None if row is None else Bar(**row)

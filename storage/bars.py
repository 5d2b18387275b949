"""Bars and exclusions: who is shut out of what, since when, by whom, and when a human lifted it (G11, G3.13)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Exists, Select, exists, select, true, update

from storage import codes
from storage.breaches import keeps_out
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
    if bar.scope == ALL_GROUPS:
        _give_back(work, bar, staff_id)
        return
    _move(work, bar, staff_id, "barred", _again(work, bar.person_id, bar.group_id, bar.before))


def others(work: Work, bar: Bar) -> tuple[str, ...]:
    """List the codes of what else shuts out the person whom a bar is about, from all or from a group of theirs."""
    if bar.person_id is None:
        return ()
    same_group = true() if bar.group_id is None else (bars.c.group_id == bar.group_id) | (bars.c.scope == ALL_GROUPS)
    theirs = (bars.c.person_id == bar.person_id) & same_group
    of_family = (bars.c.family_id == bar.family_id) & (bars.c.scope == FAMILY)
    found = select(bars.c.code).where(bars.c.id != bar.id, bars.c.lifted_at.is_(None), theirs | of_family)
    return tuple(work.connection.execute(found.order_by(bars.c.since, bars.c.code)).scalars())


def has_place(work: Work, bar: Bar) -> bool:
    """Tell whether the person whom a lifted bar was about has a place that it took."""
    theirs = [memberships.c.person_id == bar.person_id, memberships.c.status.in_(["approved", "active"])]
    if bar.group_id is not None:
        theirs.append(memberships.c.group_id == bar.group_id)
    return work.connection.execute(select(memberships.c.id).where(*theirs).limit(1)).first() is not None


def widen(work: Work, bar: Bar, staff_id: UUID) -> None:
    """G3.13: the person is barred from every group they are in; later ones are refused by the bar itself."""
    theirs = (memberships.c.person_id == bar.person_id, memberships.c.status.in_(["approved", "active", "suspended"]))
    work.connection.execute(
        update(memberships).where(*theirs).values(status="barred", decided_by=staff_id, since=work.now)
    )


def _give_back(work: Work, bar: Bar, staff_id: UUID) -> None:
    """Of every group that only a bar from all groups shut: what the person was there before, and no more."""
    shut = select(memberships.c.id, memberships.c.group_id).where(
        memberships.c.person_id == bar.person_id, memberships.c.status == "barred", ~_is_taken()
    )
    for membership_id, group_id in work.connection.execute(shut).all():
        values = {"status": _was(work, bar, group_id), "decided_by": staff_id, "since": work.now}
        work.connection.execute(update(memberships).where(memberships.c.id == membership_id).values(values))


def _was(work: Work, bar: Bar, group_id: UUID) -> str:
    """A bar from this group that was lifted meanwhile knows it."""
    of_them = (bars.c.person_id == bar.person_id, bars.c.group_id == group_id)
    meanwhile = select(bars.c.before).where(*of_them, bars.c.lifted_at >= bar.since).order_by(bars.c.since)
    before = work.connection.execute(meanwhile.limit(1)).scalar_one_or_none()
    return _again(work, bar.person_id, group_id, before or "approved")


def _again(work: Work, person_id: UUID | None, group_id: UUID | None, before: str) -> str:
    """G11.1: who had a place, and of whom another report waits for its decision, is suspended until then."""
    if person_id is None or group_id is None or before not in {"approved", "active"}:
        return before
    return "suspended" if keeps_out(work, person_id, group_id) else before


def _is_taken() -> Exists:
    """Whether another bar shuts this membership."""
    other = bars.alias("other")
    return exists().where(
        other.c.person_id == memberships.c.person_id,
        other.c.lifted_at.is_(None),
        (other.c.group_id == memberships.c.group_id) | (other.c.scope == ALL_GROUPS),
    )


def _move(work: Work, bar: Bar, staff_id: UUID, before: str, after: str) -> None:
    of_family = select(people.c.id).where(people.c.family_id == bar.family_id)
    whose = (
        memberships.c.person_id.in_(of_family) if bar.person_id is None else memberships.c.person_id == bar.person_id
    )
    taken = _is_taken()
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

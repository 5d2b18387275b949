"""Breaches of the Group Agreement: reported, suspended, decided by a second person. Rules are in policy."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, any_, literal, select, update

from storage import codes, outbox, releases
from storage.tables import bars, breaches, groups, invitations, memberships, people
from storage.work import Work

KINDS = ("breach", "leak")
BOT = "bot"
FAMILY = "family"


@dataclass(frozen=True)
class Breach:
    """One report about one person, opened only for the manager who decides it."""

    id: UUID
    code: str
    kind: str
    person_id: UUID | None
    group_id: UUID | None
    group_name: str | None
    point: str
    words: str
    name: str
    reported_by: str
    kept_from: list[str]
    at: datetime
    outcome: str | None

    def __repr__(self) -> str:
        return f"Breach({self.code})"


@dataclass(frozen=True)
class Report:
    """What is reported. `kind`: breach, leak (seen by the bot) or incident (a data incident)."""

    kind: str
    person_id: UUID | None
    group_id: UUID | None
    point: str
    words: str
    reported_by: str
    meeting_id: UUID | None = None
    kept_from: Collection[str] = ()


def add(work: Work, breach_id: UUID, report: Report) -> tuple[str, bool]:
    """G11.1: write a report down; its code, and whether it is new. The same id again keeps the old one."""
    row = {
        "id": breach_id,
        "kind": report.kind,
        "person_id": report.person_id,
        "group_id": report.group_id,
        "meeting_id": report.meeting_id,
        "point": report.point,
        "words_sealed": work.seal("breaches.words", breach_id, report.words),
        "reported_by": report.reported_by,
        "kept_from": sorted(report.kept_from),
        "at": work.now,
    }
    code, is_new = codes.keep(work, breaches, "B", row)
    if is_new:
        work.record("report", report.kind, code)
    return code, is_new


def suspend(work: Work, person_id: UUID, group_id: UUID) -> bool:
    """G11.1: out at once: no unsent password, no open invitation. True if they were a member until now."""
    was_active = set_status(work, person_id, group_id, "suspended", before=("approved", "active"))
    waiting = releases.unsent_of(work, person_id, group_id)
    outbox.void(work, reason="suspended", release_ids=waiting)
    unspent = (invitations.c.person_id == person_id, invitations.c.spent_at.is_(None))
    work.connection.execute(update(invitations).where(*unspent).values(revoked_at=work.now))
    return was_active


def set_status(work: Work, person_id: UUID, group_id: UUID, status: str, *, before: tuple[str, ...]) -> bool:
    """Move a membership on from one of the statuses before; False if it is in another."""
    mine = (memberships.c.person_id == person_id, memberships.c.group_id == group_id)
    moved = update(memberships).where(*mine, memberships.c.status.in_(before))
    moved = moved.values(status=status, since=work.now).returning(memberships.c.id)
    return work.connection.execute(moved).first() is not None


def keeps_out(work: Work, person_id: UUID, group_id: UUID) -> bool:
    """G11.1: whether another report by staff, which suspends at once, still waits for its decision."""
    mine = (breaches.c.person_id == person_id, breaches.c.group_id == group_id, breaches.c.kind == "breach")
    by_staff = breaches.c.reported_by.not_in((BOT, FAMILY))
    waits = select(breaches.c.id).where(*mine, by_staff, breaches.c.outcome.is_(None)).limit(1)
    return work.connection.execute(waits).first() is not None


def comes_back_as(work: Work, person_id: UUID, group_id: UUID) -> str:
    """What lifting a bar gives back: who had left, or had no place yet, gains none by it; others are active.

    Who is barred there already was before what their bar says; of a bar from all groups only that they had a place.
    """
    mine = (memberships.c.person_id == person_id, memberships.c.group_id == group_id)
    now = work.connection.execute(select(memberships.c.status).where(*mine)).scalar_one_or_none()
    if now == "barred":
        stands = (bars.c.person_id == person_id, bars.c.group_id == group_id, bars.c.lifted_at.is_(None))
        before = select(bars.c.before).where(*stands).order_by(bars.c.since, bars.c.id).limit(1)
        return work.connection.execute(before).scalar_one_or_none() or "approved"
    return now if now in {"left", "approved"} else "active"


def waiting(work: Work, reader: str) -> tuple[str, ...]:
    """List the codes of what waits for a decision by this manager, who did not report it and whom it is not about."""
    return tuple(code for code, _ in waiting_since(work, reader))


def waiting_since(work: Work, reader: str) -> list[tuple[str, datetime]]:
    """List the same with the time of the report."""
    undecided = (breaches.c.outcome.is_(None), breaches.c.kind.in_(KINDS))
    theirs = (breaches.c.reported_by != reader, ~(literal(reader) == any_(breaches.c.kept_from)))
    query = select(breaches.c.code, breaches.c.at).where(*undecided, *theirs)
    return [(row[0], row[1]) for row in work.connection.execute(query.order_by(breaches.c.at, breaches.c.code))]


def is_reported_by(work: Work, family_id: UUID, handle: str) -> bool:
    """A1: whether this member of staff reported somebody of the family, and it was not found to be nothing."""
    of_family = breaches.c.person_id.in_(select(people.c.id).where(people.c.family_id == family_id))
    stands = breaches.c.outcome.is_distinct_from("not_upheld")
    found = select(breaches.c.id).where(of_family, stands, breaches.c.reported_by == handle).limit(1)
    return work.connection.execute(found).first() is not None


def by_code(work: Work, code: str) -> Breach | None:
    """Open one report, however its code was typed."""
    query = _select().where(breaches.c.code == codes.pointer(code), breaches.c.kind.in_(KINDS))
    row = work.connection.execute(query).mappings().one_or_none()
    return None if row is None else _breach(work, row)


def decide(work: Work, breach: Breach, outcome: str, staff_id: UUID) -> bool:
    """Write the decision down; False if there is one already."""
    open_still = (breaches.c.id == breach.id, breaches.c.outcome.is_(None))
    decided = {"outcome": outcome, "decided_by": staff_id, "decided_at": work.now}
    done = update(breaches).where(*open_still).values(decided).returning(breaches.c.id)
    return work.connection.execute(done).first() is not None


def _select() -> Select[Any]:
    return (
        select(breaches, groups.c.name.label("group_name"), people.c.full_name_sealed)
        .outerjoin(groups, groups.c.id == breaches.c.group_id)
        .outerjoin(people, people.c.id == breaches.c.person_id)
    )


def _breach(work: Work, row: Any) -> Breach:
    opened = {"name", "words", "point"}
    kept = {name: row[name] for name in Breach.__dataclass_fields__ if name not in opened}
    named = row["person_id"] and work.open("people.full_name", row["person_id"], row["full_name_sealed"])
    return Breach(
        **kept,
        point=row["point"] or "other",
        words=work.open("breaches.words", row["id"], row["words_sealed"]) or "",
        name=named or "",
    )

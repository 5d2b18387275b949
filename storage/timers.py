"""What falls due: rows judged by our clock, each fired once in a transaction of its own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Select, bindparam, select, update

from storage.tables import timers
from storage.work import Work

RECURRING = ("retention", "reading_sample")
_IS_DUE = timers.c.due_at <= bindparam("now")
_OLDEST = (
    select(timers)
    .where(timers.c.done_at.is_(None), _IS_DUE)
    .order_by(timers.c.due_at, timers.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_FIRED = update(timers).where(timers.c.id == bindparam("timer"), _IS_DUE)


@dataclass(frozen=True)
class Timer:
    """One thing that is due."""

    id: UUID
    kind: str
    subject_id: UUID
    step: str


def claim(work: Work) -> Timer | None:
    """Lock the oldest timer that is due and that nobody else is firing."""
    found = work.connection.execute(_OLDEST, {"now": work.now}).mappings().one_or_none()
    return None if found is None else Timer(found["id"], found["kind"], found["subject_id"], found["step"])


def due(now: BindParameter[datetime]) -> Select[Any]:
    """A timer that is due, if there is any."""
    return select(timers.c.id).where(timers.c.done_at.is_(None), timers.c.due_at <= now).limit(1)


def done(work: Work, timer: Timer, outcome: str = "fired") -> None:
    """It was fired. One that its own handler set anew stays due."""
    work.connection.execute(_FIRED, {"timer": timer.id, "now": work.now, "done_at": work.now, "outcome": outcome})


def postpone(work: Work, timer_id: UUID, due_at: datetime, fault: str) -> None:
    """Try again later: its handler failed."""
    work.connection.execute(update(timers).where(timers.c.id == timer_id).values(due_at=due_at, outcome=fault))


def next_due_at(work: Work) -> datetime | None:
    """When the next timer falls due; what always runs again is nobody's next step."""
    later = select(timers.c.due_at).where(timers.c.done_at.is_(None), timers.c.kind.not_in(RECURRING))
    later = later.order_by(timers.c.due_at).limit(1)
    return work.connection.execute(later).scalar_one_or_none()

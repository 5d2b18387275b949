"""What is due now, of every kind, in one statement: the sweeper asks twice a second."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, CompoundSelect, DateTime, bindparam, literal, null, select, union_all

from storage import audit, inbox, queued, timers
from storage.fixed import fixed
from storage.work import Work


@dataclass(frozen=True)
class Due:
    """Messages without a turn, lanes with something to send, whether a timer is due, and audit rows to be chained."""

    turns: list[UUID]
    lanes: list[UUID]
    timers: bool
    audit: bool


def now(work: Work) -> Due:
    """Read what is due by our clock."""
    found: dict[str, list[UUID]] = {}
    for kind, row_id in work.connection.execute(_everything(), {"now": work.now}):
        found.setdefault(kind, []).append(row_id)
    return Due(found.get("turn", []), found.get("lane", []), "timer" in found, "audit" in found)


@cache
def _everything() -> CompoundSelect[Any]:
    """Built once: the sweeper asks it twice a second, and whoever settles after every step."""
    now: BindParameter[datetime] = bindparam("now", type_=DateTime(timezone=True))
    parts = {"turn": inbox.waiting(), "lane": queued.lanes_due(now), "timer": timers.due(now)}
    named = [select(literal(kind), part.subquery()) for kind, part in parts.items()]
    return fixed(union_all(*named, select(literal("audit"), null()).where(audit.IS_TO_BE_CHAINED)))

"""What is due now, of every kind, in one statement: the sweeper asks twice a second."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import literal, null, select, union_all

from storage import audit, inbox, queued, timers
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
    parts = {
        "turn": inbox.waiting(),
        "lane": queued.lanes_due(work.now),
        "timer": timers.due(work.now),
    }
    named = [select(literal(kind), part.subquery()) for kind, part in parts.items()]
    to_chain = select(literal("audit"), null()).where(audit.IS_TO_BE_CHAINED)
    rows = work.connection.execute(union_all(*named, to_chain))
    found: dict[str, list[UUID]] = {}
    for kind, row_id in rows:
        found.setdefault(kind, []).append(row_id)
    return Due(found.get("turn", []), found.get("lane", []), "timer" in found, "audit" in found)

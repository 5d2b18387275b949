"""How much an account of the staff did lately, by the newest rows of the audit only: it always costs the same."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import TextClause, func, select

from storage.tables import audit
from storage.tables.messages import DECIDING, DECIDING_ACTS, READING, READING_ACTS
from storage.work import Work

_LOOKED_AT = 200
_OF_THE_EVENING = ("meeting", "week", "clocks")


class Watched(NamedTuple):
    """Acts that are watched, and how their rows are found."""

    acts: frozenset[str]
    rows: TextClause


DECISIONS = Watched(frozenset(DECIDING_ACTS), DECIDING)
READINGS = Watched(frozenset(READING_ACTS), READING)


def has_done(work: Work, what: Watched, times: int, since: datetime) -> bool:
    """Tell whether whoever acts did, or tried, this so many times since; what they do with meetings does not count."""
    rows = select(audit.c.at, audit.c.object_kind).where(what.rows, audit.c.actor == work.actor)
    newest = rows.order_by(audit.c.n.desc()).limit(_LOOKED_AT).subquery()
    counted = select(func.count()).where(newest.c.at > since, newest.c.object_kind.not_in(_OF_THE_EVENING))
    return int(work.connection.execute(counted).scalar_one()) >= times

"""How much an account of the staff did lately, by the newest rows of the audit only: it always costs the same."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import TextClause, select

from storage.tables import audit
from storage.tables.messages import DECIDING, DECIDING_ACTS, READING, READING_ACTS
from storage.work import Work


class Watched(NamedTuple):
    """Acts that are watched, and how their rows are found."""

    acts: frozenset[str]
    rows: TextClause


DECISIONS = Watched(frozenset(DECIDING_ACTS), DECIDING)
READINGS = Watched(frozenset(READING_ACTS), READING)


def has_done(work: Work, what: Watched, times: int, since: datetime) -> bool:
    """Tell whether whoever acts did, or tried, this so many times since."""
    newest = select(audit.c.at).where(what.rows, audit.c.actor == work.actor).order_by(audit.c.n.desc())
    found = work.connection.execute(newest.offset(times - 1).limit(1)).scalar_one_or_none()
    return found is not None and found > since

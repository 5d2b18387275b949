"""Who read what, out of the audit: times, handles and codes, never words (H2.2)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, or_, select

from storage.tables import audit, complaints, concerns
from storage.work import Work

MOST = 20
STAFF = "staff:"
ACTS = ("read", "export")
KINDS = ("case", "complaint", "concern", "data")


@dataclass(frozen=True)
class Reading:
    """One reading of one thing."""

    at: datetime
    by: str
    code: str


def last(work: Work, asked: str, reader: str) -> list[Reading]:
    """The last readings of a code, or by a handle, newest first; never of what is about whoever asks (A3, G12.4)."""
    about = select(complaints.c.code).where(complaints.c.about.contains([reader]))
    not_to = select(concerns.c.code).where(concerns.c.not_to.contains([reader]))
    hidden = or_(
        and_(audit.c.object_kind == "complaint", audit.c.object_id.in_(about)),
        and_(audit.c.object_kind == "concern", audit.c.object_id.in_(not_to)),
    )
    query = (
        select(audit.c.at, audit.c.actor, audit.c.object_id)
        .where(audit.c.act.in_(ACTS), audit.c.object_kind.in_(KINDS), audit.c.outcome == "done", ~hidden)
        .where(or_(audit.c.object_id == asked.upper(), audit.c.actor == STAFF + asked.lower()))
        .order_by(audit.c.n.desc())
        .limit(MOST)
    )
    return [Reading(row.at, row.actor.removeprefix(STAFF), row.object_id) for row in work.connection.execute(query)]

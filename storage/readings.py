"""Who read what, out of the audit: times, handles and codes (H2.2), and why somebody outside a team opened a case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, false, func, or_, select, union

from storage import glass
from storage.glass import Opening
from storage.tables import audit, cases, complaints, concerns, incidents, staff
from storage.tables import glass as openings
from storage.tables.messages import READING
from storage.work import Work

MOST = 20
STAFF = "staff:"
BROKEN, EXPORTED = "break_glass", "export"
FREE = ("data", "bar", "breach", "group", "ring")
NAMES = "H2.2"
"""The clause of a reading that showed names; of a meeting others show its time and what it lacks."""


@dataclass(frozen=True)
class Reading:
    """One reading of one thing. `broken`: by somebody outside the team; `reason`: why, as long as it is kept.

    `exported`: all that is kept of whoever asked was written into files, and `by` answers for it.
    """

    at: datetime
    by: str
    code: str
    broken: bool = False
    reason: str | None = None
    exported: bool = False


def last(work: Work, asked: str, reader: str) -> list[Reading]:
    """The last readings of a code, or by a handle, newest first; only of what the reader may know of.

    Of a complaint its handler sees them, of a concern whoever was paged for it, of an incident nobody whom it is kept
    from: others must not learn that there is one (G12.4, A3). A case that was opened because of a concern about the
    reader was, to the reader, not opened.
    """
    row = audit.c
    done = select(row.n, row.at, row.actor, row.act, row.object_id).where(READING, row.outcome == "done")
    names = and_(row.object_kind == "meeting", row.clause == NAMES)
    open_to = (row.object_kind.in_(FREE), names, _case(reader), _complaint(reader), _concern(reader), _incident(reader))
    shown = done.where(or_(*open_to))
    newest = [
        shown.where(whose).order_by(row.n.desc()).limit(MOST)
        for whose in (row.object_id == asked.upper(), row.actor == STAFF + asked.lower())
    ]
    both = union(*(select(each.subquery()) for each in newest)).subquery()
    found = work.connection.execute(select(both).order_by(both.c.n.desc()).limit(MOST)).all()
    why = glass.reasons(work, {each.object_id for each in found if each.act == BROKEN})
    return [_reading(each, why) for each in found]


def sample(work: Work, since: datetime, most: int) -> list[tuple[str, str]]:
    """Draw some readings of cases since, by whom and of what; first those of cases that were decided before.

    Nothing was to be done there, so whoever read it should be able to say why.
    """
    row = audit.c
    read = (row.act == "read", row.object_kind == "case", row.outcome == "done", row.actor.startswith(STAFF))
    query = select(row.actor, row.object_id).join(cases, cases.c.code == row.object_id)
    idle = func.coalesce(cases.c.decided_at < row.at, false())
    drawn = query.where(READING, row.at > since, *read).order_by(idle.desc(), func.random()).limit(most)
    return [(each.actor.removeprefix(STAFF), each.object_id) for each in work.connection.execute(drawn)]


def _reading(row: Row[Any], why: Mapping[Opening, str]) -> Reading:
    by, broken = row.actor.removeprefix(STAFF), row.act == BROKEN
    reason = why.get(Opening(row.object_id, row.at, by)) if broken else None
    return Reading(row.at, by, row.object_id, broken, reason, exported=row.act == EXPORTED)


def _case(reader: str) -> ColumnElement[bool]:
    opened = select(openings.c.id).join(cases, cases.c.id == openings.c.case_id)
    hidden = opened.where(cases.c.code == audit.c.object_id, openings.c.kept_from.contains([reader])).exists()
    return and_(audit.c.object_kind == "case", or_(audit.c.act != BROKEN, ~hidden))


def _complaint(reader: str) -> ColumnElement[bool]:
    handled = select(complaints.c.id).join(staff, staff.c.id == complaints.c.handler_id)
    own = (complaints.c.code == audit.c.object_id, staff.c.handle == reader, ~complaints.c.about.contains([reader]))
    return and_(audit.c.object_kind == "complaint", handled.where(*own).exists())


def _concern(reader: str) -> ColumnElement[bool]:
    own = (concerns.c.code == audit.c.object_id, concerns.c.paged.contains([reader]))
    paged = select(concerns.c.id).where(*own, ~concerns.c.not_to.contains([reader])).exists()
    return and_(audit.c.object_kind == "concern", paged)


def _incident(reader: str) -> ColumnElement[bool]:
    own = (incidents.c.code == audit.c.object_id, ~incidents.c.kept_from.contains([reader]))
    return and_(audit.c.object_kind == "incident", select(incidents.c.id).where(*own).exists())

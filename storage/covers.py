"""G1.5: the meetings in which somebody holds a seat for that meeting only, while that lasts."""

from uuid import UUID

from sqlalchemy import or_, select

from storage import meetings
from storage.meetings import COVER_LASTS, SEATS, Meeting
from storage.tables import meetings as meeting_rows
from storage.work import Work

TAKES_PLACE = ("planned", "started", "ended")


def of_staff(work: Work, staff_id: UUID, group_id: UUID | None = None) -> list[Meeting]:
    """List them, of one group or of all: to come, running, or over for less than a day."""
    query = select(meeting_rows.c.id).where(
        or_(*(meeting_rows.c[f"{seat}_id"] == staff_id for seat in SEATS)),
        meeting_rows.c.person_id.is_(None),
        meeting_rows.c.status.in_(TAKES_PLACE),
        meeting_rows.c.ends_at > work.now - COVER_LASTS,
    )
    if group_id is not None:
        query = query.where(meeting_rows.c.group_id == group_id)
    ids = work.connection.execute(query.order_by(meeting_rows.c.starts_at)).scalars().all()
    return [each for each in (meetings.by_id(work, one) for one in ids) if each is not None]

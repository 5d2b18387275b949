"""Who came to a meeting, as the leader's team ticked it."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from storage.ids import id_for
from storage.tables import attendance
from storage.work import Work


def note(work: Work, meeting_id: UUID, person_ids: Collection[UUID], staff_id: UUID) -> None:
    """Note who came; the same person again changes nothing."""
    kept = {"meeting_id": meeting_id, "noted_by": staff_id, "at": work.now}
    rows = [kept | {"id": id_for(meeting_id, each), "person_id": each} for each in person_ids]
    if rows:
        work.connection.execute(insert(attendance).on_conflict_do_nothing(), rows)


def of_meeting(work: Work, meeting_id: UUID) -> frozenset[UUID]:
    """Read who came."""
    return frozenset(
        work.connection.execute(select(attendance.c.person_id).where(attendance.c.meeting_id == meeting_id)).scalars()
    )

"""Who holds the seats of a meeting: leader, second and moderator of the group, or whoever covers for them that day."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import or_, select, update

from flows.policy import Actor, Seat
from flows.policy.staff import cover_holds
from storage import meetings
from storage.meetings import SEATS, Meeting
from storage.tables import meetings as meeting_rows
from storage.work import Work

COVER_LASTS = timedelta(hours=24)
TAKES_PLACE = ("planned", "started", "ended")


def confirm(work: Work, meeting: Meeting, staff_id: UUID) -> tuple[str, ...]:
    """G1.4: note that somebody is there, for the seats they hold; answers which."""
    held = tuple(seat for seat in SEATS if getattr(meeting, f"{seat}_id") == staff_id)
    values = {f"{seat}_id": staff_id for seat in held} | {f"{seat}_confirmed_at": work.now for seat in held}
    meetings.change(work, meeting.id, **values)
    return held


def cover(work: Work, meeting_id: UUID, seat: str, staff_id: UUID) -> None:
    """G1.5: somebody takes a seat for this meeting only, and confirms for themselves."""
    meetings.change(work, meeting_id, **{f"{seat}_id": staff_id, f"{seat}_confirmed_at": None})


def vacate(work: Work, group_id: UUID, seat: str) -> None:
    """Whoever takes a seat in the group confirms for each coming meeting afresh."""
    emptied = {f"{seat}_id": None, f"{seat}_confirmed_at": None}
    planned = (meeting_rows.c.status == "planned") & meeting_rows.c.person_id.is_(None)
    work.connection.execute(update(meeting_rows).where(meeting_rows.c.group_id == group_id, planned).values(emptied))


def for_the_day(work: Work, meeting: Meeting, staff_id: UUID, actor: Actor) -> frozenset[Seat]:
    """G1.5, G5.1: the seats in the group and those of this meeting, while they last; of a one-to-one only its own."""
    lasts = cover_holds(meeting.ends_at, work.now, COVER_LASTS)
    if meeting.is_one_to_one:
        own = {Seat.LEADER: meeting.leader_id, Seat.SECOND: meeting.second_id}
        return frozenset(seat for seat, holder in own.items() if lasts and holder == staff_id)
    if not lasts:
        return actor.seats
    covers = meeting.leader_id == staff_id and meeting.group_leader_id != staff_id
    others = {seat for seat in (Seat.SECOND, Seat.MODERATOR) if getattr(meeting, f"{seat}_id") == staff_id}
    return actor.seats | others | ({Seat.COVER} if covers else set())


def covers_of(work: Work, staff_id: UUID, group_id: UUID | None = None) -> list[Meeting]:
    """G1.5: list the meetings in which somebody holds a seat for that meeting only, while that lasts.

    Of one group or of all: to come, running, or over for less than a day.
    """
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

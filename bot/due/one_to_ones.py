"""What falls due at a one-to-one: it has not begun, or nobody has checked out of it (I1.1)."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from uuid import UUID

from bot.due.cases import Handler
from bot.organisation import Organisation
from flows.policy import Role
from storage import meetings, one_to_ones, outbox, staff
from storage.meetings import Meeting
from storage.work import Work

AGAIN = timedelta(minutes=10)
ALONE = 2
"""After so many pages the managers hear of it too."""


def not_begun(work: Work, _organisation: Organisation, meeting_id: UUID, _step: str) -> None:
    """I1.1: a quarter of an hour late: leader and buddy are told, once."""
    meeting, one = meetings.by_id(work, meeting_id), one_to_ones.by_id(work, meeting_id)
    if meeting is None or one is None or one.begun_at is not None or meeting.status != "planned":
        return
    for line in staff.lines(work, meeting.team_ids):
        outbox.tell(work, line, "staff_one_not_begun", meeting=meeting.code)
    work.record("remind", "meeting", meeting.code, clause="I1.1")


def not_ended(work: Work, _organisation: Organisation, meeting_id: UUID, step: str) -> None:
    """I1.1: nobody checked out: the buddy is paged until somebody does, then the managers too."""
    meeting, one = meetings.by_id(work, meeting_id), one_to_ones.by_id(work, meeting_id)
    if meeting is None or one is None or one.begun_at is None or one.ended_at is not None:
        return
    number = int(step or "0")
    _page(work, meeting, [each.id for each in staff.by_role(work, Role.MANAGER)] if number >= ALONE else [])
    work.record("page", "meeting", meeting.code, outcome=f"page:{number + 1}", clause="I1.1")
    work.set_timer(one_to_ones.END, meeting_id, work.now + AGAIN, step=str(number + 1))


def _page(work: Work, meeting: Meeting, managers: Collection[UUID]) -> None:
    """Each is asked for what they can do: to say that all is well, to ring the leader, to ring both."""
    names = {each.handle: each.name for each in staff.everybody(work)}
    leader, second = names.get(meeting.leader or "", "-"), names.get(meeting.second or "", "-")
    for line in staff.lines(work, _of(meeting.leader_id)):
        outbox.tell_anew(work, line, "staff_one_check_out", meeting=meeting.code)
    for line in staff.lines(work, _of(meeting.second_id)):
        outbox.tell_anew(work, line, "staff_one_not_ended", meeting=meeting.code, leader=leader)
    for line in staff.lines(work, [each for each in managers if each not in meeting.team_ids]):
        outbox.tell_anew(work, line, "staff_one_alone", meeting=meeting.code, leader=leader, second=second)


def _of(staff_id: UUID | None) -> tuple[UUID, ...]:
    return () if staff_id is None else (staff_id,)


DUE: Mapping[str, Handler] = {one_to_ones.BEGIN: not_begun, one_to_ones.END: not_ended}

"""What does not get through: the leader hears whom to ring about a password, and staff which family heard nothing."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from bot.organisation import Organisation
from flows.texts import inert
from storage import cases, contacts, deeds, meetings, outbox, releases, staff
from storage.work import Work, id_for

KIND = "unreached"
GATHER = timedelta(seconds=30)
AGAIN_MINUTES = 5
OVER = frozenset({"ended", "cancelled"})


def note(work: Work, release_id: UUID) -> None:
    """Something of a release was not sent. At most every five minutes it is said who is without."""
    meeting_id = releases.meeting_of(work, release_id)
    minutes = work.now.minute - work.now.minute % AGAIN_MINUTES
    step = f"{work.now:%Y-%m-%dT%H}:{minutes:02}"
    if meeting_id is not None and deeds.first_time(work, id_for(KIND, meeting_id, step)):
        work.set_timer(KIND, meeting_id, work.now + GATHER, step=step)


def may_be_lost(work: Work, contact_id: UUID) -> None:
    """G3.8: something for a family was not sent, or nobody knows: staff hear of it, once a day for each family."""
    contact, channel = contacts.by_id(work, contact_id), contacts.staff_channel(work)
    case = None if contact is None or contact.audience != "family" else cases.of_family(work, contact.lane_id)
    if case is None or channel is None:
        return
    if deeds.first_time(work, id_for("may_be_lost", case.id, work.now.date())):
        outbox.tell(work, channel, "staff_message_lost", case=case.code)


def ring_these(work: Work, _organisation: Organisation, meeting_id: UUID, _step: str) -> None:
    """G6.4: the password goes by no other road: the leader rings them, and the staff channel hears how many."""
    meeting, names = meetings.by_id(work, meeting_id), releases.unreached(work, meeting_id)
    if meeting is None or meeting.status in OVER or not names:
        return
    told: dict[str, Any] = {"meeting": meeting.code, "count": len(names)}
    leaders = [each for each in (meeting.leader_id or meeting.group_leader_id, meeting.second_id) if each is not None]
    for line in staff.lines(work, leaders):
        outbox.tell(work, line, "staff_ring_these", names=", ".join(inert(name) for name in names), **told)
    channel = contacts.staff_channel(work)
    if channel is not None:
        outbox.tell(work, channel, "staff_passwords_stuck", **told)
    work.record("alert", "meeting", meeting.code, outcome=KIND)

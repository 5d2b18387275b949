"""What does not get through: the leader hears whom to ring about a password, and staff which family heard nothing.

What a member of staff does not hear is told to the others (bot/unheard.py).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from bot import unheard
from bot.organisation import Organisation
from flows.texts import inert
from storage import cases, complaints, contacts, deeds, meetings, outbox, receipts, releases, staff
from storage.contacts import Contact
from storage.ids import id_for
from storage.meetings import Meeting
from storage.releases import Unreached
from storage.work import Work

KIND = "unreached"
HEARD = "unreached_heard"
ALONE = "alone"
GATHER = timedelta(seconds=30)
LOOK_AGAIN = timedelta(minutes=1)
AGAIN_MINUTES = 5
OVER = frozenset({"ended", "cancelled"})
RING = "staff_ring_these"


def note(work: Work, release_id: UUID) -> None:
    """Something of a release was not sent. At most every five minutes it is said who is without."""
    meeting_id = releases.meeting_of(work, release_id)
    step = _five_minutes(work.now)
    if meeting_id is not None and deeds.first_time(work, id_for(KIND, meeting_id, step)):
        work.set_timer(KIND, meeting_id, work.now + GATHER, step=step)


def may_be_lost(work: Work, contact_id: UUID) -> None:
    """G3.8: something was not sent, or nobody knows: staff hear of it, once a day for each family."""
    contact, channel = contacts.by_id(work, contact_id), contacts.staff_channel(work)
    if contact is not None and contact.audience == "staff":
        unheard.note(work, contact)
    case = None if contact is None or contact.audience != "family" else cases.of_family(work, contact.lane_id)
    if case is None or channel is None:
        return
    if deeds.first_time(work, id_for("may_be_lost", case.id, work.now.date())):
        outbox.tell(work, channel, "staff_message_lost", case=case.code)


def owed_waits(work: Work, contact: Contact) -> None:
    """G12.5, X4: an answer goes to no phone that may be in other hands: whoever gave it hears so, once a day."""
    found = complaints.answered_by(work, contact)
    if found is not None and deeds.first_time(work, id_for("owed_waits", contact.id, work.now.date())):
        code, handler_id = found
        for line in staff.lines(work, [] if handler_id is None else [handler_id]):
            outbox.tell(work, line, "staff_owed_waits", code=code)


def ring_these(work: Work, _organisation: Organisation, meeting_id: UUID, _step: str) -> None:
    """G6.4: the password goes by no other road: the leader rings them. Whether the leader hears that is looked at."""
    meeting, without = meetings.by_id(work, meeting_id), releases.unreached(work, meeting_id)
    if meeting is None or meeting.status in OVER or not without:
        return
    for line in _who_rings(work, meeting):
        if deeds.first_time(work, id_for(RING, meeting_id, line.id, *(each.person_id for each in without))):
            _tell(work, line, meeting, without)
    if not work.has_timer(HEARD, meeting_id):
        work.set_timer(HEARD, meeting_id, work.now + GATHER)
    work.record("alert", "meeting", meeting.code, outcome=KIND)


def tell_how_many(work: Work, _organisation: Organisation, meeting_id: UUID, step: str) -> None:
    """The staff channel hears how many families are without, and whether the leader knows: never more than is so.

    While the lines of the leader and the second are as silent as the families', it is looked at again every minute.
    `step` says whether that was told before.
    """
    meeting, channel = meetings.by_id(work, meeting_id), contacts.staff_channel(work)
    if meeting is None or meeting.status in OVER or channel is None:
        return
    without, was_alone = releases.unreached(work, meeting_id), step == ALONE
    families = len({each.family_id for each in without})
    knows = receipts.has_arrived(work, [line.id for line in _who_rings(work, meeting)], RING)
    if was_alone and (knows or not without):
        outbox.tell(work, channel, "staff_line_works_again", meeting=meeting.code, count=families)
    elif without:
        text = "staff_passwords_stuck" if knows else "staff_passwords_stuck_alone"
        if deeds.first_time(work, id_for(text, meeting_id, *(each.person_id for each in without))):
            outbox.tell(work, channel, text, meeting=meeting.code, count=families)
        if not knows:
            _tell_again(work, meeting, without)
            work.set_timer(HEARD, meeting_id, work.now + LOOK_AGAIN, step=ALONE)


def _tell_again(work: Work, meeting: Meeting, without: Sequence[Unreached]) -> None:
    """Where the messenger refused it for good nothing waits for the line to work again: it is tried anew."""
    lines = _who_rings(work, meeting)
    status = receipts.newest_status(work, [line.id for line in lines], RING)
    for line in lines:
        again = id_for(RING, meeting.id, line.id, _five_minutes(work.now))
        if status.get(line.id) == "failed" and deeds.first_time(work, again):
            _tell(work, line, meeting, without)


def _tell(work: Work, line: Contact, meeting: Meeting, without: Sequence[Unreached]) -> None:
    names = ", ".join(inert(each.screen_name) for each in without)
    outbox.tell(work, line, RING, meeting=meeting.code, count=len(without), names=names)


def _five_minutes(now: datetime) -> str:
    minutes = now.minute - now.minute % AGAIN_MINUTES
    return f"{now:%Y-%m-%dT%H}:{minutes:02}"


def _who_rings(work: Work, meeting: Meeting) -> list[Contact]:
    leaders = [meeting.leader_id or meeting.group_leader_id, meeting.second_id]
    return staff.lines(work, [each for each in leaders if each is not None])

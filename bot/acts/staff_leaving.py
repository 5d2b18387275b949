"""OFFBOARD: a colleague leaves. Roles, seats and chats end at once; what they had is handed on or named (H2.4)."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from bot import case_cards, complaint_next, paging
from bot.acts.actor import actor
from bot.data_requests import tell_leads
from bot.moment import Moment
from flows.policy import Refused, Role
from flows.policy.groups import OffboardFacts, may_offboard
from flows.staff.acts.people import Leaving, Offboard
from storage import (
    cases,
    complaints,
    concerns,
    contacts,
    deeds,
    diary,
    groups,
    lanes,
    leaving,
    meetings,
    one_to_ones,
    outbox,
    passwords,
    rotations,
    staff,
)
from storage.complaints import Complaint
from storage.leaving import Left
from storage.meetings import Meeting
from storage.staff import Member
from storage.work import Work

REASON = "staff_left"


def offboard(moment: Moment, command: Offboard) -> Leaving | Refused:
    """H2.4, G1.3, G6.5: one act; played again, it only says again what it did."""
    work, deed = moment.work, moment.own_id("offboard")
    member = staff.with_handle(work, command.handle)
    if member is not None and deeds.is_done(work, deed):
        return Leaving(member.name, {})
    verdict = may_offboard(
        OffboardFacts(
            actor(moment),
            own=member is not None and member.id == moment.staff_id,
            gone=member is None or member.left_at is not None,
        )
    )
    if isinstance(verdict, Refused) or member is None:
        refused = verdict if isinstance(verdict, Refused) else Refused("H2.4", "refused_already_done")
        return work.refuse(refused, "offboard", "staff", command.handle if member is not None else "unknown")
    deeds.first_time(work, deed)
    return Leaving(member.name, _take_from(moment, member))


def _take_from(moment: Moment, member: Member) -> dict[str, int]:
    work = moment.work
    # What they are doing at this moment is done first: it is among what is taken from them.
    lanes.lock(work, member.id)
    for lane_id in leaving.families_of(work, member.id):
        lanes.lock(work, lane_id)
    for group in groups.of_staff(work, member.id):
        groups.lock(work, group.id)
    known = leaving.passwords_known(work, member, every=Role.MANAGER in member.roles)
    changed = sum(_rotate(moment, meeting_id) for meeting_id in known)
    alone = [each for each in one_to_ones.open_for(work, member.id) if each.leader_id == member.id]
    for one in alone:
        _cancel(moment, one)
    left = leaving.leave(work, member.id)
    work.record("offboard", "staff", member.handle, clause="H2.4")
    counts = {
        "groups": len(left.groups),
        "paused": len(left.paused),
        "meetings": len(left.meetings),
        "passwords": changed,
        "one_to_ones": len(alone),
        "cases": _free_cases(moment, left),
        "rings": len(left.rings),
        "complaints": sum(_hand_on(moment, complaint_id) for complaint_id in left.complaints),
        "concerns": _page_again(moment, left),
    }
    for group_id in left.paused:
        work.record("pause", "group", group_id, clause="G1.3")
    _tell_managers(moment)
    return counts


def _rotate(moment: Moment, meeting_id: UUID) -> bool:
    """G6.5: whoever may have known a password of a meeting to come knows it no longer."""
    meeting = meetings.by_id(moment.work, meeting_id)
    return meeting is not None and rotations.rotate(moment.work, meeting, REASON, is_known=True)


def _cancel(moment: Moment, meeting: Meeting) -> None:
    """I1: nobody else takes up a one-to-one; the adult hears that it does not take place."""
    work = moment.work
    outbox.retract(work, passwords.kill(work, meeting.id))
    if meeting.status == "planned":
        diary.close(work, meeting, "cancelled")
    one_to_ones.change(work, meeting.id, ended_at=work.now, ended_by=moment.staff_id)
    one_to_ones.cancelled(work, meeting)
    work.record("cancelled", "meeting", meeting.code)
    day = meeting.starts_at.astimezone(moment.organisation.zone).date()
    for contact in groups.reachable(work, meeting.group_id, silent_too=False, only=meeting.person_id):
        outbox.tell(work, contact, "talk_cancelled", day=day)


def _free_cases(moment: Moment, left: Left) -> int:
    for case_id in left.cases:
        case = cases.by_id(moment.work, case_id)
        if case is not None:
            moment.work.record("release", "case", case.code)
            case_cards.refresh(moment.work, case)
    return len(left.cases)


def _hand_on(moment: Moment, complaint_id: UUID) -> bool:
    """G12.2: the next in line handles it, past everybody whom it names; never nobody."""
    work, complaint = moment.work, complaints.by_id(moment.work, complaint_id)
    if complaint is None:
        return False
    if complaint.kind.startswith("request_"):
        return _hand_on_request(work, complaint)
    handler = complaint_next.successor(work, complaint)
    if handler is None:
        concern_id = moment.own_id("no_handler", complaint_id)
        words = complaint.words(work)
        paging.raise_concern(work, moment.organisation, concern_id, words=words, source="complaint")
        return True
    complaints.change(work, complaint.id, handler_id=handler.id)
    work.record("hand_on", "complaint", complaint.code, outcome=f"to:{handler.handle}", clause="G12.2")
    line = contacts.of_staff(work, handler.id)
    if line is not None:
        due = complaint.answer_by if complaint.acknowledged_at is not None else complaint.acknowledge_by
        outbox.tell(work, line, "staff_complaint_new", code=complaint.code, when=due)
    return True


def _hand_on_request(work: Work, request: Complaint) -> bool:
    """2.5: a request about data is any data lead's; where there is none, managers hear that somebody must be."""
    leads = staff.by_role(work, Role.DATA_LEAD)
    complaints.change(work, request.id, handler_id=leads[0].id if leads else None)
    work.record("hand_on", "data", request.code, clause="X4")
    tell_leads(work, "staff_data_request", request.code, request.answer_by)
    return True


def _page_again(moment: Moment, left: Left) -> int:
    """A3: a concern that a leaver had is nobody's: it is paged from the beginning."""
    for concern_id in left.concerns:
        concern = concerns.by_id(moment.work, concern_id)
        if concern is not None:
            moment.work.record("release", "concern", concern.code, clause="A3")
            paging.page(moment.work, moment.organisation, concern_id, 0)
    return len(left.concerns)


def _tell_managers(moment: Moment) -> None:
    managers = [each.id for each in staff.by_role(moment.work, Role.MANAGER) if each.id != moment.staff_id]
    for line in staff.lines(moment.work, managers):
        outbox.tell(moment.work, line, "staff_offboarded")


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {Offboard: offboard}

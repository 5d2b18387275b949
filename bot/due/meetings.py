"""What falls due before, during and after a meeting. Each handler reads the meeting again and may find it over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from bot import unreached
from bot.acts.meeting_access import blocks
from bot.organisation import Organisation
from flows.policy import Refused, Role
from flows.policy.meetings import moderator_needed
from storage import (
    contacts,
    diary,
    groups,
    headcount,
    meeting_keys,
    meetings,
    outbox,
    passwords,
    releases,
    rotations,
    staff,
)
from storage.contacts import Contact
from storage.meetings import Meeting
from storage.work import Work

STAFFING = (
    "blocks_paused",
    "blocks_no_leader",
    "blocks_no_second",
    "blocks_moderator",
    "blocks_leader_not_here",
    "blocks_second_not_here",
)
EMPTY = ("blocks_paused", "blocks_no_leader", "blocks_no_second")


@dataclass(frozen=True)
class Opening:
    """A conversation that falls due on a private line: the same as if its word had been written."""

    contact_id: UUID
    flow: str
    subject: str


def plan(work: Work, _organisation: Organisation, meeting_id: UUID, _step: str) -> None:
    """L1.2, G1.3: a day before, the plan for those who hold the seats; empty seats for the managers too."""
    meeting = _planned(work, meeting_id)
    if meeting is None:
        return
    names = {member.handle: member.name for member in staff.everybody(work)}
    seats = {seat: names.get(getattr(meeting, seat) or "", "none") for seat in meetings.SEATS}
    expected = headcount.of_group(work, meeting.group_id)
    told: dict[str, Any] = {
        "count": expected.adults,
        "families": expected.families,
        "screens": expected.screens,
        **seats,
    }
    told |= {"platform": meeting.platform, "group": meeting.group_name, "when": meeting.starts_at}
    told |= {"large": "yes" if moderator_needed(expected.adults) else "no"}
    for line in [] if meeting.is_one_to_one else _seated(work, meeting):
        outbox.tell(work, line, "staff_plan", meeting=meeting.code, **told)
    unseated = (*EMPTY, "blocks_moderator") if meeting.moderator is None else EMPTY
    _say_what_blocks(work, meeting, unseated, _managers(work))


def password(work: Work, organisation: Organisation, meeting_id: UUID, _step: str) -> None:
    """G6.1, G6.2: make the password; the leader sets it on the platform, members learn that they may ask."""
    meeting = _planned(work, meeting_id)
    if meeting is None or meeting.group_paused_at is not None or meeting.is_call:
        return
    window = timedelta(minutes=organisation.meetings.window_minutes)
    meeting = passwords.ensure_first(work, meeting, window)
    makes_itself = meeting.platform in organisation.meetings.providers
    if meeting.platform_version < meeting.password_version and not makes_itself:
        rotations.ask_leader(work, meeting)
    for contact in groups.reachable(work, meeting.group_id, silent_too=True, only=meeting.person_id):
        outbox.tell(work, contact, "talk_today" if meeting.is_one_to_one else "meeting_today")


def seats(work: Work, _organisation: Organisation, meeting_id: UUID, _step: str) -> None:
    """G1.4: remind those who have not confirmed."""
    meeting = _planned(work, meeting_id)
    if meeting is not None:
        _say_what_blocks(work, meeting, STAFFING, _seated(work, meeting))


def seats_alert(work: Work, _organisation: Organisation, meeting_id: UUID, _step: str) -> None:
    """G1.4: half an hour before, the managers are told what is missing."""
    meeting = _planned(work, meeting_id)
    if meeting is not None:
        _say_what_blocks(work, meeting, (), _managers(work))


def before_the_start(work: Work, meeting_id: UUID) -> list[Opening]:
    """G7.3, L1.5: a quarter of an hour before, the list for the leader and the second, and the moderator's own."""
    meeting = _planned(work, meeting_id)
    if meeting is None:
        return []
    flows = {meeting.leader_id: "list", meeting.second_id: "list", meeting.moderator_id: "moderate"}
    if meeting.is_one_to_one:
        flows = {meeting.leader_id: "now"}
    lines = [(contacts.of_staff(work, staff_id), flow) for staff_id, flow in flows.items()]
    return [Opening(line.id, flow, meeting.code) for line, flow in lines if line is not None]


def meeting_start(work: Work, _organisation: Organisation, meeting_id: UUID, _step: str) -> None:
    """G9.1, G9.2: the agreement in short for everybody who has the password; the leader is asked for the points."""
    meeting = meetings.by_id(work, meeting_id)
    if meeting is None or not meeting.is_open:
        return
    had = releases.holders(work, meeting.id, meeting.password_version)
    for contact in rotations.lines_of(work, had):
        if not contact.silent:
            outbox.tell(work, contact, "agreement_short")
    line = contacts.of_staff(work, meeting.leader_id)
    if meeting.status == "planned" and had and line is not None and not meeting.is_one_to_one:
        outbox.tell(work, line, "staff_start_now", meeting=meeting.code)


def meeting_end(work: Work, _organisation: Organisation, meeting_id: UUID, _step: str) -> None:
    """G6.4: after its end the password is dead, whether or not anybody ended it."""
    meeting = meetings.lock(work, meeting_id)
    if not meeting.is_open:
        return
    passwords.kill(work, meeting.id)
    diary.close(work, meeting, "ended")
    work.record("end", "meeting", meeting.code)
    if meeting.given and not meeting.is_one_to_one:
        _ask_for_the_report(work, meeting)


def _ask_for_the_report(work: Work, meeting: Meeting) -> None:
    """G9.2: who came and what happened; where nobody ticked the seven points, a manager sees it."""
    line = contacts.of_staff(work, meeting.leader_id)
    if line is not None:
        outbox.tell(work, line, "staff_ended", meeting=meeting.code)
    if "ticks" not in meeting.checklist:
        work.refuse(Refused("G9.2", "refused_report_incomplete"), "complete_report", "meeting", meeting.code)
        for line in _managers(work):
            outbox.tell(work, line, "staff_never_started", meeting=meeting.code)


def wipe(work: Work, _organisation: Organisation, meeting_id: UUID, _step: str) -> None:
    """G6.7: a day later nobody can read its passwords any more."""
    if meeting_keys.destroy(work, meeting_id):
        work.record("wipe", "meeting", meeting_id, clause="G6.7")


def rotation_page(work: Work, _organisation: Organisation, meeting_id: UUID, step: str) -> None:
    """G6.5: page again until somebody confirms that the platform has the new password."""
    meeting = meetings.by_id(work, meeting_id)
    if meeting is None or not meeting.is_open or str(meeting.password_version) != step:
        return
    if rotations.is_waiting(meeting):
        rotations.page(work, meeting)
        work.set_timer("rotation_page", meeting_id, work.now + rotations.PAGE_EVERY, step=step)


def platform_page(work: Work, _organisation: Organisation, meeting_id: UUID, _step: str) -> None:
    """G6.3: the first password is still not on the platform: ask the leader again."""
    meeting = _planned(work, meeting_id)
    first = meeting is not None and meeting.password_version == 1 and meeting.platform_version == 0
    if meeting is not None and first and work.now < meeting.ends_at:
        rotations.ask_leader(work, meeting)


def _planned(work: Work, meeting_id: UUID) -> Meeting | None:
    meeting = meetings.by_id(work, meeting_id)
    return meeting if meeting is not None and meeting.status == "planned" else None


def _seated(work: Work, meeting: Meeting) -> list[Contact]:
    return staff.lines(work, meeting.team_ids)


def _managers(work: Work) -> list[Contact]:
    return staff.lines(work, [member.id for member in staff.by_role(work, Role.MANAGER)])


def _say_what_blocks(work: Work, meeting: Meeting, only: tuple[str, ...], lines: list[Contact]) -> None:
    """Name the texts of what blocks; the sender puts them into the reader's language."""
    found = blocks(work, meeting, only)
    if not found:
        return
    for line in {line.id: line for line in lines}.values():
        outbox.tell(work, line, "staff_meeting_blocked", meeting=meeting.code, blocks=" ".join(found))


DUE: Mapping[str, Callable[[Work, Organisation, UUID, str], None]] = {
    "plan": plan,
    "password": password,
    "seats": seats,
    "seats_alert": seats_alert,
    "meeting_start": meeting_start,
    "meeting_end": meeting_end,
    "wipe": wipe,
    "rotation_page": rotation_page,
    "platform_page": platform_page,
    unreached.KIND: unreached.ring_these,
    unreached.HEARD: unreached.tell_how_many,
}

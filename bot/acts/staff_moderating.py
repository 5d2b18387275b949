"""Staff's acts around a running meeting: somebody unknown, the moderator's list, what happened, an open session."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.acts.meeting_access import find
from bot.acts.meeting_news import tell_colleagues
from bot.acts.once import is_first_time, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import MeetingStatus, Refused, Role, Verdict
from flows.policy.meetings import MeetingActFacts, moderator_needed
from flows.policy.planning import OpenLargeFacts, may_close_open_session, may_switch_open_large_session
from flows.policy.running import (
    ModerationFacts,
    admits_unverified,
    may_note_stranger,
    may_report_on_meeting,
    may_tick_moderation,
)
from flows.staff.acts.running import (
    CloseOpenSession,
    Noted,
    NoteIncident,
    NoteStranger,
    OpenSession,
    ReadOpenSession,
    SwitchOpenSession,
    TickModeration,
)
from storage import contacts, headcount, meetings, outbox, staff
from storage.meetings import Meeting

OTHER = "other"
WAITING_ROOM = 1
RESTRICTIONS = frozenset({2, 3, 4, 5})
"""L1.3: chat, screen sharing, unmuting and video of participants, by the numbers of flows/staff/moderating.py."""


def note_stranger(moment: Moment, command: NoteStranger) -> Noted | Refused:
    """G7.6, L1.2: on record, with the leader told; one adult more may make the meeting a large one."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "not_recognised", "meeting", command.code)
    meeting = meetings.lock(work, found[0].id)
    verdict = may_note_stranger(MeetingActFacts(found[1], MeetingStatus(meeting.status)))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "not_recognised", "meeting", meeting.code)
    if is_first_time(moment, command):
        _write_down(moment, meeting, command.kind)
        meeting = meetings.by_id(work, meeting.id) or meeting
    facts = meetings.facts(work, meeting)
    adults = facts.expected_adults + int(meeting.checklist.get("extra", 0))
    large = moderator_needed(adults) and not facts.moderator_present
    return Noted(open_large=bool(admits_unverified(facts)), large=large)


def _write_down(moment: Moment, meeting: Meeting, kind: str) -> None:
    work = moment.work
    seen = {"strangers": int(meeting.checklist.get("strangers", 0)) + 1}
    if kind == "extra":
        seen["extra"] = int(meeting.checklist.get("extra", 0)) + 1
    meetings.change(work, meeting.id, checklist={**meeting.checklist, **seen})
    work.record("not_recognised", "meeting", meeting.code, outcome=kind, clause="G7.6")
    line = None if meeting.leader_id == moment.staff_id else contacts.of_staff(work, meeting.leader_id)
    if line is not None:
        outbox.tell(work, line, "staff_stranger_seen", meeting=meeting.code)


def tick_moderation(moment: Moment, command: TickModeration) -> Done | Refused:
    """L1.5: what the moderator of the meeting has ready."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "moderate", "meeting", command.code)
    meeting = meetings.lock(work, found[0].id)
    verdict = may_tick_moderation(ModerationFacts(found[1], MeetingStatus(meeting.status)))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "moderate", "meeting", meeting.code)
    meetings.change(work, meeting.id, checklist={**meeting.checklist, "moderation": sorted(command.ticks)})
    work.record("moderate", "meeting", meeting.code, clause="L1.5")
    return Done()


def note_incident(moment: Moment, command: NoteIncident) -> Done | Refused:
    """G9.2: what the leader's team says happened, by its kind; the words go where they belong."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "report", "meeting", command.code)
    meeting = meetings.lock(work, found[0].id)
    verdict = may_report_on_meeting(MeetingActFacts(found[1], MeetingStatus(meeting.status)))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "report", "meeting", meeting.code)
    meetings.change(work, meeting.id, checklist={**meeting.checklist, "reported": True})
    work.record("report", "meeting", meeting.code, outcome=command.kind)
    if command.kind == OTHER:
        managers = [each.id for each in staff.by_role(work, Role.MANAGER)]
        tell_colleagues(moment, managers, "staff_something_happened", meeting=meeting.code, staff=found[1].handle)
    return Done()


def read_open_session(moment: Moment, command: ReadOpenSession) -> OpenSession | Refused:
    """L1.3: the numbers, for a manager who may open it; what no tick can mend is refused here."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "open_session", "meeting", command.code)
    meeting, acting = found
    is_open = bool(meeting.checklist.get("open_large"))
    steps = SwitchOpenSession(meeting.code, (WAITING_ROOM, *RESTRICTIONS), (1,))
    verdict = may_close_open_session(acting) if is_open else _may_open(moment, meeting, steps)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "open_session", "meeting", meeting.code)
    expected = headcount.of_group(work, meeting.group_id)
    moderator = None if meeting.moderator is None else staff.by_handle(work, meeting.moderator)
    return OpenSession(
        code=meeting.code,
        group=meeting.group_name,
        adults=expected.adults,
        families=expected.families,
        screens=expected.screens,
        moderator="-" if moderator is None else moderator.name,
        is_open=is_open,
    )


def switch_open_session(moment: Moment, command: SwitchOpenSession) -> Done | Refused:
    """L1.3, L1.4: unverified people may come, marked so; the leader's side is told."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "open_session", "meeting", command.code)
    meeting = meetings.lock(work, found[0].id)
    verdict = _may_open(moment, meeting, command)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "open_session", "meeting", meeting.code)
    steps = {"open_large": True, "steps": sorted(command.steps), "further": sorted(command.further)}
    meetings.change(work, meeting.id, checklist={**meeting.checklist, **steps})
    work.record("open_session", "meeting", meeting.code, clause="L1.3")
    for line in staff.lines(work, [each for each in meeting.team_ids if each != moment.staff_id]):
        outbox.tell(work, line, "staff_open_now", meeting=meeting.code)
    return Done()


def close_open_session(moment: Moment, command: CloseOpenSession) -> Done | Refused:
    """L1.3: only verified people come in again."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "close_session", "meeting", command.code)
    meeting = meetings.lock(work, found[0].id)
    verdict = may_close_open_session(found[1])
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "close_session", "meeting", meeting.code)
    meetings.change(work, meeting.id, checklist={**meeting.checklist, "open_large": False})
    work.record("close_session", "meeting", meeting.code, clause="L1.3")
    return Done()


def _may_open(moment: Moment, meeting: Meeting, command: SwitchOpenSession) -> Verdict:
    acting = find(moment, meeting.code)
    if isinstance(acting, Refused):
        return acting
    facts = OpenLargeFacts(
        actor=acting[1],
        status=MeetingStatus(meeting.status),
        expected_adults=meetings.facts(moment.work, meeting).expected_adults,
        moderator_confirmed=meeting.moderator_confirmed_at is not None,
        waiting_room_on=WAITING_ROOM in command.steps,
        participants_restricted=frozenset(command.steps) >= RESTRICTIONS,
        extra_steps=len(command.further),
    )
    return may_switch_open_large_session(facts)


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {
    NoteStranger: note_stranger,
    TickModeration: once(tick_moderation),
    NoteIncident: once(note_incident),
    ReadOpenSession: read_open_session,
    SwitchOpenSession: once(switch_open_session),
    CloseOpenSession: once(close_open_session),
}

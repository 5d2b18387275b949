"""Staff's acts while a meeting runs: who may come in, its start, a late start, its end."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from bot.acts.meeting_access import clocks, find, is_private, local_day
from bot.acts.meeting_news import tell_colleagues, tell_members
from bot.acts.once import is_first_time, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import MeetingStatus, Refused, Role
from flows.policy.meetings import (
    MeetingActFacts,
    ReportFacts,
    StartFacts,
    is_report_complete,
    may_act_in_meeting,
    may_start_meeting,
)
from flows.policy.members import SeeFacts, may_see_waiting_list
from flows.policy.one_to_ones import KindFacts, is_groups_meeting
from flows.policy.running import LateFacts, may_report_on_meeting, may_say_late
from flows.staff.acts.meetings import EndMeeting, ListExpected, NoteAttendance, SayLate, StartMeeting, WaitingList
from storage import attendance, diary, groups, meetings, one_to_ones, outbox, passwords, rotations, staff
from storage.meetings import Meeting


def waiting_list(moment: Moment, command: WaitingList) -> tuple[tuple[str, str, bool, bool], ...] | Refused:
    """G7.3: who is behind which screen name, verified or not, agreed or not; by the names on the screen."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "waiting_list", "meeting", command.code)
    meeting, acting = found
    verdict = may_see_waiting_list(SeeFacts(acting, is_private(moment)))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "waiting_list", "meeting", meeting.code)
    if is_first_time(moment, command):
        work.record("read", "meeting", meeting.code, clause="H2.2")
    members = groups.members(work, meeting.group_id, moment.organisation.agreement.version)
    listed = (
        (each.screen_name, each.full_name, each.verified, each.agreed)
        for each in members
        if each.expected and meeting.is_for(each.person_id)
    )
    return tuple(sorted(listed, key=lambda shown: (shown[0].casefold(), shown[1])))


def start_meeting(moment: Moment, command: StartMeeting) -> Done | Refused:
    """H3.2, G1.4, G9.2: the leader starts; fewer than seven ticks are shown to the managers. More may follow."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "start", "meeting", command.code)
    meeting, acting = meetings.lock(work, found[0].id), found[1]
    fits = is_groups_meeting(KindFacts(one_to_one=meeting.is_one_to_one))
    if isinstance(fits, Refused):
        return work.refuse(fits, "start", "meeting", meeting.code)
    facts = StartFacts(
        actor=acting,
        meeting=meetings.facts(work, meeting),
        recording_off=bool(meeting.checklist.get("nothing_kept")),
        starts_at=meeting.starts_at,
        opens_before=clocks(moment.organisation).listing,
        now=work.now,
    )
    verdict = may_start_meeting(facts)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "start", "meeting", meeting.code)
    ticks = frozenset(command.ticks).union(meeting.checklist.get("ticks", ()))
    complete = is_report_complete(ReportFacts(acting, ticks))
    begun = meeting.checklist.get("at")
    ticked = {"ticks": sorted(ticks), "complete": bool(complete), "at": begun or work.now.isoformat()}
    meetings.change(work, meeting.id, status="started", checklist={**meeting.checklist, **ticked})
    work.record("start" if begun is None else "tick", "meeting", meeting.code)
    if isinstance(complete, Refused) and begun is None:
        _show_managers(moment, meeting, complete)
    return Done()


def _show_managers(moment: Moment, meeting: Meeting, missing: Refused) -> None:
    moment.work.refuse(missing, "complete_report", "meeting", meeting.code)
    managers = [member.id for member in staff.by_role(moment.work, Role.MANAGER)]
    for line in staff.lines(moment.work, managers):
        outbox.tell(moment.work, line, "staff_report_incomplete", meeting=meeting.code)


def end_meeting(moment: Moment, command: EndMeeting) -> Done | Refused:
    """G6.4: the meeting is over, and its password with it."""
    over = _over_already(moment, command.code)
    if over is not None:
        return over
    meeting = _acting_in(moment, command.code, "end")
    if isinstance(meeting, Refused):
        return meeting
    fits = is_groups_meeting(KindFacts(one_to_one=meeting.is_one_to_one))
    if isinstance(fits, Refused):
        return moment.work.refuse(fits, "end", "meeting", meeting.code)
    passwords.kill(moment.work, meeting.id)
    diary.close(moment.work, meeting, "ended")
    moment.work.record("end", "meeting", meeting.code)
    return Done()


def _over_already(moment: Moment, code: str) -> Done | Refused | None:
    """Its time ended it: there is nothing to end, and the report can still be written. None while it goes on."""
    found = find(moment, code)
    if isinstance(found, Refused) or found[0].status != MeetingStatus.ENDED:
        return None
    verdict = may_report_on_meeting(MeetingActFacts(found[1], MeetingStatus.ENDED))
    if isinstance(verdict, Refused):
        return moment.work.refuse(verdict, "end", "meeting", found[0].code)
    return Done()


def list_expected(moment: Moment, command: ListExpected) -> tuple[tuple[str, str], ...]:
    """G7.3: who was expected, for the leader's team; each reading is recorded once."""
    found = find(moment, command.code)
    if isinstance(found, Refused) or not may_see_waiting_list(SeeFacts(found[1], is_private(moment))):
        return ()
    if is_first_time(moment, command):
        moment.work.record("read", "meeting", found[0].code, clause="H2.2")
    return tuple((str(number), name) for number, (_, name) in enumerate(_expected(moment, found[0]), start=1))


def note_attendance(moment: Moment, command: NoteAttendance) -> Done | Refused:
    """G7.3: who came, ticked by the leader's team."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused) or moment.staff_id is None:
        refused = found if isinstance(found, Refused) else Refused("A1", "refused_not_the_team")
        return work.refuse(refused, "attendance", "meeting", command.code)
    meeting, acting = found
    verdict = may_see_waiting_list(SeeFacts(acting, is_private(moment)))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "attendance", "meeting", meeting.code)
    expected = _expected(moment, meeting)
    came = [person_id for number, (person_id, _) in enumerate(expected, start=1) if number in command.numbers]
    attendance.note(work, meeting.id, came, moment.staff_id)
    work.record("attendance", "meeting", meeting.code)
    return Done()


def _expected(moment: Moment, meeting: Meeting) -> list[tuple[UUID, str]]:
    members = groups.members(moment.work, meeting.group_id, moment.organisation.agreement.version)
    return [(each.person_id, each.full_name) for each in members if each.expected and meeting.is_for(each.person_id)]


def say_late(moment: Moment, command: SayLate) -> Done | Refused:
    """1.5: members are told that it starts late; it ends so much later too, and so does its password."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "say_late", "meeting", command.code)
    meeting = meetings.lock(work, found[0].id)
    today = local_day(moment, meeting.starts_at) == local_day(moment, work.now)
    verdict = may_say_late(LateFacts(found[1], MeetingStatus(meeting.status), today))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "say_late", "meeting", meeting.code)
    diary.put_off(work, meeting, command.minutes, clocks(moment.organisation).wipe)
    later = meetings.by_id(work, meeting.id)
    if later is not None and later.is_one_to_one:
        one_to_ones.put_off(work, later, command.minutes)
    changing = rotations.is_waiting(meeting)
    text = "talk_late" if meeting.is_one_to_one else "meeting_late_only" if changing else "meeting_late"
    tell_members(moment, meeting, text, minutes=command.minutes)
    tell_colleagues(moment, meeting.team_ids, "staff_colleague_late", meeting=meeting.code, minutes=command.minutes)
    work.record("say_late", "meeting", meeting.code)
    return Done()


def _acting_in(moment: Moment, code: str, act: str) -> Meeting | Refused:
    found = find(moment, code)
    if isinstance(found, Refused):
        return moment.work.refuse(found, act, "meeting", code)
    meeting = meetings.lock(moment.work, found[0].id)
    verdict = may_act_in_meeting(MeetingActFacts(found[1], MeetingStatus(meeting.status)))
    if isinstance(verdict, Refused):
        return moment.work.refuse(verdict, act, "meeting", meeting.code)
    return meeting


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {
    WaitingList: waiting_list,
    StartMeeting: once(start_meeting),
    EndMeeting: once(end_meeting),
    ListExpected: list_expected,
    NoteAttendance: once(note_attendance),
    SayLate: once(say_late),
}

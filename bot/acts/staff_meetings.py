"""Staff's acts on meetings in the diary. Their platform, password and waiting room are in staff_platform.py."""

from collections.abc import Callable, Collection, Mapping
from datetime import UTC, date, timedelta
from typing import Any
from uuid import UUID

from bot.acts import staff_moderating, staff_platform, staff_rooms, staff_running, staff_themes
from bot.acts.actor import actor
from bot.acts.meeting_access import (
    blocks,
    clocks,
    find,
    is_left_open,
    is_private,
    is_unreported,
    line,
    local_day,
    terms,
    to_utc,
)
from bot.acts.meeting_news import tell_colleagues, tell_members
from bot.acts.once import is_first_time, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Actor, Refused, Verdict
from flows.policy.meetings import (
    TICKS,
    MeetingActFacts,
    MeetingStatus,
    PresenceFacts,
    may_change_meeting,
    may_confirm_presence,
    may_see_meeting,
)
from flows.policy.one_to_ones import KindFacts, is_groups_meeting
from flows.policy.passwords import SeePasswordFacts, may_see_password
from flows.policy.planning import ScheduleFacts, may_schedule_meeting
from flows.policy.platform import link_hosts
from flows.policy.running import DUTIES
from flows.policy.verdict import judge
from flows.staff.acts.meetings import (
    CancelMeeting,
    ConfirmSeat,
    ListMeetings,
    MeetingDetails,
    MeetingLine,
    MoveMeeting,
    ReadMeeting,
    ScheduleMeeting,
)
from storage import (
    contacts,
    diary,
    groups,
    headcount,
    meetings,
    one_to_ones,
    outbox,
    passwords,
    releases,
    rotations,
    seats,
    staff,
)
from storage.diary import Plan
from storage.groups import Group
from storage.meetings import SEATS, Meeting


def list_meetings(moment: Moment, _: ListMeetings) -> tuple[MeetingLine, ...]:
    """1.5: the coming meetings of this member of staff; a manager sees all."""
    staff_id = None if actor(moment).is_manager else moment.staff_id
    return tuple(line(moment.work, each) for each in meetings.coming(moment.work, staff_id))


def schedule_meeting(moment: Moment, command: ScheduleMeeting) -> tuple[MeetingLine, ...] | Refused:
    """H1.1: put a meeting in the diary, or one a week at the same local time."""
    work, group = moment.work, groups.by_code(moment.work, command.group)
    starts = [command.day + timedelta(weeks=week) for week in range(max(1, command.weeks))]
    plans = [_plan(moment, group, command, day) for day in starts] if group is not None else []
    if group is None or meetings.by_id(work, moment.own_id("meeting", 0)) is None:
        verdict = _may_schedule(moment, group, command, plans)
        if isinstance(verdict, Refused):
            return work.refuse(verdict, "schedule", "group", command.group)
        if group is not None:
            staff_themes.keep_answer(moment, group, command)
    added = [_add(moment, number, plan) for number, plan in enumerate(plans)]
    return tuple(line(work, each) for each in added if each is not None)


def _plan(moment: Moment, group: Group, command: ScheduleMeeting, day: date) -> Plan:
    starts_at = to_utc(moment.organisation, day, command.at)
    ends_at = starts_at + timedelta(minutes=command.minutes)
    return Plan(group.id, command.platform, starts_at, ends_at, talk=staff_themes.talk(moment, command))


def _may_schedule(moment: Moment, group: Group | None, command: ScheduleMeeting, plans: list[Plan]) -> Verdict:
    if group is None:
        return Refused("A1", "refused_not_staff_of_group")
    facts = ScheduleFacts(
        actor=actor(moment, group.id),
        group_online=group.online,
        group_paused=group.paused_at is not None,
        platform=command.platform,
        platforms=frozenset(moment.organisation.meetings.platforms),
        starts_at=plans[0].starts_at,
        ends_at=plans[0].ends_at,
        now=moment.work.now,
    )
    return may_schedule_meeting(facts) and staff_themes.may_meet_there(facts.actor, group, command)


def _add(moment: Moment, number: int, plan: Plan) -> Meeting | None:
    meeting_id = moment.own_id("meeting", number)
    code, is_new = diary.add(moment.work, meeting_id, plan, clocks(moment.organisation))
    if is_new:
        moment.work.record("schedule", "meeting", code)
    if is_new and number == 0:
        _tell_channel(moment, code, plan)
    return meetings.by_id(moment.work, meeting_id)


def _tell_channel(moment: Moment, code: str, plan: Plan) -> None:
    """Post codes and the time; of a weekly meeting the first one is enough."""
    channel = contacts.staff_channel(moment.work)
    group = groups.by_id(moment.work, plan.group_id)
    if channel is not None and group is not None:
        told: dict[str, Any] = {"meeting": code, "group_code": group.code, "when": plan.starts_at}
        outbox.tell(moment.work, channel, "staff_channel_new_meeting", **told)


def read_meeting(moment: Moment, command: ReadMeeting) -> MeetingDetails | Refused:
    """Say how a meeting stands; from the window's opening on it has a password (G6.1)."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "read", "meeting", command.code)
    meeting, acting = found
    verdict = may_see_meeting(acting)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "read", "meeting", meeting.code)
    meeting = passwords.ensure_first(work, meeting, terms(moment.organisation).opens_before)
    group, expected = groups.by_id(work, meeting.group_id), headcount.of_group(work, meeting.group_id)
    if is_first_time(moment, command):
        work.record("read", "meeting", meeting.code)
    room, to_tick = staff_rooms.state(moment, meeting)
    password = _password(moment, meeting, acting)
    return MeetingDetails(
        code=meeting.code,
        group=meeting.group_name,
        starts_at=meeting.starts_at.astimezone(UTC),
        status=meeting.status,
        blocks=blocks(work, meeting),
        seats=_seats(moment, meeting),
        password=password,
        version=meeting.password_version,
        platform_ready=0 < meeting.password_version == meeting.platform_version,
        expected=meeting.expected,
        without_password=_without_password(moment, meeting),
        platform=meeting.platform,
        one_to_one=meeting.is_one_to_one,
        new_link=rotations.needs_new_link(meeting),
        room=room,
        to_tick=to_tick,
        link=meetings.link(work, meeting) if room == "made" and password is not None else None,
        group_code="" if group is None else group.code,
        mine=tuple(seat for seat in SEATS if getattr(meeting, f"{seat}_id") == moment.staff_id),
        families=expected.families,
        screens=expected.screens,
        unticked=tuple(sorted(TICKS - frozenset(meeting.checklist.get("ticks", ())))),
        moderated=frozenset(meeting.checklist.get("moderation", ())) >= DUTIES,
        end_to_end=meeting.end_to_end,
        by_link=meeting.is_by_link,
        has_link=bool(meetings.link(work, meeting)),
        link_hosts=link_hosts(meeting.platform, moment.organisation.meetings.hosts),
        to_report=is_unreported(meeting),
        to_check_out=is_left_open(work, meeting),
    )


def _seats(moment: Moment, meeting: Meeting) -> tuple[tuple[str, str, bool], ...]:
    names = {member.handle: member.name for member in staff.everybody(moment.work)}
    held = ((seat, getattr(meeting, seat)) for seat in SEATS)
    return tuple(
        (seat, names.get(handle, handle), getattr(meeting, f"{seat}_confirmed_at") is not None)
        for seat, handle in held
        if handle is not None
    )


def _password(moment: Moment, meeting: Meeting, acting: Actor) -> str | None:
    """G6.7: only for who sets it on the platform, and only on their private line."""
    waits = meeting.platform_version != meeting.password_version
    facts = SeePasswordFacts(acting, is_private(moment), platform_waits=waits)
    return passwords.in_clear(moment.work, meeting) if may_see_password(facts) else None


def _without_password(moment: Moment, meeting: Meeting) -> tuple[str, ...]:
    served = releases.reached(moment.work, meeting.id, meeting.password_version)
    members = groups.members(moment.work, meeting.group_id, moment.organisation.agreement.version)
    if meeting.is_call:
        return ()
    wanted = [each for each in members if each.expected and meeting.is_for(each.person_id)]
    return tuple(each.screen_name for each in wanted if each.person_id not in served)


def confirm_seat(moment: Moment, command: ConfirmSeat) -> Done | Refused:
    """G1.4: "I am here", for the seats that one holds."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "confirm_seat", "meeting", command.code)
    meeting, acting = found
    holder = acting.handle if moment.staff_id in meeting.team_ids else meeting.leader
    verdict = may_confirm_presence(PresenceFacts(acting, holder, MeetingStatus(meeting.status)))
    if isinstance(verdict, Refused) or moment.staff_id is None:
        refused = verdict if isinstance(verdict, Refused) else Refused("G1.4", "refused_not_your_seat")
        return work.refuse(refused, "confirm_seat", "meeting", meeting.code)
    locked = meetings.lock(work, meeting.id)
    seats.confirm(work, locked, moment.staff_id)
    work.record("confirm_seat", "meeting", meeting.code)
    return Done()


def cancel_meeting(moment: Moment, command: CancelMeeting) -> Done | Refused:
    """G6.8: the password is dead; members are told without a reason."""
    closed = _close(moment, command.code, "cancelled")
    if isinstance(closed, Refused):
        return closed
    one_to_ones.cancelled(moment.work, closed)
    text = "talk_cancelled" if closed.is_one_to_one else "meeting_cancelled"
    tell_members(moment, closed, text, day=local_day(moment, closed.starts_at))
    buddy = {closed.second_id} if closed.is_one_to_one else set()
    _say_it_is_off(moment, closed, set(closed.team_ids) - buddy)
    return Done()


def move_meeting(moment: Moment, command: MoveMeeting) -> MeetingLine | Refused:
    """G6.8: a moved meeting is a new one, with a new password, and with its seats confirmed anew."""
    work, moved_id = moment.work, moment.own_id("meeting", 0)
    made = meetings.by_id(work, moved_id)
    if made is not None:
        return line(work, made)
    starts_at = to_utc(moment.organisation, command.day, command.at)
    in_time = judge((work.now < starts_at, "H1.1", "refused_time_past"))
    if isinstance(in_time, Refused):
        return work.refuse(in_time, "moved", "meeting", command.code)
    seen = meetings.by_code(work, command.code)
    fits = is_groups_meeting(KindFacts(one_to_one=seen is not None and seen.is_one_to_one))
    if isinstance(fits, Refused):
        return work.refuse(fits, "moved", "meeting", command.code)
    old = _close(moment, command.code, "moved")
    if isinstance(old, Refused):
        return old
    late = timedelta(minutes=int(old.checklist.get(diary.LATE, 0)))
    ends_at = starts_at + (old.ends_at - late - old.starts_at)
    plan = Plan(old.group_id, old.platform, starts_at, ends_at, talk=diary.talk_of(work, old.id))
    new = _add(moment, 0, plan)
    if new is None:
        raise LookupError("the meeting just made is gone")
    tell_members(moment, old, "meeting_moved", when=new.starts_at)
    told = {"meeting": old.code, "group": old.group_name, "current": new.code, "when": new.starts_at}
    tell_colleagues(moment, new.team_ids, "staff_colleague_moved", **told)
    _say_it_is_off(moment, old, set(old.team_ids) - set(new.team_ids))
    return line(work, new)


def _say_it_is_off(moment: Moment, meeting: Meeting, staff_ids: Collection[UUID]) -> None:
    told = {"meeting": meeting.code, "group": meeting.group_name, "when": meeting.starts_at}
    tell_colleagues(moment, staff_ids, "staff_colleague_cancelled", **told)


def _close(moment: Moment, code: str, status: str) -> Meeting | Refused:
    work, found = moment.work, find(moment, code)
    if isinstance(found, Refused):
        return work.refuse(found, status, "meeting", code)
    locked = meetings.lock(work, found[0].id)
    verdict = may_change_meeting(MeetingActFacts(found[1], MeetingStatus(locked.status)))
    # Who checks out of a talk that has begun is waited for (I1.1): it ends by ONE.
    has_begun = locked.is_one_to_one and locked.status == MeetingStatus.STARTED
    verdict = verdict and is_groups_meeting(KindFacts(one_to_one=has_begun))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, status, "meeting", locked.code)
    outbox.retract(work, passwords.kill(work, locked.id))
    diary.close(work, locked, status)
    work.record(status, "meeting", locked.code)
    return locked


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {
    ListMeetings: list_meetings,
    ScheduleMeeting: schedule_meeting,
    ReadMeeting: read_meeting,
    ConfirmSeat: once(confirm_seat),
    CancelMeeting: once(cancel_meeting),
    MoveMeeting: move_meeting,
    **staff_platform.ACTS,
    **staff_rooms.ACTS,
    **staff_running.ACTS,
    **staff_moderating.ACTS,
}

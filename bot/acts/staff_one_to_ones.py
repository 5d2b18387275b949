"""Staff's acts on one-to-ones (I1, I2): to propose one, to begin it, to check out of it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from bot.acts.actor import actor
from bot.acts.meeting_access import clocks, find, terms, to_utc
from bot.acts.meeting_news import tell_colleagues
from bot.acts.once import is_first_time, once
from bot.moment import Moment
from bot.ringing import given_number
from flows.family.acts import Done
from flows.policy import Actor, Refused, Seat
from flows.policy.one_to_ones import (
    BeginFacts,
    EndFacts,
    OneToOneFacts,
    SensitiveFacts,
    is_end_to_end,
    may_begin_one_to_one,
    may_end_one_to_one,
    may_schedule_one_to_one,
    may_see_members_to_meet,
    rules_that_apply,
)
from flows.policy.planning import ScheduleFacts
from flows.policy.staff import staff_account_works
from flows.staff.acts.one_to_ones import (
    AdultsToMeet,
    BeginOneToOne,
    EndOneToOne,
    ListAdults,
    ListOneToOnes,
    OneToOneDetails,
    OneToOneLine,
    OneToOneMade,
    ReadOneToOne,
    ScheduleOneToOne,
)
from storage import agreements, cases, contacts, diary, groups, meetings, one_to_ones, outbox, passwords, people, staff
from storage.diary import Plan, Talk
from storage.groups import Group, Member
from storage.meetings import Meeting

ACTIVE = "active"
NOT_THEIRS = Refused("A1", "refused_only_leader")


def list_adults(moment: Moment, command: ListAdults) -> AdultsToMeet | Refused:
    """G5.1, H2.2: the members of a group, or of one family in it; each reading is recorded once."""
    work, case = moment.work, cases.by_code(moment.work, command.code)
    group_id = None if case is None else case.group_id
    group = groups.by_code(work, command.code) if group_id is None else groups.by_id(work, group_id)
    verdict = may_see_members_to_meet(actor(moment, None if group is None else group.id))
    if group is None or isinstance(verdict, Refused):
        refused = verdict if isinstance(verdict, Refused) else NOT_THEIRS
        return work.refuse(refused, "list_adults", "group", command.code)
    if is_first_time(moment, command):
        work.record("read", "group", group.code, clause="H2.2")
    ours = None if case is None else {each.id for each in people.of_family(work, case.family_id)}
    adults = (each for each in _members(moment, group) if ours is None or each.person_id in ours)
    return AdultsToMeet(group.code, tuple((str(each.number), each.full_name) for each in adults))


def _members(moment: Moment, group: Group) -> list[Member]:
    found = groups.members(moment.work, group.id, moment.organisation.agreement.version)
    return [each for each in found if each.status == ACTIVE]


def schedule_one_to_one(moment: Moment, command: ScheduleOneToOne) -> OneToOneMade | Refused:
    """I1.1, I2.1: one adult, one leader, a buddy who knows when; the adult is asked for their own yes."""
    work, meeting_id = moment.work, moment.own_id("meeting")
    made = meetings.by_id(work, meeting_id)
    if made is not None:
        return OneToOneMade(made.code, made.starts_at, told=_reachable(moment, made) is not None)
    group = groups.by_code(work, command.group)
    acting = actor(moment, None if group is None else group.id)
    if group is None:
        return work.refuse(NOT_THEIRS, "schedule_one_to_one", "group", command.group)
    member = next((each for each in _members(moment, group) if str(each.number) == command.number), None)
    buddy = staff.by_handle(work, command.buddy)
    leader_id = moment.staff_id if acting.leads else group.leader_id
    facts = _facts(moment, command, group, acting, member=member is not None)
    verdict = may_schedule_one_to_one(facts)
    if isinstance(verdict, Refused) or member is None or buddy is None or leader_id is None:
        refused = verdict if isinstance(verdict, Refused) else Refused("G1.3", "refused_no_leader")
        return work.refuse(refused, "schedule_one_to_one", "group", group.code)
    starts_at = facts.schedule.starts_at
    private = Talk(is_end_to_end(command.platform, ticked=command.end_to_end))
    plan = Plan(group.id, command.platform, starts_at, facts.schedule.ends_at, member.person_id, private)
    code, _ = diary.add(work, meeting_id, plan, clocks(moment.organisation))
    meetings.change(work, meeting_id, leader_id=leader_id, second_id=buddy.id)
    meeting = _expected(meetings.by_id(work, meeting_id))
    one_to_ones.add(work, meeting, _terms(moment, command))
    work.record("schedule_one_to_one", "meeting", code, outcome=f"sensitive:{command.sensitive}", clause="I2.1")
    _tell_staff(moment, meeting)
    contact = _reachable(moment, meeting)
    if contact is not None:
        outbox.tell(work, contact, "one_to_one_waits", screen_name=member.screen_name)
    return OneToOneMade(code, starts_at, told=contact is not None)


def _facts(moment: Moment, command: ScheduleOneToOne, group: Group, acting: Actor, *, member: bool) -> OneToOneFacts:
    starts_at = to_utc(moment.organisation, command.day, command.at)
    schedule = ScheduleFacts(
        actor=acting,
        group_online=group.online,
        group_paused=group.paused_at is not None,
        platform=command.platform,
        platforms=frozenset(moment.organisation.meetings.platforms),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=command.minutes),
        now=moment.work.now,
    )
    given = bool(command.reason and command.reason.strip())
    talk = SensitiveFacts(
        command.sensitive,
        end_to_end=is_end_to_end(command.platform, ticked=command.end_to_end),
        overridden_by=acting if given else None,
        override_reason=given,
    )
    leader = acting.handle if acting.leads else group.leader or acting.handle
    return OneToOneFacts(schedule, talk, leader=leader, buddy=command.buddy, member=member)


def _terms(moment: Moment, command: ScheduleOneToOne) -> one_to_ones.Terms:
    return one_to_ones.Terms(
        sensitive=command.sensitive,
        end_to_end=is_end_to_end(command.platform, ticked=command.end_to_end),
        overridden_by=moment.staff_id if command.reason else None,
        reason=command.reason,
        rules=rules_that_apply(command.platform),
    )


def _reachable(moment: Moment, meeting: Meeting) -> contacts.Contact | None:
    """The adult's own phone, unless it is silent or closed: then staff tell them themselves."""
    found = groups.reachable(moment.work, meeting.group_id, silent_too=False, only=meeting.person_id)
    return next(iter(found), None)


def _tell_staff(moment: Moment, meeting: Meeting) -> None:
    """Time and platform for the buddy; whom it is with, only for who leads it."""
    work, names = moment.work, {each.id: each.name for each in staff.everybody(moment.work)}
    told: dict[str, Any] = {"meeting": meeting.code, "when": meeting.starts_at, "platform": meeting.platform}
    buddy = contacts.of_staff(work, meeting.second_id)
    if buddy is not None and meeting.leader_id is not None:
        outbox.tell(work, buddy, "staff_buddy_asked", leader=names.get(meeting.leader_id, ""), **told)
    if meeting.leader_id != moment.staff_id:
        line = contacts.of_staff(work, meeting.leader_id)
        if line is not None:
            outbox.tell(work, line, "staff_one_yours", **told)


def list_one_to_ones(moment: Moment, _: ListOneToOnes) -> tuple[OneToOneLine, ...]:
    """I1.1: those that somebody leads, or knows of as a buddy; for managers also whatever nobody checked out of."""
    by = actor(moment)
    if moment.staff_id is None or not staff_account_works(by):
        return ()
    found = one_to_ones.open_for(moment.work, moment.staff_id)
    theirs = {each.id for each in found}
    others = one_to_ones.left_open(moment.work) if by.is_manager else []
    found += [each for each in others if each.id not in theirs]
    return tuple(
        OneToOneLine(each.code, each.starts_at, _begun(moment, each.id), each.leader_id == moment.staff_id)
        for each in found
    )


def _begun(moment: Moment, meeting_id: UUID) -> bool:
    found = one_to_ones.by_id(moment.work, meeting_id)
    return found is not None and found.begun_at is not None


def read_one_to_one(moment: Moment, command: ReadOneToOne) -> OneToOneDetails | Refused:
    """I1.1, H2.2: whom it is with, and the verified contact to ring; for who leads it."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "read", "meeting", command.code)
    meeting, acting = found
    person = None if meeting.person_id is None else people.by_id(work, meeting.person_id)
    if person is None or Seat.LEADER not in acting.seats:
        return work.refuse(Refused("I1.1", "refused_only_leader"), "read", "meeting", meeting.code)
    if is_first_time(moment, command):
        work.record("read", "meeting", meeting.code, clause="H2.2")
    return OneToOneDetails(
        code=meeting.code,
        when=meeting.starts_at,
        name=person.full_name,
        phone=_phone(moment, person.family_id, person.contact_id),
        platform=meeting.platform,
        accepted=meeting.accepted_at is not None,
    )


def _phone(moment: Moment, family_id: UUID, contact_id: UUID | None) -> str:
    contact = None if contact_id is None else contacts.by_id(moment.work, contact_id)
    told = given_number(moment.work, cases.of_family(moment.work, family_id), contact)
    return told or ("" if contact is None else contact.phone(moment.work))


def begin_one_to_one(moment: Moment, command: BeginOneToOne) -> Done | Refused:
    """I1.1, H3.3, G7.2: the two ticks; the buddy hears that it has begun, and until when."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "begin", "meeting", command.code)
    meeting = meetings.lock(work, found[0].id)
    if not meeting.is_one_to_one:
        return work.refuse(NOT_THEIRS, "begin", "meeting", meeting.code)
    verdict = may_begin_one_to_one(
        BeginFacts(
            actor=found[1],
            meeting=meetings.facts(work, meeting),
            accepted=meeting.accepted_at is not None,
            nothing_recorded=command.nothing_recorded,
            recognised=command.recognised,
            starts_at=meeting.starts_at,
            opens_before=terms(moment.organisation).opens_before,
            now=work.now,
            member=agreements.is_active(work, meeting.person_id, meeting.group_id),
        )
    )
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "begin", "meeting", meeting.code)
    meetings.change(work, meeting.id, status="started")
    one_to_ones.change(work, meeting.id, begun_at=work.now)
    work.cancel_timers(meeting.id, one_to_ones.BEGIN)
    work.record("begin", "meeting", meeting.code, clause="I1.1")
    buddy = contacts.of_staff(work, meeting.second_id)
    if buddy is not None:
        outbox.tell(work, buddy, "staff_buddy_begun", meeting=meeting.code, until=meeting.ends_at)
    return Done()


def end_one_to_one(moment: Moment, command: EndOneToOne) -> Done | Refused:
    """I1.1, G6.4: the check-out, by who led it or by the buddy; its password is dead. No notes."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "check_out", "meeting", command.code)
    meeting = meetings.lock(work, found[0].id)
    one = one_to_ones.by_id(work, meeting.id)
    facts = EndFacts(
        actor=found[1],
        theirs=moment.staff_id in {meeting.leader_id, meeting.second_id},
        begun=one is not None and one.begun_at is not None,
        ended=one is not None and one.ended_at is not None,
    )
    verdict = may_end_one_to_one(facts)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "check_out", "meeting", meeting.code)
    passwords.kill(work, meeting.id)
    if meeting.is_open:
        diary.close(work, meeting, "ended")
    one_to_ones.change(work, meeting.id, ended_at=work.now, ended_by=moment.staff_id)
    work.cancel_timers(meeting.id, one_to_ones.BEGIN, one_to_ones.END)
    work.record("check_out", "meeting", meeting.code, clause="I1.1")
    tell_colleagues(moment, meeting.team_ids, "staff_buddy_ended", meeting=meeting.code)
    return Done()


def _expected(found: Meeting | None) -> Meeting:
    if found is None:
        raise LookupError("the meeting just made is gone")
    return found


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {
    ListAdults: list_adults,
    ScheduleOneToOne: schedule_one_to_one,
    ListOneToOnes: list_one_to_ones,
    ReadOneToOne: read_one_to_one,
    BeginOneToOne: once(begin_one_to_one),
    EndOneToOne: once(end_one_to_one),
}

"""Staff's acts on groups: who leads, who sits beside, and who is in them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from bot.acts import staff_themes
from bot.acts.actor import actor, actor_of
from bot.acts.meeting_access import clocks, is_private, on_duty
from bot.acts.once import is_first_time, once
from bot.acts.staff_speaking import end_outside_team
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Actor, Refused, Seat
from flows.policy.groups import GroupFacts, LeadFacts, SeatFacts, may_lead, may_make_group, may_seat
from flows.policy.meetings import may_see_meeting
from flows.policy.members import SeeFacts, may_see_details
from flows.policy.staff import staff_account_works
from flows.staff.acts.groups import GroupLine, ListGroups, ListMembers, ListStaff, MakeGroup, SeatStaff
from storage import diary, groups, meetings, seats, staff
from storage.groups import Group

SHOWN = ("approved", "active", "suspended")


def list_groups(moment: Moment, command: ListGroups) -> tuple[GroupLine, ...]:
    """List the groups of this member of staff, also those of a meeting they stand in at; all of them for a manager."""
    acting = actor(moment)
    if not staff_account_works(acting):
        return ()
    names = {member.handle: member.name for member in staff.everybody(moment.work)}
    found = groups.of_staff(moment.work, None if acting.is_manager else moment.staff_id)
    if command.covering and not acting.is_manager:
        found = [*found, *_stood_in_for(moment, {group.id for group in found})]
    return tuple(_line(group, names) for group in found)


def _stood_in_for(moment: Moment, but: Collection[UUID]) -> list[Group]:
    held = [] if moment.staff_id is None else seats.covers_of(moment.work, moment.staff_id)
    found = (groups.by_id(moment.work, each) for each in dict.fromkeys(one.group_id for one in held) if each not in but)
    return [group for group in found if group is not None]


def _line(group: Group, names: Mapping[str, str]) -> GroupLine:
    seats = {seat.value: names.get(handle, handle) for seat, handle in group.holders.items()}
    return GroupLine(
        code=group.code,
        name=group.name,
        leader=seats.get("leader"),
        second=seats.get("second"),
        moderator=seats.get("moderator"),
        adults=group.adults,
    )


def list_staff(moment: Moment, _: ListStaff) -> tuple[tuple[str, str], ...]:
    """List handle and name of those who work here, for somebody whose own account works."""
    if not staff_account_works(actor(moment)):
        return ()
    return tuple((member.handle, member.name) for member in staff.everybody(moment.work))


def make_group(moment: Moment, command: MakeGroup) -> str | Refused:
    """G1.1, H1.3: a manager, or a practitioner who may lead it and takes its leader's seat."""
    work, group_id = moment.work, moment.own_id("group")
    made = groups.by_id(work, group_id)
    if made is not None:
        return made.code
    acting, member = actor(moment), staff.by_id(work, moment.staff_id)
    until = None if member is None else member.qualified_until
    platforms = frozenset(moment.organisation.meetings.platforms)
    verdict = may_make_group(GroupFacts(acting, until, work.now, command.platform, platforms))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "make", "group", group_id)
    leads = bool(may_lead(LeadFacts(acting, until, work.now)))
    leader_id = moment.staff_id if leads else None
    code, _ = groups.add(work, group_id, command.name, command.platform, leader_id)
    work.record("make", "group", code)
    return code


def seat_staff(moment: Moment, command: SeatStaff) -> Done | Refused:
    """G1.1, G1.2, L1.1: give somebody a seat; each coming meeting is then confirmed afresh."""
    work, group = moment.work, groups.by_code(moment.work, command.group)
    member = staff.by_handle(work, command.handle)
    if group is None or member is None:
        reason = "refused_not_staff_of_group" if group is None else "refused_candidate_left"
        return work.refuse(Refused("A1", reason), "seat", "group", command.group)
    groups.lock(work, group.id)
    group = groups.by_id(work, group.id) or group
    seat = Seat(command.seat)
    if group.holders.get(seat) == member.handle:
        return Done()
    facts = SeatFacts(
        actor=actor(moment, group.id),
        seat=seat,
        candidate=actor_of(work, moment.organisation, member.id, group.id),
        qualified_until=member.qualified_until,
        now=work.now,
        holders=group.holders,
    )
    verdict = may_seat(facts)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "seat", "group", group.code)
    before: UUID | None = getattr(group, f"{seat}_id")
    groups.seat(work, group.id, seat, member.id)
    seats.vacate(work, group.id, seat.value)
    for meeting in [] if group.paused_at is None or seat is not Seat.LEADER else meetings.of_group(work, group.id):
        diary.make_up(work, meeting, clocks(moment.organisation))
    if before is not None:
        end_outside_team(replace(moment, staff_id=before))
    work.record(f"seat_{seat.value}", "group", group.code)
    return Done()


def list_members(moment: Moment, command: ListMembers) -> tuple[tuple[str, str], ...] | Refused:
    """G5.1: number and name of each adult; full names for the team, names on screen for a manager."""
    work, group = moment.work, groups.by_code(moment.work, command.group)
    acting = on_duty(moment, None if group is None else group.id)
    verdict = may_see_meeting(acting)
    if group is None or isinstance(verdict, Refused):
        refused = verdict if isinstance(verdict, Refused) else Refused("A1", "refused_not_staff_of_group")
        return work.refuse(refused, "list_members", "group", command.group)
    if is_first_time(moment, command):
        work.record("read", "group", group.code, clause="H2.2")
    full = _sees_full_names(moment, acting)
    members = groups.members(work, group.id, moment.organisation.agreement.version)
    return tuple(
        (str(each.number), each.full_name if full else each.screen_name) for each in members if each.status in SHOWN
    )


def _sees_full_names(moment: Moment, acting: Actor) -> bool:
    return bool(may_see_details(SeeFacts(acting, is_private(moment))))


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {
    ListGroups: list_groups,
    ListStaff: list_staff,
    MakeGroup: make_group,
    SeatStaff: once(seat_staff),
    ListMembers: list_members,
    **staff_themes.ACTS,
}

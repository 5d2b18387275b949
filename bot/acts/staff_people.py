"""Acts about colleagues: who stands in for one meeting, who is qualified, whether a group meets online."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.acts import staff_leaving, staff_one_to_ones
from bot.acts.actor import actor, actor_of
from bot.acts.meeting_access import find
from bot.acts.once import once
from bot.moment import Moment
from bot.organisation import Organisation
from flows.family.acts import Done
from flows.policy import Actor, MeetingStatus, Refused, Seat
from flows.policy.groups import QualificationFacts, SeatFacts, may_attest_qualification, may_set_online
from flows.policy.meetings import CoverFacts, may_cover
from flows.policy.one_to_ones import KindFacts, is_groups_meeting
from flows.staff.acts.people import Attest, Cover, ListCovers, ListQualified, Qualified, SetOnline
from storage import contacts, groups, meetings, outbox, qualifications, seats, staff
from storage.meetings import SEATS, Meeting
from storage.staff import Member

REMINDER = "qualification"
REMIND_BEFORE = timedelta(days=30)


def list_covers(moment: Moment, command: ListCovers) -> tuple[tuple[str, str], ...] | Refused:
    """G1.5: those who may take this seat for this meeting, by the same rules as the seat itself."""
    work, found = moment.work, find(moment, command.meeting)
    if isinstance(found, Refused):
        return work.refuse(found, "cover", "meeting", command.meeting)
    meeting, acting = found
    holder = getattr(meeting, command.seat)
    members = [each for each in staff.everybody(work) if each.handle != holder]
    fit = [each for each in members if may_cover(_facts(moment, meeting, acting, command.seat, each))]
    if not fit and members:
        verdict = may_cover(_facts(moment, meeting, acting, command.seat, members[0]))
        if isinstance(verdict, Refused) and verdict.clause not in {"G1.1", "G1.2", "L1.1"}:
            return work.refuse(verdict, "cover", "meeting", meeting.code)
    return tuple((each.handle, each.name) for each in fit)


def cover(moment: Moment, command: Cover) -> Done | Refused:
    """G1.5: the seat for this meeting alone; who covers is told, and so is whom they cover."""
    work, found = moment.work, find(moment, command.meeting)
    member = staff.by_handle(work, command.handle)
    if isinstance(found, Refused) or member is None:
        refused = found if isinstance(found, Refused) else Refused("H2.4", "refused_candidate_left")
        return work.refuse(refused, "cover", "meeting", command.meeting)
    meeting = meetings.lock(work, found[0].id)
    leads_one = meeting.is_one_to_one and command.seat == "leader"
    verdict = is_groups_meeting(KindFacts(one_to_one=leads_one)) and may_cover(
        _facts(moment, meeting, found[1], command.seat, member)
    )
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "cover", "meeting", meeting.code)
    covered = getattr(meeting, f"{command.seat}_id")
    seats.cover(work, meeting.id, command.seat, member.id)
    work.record(f"cover_{command.seat}", "meeting", meeting.code, outcome=f"by:{member.handle}", clause="G1.5")
    asked = contacts.of_staff(work, member.id)
    if asked is not None:
        told: dict[str, Any] = {"meeting": meeting.code, "group": meeting.group_name, "seat": command.seat}
        outbox.tell(work, asked, "staff_cover_asked", when=meeting.starts_at, **told)
    line = contacts.of_staff(work, covered)
    if line is not None and covered not in {member.id, moment.staff_id}:
        outbox.tell(work, line, "staff_cover_covered", meeting=meeting.code)
    return Done()


def _facts(moment: Moment, meeting: Meeting, acting: Actor, seat: str, candidate: Member) -> CoverFacts:
    others = {Seat(name): getattr(meeting, name) for name in SEATS if name != seat}
    wanted = Seat.COVER if seat == "leader" else Seat(seat)
    facts = SeatFacts(
        actor=acting,
        seat=wanted,
        candidate=actor_of(moment.work, moment.organisation, candidate.id, meeting.group_id),
        qualified_until=candidate.qualified_until,
        now=moment.work.now,
        holders={name: handle for name, handle in others.items() if handle is not None},
    )
    return CoverFacts(facts, MeetingStatus(meeting.status))


def list_qualified(moment: Moment, _: ListQualified) -> tuple[Qualified, ...] | Refused:
    """G1.1: everybody with their mark, for a manager."""
    work = moment.work
    verdict = may_attest_qualification(_mark(moment, own=False, words="shown", last_day=None))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "attest", "staff", "everybody")
    said = qualifications.words(work)
    members = [each for each in staff.everybody(work) if each.id != moment.staff_id]
    return tuple(Qualified(each.handle, each.name, each.qualified_until, said.get(each.id, "")) for each in members)


def attest(moment: Moment, command: Attest) -> Done | Refused:
    """G1.1: the mark holds to the end of its last day; managers are reminded a month before."""
    work, member = moment.work, staff.by_handle(moment.work, command.handle)
    if member is None or moment.staff_id is None:
        return work.refuse(Refused("H2.4", "refused_candidate_left"), "attest", "staff", "unknown")
    own = member.id == moment.staff_id
    facts = _mark(moment, own=own, words=command.words, last_day=command.last_day)
    verdict = may_attest_qualification(facts)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "attest", "staff", member.handle)
    mark_id = moment.own_id("mark")
    qualifications.attest(work, mark_id, member.id, moment.staff_id, command.words, facts.expires_at)
    work.record("attest", "staff", member.handle, clause="G1.1")
    work.cancel_timers(member.id, REMINDER)
    work.set_timer(REMINDER, member.id, max(work.now, facts.expires_at - REMIND_BEFORE))
    return Done()


def _mark(moment: Moment, *, own: bool, words: str, last_day: date | None) -> QualificationFacts:
    now = moment.work.now
    until = now + timedelta(days=1) if last_day is None else end_of(moment.organisation, last_day)
    return QualificationFacts(actor(moment), own=own, text_given=bool(words.strip()), expires_at=until, now=now)


def end_of(organisation: Organisation, day: date) -> datetime:
    """Return the moment at which a day is over, where the organisation is."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=organisation.zone).astimezone(UTC)


def set_online(moment: Moment, command: SetOnline) -> Done | Refused:
    """H1.2: a manager says whether a group meets online."""
    work, group = moment.work, groups.by_code(moment.work, command.group)
    verdict = may_set_online(actor(moment, None if group is None else group.id))
    if group is None or isinstance(verdict, Refused):
        refused = verdict if isinstance(verdict, Refused) else Refused("A1", "refused_not_staff_of_group")
        return work.refuse(refused, "set_online", "group", command.group)
    groups.set_online(work, group.id, command.online)
    work.record("set_online", "group", group.code, outcome="online" if command.online else "not_online", clause="H1.2")
    return Done()


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {
    ListCovers: list_covers,
    Cover: once(cover),
    ListQualified: list_qualified,
    Attest: once(attest),
    SetOnline: once(set_online),
    **staff_leaving.ACTS,
    **staff_one_to_ones.ACTS,
}

"""What is to come for a member of staff: the meetings of a week, and everything that is due."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.acts.actor import actor
from bot.acts.meeting_access import blocks
from bot.acts.once import is_first_time
from bot.moment import Moment
from flows.policy import Actor
from flows.policy.breaches import BreachDecisionFacts, may_see_breach
from flows.policy.complaints import SeeComplaintFacts, may_see_complaint
from flows.policy.data_rights import DataFacts, may_see_data_request
from flows.policy.joining import ReviewFacts, may_see_case_clock
from flows.policy.staff import staff_account_works
from flows.staff.acts.overview import Clock, ReadClocks, ReadWeek, WeekLine
from storage import breaches, callbacks, cases, complaints, data_requests, meetings, rotations, staff, staff_lines
from storage.meetings import Meeting

WEEK = timedelta(days=7)
MOST = 50
SOON = timedelta(days=30)
EMPTY_SEATS = ("blocks_paused", "blocks_no_leader", "blocks_no_second")


def read_week(moment: Moment, command: ReadWeek) -> tuple[WeekLine, ...]:
    """1.5: one's own meetings of seven days; a manager's are all."""
    by = actor(moment)
    if not staff_account_works(by):
        return ()
    if is_first_time(moment, command):
        moment.work.record("read", "week", by.handle)
    return tuple(_week_line(moment, each) for each in _coming(moment, by, WEEK))


def _coming(moment: Moment, by: Actor, within: timedelta) -> list[Meeting]:
    found = meetings.coming(moment.work, None if by.is_manager else moment.staff_id, limit=MOST)
    return [each for each in found if each.starts_at < moment.work.now + within]


def _week_line(moment: Moment, meeting: Meeting) -> WeekLine:
    """Days before, an empty seat matters; nobody confirms yet, and there is no password."""
    unseated = (*EMPTY_SEATS, "blocks_moderator") if meeting.moderator is None else EMPTY_SEATS
    near = meeting.starts_at - moment.work.now < timedelta(minutes=moment.organisation.meetings.seat_reminder_minutes)
    return WeekLine(
        code=meeting.code,
        group=meeting.group_name,
        starts_at=meeting.starts_at,
        status=meeting.status,
        expected=meeting.expected,
        lacks=blocks(moment.work, meeting, () if near else unseated),
    )


def read_clocks(moment: Moment, command: ReadClocks) -> tuple[Clock, ...]:
    """G12.4, A3: what is due for this reader, and nothing that they may not see."""
    by = actor(moment)
    if moment.staff_id is None or not staff_account_works(by):
        return ()
    if is_first_time(moment, command):
        moment.work.record("read", "clocks", by.handle)
    matters = (
        _cases(moment),
        _rings(moment, by),
        _complaints(moment, by),
        _requests(moment, by),
        _breaches(moment, by),
    )
    found = [*(each for part in matters for each in part), *_meetings(moment, by), *_own(moment), *_unheard(moment, by)]
    return tuple(sorted(found, key=lambda clock: (clock.due_at, clock.code)))


def _clock(moment: Moment, kind: str, code: str, due_at: datetime) -> Clock:
    return Clock(f"clock_{kind}", code, due_at, late=due_at <= moment.work.now)


def _cases(moment: Moment) -> Iterator[Clock]:
    """G3.8: first contact with families that this reader may review; a manager hears of all, by their codes."""
    waiting = cases.waiting(moment.work)
    handles = staff.handles(moment.work)
    by = {group_id: actor(moment, group_id) for group_id in {case.group_id for case in waiting}}
    for case in waiting:
        claimed_by = None if case.claimed_by is None else handles[case.claimed_by]
        facts = ReviewFacts(by[case.group_id], claimed_by, True, case.group_id is not None)
        if not may_see_case_clock(facts):
            continue
        if case.held_until is not None:
            yield _clock(moment, "held", case.code, case.held_until)
        elif case.contact_due is not None:
            reached = cases.has_live_contact(moment.work, case.id)
            yield _clock(moment, "decide" if reached else "call", case.code, case.contact_due)


def _rings(moment: Moment, by: Actor) -> Iterator[Clock]:
    if moment.staff_id is not None:
        for ring in callbacks.open_for(moment.work, moment.staff_id, of_nobody=by.is_manager):
            yield _clock(moment, "ring", ring.code, ring.due_at)


def _complaints(moment: Moment, by: Actor) -> Iterator[Clock]:
    """G12.4: for its handler alone; others learn not even that there is one."""
    if moment.staff_id is None:
        return
    for each in complaints.open_for(moment.work, moment.staff_id):
        if may_see_complaint(SeeComplaintFacts(by, by.handle, frozenset(each.about))):
            if each.acknowledged_at is None:
                yield _clock(moment, "acknowledge", each.code, each.acknowledge_by)
            else:
                yield _clock(moment, "answer", each.code, each.answer_by)


def _requests(moment: Moment, by: Actor) -> Iterator[Clock]:
    """X4: the month in which what somebody asked about their data is answered, for every data lead."""
    if may_see_data_request(DataFacts(by, is_request=True)):
        for each in data_requests.waiting(moment.work):
            yield _clock(moment, "request", each.code, each.answer_by)


def _breaches(moment: Moment, by: Actor) -> Iterator[Clock]:
    if may_see_breach(BreachDecisionFacts(by, "", decided=False, outcome="")):
        for code, since in breaches.waiting_since(moment.work, by.handle):
            yield _clock(moment, "breach", code, since)


def _meetings(moment: Moment, by: Actor) -> Iterator[Clock]:
    """G6.5, G1.4: a password that is not on the platform, and a seat of one's own that is not confirmed."""
    for each in _coming(moment, by, timedelta(days=1)):
        if rotations.is_waiting(each):
            yield _clock(moment, "platform", each.code, moment.work.now)
        held = [seat for seat in meetings.SEATS if getattr(each, f"{seat}_id") == moment.staff_id]
        if any(getattr(each, f"{seat}_confirmed_at") is None for seat in held):
            alert = timedelta(minutes=moment.organisation.meetings.seat_alert_minutes)
            yield _clock(moment, "here", each.code, each.starts_at - alert)


def _unheard(moment: Moment, by: Actor) -> Iterator[Clock]:
    """H2.2: whose line takes nothing, for managers; what it was about is not said."""
    if by.is_manager:
        for each in staff_lines.unheard(moment.work.connection, moment.work.now):
            yield _clock(moment, "unheard", each.handle, each.since)


def _own(moment: Moment) -> Iterator[Clock]:
    """H2.1, G1.1: one's own confirmation and qualification, a month before they end."""
    member = staff.by_id(moment.work, moment.staff_id)
    if member is None:
        return
    lasts = timedelta(days=moment.organisation.staff_policies.valid_days)
    ends = {"qualified": member.qualified_until}
    if member.policies_confirmed_at is not None:
        ends["policies"] = member.policies_confirmed_at + lasts
    for kind, until in ends.items():
        if until is not None and until - SOON <= moment.work.now:
            yield _clock(moment, kind, "", until)


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {ReadWeek: read_week, ReadClocks: read_clocks}

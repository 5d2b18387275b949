"""When a family needs a person: a call, a concern, unhappiness, a wish about its data."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from bot import paging
from bot.acts.allegations import is_allegation, kept_from
from bot.acts.family_group import group_of
from bot.acts.meeting_access import terms
from bot.acts.once import Perform, once
from bot.data_requests import open_request
from bot.deadlines import after_working_days
from bot.moment import Moment
from flows import disclosure
from flows.family.acts import Done
from flows.family.acts.care import AskForCall, MarkSafeToWrite, RaiseConcern, ReportUnhappy, TellMore
from flows.family.acts.own import AskForData
from flows.policy import Role
from flows.staff.acts.concerns import LONGEST
from storage import callbacks, cases, concerns, contacts, meetings, outbox, people, staff
from storage.concerns import Concern
from storage.contacts import Contact
from storage.groups import Group

DAYS_TO_RING = 1


def ask_for_call(moment: Moment, command: AskForCall) -> str:
    """RING ME: one promised call at a time, with an owner and a due date."""
    work, when = moment.work, command.safe_time
    if command.language is not None:
        when = moment.texts.say(moment.organisation.languages[0], "staff_ring_language", answer=command.language)
    waiting = callbacks.open_of(work, moment.contact)
    if waiting is not None:
        if when is not None:
            callbacks.set_safe_time(work, waiting, when)
        return waiting.code
    return promise_call(moment, _who_rings(moment), when)


def promise_call(moment: Moment, owners: list[UUID], safe_time: str | None = None) -> str:
    """Promise a call by the next working day, by one of these members of staff; its code."""
    work, case = moment.work, cases.of_family(moment.work, moment.contact.lane_id)
    due = after_working_days(moment.organisation, work.now, DAYS_TO_RING)
    ring_id = moment.own_id("ring")
    code, is_new = callbacks.ask(
        work,
        ring_id,
        contact_id=moment.contact.id,
        case_id=None if case is None else case.id,
        owner_id=owners[0] if len(owners) == 1 else None,
        safe_time=safe_time,
        due_at=due,
    )
    if is_new:
        work.set_timer("ring", ring_id, due)
        work.record("ask", "ring", code)
        for line in staff.lines(work, owners):
            outbox.tell(work, line, "staff_ring_new", when=due)
    return code


def raise_concern(moment: Moment, command: RaiseConcern) -> str:
    """A3: one concern for each conversation; what is said of the danger is added to it."""
    work = moment.work
    concern_id = moment.own_id("concern")
    return paging.raise_concern(
        work,
        moment.organisation,
        concern_id,
        words=command.words,
        source=command.source,
        danger=command.danger,
        contact_id=moment.contact.id,
        about=kept_from(moment, command.words),
        allegation=is_allegation(moment, command.words),
    )


def tell_more(moment: Moment, command: TellMore) -> Done:
    """A3: kept with the newest concern, with date and time. What it would show to those it is about stands alone."""
    work, zone = moment.work, moment.organisation.zone
    own = [each for each in concerns.open_of(work, moment.contact.id) if each.raised_by is None]
    latest = concerns.hold_still(work, own[-1].code) if own else None
    if latest is not None and latest.closed_at is None and not _is_for_itself(moment, latest, command.words):
        told = f"{latest.words(work)} [{work.now.astimezone(zone):%Y-%m-%d %H:%M}] {command.words}".strip()
        if len(told) <= LONGEST:
            concerns.keep_words(work, latest, told)
            paging.tell_more(work, latest)
            return Done()
    raise_concern(moment, RaiseConcern(command.words, "words"))
    return Done()


def _is_for_itself(moment: Moment, concern: Concern, words: str) -> bool:
    """Whether the words want a concern, and pages, of their own: about others, or danger since it was taken."""
    if _is_of_others(moment, concern, words):
        return True
    has_it = concern.acknowledged_by
    if has_it is None:
        return False
    return disclosure.raises_concern(moment.disclosure, words) or not staff.reachable(moment.work, [has_it])


def _is_of_others(moment: Moment, concern: Concern, words: str) -> bool:
    """Whether the words are about staff who may read the concern, or about somebody of the staff for the first time."""
    may_read_it = kept_from(moment, words) - set(concern.not_to)
    return bool(may_read_it) or (is_allegation(moment, words) and not concern.about_staff)


def mark_safe_to_write(moment: Moment, command: MarkSafeToWrite) -> Done:
    """A3: is it safe to write here? Until the safeguarding lead decides, nothing goes there by itself."""
    work = moment.work
    concerns.mark_safe(work, moment.contact.id, command.safe)
    if not command.safe:
        contacts.change(work, moment.contact.id, paused_at=work.now)
    work.record("mark_safe", "contact", moment.contact.id, outcome="safe" if command.safe else "unsafe")
    return Done()


def report_unhappy(moment: Moment, command: ReportUnhappy) -> Done:
    """G9.3: a private word to the leader; to the managers if it is about the leader, or the leader does not hear it."""
    work = moment.work
    group = group_of(moment)
    leader_id = None if group is None else _leads_now(moment, group)
    name = ", ".join(person.screen_name for person in people.on_contact(work, moment.contact.id))
    for line in _who_is_told(moment, leader_id, about_leader=command.about_leader):
        where = "?" if group is None else group.name
        outbox.tell(work, line, "staff_unhappy_private", name=name or "?", group=where, lines=command.words)
    work.record("report", "unhappy", moment.contact.id, clause="G9.3")
    return Done()


def _who_is_told(moment: Moment, leader_id: UUID | None, *, about_leader: bool) -> list[Contact]:
    """G9.3: the first in line whose line somebody reads; never whom it is about."""
    others = ((Role.MANAGER,), (Role.CHIEF_EXECUTIVE, Role.CHAIR), (Role.COMPLAINTS_LEAD,), (Role.SAFEGUARDING_LEAD,))
    line_up = [[] if leader_id is None or about_leader else [leader_id]]
    line_up += [[one.id for one in staff.by_role(moment.work, *roles) if one.id != leader_id] for roles in others]
    found = (staff.reachable(moment.work, ids) for ids in line_up)
    return next((lines for lines in found if lines), [])


def _leads_now(moment: Moment, group: Group) -> UUID | None:
    """G9.3, G1.5: who leads the meeting that is near or running, else the group's own leader."""
    opens = terms(moment.organisation).opens_before
    for meeting in meetings.of_group(moment.work, group.id):
        if meeting.starts_at - opens <= moment.work.now:
            return meeting.leader_id
    return group.leader_id


def ask_for_data(moment: Moment, command: AskForData) -> datetime:
    """2.5: a request about data, answered within a month by the data lead."""
    request_id = moment.own_id("request")
    return open_request(moment.work, moment.organisation, request_id, moment.contact.id, command.kind)[1]


def _who_rings(moment: Moment) -> list[UUID]:
    """Find who holds the case, else the group's leader, else every manager."""
    work = moment.work
    case = cases.of_family(work, moment.contact.lane_id)
    if case is not None and case.claimed_by is not None:
        return [case.claimed_by]
    group = group_of(moment)
    if group is not None and group.leader_id is not None:
        return [group.leader_id]
    return [one.id for one in staff.by_role(work, Role.MANAGER)]


ACTS: Mapping[type, Perform] = {
    AskForCall: ask_for_call,
    RaiseConcern: raise_concern,
    TellMore: tell_more,
    MarkSafeToWrite: once(mark_safe_to_write),
    ReportUnhappy: once(report_unhappy),
    AskForData: ask_for_data,
}

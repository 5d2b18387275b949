"""Complaints from families: their own words, a handler whom they do not name, two clocks (G12)."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from babel.dates import format_date

from bot import paging
from bot.acts.allegations import STAFF, is_allegation
from bot.acts.family_group import group_of
from bot.acts.once import Perform, is_first_time
from bot.deadlines import after_working_days
from bot.moment import Moment
from flows import disclosure
from flows.family.acts import ComplaintOpened, ComplaintStatus, OpenComplaint, Triage
from flows.policy.complaints import (
    ComplaintFacts,
    Matter,
    TriageFacts,
    complaint_handler,
    concern_chain,
    people_named,
    triage,
)
from storage import complaints, contacts, outbox, staff
from storage.complaints import Complaint
from storage.staff import Member


def open_complaint(moment: Moment, command: OpenComplaint) -> ComplaintOpened:
    """G12.1, G12.4, G12.5: keep the words, find a handler whom it does not name, start the clocks."""
    work, clocks = moment.work, moment.organisation.complaints
    complaint_id = moment.own_id("complaint")
    members = staff.everybody(work)
    named = _named(moment, command, members)
    handler = _handler(moment, command, members, named)
    code, is_new = complaints.open_complaint(
        work,
        complaint_id,
        kind=command.about,
        contact_id=moment.contact.id,
        words=command.words,
        about=named,
        hide_name=command.hide_name,
        handler_id=None if handler is None else handler.id,
        acknowledge_by=after_working_days(moment.organisation, work.now, clocks.acknowledge_working_days),
        answer_by=work.now + timedelta(days=clocks.outcome_days),
    )
    kept = complaints.by_id(work, complaint_id)
    if kept is None:
        raise LookupError("the complaint just opened is gone")
    if is_new:
        _start_clocks(moment, kept)
    by = next((one.name for one in members if one.id == kept.handler_id), moment.organisation.name)
    return ComplaintOpened(code, by, kept.acknowledge_by, kept.answer_by)


def triage_words(moment: Moment, command: Triage) -> Matter:
    """G12.3: what somebody's own words are, before they become a complaint: the most urgent counts."""
    about_staff = f"{STAFF} {command.named or ''} {command.words}" if command.about == STAFF else command.words
    matter = triage(
        TriageFacts(
            immediate_danger=False,
            safeguarding=disclosure.raises_concern(moment.disclosure, command.words),
            about_staff_conduct=is_allegation(moment, about_staff),
            data_protection=command.about == "data",
        )
    )
    if is_first_time(moment, command):
        moment.work.record("triage", "contact", moment.contact.id, outcome=matter, clause="G12.3")
    return matter


def complaint_status(moment: Moment, _command: ComplaintStatus) -> tuple[str, str] | None:
    """G12.5: the stage and the next date, as people say it, of this contact's latest complaint."""
    latest = complaints.latest_of(moment.work, moment.contact.id)
    if latest is None:
        return None
    stage, when = _stage(latest, moment.work.now)
    day = when.astimezone(moment.organisation.zone).date()
    return stage, format_date(day, "EEEE d MMMM y", locale=moment.contact.language.replace("-", "_"))


def _stage(latest: Complaint, now: datetime) -> tuple[str, datetime]:
    if latest.closed_at is not None:
        return "answered", latest.closed_at
    if now > latest.answer_by:
        return "late", latest.answer_by
    if latest.acknowledged_at is not None:
        return "acknowledged", latest.answer_by
    return "received", latest.acknowledge_by


def _named(moment: Moment, command: OpenComplaint, members: Collection[Member]) -> frozenset[str]:
    """G12.4: everybody it names; a complaint about staff that names nobody is about the group's seats."""
    register = [(one.handle, one.name) for one in members]
    named = people_named(f"{command.named or ''} {command.words}", register)
    group = group_of(moment)
    if command.about != "staff" or named or group is None:
        return named
    return frozenset(group.holders.values())


def _handler(moment: Moment, command: OpenComplaint, members: list[Member], named: frozenset[str]) -> Member | None:
    handles = {one.id: one.handle for one in members}
    deciders = complaints.deciders(moment.work, moment.contact.lane_id)
    involved = frozenset(handles[each] for each in deciders if each in handles)
    chart = staff.chart(members)
    chosen = complaint_handler(ComplaintFacts(command.about, named, chart, involved))
    last_resort = next(iter(concern_chain(chart, named | involved)), None)
    return next((one for one in members if one.handle == (chosen or last_resort)), None)


def _start_clocks(moment: Moment, kept: Complaint) -> None:
    work = moment.work
    work.set_timer("complaint", kept.id, kept.acknowledge_by - timedelta(days=1), step="acknowledge")
    work.set_timer("complaint", kept.id, kept.answer_by - timedelta(days=3), step="answer")
    work.record("open", "complaint", kept.code, outcome="done" if kept.handler_id else "no_handler")
    line = contacts.of_staff(work, kept.handler_id)
    if line is not None:
        outbox.tell(work, line, "staff_complaint_new", code=kept.code, when=kept.acknowledge_by)
    if kept.handler_id is None:
        _find_a_human(moment, kept)


def _find_a_human(moment: Moment, kept: Complaint) -> None:
    """G12.2: it names everybody who could handle it, so the safeguarding lead gets it: it is never dropped."""
    paging.raise_concern(
        moment.work,
        moment.organisation,
        moment.own_id("no_handler"),
        words=kept.words(moment.work),
        source="complaint",
        contact_id=kept.contact_id,
    )


ACTS: Mapping[type, Perform] = {
    Triage: triage_words,
    OpenComplaint: open_complaint,
    ComplaintStatus: complaint_status,
}

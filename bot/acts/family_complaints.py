"""Complaints from families: their own words, a handler whom they do not name, two clocks (G12)."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from babel.dates import format_date

from bot import paging
from bot.acts.allegations import STAFF, is_allegation
from bot.acts.family_care import promise_call
from bot.acts.family_group import group_of
from bot.acts.family_self import from_here
from bot.acts.guessing import may_try
from bot.acts.once import Perform, is_first_time, once
from bot.deadlines import after_working_days
from bot.moment import Moment
from bot.organisation_parts import Complaints, Organisation
from flows import disclosure
from flows.family.acts import Done
from flows.family.acts.complaints import AskReview, ComplaintOpened, ComplaintStatus, OpenComplaint, PutRight, Triage
from flows.policy import Refused, Role
from flows.policy.complaints import (
    AskReviewFacts,
    ComplaintFacts,
    Matter,
    TriageFacts,
    complaint_handler,
    concern_chain,
    may_ask_review,
    people_named,
    triage,
)
from flows.policy.confidentiality import SPOKEN
from storage import complaint_steps, complaints, contacts, guesses, outbox, spoken, staff
from storage.complaints import Complaint
from storage.staff import Member


def open_complaint(moment: Moment, command: OpenComplaint) -> ComplaintOpened:
    """G12.1, G12.4, G12.5: keep the words, find a handler whom it does not name, start the clocks."""
    work, clocks = moment.work, moment.organisation.complaints
    complaint_id = moment.own_id("complaint")
    members = staff.everybody(work)
    named = _named(moment, command, members)
    handler = _handler(moment, command, members, named)
    _, is_new = complaints.open_complaint(
        work,
        complaint_id,
        kind=command.about,
        contact_id=moment.contact.id,
        words=command.words,
        about=named,
        hide_name=command.hide_name,
        handler_id=None if handler is None else handler.id,
        acknowledge_by=_acknowledge_by(moment, command.about),
        answer_by=work.now + timedelta(days=_outcome_days(clocks, command.about)),
    )
    kept = complaints.by_id(work, complaint_id)
    if kept is None:
        raise LookupError("the complaint just opened is gone")
    if is_new:
        _start_clocks(moment, kept)
    return _told(moment, kept, members)


def ask_review(moment: Moment, command: AskReview) -> ComplaintOpened | Refused:
    """G12.2: stage 2: somebody looks at it who had no part in it, however late, if there is a reason."""
    work, clocks = moment.work, moment.organisation.complaints
    latest, members = complaints.latest_of(work, moment.contact), staff.everybody(work)
    if latest is not None and not is_first_time(moment, command):
        return _told(moment, latest, members)
    verdict = may_ask_review(_review_facts(moment, latest, command))
    if isinstance(verdict, Refused) or latest is None:
        refused = verdict if isinstance(verdict, Refused) else Refused("G12.2", "refused_not_answered_yet")
        return work.refuse(refused, "review", "complaint", "unknown")
    handler = _reviewer(moment, latest, members)
    days = timedelta(days=clocks.review_outcome_days)
    handler_id = None if handler is None else handler.id
    complaints.ask_review(work, latest, handler_id, _acknowledge_by(moment, latest.kind), work.now + days)
    step_id = moment.own_id("review")
    complaint_steps.add(work, step_id, latest.id, complaint_steps.REVIEW, stage="2", words=command.words)
    kept = complaints.by_id(work, latest.id) or latest
    _start_clocks(moment, kept, act="review")
    return _told(moment, kept, members)


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


def put_right(moment: Moment, _command: PutRight) -> Done | Refused:
    """G12.2, G12.4: a call soon, by the leader or the second whom the complaint does not name, else by a manager.

    Never by whoever acted against the family. X5: nor by whoever speaks for it now; first by who deals with a complaint
    that it made before.
    """
    work, latest, group = moment.work, complaints.latest_of(moment.work, moment.contact), group_of(moment)
    handler = [latest.handler_id] if latest is not None and moment.contact.channel == SPOKEN else []
    seated = [] if group is None else [group.leader_id, group.second_id]
    managers = [one.id for one in staff.by_role(work, Role.MANAGER)]
    named = _speaker(moment) | (frozenset() if latest is None else frozenset(latest.about))
    in_order = (*handler, *seated, *managers)
    out = complaints.against(work, moment.contact.lane_id)
    rest = (each for each in in_order if each is not None and each not in out)
    may = [each for each in rest if staff.handle(work, each) not in named]
    if not may:
        return work.refuse(Refused("G12.4", "refused_person_missing"), "put_right", "contact", moment.contact.id)
    promise_call(moment, [may[0]])
    return Done()


def complaint_status(moment: Moment, command: ComplaintStatus) -> tuple[str, str] | Refused | None:
    """G12.5: the stage and the next date, as people say it, of this contact's latest complaint, or of one by number.

    A wrong number is a guess like any wrong code. To whoever speaks for a family and is named in one, there is none.
    """
    work, own = moment.work, complaints.latest_of(moment.work, moment.contact)
    if _speaker(moment) & complaints.named_by(work, moment.contact):
        return None
    if command.code is None:
        unsure = from_here(moment) is not None  # G6.4: whoever has the phone now may not learn that there is one.
        return None if own is None or unsure else _when(moment, _stage(moment, own))
    if isinstance(limit := may_try(work, moment.contact), Refused):
        return limit
    found = complaints.by_code(work, command.code)
    if found is None or found.kind.startswith("request_"):
        guesses.count(work, moment.contact)
        return None
    if _speaker(moment) & frozenset(found.about):
        return None
    stage, when = _stage(moment, found)
    answered_there = found.closed_at is not None and found.contact_id != moment.contact.id
    return _when(moment, ("answered_there" if answered_there else stage, when))


def _when(moment: Moment, at: tuple[str, datetime]) -> tuple[str, str]:
    stage, when = at
    day = when.astimezone(moment.organisation.zone).date()
    return stage, format_date(day, "EEEE d MMMM y", locale=moment.contact.language.replace("-", "_"))


def _review_facts(moment: Moment, latest: Complaint | None, command: AskReview) -> AskReviewFacts:
    answered_at = None if latest is None else latest.closed_at
    return AskReviewFacts(
        answered=answered_at is not None,
        is_first_stage=latest is not None and latest.stage == "1",
        in_time=answered_at is not None and moment.work.now <= _review_until(moment, answered_at),
        reason_given=bool(command.words.strip()),
    )


def _review_until(moment: Moment, answered_at: datetime) -> datetime:
    days = moment.organisation.complaints.review_request_working_days
    return after_working_days(moment.organisation, answered_at, days)


def _reviewer(moment: Moment, latest: Complaint, members: list[Member]) -> Member | None:
    """G12.2: above everybody whom it names, and nobody who handled it or decided what it is about."""
    handles = {one.id: one.handle for one in members}
    had_part = {*complaints.deciders(moment.work, moment.contact.lane_id), latest.handler_id}
    involved = _speaker(moment) | frozenset(handles[each] for each in had_part if each in handles)
    named, chart = frozenset(latest.about), staff.chart(members)
    chosen = complaint_handler(ComplaintFacts(latest.kind, named, chart, involved, review=True))
    last_resort = next(iter(concern_chain(chart, named | involved)), None)
    return next((one for one in members if one.handle == (chosen or last_resort)), None)


def _told(moment: Moment, kept: Complaint, members: Collection[Member]) -> ComplaintOpened:
    by = next((one.name for one in members if one.id == kept.handler_id), moment.organisation.name)
    outside = outside_of(moment.organisation, kept.kind, moment.contact.language)
    return ComplaintOpened(kept.code, by, kept.acknowledge_by, kept.answer_by, outside)


def outside_of(organisation: Organisation, kind: str, language: str) -> str:
    """Say where people can go outside with such a complaint."""
    spoken = language if language in organisation.languages else organisation.languages[0]
    return "\n".join(body.said[spoken] for body in organisation.complaints.outside if kind in body.kinds)


def _acknowledge_by(moment: Moment, kind: str) -> datetime:
    """A human's word is due within working days; about data also within the law's days, whichever is earlier."""
    clocks, now = moment.organisation.complaints, moment.work.now
    by = after_working_days(moment.organisation, now, clocks.acknowledge_working_days)
    return min(by, now + timedelta(days=clocks.data_acknowledge_days)) if kind == "data" else by


def _outcome_days(clocks: Complaints, kind: str) -> int:
    return min(clocks.outcome_days, clocks.nursery_outcome_days) if kind == "nursery" else clocks.outcome_days


def _stage(moment: Moment, latest: Complaint) -> tuple[str, datetime]:
    now = moment.work.now
    if latest.closed_at is not None and latest.stage != "1":
        return "final", latest.closed_at
    if latest.closed_at is not None:
        late = now > _review_until(moment, latest.closed_at)
        return "answered_late" if late else "answered", latest.closed_at
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
    involved = _speaker(moment) | frozenset(handles[each] for each in deciders if each in handles)
    chart = staff.chart(members)
    chosen = complaint_handler(ComplaintFacts(command.about, named, chart, involved))
    last_resort = next(iter(concern_chain(chart, named | involved)), None)
    return next((one for one in members if one.handle == (chosen or last_resort)), None)


def _speaker(moment: Moment) -> frozenset[str]:
    """X5, G12.4: the handle of whoever speaks for the family now: they heard the complaint, and never handle it."""
    handle = spoken.speaker_handle(moment.work, moment.contact.id)
    return frozenset() if handle is None else frozenset({handle})


def _start_clocks(moment: Moment, kept: Complaint, act: str = "open") -> None:
    work = moment.work
    if kept.about and act == "open":
        days = timedelta(days=moment.organisation.complaints.check_days)
        work.set_timer("complaint_check", kept.id, work.now + days)
    work.set_timer("complaint", kept.id, kept.acknowledge_by - timedelta(days=1), step="acknowledge")
    work.set_timer("complaint", kept.id, kept.answer_by - timedelta(days=3), step="answer")
    work.record(act, "complaint", kept.code, outcome="done" if kept.handler_id else "no_handler")
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
    PutRight: once(put_right),
    AskReview: ask_review,
    ComplaintStatus: complaint_status,
}

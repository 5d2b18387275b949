"""Complaints, for their one handler: nobody else learns that there is one (G12.4, G12.5)."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from bot.acts.actor import actor
from bot.acts.family_complaints import outside_of
from bot.acts.once import Perform, is_first_time, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Refused
from flows.policy.complaints import (
    AnswerFacts,
    ProgressFacts,
    SeeComplaintFacts,
    may_acknowledge_complaint,
    may_close_complaint,
    may_count_complaints,
    may_see_complaint,
    may_write_progress,
)
from flows.staff.acts.complaints import (
    AcknowledgeComplaint,
    CloseComplaint,
    ComplaintDetails,
    ComplaintStep,
    CountComplaints,
    ListComplaints,
    ReadComplaint,
    WriteProgress,
)
from storage import complaint_steps, complaints, contacts, outbox, people, staff
from storage.complaints import Complaint
from storage.work import Work

ACKNOWLEDGE, ANSWER = "acknowledge", "answer"
QUARTER_DAYS = 92


def list_complaints(moment: Moment, _command: ListComplaints) -> tuple[str, ...]:
    """List the open complaints that this member of staff handles."""
    if moment.staff_id is None:
        return ()
    theirs = complaints.open_for(moment.work, moment.staff_id)
    return tuple(each.code for each in theirs if may_see_complaint(_see(moment, each)))


def read_complaint(moment: Moment, command: ReadComplaint) -> ComplaintDetails | Refused:
    """G12.4, H2.2: the words, for the handler; each reading is recorded once."""
    work = moment.work
    found = complaints.by_code(work, command.code)
    verdict = may_see_complaint(_see(moment, found))
    if isinstance(verdict, Refused) or found is None:
        return _refuse(moment, "read", verdict)
    if is_first_time(moment, command):
        work.record("read", "complaint", found.code, clause="H2.2")
    return ComplaintDetails(
        code=found.code,
        kind=found.kind,
        words=found.words(work),
        name=None if found.hide_name else _name(moment, found),
        opened_at=found.opened_at,
        acknowledge_by=found.acknowledge_by,
        answer_by=found.answer_by,
        acknowledged=found.acknowledged_at is not None,
        stage=found.stage,
        steps=_steps(moment, found),
        closed=found.closed_at is not None,
    )


def acknowledge_complaint(moment: Moment, command: AcknowledgeComplaint) -> Done | Refused:
    """G12.5: a human has read it; the complainant hears who and by when."""
    work = moment.work
    found = complaints.by_code(work, command.code)
    closed = found is not None and found.closed_at is not None
    verdict = may_acknowledge_complaint(AnswerFacts(_see(moment, found), closed))
    if isinstance(verdict, Refused) or found is None:
        return _refuse(moment, "acknowledge", verdict)
    if found.acknowledged_at is None:
        _acknowledge(moment, found)
    return Done()


def close_complaint(moment: Moment, command: CloseComplaint) -> Done | Refused:
    """G12.5: the outcome, and the answer's words for the complainant."""
    work = moment.work
    found = complaints.by_code(work, command.code)
    closed = found is not None and found.closed_at is not None
    verdict = may_close_complaint(AnswerFacts(_see(moment, found), closed, command.outcome))
    if isinstance(verdict, Refused) or found is None:
        return _refuse(moment, "close", verdict)
    complaints.close(work, found, command.outcome, command.answer)
    _keep(moment, found, complaint_steps.ANSWERED, command.answer, command.outcome)
    if command.learned:
        _keep(moment, found, complaint_steps.LEARNED, command.learned)
    work.cancel_timers(found.id, "complaint")
    work.record("close", "complaint", found.code, outcome=command.outcome)
    contact = None if found.contact_id is None else contacts.by_id(work, found.contact_id)
    if contact is not None:
        told = command.answer
        outbox.tell(work, contact, "complaint_answered", code=found.code, outcome=command.outcome, details=told)
        outside = outside_of(moment.organisation, found.kind, contact.language)
        if found.stage == "1":
            outbox.tell(work, contact, "complaint_after_first")
        else:
            outbox.tell(work, contact, "complaint_after_review", phone=moment.organisation.phones[0].number)
        if outside:
            outbox.tell(work, contact, "complaint_outside", lines=outside)
    return Done()


def write_progress(moment: Moment, command: WriteProgress) -> Done | Refused:
    """G12.5: it takes longer: the complainant gets a new date and why, from a person."""
    work, found = moment.work, complaints.by_code(moment.work, command.code)
    by = datetime.combine(command.day, time(17), moment.organisation.zone)
    closed = found is not None and found.closed_at is not None
    verdict = may_write_progress(ProgressFacts(_see(moment, found), closed, by > work.now))
    if isinstance(verdict, Refused) or found is None:
        return _refuse(moment, "progress", verdict)
    complaints.change(work, found.id, answer_by=by)
    work.set_timer("complaint", found.id, _reminder(work, by), step=ANSWER)
    _keep(moment, found, complaint_steps.PROGRESS, command.words)
    work.record("progress", "complaint", found.code, clause="G12.5")
    contact = None if found.contact_id is None else contacts.by_id(work, found.contact_id)
    if contact is not None:
        outbox.tell(work, contact, "complaint_progress", code=found.code, answer_by=by, details=command.words)
    return Done()


def count_complaints(moment: Moment, _command: CountComplaints) -> tuple[tuple[str, str, int], ...] | Refused:
    """G12.2, G12.4: the last quarter, without a name and without those about whoever asks."""
    acting = actor(moment)
    verdict = may_count_complaints(acting)
    if isinstance(verdict, Refused) or moment.staff_id is None:
        refused = verdict if isinstance(verdict, Refused) else Refused("G12.2", "refused_only_manager")
        return moment.work.refuse(refused, "count", "complaint", "unknown")
    since = moment.work.now - timedelta(days=QUARTER_DAYS)
    found = complaint_steps.counts(moment.work, since, acting.handle, moment.staff_id)
    return tuple((kind, outcome, count) for (kind, outcome), count in sorted(found.items()))


def _keep(moment: Moment, found: Complaint, kind: str, words: str, outcome: str | None = None) -> None:
    step_id, by = moment.own_id(kind), moment.staff_id
    complaint_steps.add(moment.work, step_id, found.id, kind, stage=found.stage, by=by, words=words, outcome=outcome)


def _steps(moment: Moment, found: Complaint) -> tuple[ComplaintStep, ...]:
    """Read the record of it, with handles for those of the staff."""
    handles = staff.handles(moment.work)
    kept = complaint_steps.of(moment.work, found.id)
    return tuple(
        ComplaintStep(one.kind, None if one.by is None else handles[one.by], one.at, one.words) for one in kept
    )


def _see(moment: Moment, found: Complaint | None) -> SeeComplaintFacts:
    handler_id = None if found is None else found.handler_id
    handler = None if handler_id is None else staff.handle(moment.work, handler_id)
    named = frozenset(() if found is None else found.about)
    return SeeComplaintFacts(actor(moment), handler, named)


def _refuse(moment: Moment, act: str, verdict: object) -> Refused:
    """Refuse alike what is not theirs and what is not there; the record names no complaint either."""
    refused = verdict if isinstance(verdict, Refused) else Refused("G12.4", "refused_no_such_complaint")
    return moment.work.refuse(refused, act, "complaint", "unknown")


def _name(moment: Moment, found: Complaint) -> str | None:
    if found.contact_id is None:
        return None
    adults = people.on_contact(moment.work, found.contact_id)
    return ", ".join(person.full_name for person in adults) or None


def _reminder(work: Work, answer_by: datetime) -> datetime:
    """G12.5: three days before the answer is due."""
    return max(answer_by - timedelta(days=3), work.now + timedelta(hours=1))


def _acknowledge(moment: Moment, found: Complaint) -> None:
    work = moment.work
    complaints.change(work, found.id, acknowledged_at=work.now)
    work.cancel_timers(found.id, "complaint")
    work.set_timer("complaint", found.id, _reminder(work, found.answer_by), step=ANSWER)
    _keep(moment, found, complaint_steps.ACKNOWLEDGED, "")
    work.record("acknowledge", "complaint", found.code)
    contact = None if found.contact_id is None else contacts.by_id(work, found.contact_id)
    handler = staff.by_id(work, moment.staff_id)
    if contact is not None and handler is not None:
        outbox.tell(
            work,
            contact,
            "complaint_acknowledged",
            code=found.code,
            handler=handler.name,
            answer_by=found.answer_by,
        )


ACTS: Mapping[type, Perform] = {
    ListComplaints: list_complaints,
    ReadComplaint: read_complaint,
    AcknowledgeComplaint: once(acknowledge_complaint),
    CloseComplaint: once(close_complaint),
    WriteProgress: once(write_progress),
    CountComplaints: count_complaints,
}

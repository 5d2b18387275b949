"""Complaints, for their one handler: nobody else learns that there is one (G12.4, G12.5)."""

from collections.abc import Mapping

from bot.acts.actor import actor
from bot.acts.once import Perform, is_first_time, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Refused
from flows.policy.complaints import (
    AnswerFacts,
    SeeComplaintFacts,
    may_acknowledge_complaint,
    may_close_complaint,
    may_see_complaint,
)
from flows.staff.acts.complaints import (
    AcknowledgeComplaint,
    CloseComplaint,
    ComplaintDetails,
    ListComplaints,
    ReadComplaint,
)
from storage import complaints, contacts, outbox, people, staff
from storage.complaints import Complaint

ACKNOWLEDGE, ANSWER = "acknowledge", "answer"


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
    work.cancel_timers(found.id, "complaint")
    work.record("close", "complaint", found.code, outcome=command.outcome)
    contact = None if found.contact_id is None else contacts.by_id(work, found.contact_id)
    if contact is not None:
        told = command.answer
        outbox.tell(work, contact, "complaint_answered", code=found.code, outcome=command.outcome, details=told)
    return Done()


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


def _acknowledge(moment: Moment, found: Complaint) -> None:
    work = moment.work
    complaints.change(work, found.id, acknowledged_at=work.now)
    work.cancel_timers(found.id, "complaint")
    work.set_timer("complaint", found.id, found.answer_by, step=ANSWER)
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
}

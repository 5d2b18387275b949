"""What falls due for people who need a person: pages, complaints' clocks, promised calls, HELP without an answer."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from bot import complaint_next, paging, unheard
from bot.data_requests import tell_leads
from bot.deadlines import after_working_days
from bot.due.cases import Handler
from bot.organisation import Organisation
from flows.policy import Role
from storage import callbacks, complaints, concerns, contacts, conversations, outbox, staff
from storage.complaints import Complaint
from storage.ids import id_for
from storage.work import Work

HELP = "help"
LATE_DAYS = 10


def concern_page(work: Work, organisation: Organisation, concern_id: UUID, step: str) -> None:
    """A3: page the next in line, unless a human has it."""
    paging.page(work, organisation, concern_id, int(step))


def concern_allegation(work: Work, _organisation: Organisation, concern_id: UUID, _step: str) -> None:
    """1.2: an allegation about staff goes outside within one working day; until it is closed, say so."""
    concern = concerns.by_id(work, concern_id)
    if concern is not None and concern.closed_at is None:
        paging.remind(work, concern)


def concern_forget(work: Work, _organisation: Organisation, concern_id: UUID, _step: str) -> None:
    """A3: some weeks after it was closed, this copy goes."""
    concern = concerns.by_id(work, concern_id)
    if concern is not None and concern.closed_at is not None:
        concerns.forget(work, concern_id)
        work.record("forget", "concern", concern.code, clause="A3")


def complaint(work: Work, organisation: Organisation, complaint_id: UUID, step: str) -> None:
    """G12.5: remind the handler before a date, and every working day once it has passed.

    What nobody has acknowledged by then goes to the next in line, as long as there is one.
    """
    found = complaints.by_id(work, complaint_id)
    if found is None or found.closed_at is not None:
        return
    if step == "acknowledge" and found.acknowledged_at is not None:
        return
    by = found.acknowledge_by if step == "acknowledge" else found.answer_by
    is_request = found.kind.startswith("request_")
    if (
        step == "acknowledge"
        and work.now >= by
        and not is_request
        and complaint_next.hand_on(work, organisation, found)
    ):
        return
    _remind(work, found, by)
    work.record("remind", "complaint", found.code, outcome=step, clause="G12.5")
    if step == "answer" and work.now >= by and not is_request:
        by = _say_late(work, organisation, found)
    again = after_working_days(organisation, work.now, 1)
    work.set_timer("complaint", complaint_id, by if work.now < by else again, step=step)


def ring(work: Work, organisation: Organisation, ring_id: UUID, _step: str) -> None:
    """1.5: a promised call is late: tell its owner and the managers, every working day."""
    found = callbacks.by_id(work, ring_id)
    if found is None or found.done_at is not None:
        return
    managers = [one.id for one in staff.by_role(work, Role.MANAGER)]
    owner = [] if found.owner_id is None else [found.owner_id]
    for line in staff.lines(work, [*owner, *managers]):
        outbox.tell(work, line, "staff_ring_due", code=found.code)
    work.record("remind", "ring", found.code)
    work.set_timer("ring", ring_id, after_working_days(organisation, work.now, 1))


def help_unanswered(work: Work, organisation: Organisation, contact_id: UUID, _step: str) -> None:
    """1.5: HELP and then nothing for five minutes is a concern, unless something was answered."""
    opened = [each for each in conversations.open_of(work, contact_id) if each.flow == HELP]
    for each in opened:
        if not each.state.get("answers"):
            concern_id = id_for("help_unanswered", each.id)
            source = "help_unanswered"
            paging.raise_concern(work, organisation, concern_id, words="", source=source, contact_id=contact_id)


def _remind(work: Work, found: Complaint, by: datetime) -> None:
    """Its handler; of a request about data every data lead, for its month is the law's and nobody puts it off."""
    if found.kind.startswith("request_"):
        tell_leads(work, "staff_request_late" if work.now >= by else "staff_request_due", found.code, by)
        return
    for line in staff.lines(work, [] if found.handler_id is None else [found.handler_id]):
        outbox.tell(work, line, "staff_complaint_due", code=found.code, when=by)


def _say_late(work: Work, organisation: Organisation, found: Complaint) -> datetime:
    """G12.5: the answer is late: tell the complainant the new date."""
    new_date = after_working_days(organisation, work.now, LATE_DAYS)
    complaints.change(work, found.id, answer_by=new_date)
    contact = None if found.contact_id is None else contacts.by_id(work, found.contact_id)
    if contact is not None:
        outbox.tell(work, contact, "complaint_late", code=found.code, answer_by=new_date)
    return new_date


def complaint_check(work: Work, _organisation: Organisation, complaint_id: UUID, _step: str) -> None:
    """G12.6: a month after a complaint about staff, somebody asks whether it was held against the family."""
    found = complaints.by_id(work, complaint_id)
    asks = None if found is None else complaint_next.keeper(work, found)
    lines = [] if asks is None else staff.lines(work, [asks.id])
    if found is not None and lines:
        outbox.tell(work, lines[0], "staff_complaint_check", code=found.code)
        work.record("remind", "complaint", found.code, outcome="check", clause="G12.6")


DUE: Mapping[str, Handler] = {
    "complaint_check": complaint_check,
    paging.PAGE: concern_page,
    paging.ALLEGATION: concern_allegation,
    paging.FORGET: concern_forget,
    "complaint": complaint,
    "ring": ring,
    unheard.KIND: unheard.tell,
    "help_unanswered": help_unanswered,
}

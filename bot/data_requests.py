"""A request about somebody's data: written down once, with its clock of a month; and how an erasure begins."""

from datetime import datetime, timedelta
from uuid import UUID

from bot.deadlines import a_month_after
from bot.organisation import Organisation
from flows.policy import Role
from storage import complaints, data_requests, erasure, lanes, outbox, staff
from storage.contacts import Contact
from storage.data_requests import DataRequest
from storage.subjects import Subject
from storage.work import Work

REMIND_DAYS = 7
BEFORE_ERASING = timedelta(minutes=10)
ERASE = "erase"


def open_request(
    work: Work, organisation: Organisation, request_id: UUID, contact_id: UUID, kind: str
) -> tuple[str, datetime]:
    """2.5: answered within a month, whoever took it down; its code and the day. kind: see, change, delete, object."""
    zone = organisation.zone
    local = work.now.astimezone(zone)
    answer_by = datetime.combine(a_month_after(local.date()), local.time(), zone)
    leads = staff.by_role(work, Role.DATA_LEAD)
    code, is_new = complaints.open_complaint(
        work,
        request_id,
        kind=f"request_{kind}",
        contact_id=contact_id,
        words="",
        about=(),
        hide_name=False,
        handler_id=leads[0].id if leads else None,
        acknowledge_by=answer_by,
        answer_by=answer_by,
    )
    if is_new:
        _remind(work, request_id, answer_by)
        work.record("ask", "data", code)
        tell_leads(work, "staff_data_request", code, answer_by)
    kept = complaints.by_id(work, request_id)
    return code, answer_by if kept is None else kept.answer_by


def tell_leads(work: Work, text_id: str, code: str, by: datetime) -> None:
    """Tell every data lead of a request; where none can be told, the managers hear that somebody must be one."""
    if leads := staff.lines(work, [one.id for one in staff.by_role(work, Role.DATA_LEAD)]):
        for line in leads:
            outbox.tell(work, line, text_id, code=code, when=by)
        return
    for line in staff.lines(work, [one.id for one in staff.by_role(work, Role.MANAGER)]):
        outbox.tell(work, line, "staff_request_nobody", code=code, when=by)


def remind(work: Work, request: DataRequest) -> None:
    """Let the data lead be reminded of a request that is open again."""
    _remind(work, request.id, request.answer_by)


def begin_erasure(work: Work, found: DataRequest, contact: Contact, subject: Subject) -> tuple[str, ...]:
    """X4: they are told what stays and why; ten minutes later it is erased (bot/due/erasing.py). The codes of it."""
    lanes.lock(work, subject.family_id)
    stays = erasure.stays_of(work, subject)
    data_requests.close(work, found, "erased", stays)
    work.cancel_timers(found.id, "complaint")
    work.set_timer(ERASE, found.id, work.now + BEFORE_ERASING)
    work.record("decide", "data", found.code, outcome="erased", clause="X4")
    for text_id in ("data_erased", *(f"data_stays_{each}" for each in stays), "data_ask_again"):
        outbox.tell(work, contact, text_id)
    return stays


def _remind(work: Work, request_id: UUID, answer_by: datetime) -> None:
    work.set_timer("complaint", request_id, answer_by - timedelta(days=REMIND_DAYS), step="answer")

"""WhatsApp's window: free words for a day after the person last wrote; then templates only.

A family without a phone hears something only while a member of staff speaks to it (X5): that is its window.
"""

from uuid import UUID

from flows.policy.complaints import ABOUT_A_COMPLAINT, ReadOutFacts, may_read_out
from flows.policy.confidentiality import SPOKEN
from flows.policy.openings import may_open
from storage import complaints, contacts, outbox, queued, spoken, staff
from storage.contacts import Contact
from storage.work import Work


def is_closed(work: Work, contact: Contact) -> bool:
    """Tell whether only a template may be sent now; to a family without a phone, nothing."""
    if contact.channel == SPOKEN:
        return spoken.speaker_of(work, contact.id) is None
    return contact.last_inbound_at is None or work.now - contact.last_inbound_at >= outbox.WINDOW


def must_wait(work: Work, contact: Contact, text_id: str) -> bool:
    """Tell whether this text has to wait for the window; the person hears once that it does."""
    if contact.channel == SPOKEN:
        waits = not _may_be_read_out(work, contact, text_id)
        if waits:
            _have_them_rung(work, contact, text_id)
        return waits
    if not is_closed(work, contact) or may_open(text_id):
        return False
    outbox.tell_waiting(work, contact, text_id)
    return True


def _may_be_read_out(work: Work, contact: Contact, text_id: str) -> bool:
    speaker = spoken.speaker_handle(work, contact.id)
    if speaker is None or text_id not in ABOUT_A_COMPLAINT:
        return speaker is not None
    return bool(may_read_out(ReadOutFacts(text_id, speaker, complaints.named_by(work, contact))))


def _have_them_rung(work: Work, contact: Contact, text_id: str) -> None:
    """X5: nobody can write to them; whoever spoke for them last hears that there is something to tell.

    G12.4: of a complaint, whoever answers it.
    """
    found = spoken.of_contact(work, contact.id)
    if found is None:
        return
    answers = _who_answers(work, contact) if text_id in ABOUT_A_COMPLAINT else []
    for line in answers or spoken.to_be_told(work, found):
        if not outbox.was_told(work, line, "staff_speak_waits"):
            outbox.tell(work, line, "staff_speak_waits", code=found.code)


def _who_answers(work: Work, contact: Contact) -> list[Contact]:
    latest = complaints.latest_of(work, contact)
    return [] if latest is None or latest.handler_id is None else staff.lines(work, [latest.handler_id])


def was_closed(work: Work, contact: Contact, row_id: UUID, text_id: str) -> str:
    """The messenger refused a message because the window is closed; its new status.

    Words are held until the person writes, who is asked once to do so. A template that went out as words, because we
    thought the window open, goes out again as a template.
    """
    if contact.channel == SPOKEN:
        queued.mark(work, row_id, "held", reason="window_closed")
        _have_them_rung(work, contact, text_id)
        return "held"
    thought_open = not is_closed(work, contact)
    if thought_open:
        contacts.change(work, contact.id, last_inbound_at=work.now - outbox.WINDOW)
    if may_open(text_id):
        status = "due" if thought_open else "failed"
        work.touched.add(contact.lane_id)
    else:
        status = "held"
        outbox.tell_waiting(work, contacts.by_id(work, contact.id) or contact, text_id)
    queued.mark(work, row_id, status, reason="window_closed")
    return status

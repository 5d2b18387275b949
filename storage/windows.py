"""WhatsApp's window: free words for a day after the person last wrote; then templates only.

A family without a phone hears something only while a member of staff speaks to it (X5): that is its window.
"""

from uuid import UUID

from flows.policy.confidentiality import SPOKEN
from flows.policy.openings import may_open
from storage import contacts, outbox, queued, spoken
from storage.contacts import Contact
from storage.work import Work


def is_closed(work: Work, contact: Contact) -> bool:
    """Tell whether only a template may be sent now; to a family without a phone, nothing."""
    if contact.channel == SPOKEN:
        return spoken.speaker_of(work, contact.id) is None
    return contact.last_inbound_at is None or work.now - contact.last_inbound_at >= outbox.WINDOW


def must_wait(work: Work, contact: Contact, text_id: str) -> bool:
    """Tell whether this text has to wait for the window; the person hears once that it does."""
    if not is_closed(work, contact) or (may_open(text_id) and contact.channel != SPOKEN):
        return False
    if contact.channel == SPOKEN:
        _have_them_rung(work, contact)
    else:
        outbox.tell_waiting(work, contact, text_id)
    return True


def _have_them_rung(work: Work, contact: Contact) -> None:
    """X5: nobody can write to them; whoever spoke for them last hears that there is something to tell."""
    found = spoken.of_contact(work, contact.id)
    for line in [] if found is None else spoken.to_be_told(work, found):
        if not outbox.was_told(work, line, "staff_speak_waits"):
            outbox.tell(work, line, "staff_speak_waits", code=found.code if found else "")


def was_closed(work: Work, contact: Contact, row_id: UUID, text_id: str) -> str:
    """The messenger refused a message because the window is closed; its new status.

    Words are held until the person writes, who is asked once to do so. A template that went out as words, because we
    thought the window open, goes out again as a template.
    """
    if contact.channel == SPOKEN:
        queued.mark(work, row_id, "held", reason="window_closed")
        _have_them_rung(work, contact)
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

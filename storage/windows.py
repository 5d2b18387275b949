"""WhatsApp's window: free words for a day after the person last wrote; then templates only."""

from uuid import UUID

from flows.policy.openings import may_open
from storage import contacts, outbox
from storage.contacts import Contact
from storage.work import Work


def is_closed(work: Work, contact: Contact) -> bool:
    """Tell whether only a template may be sent now."""
    return contact.last_inbound_at is None or work.now - contact.last_inbound_at >= outbox.WINDOW


def was_closed(work: Work, contact: Contact, row_id: UUID, text_id: str) -> str:
    """The messenger refused a message because the window is closed; its new status.

    Words are held until the person writes, who is asked once to do so. A template that went out as words, because we
    thought the window open, goes out again as a template.
    """
    thought_open = not is_closed(work, contact)
    if thought_open:
        contacts.change(work, contact.id, last_inbound_at=work.now - outbox.WINDOW)
    if may_open(text_id):
        status = "due" if thought_open else "failed"
        work.touched.add(contact.lane_id)
    else:
        status = "held"
        outbox.tell_waiting(work, contacts.by_id(work, contact.id) or contact, text_id)
    outbox.mark(work, row_id, status, reason="window_closed")
    return status

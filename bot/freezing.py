"""G6.4: a contact whose keys or id have changed gets no secret until staff have spoken to the person live."""

from storage import cases, contacts, outbox
from storage.contacts import Contact
from storage.work import Work


def freeze(work: Work, contact: Contact) -> None:
    """Freeze a contact, take back the secrets that were not sent, and tell staff; once, until it is freed."""
    outbox.void_secrets(work, contact.id, reason="refused_contact_frozen")
    if contact.frozen_at is not None:
        return
    contacts.change(work, contact.id, frozen_at=work.now)
    work.record("freeze", "contact", contact.id, clause="G6.4")
    channel = contacts.staff_channel(work)
    if channel is not None:
        case = cases.of_family(work, contact.lane_id)
        outbox.tell(work, channel, "staff_frozen_contact", case="none" if case is None else case.code)

"""G6.4: a contact whose keys or id have changed gets no secret until staff have spoken to the person live."""

from storage import cases, contacts, outbox, staff
from storage.contacts import Contact
from storage.work import Work


def freeze(work: Work, contact: Contact) -> None:
    """Freeze a contact, take back the secrets that were not sent, and tell staff; once, until it is freed."""
    outbox.void_secrets(work, contact.id, reason="refused_contact_frozen")
    if contact.frozen_at is not None:
        return
    contacts.change(work, contact.id, frozen_at=work.now)
    work.record("freeze", "contact", contact.id, clause="G6.4")
    case = cases.of_family(work, contact.lane_id)
    code = "none" if case is None else case.code
    leaders = [] if case is None or case.group_id is None else cases.leaders(work, case)
    channel = contacts.staff_channel(work)
    for line in [*([] if channel is None else [channel]), *staff.lines(work, leaders)]:
        outbox.tell(work, line, "staff_frozen_contact", case=code)

"""Who writes: on WhatsApp a known number may come under another id; a one-time code makes a chat a staff line."""

from bot.acts.guessing import may_try
from bot.freezing import freeze_changed, is_too_long
from bot.organisation import Organisation
from flows.policy import Refused
from flows.policy.confidentiality import may_be_staff_line
from storage import contacts, guesses, lanes, staff_lines
from storage.contacts import Contact
from storage.work import Work


def known_by_number(
    work: Work, organisation: Organisation, channel: str, address: str, number: str | None
) -> Contact | None:
    """Find the contact that wrote from this number before, and know it by its new id from now on.

    G6.4: a number under another id, or one that was silent for long, may be in other hands: it is frozen until a member
    of staff has spoken to the person.
    """
    known = None if number is None else contacts.of_number(work, channel, number)
    if known is None or number is None:
        return None
    lanes.lock(work, known.lane_id)
    had_an_id = known.address(work) != number
    last = known.last_inbound_at
    contacts.readdress(work, known.id, channel, address, number)
    work.record("readdress", "contact", known.id)
    if had_an_id or is_too_long(organisation, last, work.now):
        freeze_changed(work, contacts.by_id(work, known.id) or known, again=True)
    return contacts.by_id(work, known.id)


def bind_staff(work: Work, contact: Contact, code: str) -> str:
    """G2.2: bind this chat to the member of staff whose one-time code it is; answers the text that says how it went."""
    verdict = may_be_staff_line(contact.channel)
    if isinstance(verdict, Refused):
        work.refuse(verdict, "bind", "contact", contact.id)
        return "staff_code_on_signal"
    if isinstance(may_try(work, contact), Refused):
        return "phone_code_wait"
    if staff_lines.bind(work, contact, code):
        return "staff_bound"
    guesses.count(work, contact)
    return "staff_code_wrong"

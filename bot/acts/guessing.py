"""G2.2: a code is looked at only if there were not too many wrong ones; staff hear when there are."""

from bot.channels.channel import name_of
from flows.policy import Refused, Verdict
from flows.policy.guessing import may_try_code
from storage import contacts, deeds, guesses, outbox
from storage.contacts import Contact
from storage.work import Work, id_for


def may_try(work: Work, contact: Contact) -> Verdict:
    """Tell whether a code from this chat is looked at now."""
    verdict = may_try_code(guesses.facts(work, contact))
    if isinstance(verdict, Refused):
        work.refuse(verdict, "try_code", "contact", contact.id)
        _tell_staff(work, contact)
    return verdict


def _tell_staff(work: Work, contact: Contact) -> None:
    """Once an hour for each messenger."""
    channel = contacts.staff_channel(work)
    hour = work.now.strftime("%Y-%m-%dT%H")
    if channel is not None and deeds.first_time(work, id_for("many codes", contact.channel, hour)):
        outbox.tell(work, channel, "staff_many_codes", channel=name_of(contact.channel))

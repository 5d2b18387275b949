"""G2.2: a code is looked at only if there were not too many wrong ones; staff hear when there are.

A code that was given to nobody is a trap: whoever writes it hears what all hear, and it is a data incident.
"""

from dataclasses import replace

from bot import incidents
from bot.channels.channel import name_of
from bot.moment import Moment
from flows.policy import Refused, Verdict
from flows.policy.guessing import may_try_code
from flows.policy.joining import may_redeem_invitation
from storage import contacts, deeds, guesses, invitations, outbox, staff, traps
from storage.contacts import Contact
from storage.ids import id_for
from storage.invitations import Invitation
from storage.work import Work

BOT = "bot"


def may_try(work: Work, contact: Contact) -> Verdict:
    """Tell whether a code from this chat is looked at now."""
    verdict = may_try_code(guesses.facts(work, contact))
    if isinstance(verdict, Refused):
        work.refuse(verdict, "try_code", "contact", contact.id)
        _tell_staff(work, contact)
    return verdict


def may_redeem(moment: Moment, found: Invitation | None) -> Verdict:
    """Tell whether this chat may use a code."""
    facts = invitations.redeem_facts(moment.work, found, moment.contact)
    if springs_trap(moment, found):
        facts = replace(facts, revoked=True)
    return may_redeem_invitation(facts)


def springs_trap(moment: Moment, found: Invitation | None) -> bool:
    """Tell whether it is the code that was given to nobody, whoever writes it: then it is an incident."""
    caught = traps.is_one(moment.work, found)
    if caught:
        _report_theft(moment)
    return caught


def _report_theft(moment: Moment) -> None:
    """Once a day, and for each colleague, however often; the colleague who wrote it hears nothing of it."""
    work, organisation = moment.work, moment.organisation
    kept_from = () if moment.staff_id is None else (staff.handle(work, moment.staff_id),)
    code, is_new = incidents.open_incident(
        work,
        organisation,
        id_for("trap", work.now.strftime("%Y-%m-%d"), *kept_from),
        kind="leaked_list",
        words=moment.texts.say(organisation.languages[0], "staff_trap_words"),
        reported_by=BOT,
        kept_from=kept_from,
    )
    if is_new:
        incidents.tell(work, code, kept_from)


def _tell_staff(work: Work, contact: Contact) -> None:
    """Once an hour for each messenger."""
    channel = contacts.staff_channel(work)
    hour = work.now.strftime("%Y-%m-%dT%H")
    if channel is not None and deeds.first_time(work, id_for("many codes", contact.channel, hour)):
        outbox.tell(work, channel, "staff_many_codes", channel=name_of(contact.channel))

"""LOST: a family's phone or messenger that is gone. Whoever has it now gets nothing more (G6.4)."""

from collections.abc import Mapping
from typing import Any

from bot.acts.actor import actor
from bot.acts.family_passwords import change_of_lost
from bot.acts.family_phones import take_out
from bot.acts.once import Perform, is_first_time
from bot.freezing import freeze
from bot.moment import Moment
from flows.policy import Refused
from flows.policy.several import RemoveFacts, may_remove_contact
from flows.staff.acts.care import ContactLine, ListContacts, LoseContact
from storage import cases, contacts, invitations, lanes, people, several
from storage.cases import Case
from storage.contacts import Contact
from storage.work import Work

UNKNOWN = Refused("A1", "refused_not_the_team")


def list_contacts(moment: Moment, command: ListContacts) -> tuple[ContactLine, ...] | Refused:
    """G6.4, H2.2: from where each adult writes; each reading is recorded once."""
    work, case = moment.work, _allowed(moment, command.case)
    if isinstance(case, Refused):
        return work.refuse(case, "read", "case", command.case)
    if is_first_time(moment, command):
        work.record("read", "case", case.code, clause="H2.2")
    return lines_of(work, case)


def lines_of(work: Work, case: Case) -> tuple[ContactLine, ...]:
    """Say from where each adult of a case writes, and which contact is written to first."""
    lines, adults = contacts.of_family(work, case.family_id), people.of_family(work, case.family_id)
    return tuple(
        ContactLine(str(line.id), adult.full_name, line.channel, _state(work, line))
        for adult in adults
        for line in lines
        if line.home_id == adult.contact_id
    )


def lose_contact(moment: Moment, command: LoseContact) -> str | Refused:
    """G6.4: one of several counts no more; an adult's only one is frozen until somebody has spoken to them."""
    work, case = moment.work, _allowed(moment, command.case)
    if isinstance(case, Refused):
        return work.refuse(case, "remove", "case", command.case)
    lanes.lock(work, case.family_id)
    lost = {str(line.id): line for line in contacts.of_family(work, case.family_id)}.get(command.contact)
    if lost is None:
        return "removed"
    if len(several.with_it(work, lost)) == 1:
        freeze(work, lost)
        invitations.revoke_unused_phones(work, lost.id)
        change_of_lost(moment, lost.id)
        return "frozen"
    take_out(moment, lost)
    return "removed"


def _allowed(moment: Moment, code: str) -> Case | Refused:
    case = cases.by_code(moment.work, code)
    verdict: Any = UNKNOWN if case is None else may_remove_contact(RemoveFacts(actor(moment, case.group_id)))
    if case is None or isinstance(verdict, Refused):
        return verdict if isinstance(verdict, Refused) else UNKNOWN
    return case


def _state(work: Work, line: Contact) -> str:
    first = several.written_to(work, line)
    states = (
        ("frozen", line.frozen_at is not None),
        ("held", line.held_at is not None),
        ("stopped", line.stopped_at is not None),
        ("first", first is not None and first.id == line.id),
    )
    return next((name for name, is_so in states if is_so), "also")


ACTS: Mapping[type, Perform] = {ListContacts: list_contacts, LoseContact: lose_contact}

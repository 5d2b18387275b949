"""SECOND PHONE: another adult's own phone, or one more phone or messenger of the same adult; and one that is lost."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from bot.acts.family_passwords import change_of_lost
from bot.acts.guessing import may_redeem, may_try
from bot.acts.once import Perform, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.family.acts.phones import ListOtherContacts, MakePhoneCode, OtherContact, RemoveContact, UsePhoneCode
from flows.policy import Refused, Role
from flows.policy.several import AddFacts, RemoveFacts, may_add_contact, may_remove_contact
from storage import alerts, cases, guesses, invitations, outbox, people, several, several_changes, staff
from storage.contacts import Contact
from storage.invitations import Invitation


def make_phone_code(moment: Moment, command: MakePhoneCode) -> str | Refused:
    """G2.2: a one-use code by which an adult of the family writes from another phone or messenger."""
    work, contact = moment.work, moment.contact
    person, shared = people.of_lane(work, contact, command.adult), several.shared(work, contact)
    is_own = person is not None and person.contact_id == contact.home_id
    doubt = shared.number_in_doubt
    verdict = may_add_contact(AddFacts(is_own, contact.frozen_at is not None, shared.held, number_in_doubt=doubt))
    if isinstance(verdict, Refused) or person is None:
        refused = verdict if isinstance(verdict, Refused) else Refused("G2.2", "refused_code")
        return work.refuse(refused, "make_code", "contact", contact.id)
    made = invitations.make(
        work,
        moment.own_id("phone", command.adult),
        invitations.SECOND_PHONE,
        work.now + timedelta(days=moment.organisation.joining.invitation_days),
        family_id=person.family_id,
        person_id=person.id,
    )
    return made.code(work)


def use_phone_code(moment: Moment, command: UsePhoneCode) -> Done | Refused:
    """G2.2: the code is used; staff speak to that adult before the phone counts as theirs."""
    work = moment.work
    limit = may_try(work, moment.contact)
    if isinstance(limit, Refused):
        return limit
    found = invitations.hold_code(work, command.code)
    verdict = may_redeem(moment, found)
    is_phone = found is not None and found.purpose == invitations.SECOND_PHONE
    is_somebodys = bool(people.on_contact(work, moment.contact.id)) or invitations.waits_on(work, moment.contact.id)
    if isinstance(verdict, Refused) or found is None or not is_phone or is_somebodys:
        guesses.count(work, moment.contact)
        refused = verdict if isinstance(verdict, Refused) else Refused("G2.2", "refused_code")
        return work.refuse(refused, "use_code", "contact", moment.contact.id)
    invitations.change(work, found.id, contact_id=moment.contact.id, spent_at=work.now)
    work.record("use_code", found.purpose, found.id)
    _tell_reviewers(moment, found)
    return Done()


def list_other_contacts(moment: Moment, _command: ListOtherContacts) -> tuple[OtherContact, ...]:
    """The adult's other contacts, oldest first."""
    return tuple(OtherContact(str(each.id), each.channel, each.last_inbound_at) for each in _others(moment))


def remove_contact(moment: Moment, command: RemoveContact) -> Done | Refused:
    """G6.4: a lost one counts no more; staff hear of it, and so does whoever has it now."""
    work, contact = moment.work, moment.contact
    gone = next((each for each in _others(moment) if str(each.id) == command.contact), None)
    own, doubt = several.as_own(work, contact), several.shared(work, contact).number_in_doubt
    verdict = may_remove_contact(RemoveFacts(None, own, same=gone is None, in_doubt=doubt))
    if isinstance(verdict, Refused) or gone is None:
        refused = verdict if isinstance(verdict, Refused) else Refused("A4", "refused_already_done")
        return work.refuse(refused, "remove", "contact", contact.id)
    take_out(moment, gone)
    tell_staff(moment, contact.lane_id, "staff_phone_removed")
    return Done()


def take_out(moment: Moment, gone: Contact) -> None:
    """Take a contact from its adult; what is said to it tells nothing to somebody who has found the phone."""
    work = moment.work
    several_changes.take_out(work, gone)
    change_of_lost(moment, gone.id)
    work.record("remove", "contact", gone.id, clause="G6.4")
    if not gone.silent:
        outbox.tell(work, gone, "contact_removed_here", here=True, phone=moment.organisation.phones[0].number)


def _others(moment: Moment) -> list[Contact]:
    return [each for each in several.with_it(moment.work, moment.contact) if each.id != moment.contact.id]


def _tell_reviewers(moment: Moment, found: Invitation) -> None:
    alone = found.person_id is not None and people.is_alone_there(moment.work, found.person_id)
    if found.family_id is not None:
        tell_staff(moment, found.family_id, "staff_other_phone" if alone else "staff_second_phone")


def tell_staff(moment: Moment, family_id: UUID, text_id: str) -> None:
    """Tell who reviews the family's case, else its leaders; managers too while an alert stands on its file."""
    work, case = moment.work, cases.of_family(moment.work, family_id)
    if case is None:
        return
    reviewers = [case.claimed_by] if case.claimed_by is not None else cases.leaders(work, case)
    if alerts.standing(work, family_id) is not None:
        reviewers = [*reviewers, *(one.id for one in staff.by_role(work, Role.MANAGER))]
    for line in staff.lines(work, reviewers):
        outbox.tell(work, line, text_id, code=case.code)


ACTS: Mapping[type, Perform] = {
    MakePhoneCode: make_phone_code,
    UsePhoneCode: once(use_phone_code),
    ListOtherContacts: list_other_contacts,
    RemoveContact: once(remove_contact),
}

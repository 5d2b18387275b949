"""A family's acts on a one-to-one: what an adult is invited to, and their own yes or no."""

from collections.abc import Mapping
from uuid import UUID

from bot.acts.family_self import from_here
from bot.acts.once import Perform, once
from bot.moment import Moment
from bot.withdrawing import call_off
from flows.family.acts import Done
from flows.family.acts.one_to_one import AcceptOneToOne, DeclineOneToOne, Invited, ListInvited
from flows.policy import Refused
from flows.policy.one_to_ones import AnswerFacts, may_accept_one_to_one
from storage import agreements, contacts, meetings, one_to_ones, outbox, people, staff
from storage.meetings import Meeting


def list_invited(moment: Moment, _: ListInvited) -> tuple[Invited, ...]:
    """I1.1: what the adults of this contact are invited to, soonest first."""
    work = moment.work
    adults = {each.id: each for each in people.on_contact(work, moment.contact.id)}
    names = {each.id: each.name for each in staff.everybody(work)}
    found = [each for each in one_to_ones.open_of(work, moment.contact.id) if each.person_id in adults]
    return tuple(
        Invited(
            code=each.code,
            adult=adults[each.person_id].number,
            screen_name=adults[each.person_id].screen_name,
            leader=names.get(each.leader_id, moment.organisation.name) if each.leader_id else moment.organisation.name,
            when=each.starts_at,
            platform=each.platform,
            accepted=each.accepted_at is not None,
        )
        for each in found
        if each.person_id is not None
    )


def accept_one_to_one(moment: Moment, command: AcceptOneToOne) -> Done | Refused:
    """G2.2, G4.5: their own yes, under the agreement in force; who leads it hears it."""
    if (refused := from_here(moment)) is not None:
        return moment.work.refuse(refused, "accept_one_to_one", "meeting", command.code)
    work, found = moment.work, _theirs(moment, command.code, command.adult)
    version = moment.organisation.agreement.version
    agreed = found is not None and _agreed(moment, found, version)
    facts = AnswerFacts(theirs=found is not None, agreed=agreed, open=found is not None and found.is_open)
    verdict = may_accept_one_to_one(facts)
    if isinstance(verdict, Refused) or found is None:
        refused = verdict if isinstance(verdict, Refused) else Refused("G2.2", "refused_not_their_one_to_one")
        return work.refuse(refused, "accept_one_to_one", "meeting", command.code)
    one_to_ones.accept(work, found.id, version)
    work.record("accept_one_to_one", "meeting", found.code, outcome=f"version:{version}", clause="G4.5")
    line = contacts.of_staff(work, found.leader_id)
    if line is not None:
        outbox.tell(work, line, "staff_one_accepted", meeting=found.code)
    return Done()


def decline_one_to_one(moment: Moment, command: DeclineOneToOne) -> Done | Refused:
    """G4.6: it does not take place; the family owes no reason."""
    if (refused := from_here(moment)) is not None:
        return moment.work.refuse(refused, "decline", "meeting", command.code)
    work, seen = moment.work, _theirs(moment, command.code, command.adult)
    if seen is None or not seen.is_open:
        return work.refuse(Refused("G2.2", "refused_not_their_one_to_one"), "decline", "meeting", command.code)
    call_off(work, seen)
    work.record("decline", "meeting", seen.code, clause="G4.6")
    return Done()


def _theirs(moment: Moment, code: str, adult: int) -> Meeting | None:
    person_ids: set[UUID] = {
        each.id for each in people.on_contact(moment.work, moment.contact.id) if each.number == adult
    }
    found = meetings.by_code(moment.work, code)
    return found if found is not None and found.person_id in person_ids else None


def _agreed(moment: Moment, found: Meeting, version: str) -> bool:
    if found.person_id is None:
        return False
    given = agreements.accepted(moment.work, [found.person_id]).get(found.person_id, frozenset())
    return (agreements.AGREEMENT, version) in given


ACTS: Mapping[type, Perform] = {
    ListInvited: list_invited,
    AcceptOneToOne: once(accept_one_to_one),
    DeclineOneToOne: once(decline_one_to_one),
}

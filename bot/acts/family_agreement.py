"""Each adult's own acceptance, and becoming a member (G4.5, G10.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.acts.actor import actor_of
from bot.acts.family_self import from_here
from bot.acts.once import Perform, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.family.acts.agreement import Accept, Activate
from flows.family.invitation import OWN_RISK
from flows.policy import Actor, Refused, Standing
from flows.policy.agreement import AcceptFacts, may_accept_agreement
from flows.policy.joining import may_redeem_invitation
from flows.policy.verdict import judge
from storage import agreements, cases, conversations, invitations, meetings, people, spoken
from storage.invitations import Invitation
from storage.people import Person


@dataclass(frozen=True)
class Heard:
    """X5: by whom an adult's own yes was heard instead of read, and how."""

    by: Actor
    staff_id: UUID
    method: str


def accept(moment: Moment, command: Accept) -> Done | Refused:
    """G4.5, G10.1: keep one adult's acceptance of the version that is in force."""
    if (refused := from_here(moment)) is not None:
        return moment.work.refuse(refused, "accept", "contact", moment.contact.id)
    return keep(moment, command, asked_at=asked_at(moment), heard=_heard(moment))


def keep(moment: Moment, command: Accept, *, asked_at: datetime | None, heard: Heard | None) -> Done | Refused:
    """The same, of an adult on this contact who was asked then, here or by whoever heard them."""
    work = moment.work
    person = people.of_lane(work, moment.contact, command.adult)
    verdict = may_accept_agreement(_accept_facts(moment, command, person, asked_at, heard))
    if isinstance(verdict, Refused) or person is None:
        refused = verdict if isinstance(verdict, Refused) else Refused("G4.5", "refused_not_asked_that")
        return work.refuse(refused, "accept", command.what, "nobody" if person is None else person.id)
    case = cases.of_family(work, person.family_id)
    invitation = None if case is None else invitations.of_case(work, case.id)
    if invitation is not None and isinstance(spent := _spend(moment, invitation), Refused):
        return work.refuse(spent, "accept", command.what, person.id)
    version = moment.organisation.agreement.version
    is_new = agreements.accept(
        work,
        moment.own_id("acceptance", command.adult, command.what),
        person_id=person.id,
        what=command.what,
        version=version,
        text=_words(moment, command.what),
        language=moment.contact.language,
        contact_id=moment.contact.id,
        inbox_id=moment.inbox_id,
        staff_id=None if heard is None else heard.staff_id,
        method=None if heard is None else heard.method,
    )
    if is_new:
        live = "" if heard is None else f":{heard.method}"
        work.record("accept", command.what, person.id, outcome=f"version:{version}{live}")
    return Done()


def activate(moment: Moment, _command: Activate) -> Done | Refused:
    """G3.7, G4.5, G7.2, L1.3: members are those whom a human approved, who are verified and have accepted."""
    work = moment.work
    ids = [person.id for person in people.on_contact(work, moment.contact.id)]
    opened = [each for each in agreements.groups_of(work, ids) if meetings.is_open_to_unverified(work, each)]
    for person_id in agreements.activate(work, ids, moment.organisation.agreement.version, opened):
        work.record("activate", "person", person_id)
    standings = frozenset(Standing(status) for status in agreements.of_people(work, ids).values())
    verdict = judge((Standing.ACTIVE in standings, "G4.5", "refused_not_agreed"))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "activate", "contact", moment.contact.id)
    return Done()


def _accept_facts(
    moment: Moment, command: Accept, person: Person | None, asked_at: datetime | None, heard: Heard | None
) -> AcceptFacts:
    """Gather what the person wrote, and when the open question of this conversation was put.

    The question has matched the exact words already: it alone knows them in every language.
    """
    version = moment.organisation.agreement.version
    words, kind, sent_at = agreements.heard(moment.work, moment.inbox_id)
    return AcceptFacts(
        what=command.what,
        heard=words,
        kind=kind,
        yes=frozenset({words}),
        asked_at=asked_at,
        sent_at=sent_at,
        shown_version=version,
        current_version=version,
        themselves=person is not None and person.contact_id == moment.contact.home_id,
        own_risk_shown=True,
        by_phone_with=None if heard is None else heard.by,
    )


def _heard(moment: Moment) -> Heard | None:
    """X5: where a family has no phone, the member of staff who hears this adult's own yes."""
    line = spoken.of_contact(moment.work, moment.contact.id)
    if line is None:
        return None
    case = cases.of_family(moment.work, moment.contact.lane_id)
    by = actor_of(moment.work, moment.organisation, line.staff_id, None if case is None else case.group_id)
    return Heard(by, line.staff_id, line.method)


def _words(moment: Moment, what: str) -> str:
    """The very words that were accepted, in the person's language."""
    language = moment.contact.language
    if what == agreements.AGREEMENT:
        return moment.organisation.facts(language).agreement
    return "\n".join(moment.texts.say(language, text) for text in OWN_RISK)


def asked_at(moment: Moment) -> datetime | None:
    """When the open question of this conversation was put."""
    opened = conversations.open_of(moment.work, moment.contact.id)
    asked = next((one.state.get("asked_at") for one in opened if one.id == moment.conversation_id), None)
    return None if asked is None else datetime.fromisoformat(str(asked))


def _spend(moment: Moment, invitation: Invitation) -> Refused | None:
    """G2.2: the invitation that came with the approval is used by the first acceptance, within its days."""
    work = moment.work
    facts = replace(invitations.redeem_facts(work, invitation, moment.contact), spent=False, bound_to=None)
    if invitation.spent_at is not None:
        facts = replace(facts, expires_at=work.now + timedelta(days=1))
    verdict = may_redeem_invitation(facts)
    if isinstance(verdict, Refused):
        return verdict
    if invitation.spent_at is None:
        invitations.change(work, invitation.id, spent_at=work.now)
        work.record("spend", invitation.purpose, invitation.id)
    return None


ACTS: Mapping[type, Perform] = {Accept: once(accept), Activate: once(activate)}

"""An adult who reads little is read the agreement by telephone: kept as their own yes, and told to them (X5, G4.5)."""

from collections.abc import Mapping
from dataclasses import replace

from bot import facts
from bot.acts import family_agreement
from bot.acts.family_agreement import Heard, asked_at
from bot.acts.once import Perform, is_first_time, once
from bot.acts.reviewing import Review, refuse_unknown, review
from bot.moment import Moment
from flows.facts import FamilyFacts
from flows.family.acts import Done
from flows.family.acts.agreement import Accept
from flows.family.agreement import is_complete
from flows.family.invitation import lines_before
from flows.policy import Refused
from flows.policy.confidentiality import SPOKEN
from flows.policy.speaking import HEARD_AS, HearFacts, may_hear_agreement
from flows.staff.acts.hearing import Hear, Hearing, ListToHear, ReadOut, ToHear
from storage import agreements, alerts, contacts, likeness, outbox, people, several, staff
from storage.agreements import AGREEMENT, OWN_RISK
from storage.contacts import Contact
from storage.people import Person

KIND = "heard"
ACT = "hear_agreement"


def list_to_hear(moment: Moment, command: ListToHear) -> tuple[ToHear, ...] | Refused:
    """G5.1, H2.2: refuse before anybody is read to; the reading is recorded once."""
    work, found = moment.work, review(moment, command.case, drafts=True)
    if found is None:
        return refuse_unknown(moment, ACT)
    contact = contacts.by_id(work, found.case.contact_id)
    has_phone = contact is not None and contact.channel != SPOKEN
    whoever = HearFacts(found.actor, "in_person", has_phone, True, False, False, None, True)
    verdict = may_hear_agreement(whoever)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, ACT, "case", found.case.code)
    if is_first_time(moment, command):
        work.record("read", "case", found.case.code, clause="H2.2")
    adults = ((one, contacts.of_person(work, one.id)) for one in people.of_family(work, found.case.family_id))
    told = (None if line is None else _to_hear(moment, one, line) for one, line in adults)
    return tuple(each for each in told if each is not None and each.open)


def read_out(moment: Moment, command: ReadOut) -> tuple[str, ...] | Refused:
    """G4.1, G10.1: the very words of an invitation, in the adult's language."""
    judged = _judge(moment, command.hearing)
    if isinstance(judged, Refused):
        return judged
    _, _, line = judged
    said = lines_before(replace(_facts(moment, line), channel=SPOKEN), command.what)
    return tuple(moment.texts.say(line.language, each.text, **each.params) for each in said)


def hear(moment: Moment, command: Hear) -> Done | Refused:
    """G4.5, X5: their own yes, with who heard it. They are told where they can say that it was not theirs."""
    work, judged = moment.work, _judge(moment, command.hearing)
    if isinstance(judged, Refused):
        return judged
    found, person, line = judged
    assert moment.staff_id is not None
    heard = Heard(found.actor, moment.staff_id, HEARD_AS[command.hearing.method])
    own = replace(moment, contact=line, staff_id=None)
    kept = family_agreement.keep(own, Accept(person.number, command.what), asked_at=asked_at(moment), heard=heard)
    by = staff.by_id(work, moment.staff_id)
    if isinstance(kept, Done) and by is not None:
        text = "heard_agreement" if command.what == AGREEMENT else "heard_own_risk"
        outbox.tell(work, line, text, screen_name=person.screen_name, by=by.name, method=heard.method)
        if _to_hear(moment, person, line) is None:
            work.set_timer(KIND, person.id, work.now)
    return kept


def _judge(moment: Moment, hearing: Hearing) -> tuple[Review, Person, Contact] | Refused:
    work, found = moment.work, review(moment, hearing.case)
    adults = [] if found is None else people.of_family(work, found.case.family_id)
    person = next((one for one in adults if one.number == hearing.adult), None)
    line = None if person is None else contacts.of_person(work, person.id)
    if found is None or person is None or line is None:
        return refuse_unknown(moment, ACT)
    facts = _facts_of(moment, hearing, found, person, line)
    verdict = may_hear_agreement(facts)
    if verdict and person.has_own_code:
        verdict = may_hear_agreement(replace(facts, gave_digits=_digits(moment, hearing, person)))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, ACT, "person", person.id)
    return found, person, line


def _facts_of(moment: Moment, hearing: Hearing, found: Review, person: Person, line: Contact) -> HearFacts:
    """All but the digits: a guess is counted against the adult, so nobody guesses who may not hear them."""
    work, reached = moment.work, several.written_to(moment.work, line)
    told = reached is not None and not (reached.silent or reached.stopped_at or reached.paused_at)
    return HearFacts(
        found.actor,
        hearing.method,
        has_phone=line.channel != SPOKEN,
        identity_confirmed=person.verified_at is not None,
        frozen=any(each.frozen_at is not None for each in several.with_it(work, line)),
        flagged=alerts.standing(work, found.case.family_id) is not None,
        gave_digits=None,
        can_be_told=told,
        disowned=agreements.was_disowned(work, person.id),
    )


def _digits(moment: Moment, hearing: Hearing, person: Person) -> bool:
    """G6.4: five wrong ones in an hour, and nothing is right any more: a guess of staff is a guess."""
    said = hearing.digits or ""
    try_id = replace(moment, key=KIND).own_id(moment.work.keys.token("tries", said).hex())
    return likeness.try_own_code(moment.work, try_id, person, said, None)


def _facts(moment: Moment, line: Contact) -> FamilyFacts:
    return facts.family_facts(replace(moment, contact=line, staff_id=None), None, "")


def _to_hear(moment: Moment, person: Person, line: Contact) -> ToHear | None:
    """What is open to an adult who was approved, or is a member and has a new version to read."""
    adult = next((one for one in _facts(moment, line).adults if one.number == person.number), None)
    if adult is None or adult.standing not in {"approved", "active"} or is_complete(adult):
        return None
    wanted = ((AGREEMENT, adult.agreed), (OWN_RISK, adult.understood_risk))
    still = tuple(what for what, is_done in wanted if not is_done)
    return ToHear(adult.number, adult.screen_name, person.has_own_code, still)


ACTS: Mapping[type, Perform] = {ListToHear: list_to_hear, ReadOut: read_out, Hear: once(hear)}

"""What a flow must know, read afresh for every play, in a constant number of statements."""

from collections.abc import Callable
from datetime import date, timedelta

from bot.moment import Moment
from flows.facts import Adult, FamilyFacts, StaffFacts
from flows.policy.joining import AgainFacts, may_ask_again
from flows.policy.members import Standing
from flows.policy.staff import PolicyConfirmation, are_policies_current
from storage import agreements, cases, conversations, family_file, groups, staff
from storage.agreements import AGREEMENT, OWN_RISK
from storage.cases import Case
from storage.people import Person
from storage.staff import Member

OVER = frozenset({cases.APPROVED, cases.DECLINED, cases.WITHDRAWN})


def family_facts(moment: Moment, subject: str | None, words: str) -> FamilyFacts:
    """Gather what a family's flow knows: its own adults, its own case, nothing of anybody else."""
    work, organisation, contact = moment.work, moment.organisation, moment.contact
    known = family_file.read(work, contact)
    adults, case = known.adults, known.case
    told = _adults(moment, adults)
    if (
        case is not None
        and _is_over(case, told)
        and conversations.is_road_since(work, moment.conversation_id, case.decided_at)
    ):
        case = None  # They come back: this road opens a case of its own.
    return FamilyFacts(
        now=work.now,
        today=work.now.astimezone(organisation.zone).date(),
        language=contact.language,
        channel=contact.channel,
        shared=contact.shared,
        organisation=organisation.facts(contact.language),
        adults=told,
        case_code=None if case is None else case.code,
        case_status=None if case is None else case.status,
        held_until=_held_until(moment, case),
        group=_group_name(moment, adults, case),
        subject=subject,
        words=words,
        phone_waits=not adults and case is None and known.phone_waits,
    )


def may_come_back(moment: Moment) -> bool:
    """G2.2: whether a code opens a road for a family that was here before."""
    known = family_file.read(moment.work, moment.contact)
    return known.case is not None and _is_over(known.case, _adults(moment, known.adults))


def _is_over(case: Case, adults: tuple[Adult, ...]) -> bool:
    standings = frozenset(Standing(each.standing) for each in adults)
    return bool(may_ask_again(AgainFacts(case.status in OVER, standings)))


def staff_facts(moment: Moment, subject: str | None, words: str, told: Callable[..., str]) -> StaffFacts:
    """Gather what a staff member's flow knows; `told` puts a text in their language."""
    member = staff.by_id(moment.work, moment.staff_id)
    if member is None:
        raise LookupError("only staff play these flows")
    organisation, policies = moment.organisation, moment.organisation.staff_policies
    return StaffFacts(
        now=moment.work.now,
        today=moment.work.now.astimezone(organisation.zone).date(),
        language=moment.contact.language,
        handle=member.handle,
        roles=member.roles,
        organisation=organisation.facts(moment.contact.language),
        platforms=organisation.meetings.platforms,
        told=told,
        policies_current=_are_current(moment, member),
        policies=(policies.data_protection, policies.confidentiality),
        subject=subject,
        words=words,
    )


def _adults(moment: Moment, adults: list[Person]) -> tuple[Adult, ...]:
    ids = [person.id for person in adults]
    version = moment.organisation.agreement.version
    accepted = agreements.accepted(moment.work, ids)
    standings = agreements.of_people(moment.work, ids)
    return tuple(
        Adult(
            number=person.number,
            screen_name=person.screen_name,
            uses_this_contact=person.contact_id == moment.contact.home_id,
            has_own_code=person.has_own_code,
            agreed=(AGREEMENT, version) in accepted.get(person.id, ()),
            understood_risk=(OWN_RISK, version) in accepted.get(person.id, ()),
            agreed_before=AGREEMENT in {what for what, _ in accepted.get(person.id, ())},
            standing=standings.get(person.id, "applying"),
        )
        for person in adults
    )


def _group_name(moment: Moment, adults: list[Person], case: Case | None) -> str | None:
    """G2.1: a family that asked learns of a group once it is approved; an invited one has read its name."""
    joined = agreements.groups_of(moment.work, [person.id for person in adults])
    may_know = case is not None and (case.road == "invited" or case.status == cases.APPROVED)
    of_case = case.group_id if case is not None and may_know else None
    group_id = joined[0] if joined else of_case
    group = None if group_id is None else groups.by_id(moment.work, group_id)
    return None if group is None else group.name


def _held_until(moment: Moment, case: Case | None) -> date | None:
    """The day that the family was told."""
    held = None if case is None or not case.is_open else case.held_until
    return None if held is None else held.astimezone(moment.organisation.zone).date()


def _are_current(moment: Moment, member: Member) -> bool:
    policies = moment.organisation.staff_policies
    confirmed = PolicyConfirmation(
        member.policies_version,
        member.policies_confirmed_at,
        policies.version,
        timedelta(days=policies.valid_days),
        moment.work.now,
    )
    return bool(are_policies_current(confirmed))

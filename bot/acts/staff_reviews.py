"""Reading cases, claiming them, and recording what was found (G3.1-G3.12, G5.1, H2.2)."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from bot import case_cards
from bot.acts import staff_lost
from bot.acts.actor import actor
from bot.acts.once import Perform, is_first_time, once
from bot.acts.reviewing import Review, last, refuse_unknown, review
from bot.acts.staff_drafts import take_up
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Refused, Role, Verdict, joining
from flows.staff.acts.care import ContactLine
from flows.staff.acts.cases import (
    CaseDetails,
    CaseLine,
    ClaimCase,
    ListCases,
    MarkKnown,
    ReadCase,
    RecordCall,
    RecordIdentity,
    RecordReferrer,
    RecordSuitability,
    TakeUp,
)
from storage import agreements, alerts, cases, contacts, groups, invitations, outbox, people, receipts, spoken, staff
from storage.cases import Case, Check
from storage.people import Person

Judge: TypeAlias = Callable[[Moment, Review, Any], Verdict]
Keep: TypeAlias = Callable[[Moment, Review, Any], None]
LATELY = timedelta(days=7)


def list_cases(moment: Moment, _command: ListCases) -> tuple[CaseLine, ...]:
    """List the open cases that this member of staff may review."""
    work = moment.work
    handles = staff.handles(work)
    waiting = [*cases.waiting(work), *cases.unfinished(work)]
    by = {group_id: actor(moment, group_id) for group_id in {case.group_id for case in waiting}}
    lines = []
    for case in waiting:
        claimed_by = None if case.claimed_by is None else handles[case.claimed_by]
        facts = joining.ReviewFacts(by[case.group_id], claimed_by, True, case.group_id is not None)
        if joining.may_see_case(facts):
            days = case_cards.waiting_days(case, work.now)
            lines.append(CaseLine(case.code, case.status, days, claimed_by))
    return tuple(lines)


def read_case(moment: Moment, command: ReadCase) -> CaseDetails | Refused:
    """G5.1, H2.2: the details of one case; each reading is recorded once."""
    found = review(moment, command.code, drafts=True)
    if found is None:
        return refuse_unknown(moment, "read")
    verdict = joining.may_see_case(found.facts)
    if isinstance(verdict, Refused):
        return moment.work.refuse(verdict, "read", "case", found.case.code)
    if is_first_time(moment, command):
        moment.work.record("read", "case", found.case.code, clause="H2.2")
    return details_of(moment, found)


def claim_case(moment: Moment, command: ClaimCase) -> Done | Refused:
    """G3.2, A4: take the case; the card says who has it."""
    found = review(moment, command.code)
    if found is None:
        return refuse_unknown(moment, "claim")
    verdict = joining.may_claim(found.facts)
    if isinstance(verdict, Refused):
        return moment.work.refuse(verdict, "claim", "case", found.case.code)
    if found.case.claimed_by is None:
        cases.change(moment.work, found.case.id, claimed_by=moment.staff_id, claimed_at=moment.work.now)
        moment.work.record("claim", "case", found.case.code)
        case_cards.show_claim(moment.work, found.case, found.actor.handle)
    return Done()


def _recording(act: str, judge: Judge, keep: Keep) -> Perform:
    """Make an act of the review: judged, kept, recorded once."""

    def perform(moment: Moment, command: Any) -> Done | Refused:
        found = review(moment, command.code)
        if found is None:
            return refuse_unknown(moment, act)
        verdict = judge(moment, found, command)
        if isinstance(verdict, Refused):
            return moment.work.refuse(verdict, act, "case", found.case.code)
        keep(moment, found, command)
        moment.work.record(act, "case", found.case.code)
        return Done()

    return once(perform)


def _judge_known(_moment: Moment, found: Review, command: MarkKnown) -> Verdict:
    return joining.may_mark_known(joining.KnownFacts(found.facts, command.known, command.ground))


def _keep_known(moment: Moment, found: Review, command: MarkKnown) -> None:
    assert moment.staff_id is not None
    cases.set_known(moment.work, found.case, moment.staff_id, command.known, command.ground)


def _judge_call(_moment: Moment, found: Review, command: RecordCall) -> Verdict:
    return joining.may_record_call(joining.CallFacts(found.facts, command.method, command.outcome))


def _keep_call(moment: Moment, found: Review, command: RecordCall) -> None:
    _add_check(moment, found, kind="call", method=command.method, outcome=command.outcome)
    if command.outcome == "reached":
        moment.work.cancel_timers(found.case.id, "first_contact")
    for person in people.of_family(moment.work, found.case.family_id):
        digits = command.own_codes.get(person.number)
        if digits is not None:
            people.change(moment.work, person, own_code=digits)


def _judge_identity(moment: Moment, found: Review, command: RecordIdentity) -> Verdict:
    said_no = _said_no(moment, found)
    facts = joining.IdentityFacts(found.facts, command.method, command.result, family_said_no=said_no)
    known = _adult(moment, found, command.adult) is not None
    return joining.may_record_identity(facts) if known else Refused("G7.2", "refused_person_missing")


def _keep_identity(moment: Moment, found: Review, command: RecordIdentity) -> None:
    person = _adult(moment, found, command.adult)
    if person is not None:
        _add_check(moment, found, kind="identity", method=command.method, outcome=command.result, person_id=person.id)
        verified_at = moment.work.now if command.result == "confirmed" else None
        people.change(moment.work, person, verified_at=verified_at)


def _judge_suitability(_moment: Moment, found: Review, command: RecordSuitability) -> Verdict:
    given = bool(command.reason.strip())
    return joining.may_record_suitability(joining.SuitabilityFacts(found.facts, command.outcome, given))


def _keep_suitability(moment: Moment, found: Review, command: RecordSuitability) -> None:
    _add_check(moment, found, kind="suitability", outcome=command.outcome, reason=command.reason)


def _judge_referrer(moment: Moment, found: Review, command: RecordReferrer) -> Verdict:
    return joining.may_record_referrer(
        joining.ReferrerFacts(found.facts, command.outcome, _said_no(moment, found), command.for_safety)
    )


def _said_no(moment: Moment, found: Review) -> bool:
    referral = cases.referral_of(moment.work, found.case.id)
    return referral is not None and referral[1] is False


def _keep_referrer(moment: Moment, found: Review, command: RecordReferrer) -> None:
    method = "for_safety" if command.for_safety else None
    _add_check(moment, found, kind="referrer", outcome=command.outcome, method=method)
    guards = [one.id for one in staff.by_role(moment.work, Role.SAFEGUARDING_LEAD)] if command.for_safety else []
    for line in staff.lines(moment.work, guards):
        outbox.tell(moment.work, line, "staff_referrer_asked_for_safety", case=found.case.code)


def _add_check(moment: Moment, found: Review, **said: Any) -> None:
    assert moment.staff_id is not None
    cases.add_check(moment.work, moment.own_id("check"), found.case.id, moment.staff_id, **said)


def _adult(moment: Moment, found: Review, number: int) -> Person | None:
    adults = people.of_family(moment.work, found.case.family_id)
    return next((person for person in adults if person.number == number), None)


def details_of(moment: Moment, found: Review) -> CaseDetails:
    """All that whoever may read the case sees of it; the caller has been allowed to, and records it."""
    work, case = moment.work, found.case
    told = cases.details(work, case.id)
    adults = people.of_family(work, case.family_id)
    checks = cases.checks_of(work, case.id)
    referral = cases.referral_of(work, case.id)
    contact = contacts.by_id(work, case.contact_id)
    group = None if case.group_id is None else groups.by_id(work, case.group_id)
    line, heard = spoken.of_contact(work, case.contact_id), agreements.heard_live(work, [one.id for one in adults])
    return CaseDetails(
        code=case.code,
        version=case.version,
        status=case.status,
        road=case.road,
        adults=tuple((one.full_name, one.screen_name, one.adult) for one in adults),
        ring_number=told["ring_number"] or ("" if contact is None else contact.phone(work)),
        safe_times=people.safe_times(work, case.family_id),
        shared=contact is not None and contact.shared,
        known_from=told["known_from"] or "",
        access_needs=told["access_needs"] or "",
        known=case.known,
        referrer=None if referral is None else referral[0],
        may_contact_referrer=None if referral is None else referral[1],
        referrer_outcome=_outcome(last(checks, "referrer")),
        call=_outcome(last(checks, "call")),
        identity=tuple(_outcome(last(checks, "identity", one.id)) or "" for one in adults),
        suitability=_outcome(last(checks, "suitability")),
        flagged=case.flagged,
        alert=alerts.standing(work, case.family_id) is not None,
        look_alike=case.look_alike,
        claimed_by=found.facts.claimed_by,
        group=None if group is None else group.code,
        next_step=_next_step(case, adults, checks, has_referrer=referral is not None),
        spoken_for=None if line is None else line.code,
        referral=_referral(moment, case),
        contacts=_contacts(moment, case),
        lost=_lost(moment, case),
        held=_held(moment, case, checks),
        heard_live=tuple((one.screen_name, *heard[one.id]) for one in adults if one.id in heard),
    )


def _lost(moment: Moment, case: Case) -> int:
    """G3.8: how many messages to the family may not have arrived lately."""
    lines = [line.id for line in contacts.of_family(moment.work, case.family_id)]
    return receipts.lost(moment.work, lines, moment.work.now - LATELY)


def _held(moment: Moment, case: Case, checks: list[Check]) -> tuple[datetime, str, str] | None:
    if case.held_until is None or case.held_by is None:
        return None
    why = last(checks, cases.HOLD)
    return case.held_until, staff.handle(moment.work, case.held_by), (why.reason if why else None) or ""


def _contacts(moment: Moment, case: Case) -> tuple[ContactLine, ...]:
    """G6.4: only where somebody has more than one is there anything to tell apart."""
    lines = staff_lost.lines_of(moment.work, case)
    names = [line.name for line in lines]
    return lines if len(names) > len(set(names)) else ()


def _referral(moment: Moment, case: Case) -> tuple[str, str, datetime] | None:
    """Journey C: the code ties the case to what the referrer said to staff."""
    found = invitations.referral_of(moment.work, case.id)
    if found is None:
        return None
    by = "" if found.invited_by is None else staff.handle(moment.work, found.invited_by)
    return found.code(moment.work), by, found.made_at


def _outcome(check: Check | None) -> str | None:
    return None if check is None else check.outcome


def _next_step(case: Case, adults: list[Person], checks: list[Check], *, has_referrer: bool) -> str:
    """Say what is missing first. What may be done is policy's to say."""
    reached = any(each.kind == "call" and each.outcome == "reached" for each in checks)
    steps = (
        ("take_up", case.status == cases.DRAFT),
        ("none", not case.is_open),
        ("claim", case.claimed_by is None),
        ("known", case.known is None),
        ("call", not case.known and not reached),
        ("identity", any(one.verified_at is None for one in adults)),
        ("suitability", not case.known and last(checks, "suitability") is None),
        ("referrer", has_referrer and not case.known and last(checks, "referrer") is None),
    )
    return next((step for step, is_missing in steps if is_missing), "decide")


ACTS: Mapping[type, Perform] = {
    ListCases: list_cases,
    ReadCase: read_case,
    TakeUp: once(take_up),
    ClaimCase: once(claim_case),
    MarkKnown: _recording("mark_known", _judge_known, _keep_known),
    RecordCall: _recording("record_call", _judge_call, _keep_call),
    RecordIdentity: _recording("record_identity", _judge_identity, _keep_identity),
    RecordSuitability: _recording("record_suitability", _judge_suitability, _keep_suitability),
    RecordReferrer: _recording("record_referrer", _judge_referrer, _keep_referrer),
}

"""Approve, decline, put on hold: a named human decides, once (G3.7)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from bot import case_cards, large_groups
from bot.acts.actor import actor, actor_of
from bot.acts.invitation_words import invitation_complete
from bot.acts.once import Perform, deed_of, once
from bot.acts.reviewing import Review, last, refuse_unknown, review
from bot.deadlines import after_working_days
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Actor, Refused, Role, Seat, Verdict, deciding
from flows.policy.deciding import DecisionFacts, HoldFacts
from flows.policy.joining import InviteFacts, may_invite
from flows.staff.acts.cases import Decide, Hold, MayDecide
from storage import agreements, cases, contacts, deeds, groups, invitations, meetings, outbox, people, several, staff
from storage.cases import Case
from storage.contacts import Contact
from storage.groups import Group

INVITED = "invited"


def decide(moment: Moment, command: Decide) -> Done | Refused:
    """G3.7, A4: approve or decline the version of the case that was shown; a flagged family needs two people."""
    work = moment.work
    found = review(moment, command.code)
    if found is None:
        return refuse_unknown(moment, "decide")
    group = _group(moment, found, command.group)
    by = actor(moment, None if group is None else group.id)
    facts = _facts(moment, found, command, group, by)
    verdict = _may(moment, command.decision, facts, group, found.case)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, command.decision, "case", found.case.code)
    complete = _is_complete(command.decision, facts)
    if isinstance(complete, Refused):
        _keep_half(moment, found.case, command.decision, by)
        return complete
    _conclude(moment, found, command.decision, group, by)
    return Done()


def may_decide(moment: Moment, command: MayDecide) -> Done | Refused:
    """G3.7: what refuses this decision, whichever group is chosen."""
    found = review(moment, command.code)
    if found is None:
        return refuse_unknown(moment, "decide")
    group = _group(moment, found, None)
    facts = _facts(moment, found, command, group, actor(moment, None if group is None else group.id))
    approving = command.decision == cases.APPROVED
    verdict = deciding.is_ready_to_approve(facts) if approving else deciding.may_decline(facts)
    if isinstance(verdict, Refused):
        return moment.work.refuse(verdict, command.decision, "case", found.case.code)
    return Done()


def _group(moment: Moment, found: Review, code: str | None) -> Group | None:
    if found.case.group_id is not None:
        return groups.by_id(moment.work, found.case.group_id)
    return None if code is None else groups.by_code(moment.work, code)


def _facts(
    moment: Moment, found: Review, command: Decide | MayDecide | Hold, group: Group | None, by: Actor
) -> DecisionFacts:
    work, case = moment.work, found.case
    adults = people.of_family(work, case.family_id)
    suitability = last(cases.checks_of(work, case.id), "suitability")
    decision = cases.HOLD if isinstance(command, Hold) else command.decision
    half = case.decided_by if case.half == decision else None
    return DecisionFacts(
        actor=by,
        case_open=case.is_open and command.version == case.version,
        group_chosen=group is not None,
        known=case.known,
        ground_given=cases.has_ground(work, case.id),
        live_contact=cases.has_live_contact(work, case.id),
        identity_confirmed=bool(adults) and all(one.verified_at is not None for one in adults),
        suitable=None if suitability is None else suitability.outcome == "suitable",
        flagged=case.flagged,
        first_half=_first_half(moment, half, group),
        excluded=people.is_excluded(work, case.family_id),
        barred=people.is_shut_out(work, case.family_id, None if group is None else group.id),
        open_large=group is not None and meetings.is_open_to_unverified(work, group.id),
    )


def _first_half(moment: Moment, staff_id: UUID | None, group: Group | None) -> Actor | None:
    if staff_id is None:
        return None
    return actor_of(moment.work, moment.organisation, staff_id, None if group is None else group.id)


def _may(moment: Moment, decision: str, facts: DecisionFacts, group: Group | None, case: Case) -> Verdict:
    """G1.3, G4.1: to approve somebody who asked is to invite them: into a staffed group, in whole words."""
    if decision != cases.APPROVED:
        return deciding.may_decline(facts)
    verdict = deciding.may_approve(facts)
    if isinstance(verdict, Refused) or group is None or facts.actor is None or case.road == INVITED:
        return verdict
    return may_invite(invite_facts(facts.actor, group)) and invitation_complete(moment, group)


def invite_facts(by: Actor, group: Group) -> InviteFacts:
    """H1.2, G1.3: what an invitation asks of its group."""
    return InviteFacts(
        actor=by,
        group_online=group.online,
        group_paused=group.paused_at is not None,
        leader_in_place=Seat.LEADER in group.holders,
        second_in_place=Seat.SECOND in group.holders,
    )


def _is_complete(decision: str, facts: DecisionFacts) -> Verdict:
    approving = decision == cases.APPROVED
    return deciding.is_approval_complete(facts) if approving else deciding.is_decline_complete(facts)


def _keep_half(moment: Moment, case: Case, decision: str, by: Actor) -> None:
    """A1: the first of two people has decided; the buttons are good for the second one, who is told."""
    work = moment.work
    cases.change(work, case.id, half=decision, decided_by=moment.staff_id, version=case.version + 1)
    work.record(f"{decision}_half", "case", case.code, clause="A1")
    fresh = cases.by_id(work, case.id)
    if fresh is not None:
        case_cards.refresh(work, fresh)
    second = [one.id for one in staff.by_role(work, Role.MANAGER)] if by.leads else cases.leaders(work, case)
    for line in staff.lines(work, [each for each in second if each != moment.staff_id]):
        outbox.tell(work, line, "staff_half_waits", case=case.code, by=by.handle)


def _conclude(moment: Moment, found: Review, decision: str, group: Group | None, by: Actor) -> None:
    work, case = moment.work, found.case
    first = case.decided_by if case.half == decision else None
    kept = {
        "status": decision,
        "decided_by": moment.staff_id,
        "seconded_by": first,
        "decided_at": work.now,
    }
    cases.change(work, case.id, version=case.version + 1, held_until=None, **kept)
    if decision == cases.APPROVED and group is not None:
        _admit(moment, case, group)
    work.cancel_timers(case.id, "first_contact", "on_hold")
    _outdate(moment, contacts.of_family(work, case.family_id))
    work.set_timer("decided", case.id, work.now)
    work.record(decision, "case", case.code)
    case_cards.show_decision(work, case, decision, by.handle)


def _admit(moment: Moment, case: Case, group: Group) -> None:
    """G2.2, G3.7: the adults are approved; whoever asked to join is invited only now, on this contact."""
    work = moment.work
    if moment.staff_id is None:
        return
    cases.change(work, case.id, group_id=group.id)
    adults = people.of_family(work, case.family_id)
    rows = [(moment.own_id("membership", one.id), one.id) for one in adults]
    agreements.approve(work, case.id, group.id, moment.staff_id, rows)
    large_groups.note_growth(work, group)
    if case.road != INVITED:
        invitations.make(
            work,
            moment.own_id("invitation"),
            invitations.INVITATION,
            work.now + timedelta(days=moment.organisation.joining.invitation_days),
            group_id=group.id,
            case_id=case.id,
            family_id=case.family_id,
            contact_id=case.contact_id,
            invited_by=moment.staff_id,
            text_version=moment.organisation.agreement.version,
        )


def hold(moment: Moment, command: Hold) -> datetime | Refused:
    """G3.7, G3.8: the case stays open; the family hears until when, the card shows it, and that day it is due."""
    work, found = moment.work, review(moment, command.code)
    if found is None or moment.staff_id is None:
        return refuse_unknown(moment, cases.HOLD)
    until = after_working_days(moment.organisation, work.now, max(1, command.days))
    if deeds.is_done(work, deed_of(moment, command)):
        return found.case.held_until or until
    group = _group(moment, found, None)
    facts = _facts(moment, found, command, group, actor(moment, None if group is None else group.id))
    longest = moment.organisation.joining.on_hold_working_days
    verdict = deciding.may_hold(HoldFacts(facts, bool(command.reason.strip()), command.days, longest))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, cases.HOLD, "case", found.case.code)
    deeds.first_time(work, deed_of(moment, command))
    _put_off(moment, found, until, command.reason)
    return until


def _put_off(moment: Moment, found: Review, until: datetime, reason: str) -> None:
    work, case = moment.work, found.case
    assert moment.staff_id is not None
    check_id = moment.own_id("hold")
    cases.add_check(work, check_id, case.id, moment.staff_id, kind=cases.HOLD, outcome="on_hold", reason=reason)
    cases.change(work, case.id, held_by=moment.staff_id, held_until=until, version=case.version + 1)
    work.cancel_timers(case.id, "first_contact", "on_hold")
    work.set_timer("on_hold", case.id, until)
    work.record(cases.HOLD, "case", case.code, clause="G3.8")
    fresh = cases.by_id(work, case.id)
    if fresh is not None:
        case_cards.show_hold(work, fresh, found.actor.handle)
    lines = contacts.of_family(work, case.family_id)
    _outdate(moment, lines)
    day, phone = until.astimezone(moment.organisation.zone).date(), moment.organisation.phones[0].number
    for line in several.once_each(lines):
        outbox.tell(work, line, "case_on_hold", day=day, phone=phone)


def _outdate(moment: Moment, lines: list[Contact]) -> None:
    """Nobody reads that it takes longer just before they read the decision."""
    for line in lines:
        outbox.outdate(moment.work, line.id, "case_late", "case_on_hold")


ACTS: Mapping[type, Perform] = {MayDecide: may_decide, Decide: once(decide), Hold: hold}

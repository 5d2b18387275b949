"""Who decides about a family and a person, and on what grounds. The checks themselves are in joining.py."""

from dataclasses import dataclass

from flows.policy.staff import Actor, runs_the_group, staff_account_works
from flows.policy.verdict import Rule, Verdict, judge


@dataclass(frozen=True)
class DecisionFacts:
    """All that a decision rests on. `actor` is None where no human acts: then it is always refused.

    `seats` of both people are those in the group that the family would join. `identity_confirmed`:
    of every adult. `suitable` is None until it was recorded. `first_half`: for a flagged family, who
    has decided the same way before. `open_large`: a large session of the group is open to unverified people.
    """

    actor: Actor | None
    case_open: bool
    group_chosen: bool
    known: bool | None
    ground_given: bool
    live_contact: bool
    identity_confirmed: bool
    suitable: bool | None
    flagged: bool = False
    first_half: Actor | None = None
    excluded: bool = False
    barred: bool = False
    open_large: bool = False


def is_ready_to_approve(facts: DecisionFacts) -> Verdict:
    """G3.7, G3.1, G3.2, G3.3, G3.4, G3.5, G7.2, L1.3, A1, A4: a named person, and nothing left unchecked."""
    return _may_decide(facts) and judge(
        (not facts.excluded, "G3.13", "refused_excluded_family"),
        (not facts.barred, "G11.3", "refused_barred_person"),
        (facts.known is not None, "G3.1", "refused_known_or_not"),
        *(_grounds_if_known(facts) if facts.known else _grounds_if_not_known(facts)),
    )


def may_approve(facts: DecisionFacts) -> Verdict:
    """G3.7, A1: a case that is ready, into a group that was chosen.

    Allowed means that this person may say yes. Set the status only when `is_approval_complete`.
    """
    return is_ready_to_approve(facts) and judge((facts.group_chosen, "A1", "refused_group_missing"))


def is_approval_complete(facts: DecisionFacts) -> Verdict:
    """G3.7, A1: for a flagged family the leader and a manager, two people, have both said yes."""
    return may_approve(facts) and _both_halves(facts)


def may_decline(facts: DecisionFacts) -> Verdict:
    """G3.7, G3.2, A1, A4: a named person decides; a family nobody knows has been spoken to first."""
    return _may_decide(facts) and judge(
        (bool(facts.known) or facts.live_contact, "G3.2", "refused_contact_missing"),
    )


def is_decline_complete(facts: DecisionFacts) -> Verdict:
    """G3.7, A1: as for an approval, a flagged family needs two people."""
    return may_decline(facts) and _both_halves(facts)


@dataclass(frozen=True)
class HoldFacts:
    """A decision that is put off: for so many working days, of at most `longest`."""

    review: DecisionFacts
    reason_given: bool
    days: int
    longest: int


def may_hold(facts: HoldFacts) -> Verdict:
    """G3.7, G3.8, G3.2: a named person decides later, with a reason and a day; never in place of the first contact."""
    return may_decline(facts.review) and judge(
        (facts.reason_given, "G3.7", "refused_hold_reason"),
        (0 < facts.days <= facts.longest, "G3.8", "refused_hold_too_long"),
    )


def _may_decide(facts: DecisionFacts) -> Verdict:
    if facts.actor is None:
        return judge((False, "G3.7", "refused_named_human"))
    first = facts.first_half
    return staff_account_works(facts.actor) and judge(
        (runs_the_group(facts.actor), "A1", "refused_only_leader_decides"),
        (facts.case_open, "A4", "refused_already_decided"),
        (first is None or first.handle != facts.actor.handle, "A1", "refused_needs_both"),
    )


def _grounds_if_known(facts: DecisionFacts) -> tuple[Rule, ...]:
    return (
        (facts.ground_given, "G3.1", "refused_ground_missing"),
        (facts.identity_confirmed or facts.open_large, "G7.2", "refused_identity_missing"),
    )


def _grounds_if_not_known(facts: DecisionFacts) -> tuple[Rule, ...]:
    return (
        (facts.live_contact, "G3.2", "refused_contact_missing"),
        (facts.identity_confirmed or facts.open_large, "G3.5", "refused_identity_missing"),
        (facts.suitable is not None, "G3.5", "refused_suitability_missing"),
        (facts.suitable is True, "G3.4", "refused_not_suitable"),
    )


def _both_halves(facts: DecisionFacts) -> Verdict:
    people = [person for person in (facts.actor, facts.first_half) if person]
    pairs = [(a, b) for a in people for b in people if a.handle != b.handle]
    both = any(a.leads and b.is_manager for a, b in pairs)
    return judge((both or not facts.flagged, "A1", "refused_needs_both"))


@dataclass(frozen=True)
class ExclusionFacts:
    """A manager's own decision about a family or a person.

    `reported_by`: who brought the matter up; `decided_by`: who took the decision that is to be lifted.
    `already`: the family is excluded from everything.
    """

    actor: Actor | None
    reason_given: bool
    reported_by: str | None = None
    decided_by: str | None = None
    already: bool = False


def may_exclude(facts: ExclusionFacts) -> Verdict:
    """G3.13, G3.15, A1, A4: a named manager who did not report the matter, with a reason that few may read.

    At any stage, and whichever group it is: to exclude a family is not to read its case (G5.1).
    """
    return _managers_own(facts) and judge((not facts.already, "A4", "refused_already_excluded"))


@dataclass(frozen=True)
class AloneFacts:
    """A manager who would shut a family out by their own word.

    `guarded`: it has an open complaint or concern, an alert on its file, or a frozen phone. `named`: an open complaint
    or concern is about this manager. `asked`: another manager asked for the same. `others`: there is one to ask.
    """

    actor: Actor
    guarded: bool
    named: bool
    asked: bool
    others: bool


def may_decide_alone(facts: AloneFacts) -> Verdict:
    """A1, G12.4: while something about the family is open, two people shut it out; nobody whom it is about counts.

    Everybody reads the same refusal then, so nobody learns from it that a complaint is about them.
    """
    second = not facts.named and (facts.asked or not facts.others)
    return staff_account_works(facts.actor) and judge((second or not facts.guarded, "A1", "refused_second_asked"))


def may_readmit(facts: ExclusionFacts) -> Verdict:
    """G11.5, G3.15, A1: lifting is a manager's decision too, who had no part in the bar or the exclusion."""
    decided_it = facts.actor is not None and facts.actor.handle == facts.decided_by
    return _managers_own(facts) and judge((not decided_it, "A1", "refused_decider_lifts"))


def may_see_bars(facts: Actor) -> Verdict:
    """G11.5, A1: who is shut out is for managers, on their private line."""
    return staff_account_works(facts) and judge((facts.is_manager, "A1", "refused_only_manager"))


def may_see_readings(facts: Actor) -> Verdict:
    """H2.2, A1: who read what is for managers, on their private line."""
    return staff_account_works(facts) and judge((facts.is_manager, "A1", "refused_only_manager"))


def _managers_own(facts: ExclusionFacts) -> Verdict:
    if facts.actor is None:
        return judge((False, "G3.15", "refused_named_human"))
    return staff_account_works(facts.actor) and judge(
        (facts.actor.is_manager, "G3.13", "refused_only_manager"),
        (facts.actor.handle != facts.reported_by, "A1", "refused_reporter_decides"),
        (facts.reason_given, "G3.13", "refused_reason_missing"),
    )

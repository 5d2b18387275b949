"""File alerts: a family about which two people decide. Only the flag is kept, never the reason."""

from dataclasses import dataclass

from flows.policy.staff import Actor, Role, staff_account_works
from flows.policy.verdict import Verdict, judge

_MAY = frozenset({Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.DEPUTY})


def may_flag(facts: Actor) -> Verdict:
    """G3.13, A3, A1: a manager or the safeguarding lead puts an alert on a file, at once and alone."""
    return staff_account_works(facts) and judge((bool(facts.roles & _MAY), "A1", "refused_only_flaggers"))


@dataclass(frozen=True)
class LiftFacts:
    """Somebody who would take an alert off. `own`: they put it there."""

    actor: Actor
    own: bool


def may_lift(facts: LiftFacts) -> Verdict:
    """A1: what one of them put on a file, another one takes off."""
    return may_flag(facts.actor) and judge((not facts.own, "A1", "refused_own_flag"))

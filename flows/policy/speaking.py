"""A family without a phone of its own: staff take its steps for it, live, and marked so."""

from dataclasses import dataclass

from flows.policy.joining import LIVE_METHODS
from flows.policy.staff import Actor, staff_account_works
from flows.policy.verdict import Verdict, judge


@dataclass(frozen=True)
class SpeakFacts:
    """Somebody who would write for a family what it says. `actor`: with the seats in that family's group.

    `method`: how they hear it. `by_another`: a colleague speaks for this family now. `for_another`: they themselves
    speak for another family now. `answers_it`: they deal with a complaint that the family made.
    """

    actor: Actor
    method: str
    by_another: bool = False
    for_another: bool = False
    answers_it: bool = False


def may_speak_for(facts: SpeakFacts) -> Verdict:
    """X5, G5.1, G12.4, A4: the family's own team, or who answers its complaint; live, one and for one at a time."""
    may = facts.actor.in_team or facts.actor.is_manager or facts.answers_it
    return staff_account_works(facts.actor) and judge(
        (may, "G5.1", "refused_not_the_team"),
        (facts.method in LIVE_METHODS, "X5", "refused_not_live"),
        (not facts.by_another, "A4", "refused_spoken_for"),
        (not facts.for_another, "X5", "refused_speaks_for_another"),
    )

"""A family without a phone of its own: staff take its steps for it, live, and marked so."""

from dataclasses import dataclass

from flows.policy.joining import LIVE_METHODS
from flows.policy.staff import Actor, staff_account_works
from flows.policy.verdict import Verdict, judge


@dataclass(frozen=True)
class SpeakFacts:
    """Somebody who would write for a family what it says. `actor`: with the seats in that family's group.

    `method`: how they hear it. `by_another`: a colleague speaks for this family now. `for_another`: they themselves
    speak for another family now.
    """

    actor: Actor
    method: str
    by_another: bool = False
    for_another: bool = False


def may_speak_for(facts: SpeakFacts) -> Verdict:
    """X5, G5.1, A4: the family's own team, live, one at a time and for one family at a time."""
    return staff_account_works(facts.actor) and judge(
        (facts.actor.in_team or facts.actor.is_manager, "G5.1", "refused_not_the_team"),
        (facts.method in LIVE_METHODS, "X5", "refused_not_live"),
        (not facts.by_another, "A4", "refused_spoken_for"),
        (not facts.for_another, "X5", "refused_speaks_for_another"),
    )

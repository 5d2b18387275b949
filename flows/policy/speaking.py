"""Staff take a family's steps for it, live and marked so: one without a phone, or an adult who reads little."""

from dataclasses import dataclass

from flows.policy.joining import LIVE_METHODS
from flows.policy.staff import Actor, Role, staff_account_works
from flows.policy.verdict import Verdict, judge

HEARD_AS = {"rang": "call", "video": "video", "in_person": "in_person"}
"""How an adult's yes is kept, by the way in which staff heard it."""


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


def may_hear_anybody(actor: Actor) -> Verdict:
    """G4.5: for who can be a leader (G1.1) or a manager, whatever the family; asked before its code is."""
    could = bool(actor.roles & {Role.PRACTITIONER, Role.MANAGER})
    return staff_account_works(actor) and judge((could, "G4.5", "refused_hear_leader"))


@dataclass(frozen=True)
class HearFacts:
    """A member of staff who would write down that an adult with a phone of their own said yes to what was read out.

    `actor`: with the seats in the family's group. `method`: "rang" is a call to the number on file, "rang_me" one from
    anybody. `gave_digits`: the adult's own; None where none were agreed. `can_be_told`: on their own phone, now.
    `disowned`: they said of an earlier such yes that it was not theirs.
    """

    actor: Actor
    method: str
    has_phone: bool
    identity_confirmed: bool
    frozen: bool
    flagged: bool
    gave_digits: bool | None
    can_be_told: bool
    disowned: bool = False


def may_hear_agreement(facts: HearFacts) -> Verdict:
    """X5, G4.5, G7.2: the leader or a manager, who rang the adult or sees them; and the adult is told of it.

    A voice is not enough where somebody dangerous may know the family, nor a call that came in from anybody.
    """
    return staff_account_works(facts.actor) and judge(
        (facts.actor.leads or facts.actor.is_manager, "G4.5", "refused_hear_leader"),
        (facts.has_phone, "X5", "refused_hear_no_phone"),
        (facts.method != "rang_me", "G7.2", "refused_ring_back"),
        (facts.method in HEARD_AS, "X5", "refused_not_live"),
        (facts.identity_confirmed, "G7.2", "refused_identity_missing"),
        (not facts.frozen, "G6.4", "refused_contact_frozen"),
        (facts.gave_digits is not False, "G6.4", "refused_digits_said"),
        (not facts.flagged or facts.method != "rang", "A1", "refused_flagged_voice"),
        (facts.can_be_told, "X5", "refused_cannot_be_told"),
        (not facts.disowned, "X5", "refused_disowned"),
    )

"""One adult on two messengers: which one is written to, which one counts, and who adds or takes away one."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.policy.confidentiality import Wire, wire_of
from flows.policy.staff import Actor, staff_account_works
from flows.policy.verdict import Verdict, judge

_CLOSED_FIRST = (Wire.END_TO_END, Wire.CARRIED, Wire.OPEN)


@dataclass(frozen=True)
class OwnContact:
    """One of the contacts of an adult. `number`: its telephone number, empty where the messenger shows none."""

    channel: str
    number: str
    shared: bool = False
    frozen: bool = False
    held: bool = False
    stopped: bool = False
    paused: bool = False


def is_number_in_doubt(this: OwnContact, others: Sequence[OwnContact]) -> bool:
    """G6.4: another contact of theirs has changed hands, and this one may be on the same number.

    Who takes a number over takes over every messenger on it, and only one of them may tell us.
    """
    changed = [other.number for other in others if other.frozen]
    return any(not number or not this.number or number == this.number for number in changed)


def choose_contact(own: Sequence[OwnContact]) -> OwnContact | None:
    """A2, A3, G6.4, G6.5: which one is written to first: the most private that works; None if none may be.

    A phone that others use is less private than any that they do not.

    STOP silences one contact, and a changed identity freezes one. A suspicion, or that it may not be safe to write,
    is about the person.
    """
    if any(each.held or each.paused for each in own):
        return None
    works = [
        each
        for each in own
        if not (each.frozen or each.stopped)
        and not is_number_in_doubt(each, [other for other in own if other is not each])
    ]
    return min(works, key=lambda each: (each.shared, _CLOSED_FIRST.index(wire_of(each.channel))), default=None)


@dataclass(frozen=True)
class AddFacts:
    """Whoever asks for a code for another phone or messenger. `own`: the chat is the adult's."""

    own: bool
    frozen: bool
    held: bool
    number_in_doubt: bool = False


def may_add_contact(facts: AddFacts) -> Verdict:
    """G2.2, G6.4, G6.5: a code for another contact is made only in a chat that is the adult's own and unsuspected."""
    return judge(
        (facts.own, "G2.2", "refused_code"),
        (not facts.frozen, "G6.4", "refused_contact_frozen"),
        (not facts.number_in_doubt, "G6.4", "refused_number_in_doubt"),
        (not facts.held, "G6.5", "refused_contact_held"),
    )


@dataclass(frozen=True)
class RemoveFacts:
    """A contact that is to count no more. `actor`: the colleague who does it; None for the adult, from `own`.

    `own`: the contact asking; `same`: it is the one to go; `in_doubt`: what changed elsewhere may have changed it too.
    """

    actor: Actor | None
    own: OwnContact | None = None
    same: bool = False
    in_doubt: bool = False


def may_remove_contact(facts: RemoveFacts) -> Verdict:
    """G6.4, G6.5, A1: the adult from another contact of theirs that is in order, or the team and managers."""
    if facts.actor is not None:
        may = facts.actor.in_team or facts.actor.is_manager
        return staff_account_works(facts.actor) and judge((may, "A1", "refused_not_the_team"))
    own = facts.own
    return judge(
        (own is not None and not facts.same, "G6.4", "refused_not_own_contact"),
        (own is not None and not own.frozen, "G6.4", "refused_contact_frozen"),
        (not facts.in_doubt, "G6.4", "refused_number_in_doubt"),
        (own is not None and not own.held, "G6.5", "refused_contact_held"),
    )


@dataclass(frozen=True)
class ChangeFacts:
    """Somebody who would decide for an adult from one of their contacts: leave, agree, change a detail."""

    frozen: bool
    number_in_doubt: bool = False


def may_decide_from_here(facts: ChangeFacts) -> Verdict:
    """G6.4, G4.5: from a phone that may be in other hands nobody leaves, agrees, or says when it is safe to ring."""
    return judge(
        (not facts.frozen, "G6.4", "refused_contact_frozen"),
        (not facts.number_in_doubt, "G6.4", "refused_number_in_doubt"),
    )

"""Whom a message on a phone that several people use is for: said first, in one place, for whatever is sent there."""

from dataclasses import dataclass

from flows.policy.confidentiality import SPOKEN, Audience

UNNAMED = frozenset(
    {
        *("neutral_first_line", "help_emergency", "help_choice", "clear_line", "safe_to_write", "safe_to_write_yes"),
        *("concern_thanks", "concern_emergency", "concern_told", "concern_may_tell_others", "concern_helpline"),
        "concern_more",
        *("unease_why", "unease", "unease_no", "talk_instead", "talk_instead_call", "talk_instead_no"),
    }
)
"""A3: about harm. Whoever wrote is not known, and a name would call the other to read, or say who told."""


@dataclass(frozen=True)
class AddressFacts:
    """One message on its way. `meant`: the adult it names, if any; `here`: the adults who use this very contact.

    `in_doubt`: it may be in other hands.
    """

    text: str
    audience: str
    channel: str
    shared: bool
    meant: str | None
    here: tuple[str, ...]
    in_doubt: bool = False


def whom_it_is_for(facts: AddressFacts) -> tuple[str, ...]:
    """G5.2, A3: the names that stand first on a shared phone; only of adults who use it, and none where harm is told.

    G6.4: whoever has it who should not learns no name from it.

    What is read out to a family without a phone needs none: a person says it to whom it is for.
    """
    of_family = facts.audience == Audience.FAMILY and facts.channel != SPOKEN
    if not (of_family and facts.shared) or facts.in_doubt or facts.text in UNNAMED:
        return ()
    return (facts.meant,) if facts.meant is not None and facts.meant in facts.here else facts.here

"""Which question may take a near miss, and what may never be guessed: demanded of every turn of every flow.

"disagree" is nine tenths of "agree". Whoever writes a flow with a `Choice` finds its question missing here: either it
asks for an `Exact`, or it says here why a guess does no harm.
"""

from collections.abc import Mapping
from typing import Any

from flows.chat import Ask
from flows.engine import Turn
from flows.family.kinds import Corrections, HelpChoice
from flows.questions import Agree, Choice, Exact, Kind, ReadBack, Skippable, YesNo
from flows.staff.kinds import Tap

HARMLESS: Mapping[str, str] = {
    "language_choice": "in which language to go on; it can be changed at any time",
    "staff_group": "which part of GROUP to go to; each asks on",
    "staff_menu": "where to go; each line begins a conversation of its own",
    "staff_menu_more": "the same",
    "staff_now": "where to go; each step is a conversation of its own",
    "staff_one": "which of two lists to see",
}
WORDS_OF_CONSEQUENCE = frozenset(
    {
        *("agree", "understand", "yes", "no", "not_sure", "right", "hurt", "ring_me", "sure"),
        *("approve", "approved", "decline", "declined", "exclude", "upheld", "partly_upheld", "not_upheld"),
        *("confirmed", "not_confirmed", "doubt", "suitable", "not_suitable", "known", "not_known", "reached"),
        *("recognised", "referrer_callback", "referrer_confirmed", "id_seen", "call", "video", "in_person"),
        *("restart", "delete", "erase", "no_risk", "risk", "high_risk", "leave", "close", "nothing", "broken"),
        *("leader", "second", "moderator", "all_groups", "one_group", "spoke", "no_answer", "lift", "extend"),
    }
)
"""Options of acceptances, safety answers and decisions."""
GUESSES_NOTHING = (Agree, Exact, YesNo, HelpChoice, Corrections, ReadBack)


def unwrapped(kind: Kind[Any]) -> Kind[Any]:
    return unwrapped(kind.kind) if isinstance(kind, Skippable) else kind


def takes_near_misses(kind: Kind[Any]) -> bool:
    return isinstance(kind, Tap) or (isinstance(kind, Choice) and kind.near)


def demand_no_guess(turn: Turn) -> None:
    """G4.5, A3, G3.7: acceptances, safety answers and decisions are exact; a near miss only where it was judged."""
    if isinstance(turn.stop, Ask):
        kind = unwrapped(turn.stop.kind)
        assert not takes_near_misses(kind) or turn.stop.text in HARMLESS, turn.stop.text
        assert not offers_consequence(kind) or isinstance(kind, GUESSES_NOTHING), turn.stop.text


def offers_consequence(kind: Kind[Any]) -> bool:
    """Tell whether an answer to it is an acceptance, a safety answer or a decision."""
    return not WORDS_OF_CONSEQUENCE.isdisjoint(kind.options)

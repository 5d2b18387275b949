"""A near miss is taken only where somebody says where to go next; acceptances, safety and decisions are exact.

"disagree" is nine tenths of "agree". Whoever writes a flow with a `Choice` finds its question missing here: either it
asks for an `Exact`, or it says here why a guess does no harm.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from flows import family, staff
from flows.chat import Ask
from flows.engine import Turn
from flows.family.kinds import Corrections, HelpChoice
from flows.questions import Agree, Choice, Exact, Invalid, Kind, ReadBack, Skippable, YesNo
from flows.staff.kinds import Tap
from tests.flows.family_world import WORLDS
from tests.flows.test_family_flows import walked as family_turns
from tests.flows.test_staff_flows import walked as staff_turns

FLOWS = Path(__file__).parents[2] / "flows"
HARMLESS: Mapping[str, str] = {
    "language_choice": "in which language to go on; it can be changed at any time",
    "staff_group": "which part of GROUP to go to; each asks on",
    "staff_menu": "where to go; each line begins a conversation of its own",
    "staff_menu_more": "the same",
    "staff_now": "where to go; each step is a conversation of its own",
    "staff_one": "which of two lists to see",
}
BUILT_IN = {"family/welcome.py", "staff/groups.py", "staff/kinds.py", "staff/menu.py", "staff/one_to_ones.py"}
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


def turns() -> Iterator[Turn]:
    for name in family.FLOWS:
        for world in WORLDS:
            yield from family_turns(name, world)
    for name in staff.FLOWS:
        yield from staff_turns(name)


@cache
def questions() -> frozenset[tuple[str, Kind[Any]]]:
    """Every question on every path of every flow, with its kind."""
    stops = (turn.stop for turn in turns())
    return frozenset((stop.text, unwrapped(stop.kind)) for stop in stops if isinstance(stop, Ask))


@pytest.mark.clause("G4.5", "A3", "G3.7")
def test_a_near_miss_is_taken_only_where_it_was_judged_harmless() -> None:
    assert {text for text, kind in questions() if takes_near_misses(kind)} == set(HARMLESS)


@pytest.mark.clause("G4.5", "A3", "G3.7")
def test_an_option_of_consequence_is_offered_only_where_nothing_is_guessed() -> None:
    offered = [(text, kind) for text, kind in questions() if WORDS_OF_CONSEQUENCE & set(kind.options)]
    assert len(offered) > 30
    assert [text for text, kind in offered if not isinstance(kind, GUESSES_NOTHING)] == []


def test_no_other_room_builds_a_kind_that_guesses() -> None:
    rooms = [path for folder in ("family", "staff") for path in (FLOWS / folder).rglob("*.py")]
    built = {path.relative_to(FLOWS).as_posix() for path in rooms if "Choice(" in without_exact_ones(path)}
    assert built == BUILT_IN


def without_exact_ones(path: Path) -> str:
    return path.read_text(encoding="utf-8").replace("HelpChoice(", "")


@pytest.mark.clause("G4.5")
@pytest.mark.parametrize("written", ["disagree", "agre", "agreed", "aggree", "I agree to nothing"])
def test_what_is_only_near_agree_is_no_yes(written: str) -> None:
    for kind in {kind for _, kind in questions() if isinstance(kind, Agree)}:
        with pytest.raises(Invalid):
            kind.parse(written, {"agree": "AGREE", "understand": "I UNDERSTAND"})

"""A near miss is taken only where somebody says where to go next; acceptances, safety and decisions are exact.

Every turn of every flow is held to that in the tests that walk them (`guesses.demand_no_guess`); here is what a walk
cannot see: that the list of judged questions is no longer than it must be, and that no other room guesses.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from flows import family, staff
from flows.chat import Ask
from flows.engine import Turn
from flows.questions import Agree, Invalid, Kind
from tests.flows.family_world import WORLDS
from tests.flows.guesses import HARMLESS, offers_consequence, takes_near_misses, unwrapped
from tests.flows.test_family_flows import walked as family_turns
from tests.flows.test_staff_flows import walked as staff_turns

FLOWS = Path(__file__).parents[2] / "flows"
BUILT_IN = {"family/welcome.py", "staff/groups.py", "staff/kinds.py", "staff/menu.py", "staff/one_to_ones.py"}


def turns() -> Iterator[Turn]:
    for name in family.FLOWS:
        for world in WORLDS:
            yield from family_turns(name, world, 1)
    for name in staff.FLOWS:
        yield from staff_turns(name, turnings=1)


@cache
def questions() -> frozenset[tuple[str, Kind[Any]]]:
    """The questions not far from the main road of each flow, with their kinds."""
    stops = (turn.stop for turn in turns())
    return frozenset((stop.text, unwrapped(stop.kind)) for stop in stops if isinstance(stop, Ask))


@pytest.mark.clause("G4.5", "A3", "G3.7")
def test_every_question_that_was_judged_harmless_is_still_asked() -> None:
    assert {text for text, kind in questions() if takes_near_misses(kind)} == set(HARMLESS)


@pytest.mark.clause("G4.5", "A3", "G3.7")
def test_what_is_of_consequence_is_recognised() -> None:
    assert len([text for text, kind in questions() if offers_consequence(kind)]) > 30


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

"""Families' conversations as a whole: every path ends, every text is there, nothing secret is said."""

import re
from functools import cache
from pathlib import Path

import pytest

from flows.chat import Ask
from flows.engine import Turn
from flows.family import FLOWS
from flows.family.kinds import HelpChoice
from flows.policy import Label, label_of
from flows.policy.agreement import POINTS
from tests.flows.family_world import RESULTS, WORLDS, flow_of
from tests.flows.guesses import demand_no_guess
from tests.flows.walker import demand_texts, says, walk
from tests.words import TEXTS

LOCALES = Path(__file__).parents[2] / "flows" / "locales"
FILES = sorted(file.name for file in (LOCALES / "en").glob("family*.ftl"))
NOTICES = ("family.ftl", "family_late.ftl")
HELP_WORDS: dict[type, tuple[str, ...]] = {HelpChoice: ("1", "2", "3", "please")}


def ids(file: str) -> list[str]:
    source = (LOCALES / "en" / file).read_text("utf-8")
    return re.findall(r"^([a-z][a-z0-9_]*) =", source, re.MULTILINE)


# Every flow, every path, every text


@cache
def walked(name: str, world: str, most: int = 3) -> tuple[Turn, ...]:
    """Every turn of a flow. The long ones get fewer turnings, so that this stays a matter of seconds."""
    is_long = name in {"joining", "invited"}
    turnings = min(most, 3 if not is_long else 2 if world in {"stranger", "approved"} else 1)
    return tuple(walk(flow_of(name, WORLDS[world]), TEXTS, RESULTS, turnings=turnings, samples=HELP_WORDS))


@pytest.mark.clause("G4.5", "A3", "G3.7")
@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("name", FLOWS)
def test_every_path_ends_and_guesses_nothing_and_every_text_is_there_in_every_language(name: str, world: str) -> None:
    assert any(turn.stop is None for turn in walked(name, world))
    for turn in walked(name, world):
        demand_texts(TEXTS, turn)
        demand_no_guess(turn)


@pytest.mark.parametrize("name", FLOWS)
def test_nothing_sealed_and_no_password_is_said_by_a_flow(name: str) -> None:
    for turn in (turn for world in WORLDS for turn in walked(name, world)):
        said = [(line.text, line.params) for line in turn.lines]
        if isinstance(turn.stop, Ask):
            said.append((turn.stop.text, turn.stop.params))
        assert all(label_of(text, params) < Label.SECRET for text, params in said)


def test_every_family_text_is_said_by_a_flow_or_stands_in_the_file_of_notices() -> None:
    said = {text for name in FLOWS for world in WORLDS for text in says(walked(name, world))}
    in_files = {text for file in FILES if not file.startswith(NOTICES) for text in ids(file)}
    lines_of_points = {f"point_{point}" for point in POINTS}
    # Refusals of a name and of too many codes, a new agreement, one to hear, a case on hold: tests of their own.
    # What is told after a disclosure, in place of an answer, is bot/desk.py's.
    talks = {"talk_today", "talk_late", "talk_cancelled"}  # Said to an adult by what staff and the clock do.
    elsewhere = talks | {
        "screen_name_is_first_name",
        "code_wait",
        "concern_more",
        "agreement_new_version",
        "agreement_audio",
        "status_on_hold",
    }
    assert in_files - said - lines_of_points == elsewhere

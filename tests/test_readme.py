"""The README tells what is so: its walk is the one that ten_minutes.txt plays, and its words are those that work."""

import re
from itertools import groupby
from pathlib import Path

from bot import commands
from flows import staff
from flows.staff.menu import ITEMS
from tests.talk import LINE, SCRIPTS
from tests.words import TEXTS

README = Path(__file__).parents[1] / "README.md"
PRESSES = {"Claim", "Approve", "Next due"}
WITHIN_ANOTHER = {"back", "case", "menu", "over"}
"""BACK is for a question that is open, a case is chosen from CASES, and somebody who speaks for a family stops speaking for it."""


def in_the_readme() -> list[str]:
    """What a newcomer is told to write, in backticks, and which buttons to press, in italics."""
    text = README.read_text(encoding="utf-8")
    walk = text[text.index("**1. A stranger writes.**") : text.index("*Audit*, at the top")]
    found = re.findall(r"`([^`]+)`|(?<!\*)\*([A-Z][a-z ]+)\*(?!\*)", walk)
    told = [written or pressed for written, pressed in found if written or pressed in PRESSES]
    return [re.sub(r"F-\w{4}", "F-1", each) for each in told if each != "amira"]


def in_the_script() -> list[str]:
    told: list[str] = []
    for line in (SCRIPTS / "ten_minutes.txt").read_text(encoding="utf-8").splitlines():
        if line == "clock next":
            told.append("Next due")
        elif (match := LINE.fullmatch(line)) is not None:
            told.append(match[4].strip("[]"))
    return [each for each, repeated in groupby(told) for each in ([each] if each == "Next due" else repeated)]


def test_the_walk_of_the_readme_is_the_walk_that_is_played() -> None:
    assert in_the_readme() == in_the_script()


def words_under(heading: str) -> set[str]:
    """The words in the first column of a table of the README."""
    section = README.read_text(encoding="utf-8").partition(f"## {heading}")[2].partition("\n## ")[0]
    return {
        word for row in re.findall(r"^\| (`[^|]*) \|", section, re.MULTILINE) for word in re.findall(r"`([^`]+)`", row)
    }


def test_every_word_for_families_in_the_readme_works_and_every_word_that_works_is_there() -> None:
    found = {word: commands.family_word(TEXTS, word) for word in words_under("Words that families can write")}
    assert [word for word, flow in found.items() if flow is None] == []
    assert {flow.flow for flow in found.values() if flow} == set(TEXTS.labels("en", "words")) - set(
        TEXTS.labels("en", "answers")
    )
    assert set(TEXTS.labels("pl", "words")) == set(TEXTS.labels("en", "words"))


def test_every_word_for_staff_in_the_readme_works_and_every_word_that_works_is_there() -> None:
    told = words_under("Words for staff")
    assert told - set(staff.WORDS) == set()
    assert {staff.WORDS[word] for word in told} == set(staff.WORDS.values()) - {"menu"}


def test_every_word_for_staff_is_in_their_menu_too() -> None:
    assert set(staff.WORDS.values()) - WITHIN_ANOTHER == set(ITEMS)
    assert set(ITEMS) <= set(staff.FLOWS)

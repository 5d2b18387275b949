"""The README's walk is the one that tests/transcripts/ten_minutes.txt plays: the same words and presses, in order."""

import re
from itertools import groupby
from pathlib import Path

from tests.talk import LINE, SCRIPTS

README = Path(__file__).parents[1] / "README.md"
PRESSES = {"Claim", "Approve", "Next due"}


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

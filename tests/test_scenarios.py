"""docs/scenarios.md names files that exist, and every transcript that a scenario needs."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROW = re.compile(r"^\| (\d+)\. ([^|]+) \|([^|]*)\|$", re.MULTILINE)


def rows() -> list[tuple[str, str, str]]:
    return ROW.findall((ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8"))


def test_each_of_the_twelve_scenarios_has_a_row() -> None:
    assert [int(number) for number, _, _ in rows()] == list(range(1, 13))


def test_what_a_row_names_exists() -> None:
    named = re.findall(r"`([^`]+)`", " ".join(files for _, _, files in rows()))
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_the_disclosure_at_night_is_told_to_the_lead_then_the_deputy_then_a_manager_and_to_nobody_else() -> None:
    told = (ROOT / "tests" / "transcripts" / "disclosure_at_night.txt").read_text(encoding="utf-8")
    night = told.partition("# At 23:40")[2]
    paged = re.findall(r"^  bot to (\w+): Safeguarding concern", night, re.MULTILINE)
    assert paged == ["dee", "dee", "dan", "maria"]
    silent = night.partition("# Nothing is sent")[2].partition("amira> ")[0]
    assert "bot to amira" not in silent
    assert "mąż mnie bije" not in "".join(re.findall(r"^  bot to (?:anna|ben|staff-channel):.*", night, re.MULTILINE))

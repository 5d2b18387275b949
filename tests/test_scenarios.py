"""docs/scenarios.md names files that exist, and every transcript that a scenario needs."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROW = re.compile(r"^\| (\d+)\. ([^|]+) \|([^|]*)\|([^|]*)\|$", re.MULTILINE)
SCRIPT = re.compile(r"`tests/transcripts/(\w+\.txt)`")


def rows() -> list[tuple[str, str, str, str]]:
    return ROW.findall((ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8"))


def told(script: str) -> str:
    return (ROOT / "tests" / "transcripts" / script).read_text(encoding="utf-8")


def received(script: str, chat: str) -> str:
    """All that one chat receives in a script."""
    said = re.findall(rf"^  bot (?:to|edits for) {chat}:(.*(?:\n(?:    .*)?)*)", told(script), re.MULTILINE)
    return "\n".join(said)


def test_each_of_the_twelve_scenarios_has_a_row_and_a_transcript_of_its_own() -> None:
    assert [int(number) for number, *_ in rows()] == list(range(1, 13))
    scripts = [script for _, _, played, _ in rows() for script in SCRIPT.findall(played)]
    assert all(SCRIPT.search(played) for _, _, played, _ in rows())
    assert len(scripts) == len(set(scripts))


def test_what_a_row_names_exists() -> None:
    named = re.findall(r"`([^`]+)`", " ".join(f"{played} {also}" for _, _, played, also in rows()))
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_an_allegation_never_reaches_whom_it_names_nor_her_second_nor_the_staff_channel() -> None:
    script = "allegation.txt"
    for chat in ("anna", "ben", "staff-channel"):
        assert "K-1" not in received(script, chat)
        assert "C-1" not in received(script, chat)
        assert "grabbed" not in received(script, chat)
    assert "Anna grabbed my boy's arm" in received(script, "dee")
    assert "call 999" in received(script, "sara")
    assert "We have your complaint" not in received(script, "sara")


def test_at_thirty_nobody_gets_a_password_before_a_third_person_moderates() -> None:
    small, _, large = told("thirty.txt").partition("# The thirtieth:")
    waiting, _, moderated = large.partition("carl> HERE M-1")
    assert "This is the password" in small
    assert "This is the password" not in waiting
    assert "This is the password" in moderated
    assert "not enough adults expected" in small
    assert "is open" in moderated


def test_what_is_kept_of_somebody_never_goes_to_the_phone_that_asked_for_it() -> None:
    script = "leaving_and_data.txt"
    asked = told(script).partition("sara> MY DATA")[2]
    assert "<password" not in asked
    assert "Sara Example" not in received(script, "sara")
    assert "Sara Example" not in told(script).partition("# A month later")[2]


def test_the_disclosure_at_night_is_told_to_the_lead_then_the_deputy_then_a_manager_and_to_nobody_else() -> None:
    night = told("disclosure_at_night.txt").partition("# At 23:40")[2]
    paged = re.findall(r"^  bot to (\w+): Safeguarding concern", night, re.MULTILINE)
    assert paged == ["dee", "dee", "dan", "maria"]
    silent = night.partition("# Nothing is sent")[2].partition("amira> ")[0]
    assert "bot to amira" not in silent
    assert "mąż mnie bije" not in "".join(re.findall(r"^  bot to (?:anna|ben|staff-channel):.*", night, re.MULTILINE))

"""The numbers of docs/disclosure.md, counted again over messages that the words were not made from."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.app import disclosure_words
from flows.disclosure import is_about_staff_allegation, raises_concern
from tests.flows.invented import KINDS, LANGUAGES, messages

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (\w+) \| (\w\w) \|((?: \d+ \|){6})$", re.MULTILINE)


@dataclass(frozen=True)
class Told:
    """One row of the table in docs/disclosure.md."""

    part: str
    language: str
    disclosures: int
    missed_at_first: int
    missed: int
    ordinary: int
    alarms_at_first: int
    alarms: int


def told() -> list[Told]:
    page = (ROOT / "docs" / "disclosure.md").read_text(encoding="utf-8")
    rows = ROW.findall(page.partition("## The gentle question")[0])
    return [Told(part, language, *map(int, numbers.strip("| ").split(" | "))) for part, language, numbers in rows]


def heard(text: str) -> bool:
    return raises_concern(disclosure_words(), text) or is_about_staff_allegation(disclosure_words(), text)


@pytest.mark.clause("A3", "G12.3")
@pytest.mark.parametrize("row", told(), ids=lambda row: f"{row.part}-{row.language}")
def test_no_more_is_missed_and_no_more_alarms_are_false_than_the_table_says(row: Told) -> None:
    disclosures = messages(row.part, row.language, "disclosures")
    ordinary = messages(row.part, row.language, "ordinary")
    assert (len(disclosures), len(ordinary)) == (row.disclosures, row.ordinary)
    assert sum(not heard(text) for text in disclosures) <= row.missed
    assert sum(heard(text) for text in ordinary) <= row.alarms


@pytest.mark.parametrize("language", ["en", "pl"])
def test_at_least_150_of_each_kind_are_counted_in_every_language_and_half_were_never_looked_at(language: str) -> None:
    rows = [row for row in told() if row.language == language]
    assert {row.part for row in rows} == {"tuned", "unseen", "after", "last"}
    assert sum(row.disclosures for row in rows) >= 150
    assert sum(row.ordinary for row in rows) >= 150
    assert sum(row.disclosures for row in rows if row.part == "unseen") >= 75


def test_no_measured_message_is_one_that_the_words_were_made_from() -> None:
    first = {text for language in LANGUAGES for kind in KINDS for text in messages("first", language, kind)}
    counted = [text for row in told() for kind in KINDS for text in messages(row.part, row.language, kind)]
    assert first.isdisjoint(counted)
    assert len(counted) == len(set(counted))

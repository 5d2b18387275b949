"""One adult, two adults: nobody reads "1 adults"."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.words import TEXTS

ENGLISH = Path(__file__).parents[2] / "flows" / "locales" / "en"
_COUNTED = (
    "n count minutes hours days weeks months years age waiting waiting_days expected limit step total position "
    "families screens longest shortest length"
)
NUMBERS = frozenset(_COUNTED.split())
VARIANT = re.compile(r"\[(\w+)\]")
ONE_OF_SEVERAL = re.compile(r"(?<![\w.,:-])1 (?!is\b|was\b|has\b|plus\b|as\b|us\b|this\b|yes\b)(?:more )?[a-z]+s\b")


SOURCES = "\n".join(path.read_text("utf-8") for path in sorted(ENGLISH.glob("*.ftl")))


def _said(text_id: str) -> Iterator[str]:
    """What a text says where every number is 1, in each of its branches."""
    own = re.search(rf"^{text_id} =.*?(?=^\S|\Z)", SOURCES, re.MULTILINE | re.DOTALL)
    assert own is not None
    names = TEXTS.parameters("en", text_id)
    for other in {*VARIANT.findall(own[0]), "X"} - {"one", "other"}:
        yield TEXTS.say("en", text_id, **{name: 1 if name in NUMBERS else other for name in names})


@pytest.mark.parametrize("text_id", sorted(each for each in TEXTS.ids("en") if TEXTS.parameters("en", each) & NUMBERS))
def test_one_is_one(text_id: str) -> None:
    for said in _said(text_id):
        assert not ONE_OF_SEVERAL.search(said), said


@pytest.mark.parametrize(("said", "is_wrong"), [("1 adults now", True), ("1 adult", False), ("F-1 is open", False)])
def test_the_search_finds_what_it_is_for(said: str, is_wrong: bool) -> None:
    assert bool(ONE_OF_SEVERAL.search(said)) is is_wrong

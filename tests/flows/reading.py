"""What people write, read as an answer, for tests of the kinds of questions."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from flows.questions import Invalid, Kind

TODAY = date(2026, 11, 24)  # A Tuesday.
ENGLISH = {"yes": "Yes", "no": "No", "skip": "SKIP", "today": "today", "tomorrow": "tomorrow"}
POLISH = {
    "yes": "Tak",
    "no": "Nie",
    "skip": "POMIŃ",
    "agree": "ZGODA",
    "today": "dziś, dzisiaj",
    "tomorrow": "jutro",
}


def hint(kind: Kind[Any], raw: str, spoken: Mapping[str, str] = ENGLISH) -> str:
    with pytest.raises(Invalid) as refused:
        kind.parse(raw, spoken)
    return refused.value.hint


def parsed(kind: Kind[Any], raw: str) -> Any:
    try:
        return kind.parse(raw, ENGLISH)
    except Invalid as refused:
        return refused

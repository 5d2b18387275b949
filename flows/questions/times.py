"""Days and times of day as people write them, in the month and weekday names of the given languages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from typing import Any, ClassVar, Literal

from babel import Locale

from flows.questions.kind import Invalid
from flows.questions.reading import folded, heard

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s?[./ -]\s?(\d{1,2})(?:\s?[./ -]\s?(\d{4}|\d{2}))?")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_DAY_MONTH = re.compile(r"(?P<day>\d{1,2}) (?P<month>[^\W\d_]+)(?: (?P<year>\d{4}|\d{2}))?")
_MONTH_DAY = re.compile(r"(?P<month>[^\W\d_]+) (?P<day>\d{1,2})(?: (?P<year>\d{4}|\d{2}))?")
_FILLERS = frozenset({"st", "nd", "rd", "th", "of", "the", "on", "w", "we", "dnia", "r", "roku"})
_RELATIVE = {"yesterday": -1, "today": 0, "tomorrow": 1}
_CLOCK = re.compile(r"(?:o |at |godz\.? ?)?(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm|h)?")
_LONGEST = 60


@dataclass(frozen=True)
class Day:
    """A calendar day. Without a year: the next such day, or the last one if `latest` is not after today."""

    today: date
    earliest: date | None = None
    latest: date | None = None
    languages: tuple[str, ...] = ("en", "pl")

    options: ClassVar[tuple[str, ...]] = ()

    def parse(self, raw: str, spoken: Mapping[str, str], /) -> date:
        """Read 2026-12-01, 1/12/2026 (day first), 1 December, Tuesday, today or tomorrow."""
        said = folded(heard(raw, _LONGEST, Invalid("not_a_day")))
        day = self._relative(said, spoken) or self._in_words(said)
        if day is None:
            raise Invalid("not_a_day")
        return self._within(day)

    def load(self, stored: Any) -> date:
        """Read a stored day."""
        day = _iso(stored)
        if day is None:
            raise Invalid("not_a_day")
        return self._within(day)

    def dump(self, value: date) -> str:
        """Store it as 2026-12-01."""
        return value.isoformat()

    def _relative(self, said: str, spoken: Mapping[str, str]) -> date | None:
        for key, days in _RELATIVE.items():
            if said in {key, *(folded(word) for word in spoken.get(key, key).split(","))}:
                return self.today + timedelta(days)
        return None

    def _in_words(self, said: str) -> date | None:
        """Read a weekday, a date, or both, which must then agree."""
        first, _, rest = said.partition(" ")
        if first in _FILLERS:
            return self._in_words(rest)
        weekday = _named(first.strip(".,"), "days", self.languages)
        if weekday is None:
            return self._dated(said)
        if not rest:
            return self._next_weekday(weekday)
        day = self._dated(rest)
        if day is not None and day.weekday() != weekday:
            raise Invalid("weekday_differs")
        return day

    def _dated(self, said: str) -> date | None:
        if iso := _ISO.fullmatch(said):
            return _real(int(iso[1]), int(iso[2]), int(iso[3]))
        if numbers := _DAY_FIRST.fullmatch(said):
            return self._in_year(numbers[3], int(numbers[2]), int(numbers[1]))
        pieces = " ".join(p for p in _PIECE.findall(said) if p not in _FILLERS)
        named = _DAY_MONTH.fullmatch(pieces) or _MONTH_DAY.fullmatch(pieces)
        month = _named(named["month"], "months", self.languages) if named else None
        return self._in_year(named["year"], month, int(named["day"])) if named and month else None

    def _in_year(self, year: str | None, month: int, day: int) -> date | None:
        if year:
            return _real(int(year) + (2000 if len(year) == 2 else 0), month, day)
        years = range(self.today.year - 8, self.today.year + 9)
        days = [found for y in years if (found := _real(y, month, day))]
        if self._looks_back():
            return max((d for d in days if d <= self.today), default=None)
        return min((d for d in days if d >= self.today), default=None)

    def _next_weekday(self, weekday: int) -> date:
        ahead = (weekday - self.today.weekday() - 1) % 7 + 1
        behind = (self.today.weekday() - weekday - 1) % 7 + 1
        return self.today + timedelta(-behind if self._looks_back() else ahead)

    def _looks_back(self) -> bool:
        return self.latest is not None and self.latest <= self.today

    def _within(self, day: date) -> date:
        if self.earliest is not None and day < self.earliest:
            raise Invalid("day_too_early", earliest=self.earliest)
        if self.latest is not None and day > self.latest:
            raise Invalid("day_too_late", latest=self.latest)
        if abs(day.year - self.today.year) > 100:
            raise Invalid("not_a_day")
        return day


@dataclass(frozen=True)
class TimeOfDay:
    """A time on the clock, to the minute."""

    options: ClassVar[tuple[str, ...]] = ()

    def parse(self, raw: str, _spoken: Mapping[str, str], /) -> time:
        """Read 10:30, 10.30, 10am, 2 pm or 14h; a bare number could be morning or evening."""
        said = folded(heard(raw, _LONGEST, Invalid("not_a_time")))
        clock = _CLOCK.fullmatch(said.replace("a.m", "am").replace("p.m", "pm"))
        if clock is None or not (clock[2] or clock[3]):
            raise Invalid("not_a_time")
        hour = _hour(int(clock[1]), clock[3])
        try:
            return time(hour, int(clock[2] or 0))
        except ValueError:
            raise Invalid("not_a_time") from None

    def load(self, stored: Any) -> time:
        """Read a stored time."""
        try:
            return time.fromisoformat(stored)
        except (TypeError, ValueError):
            raise Invalid("not_a_time") from None

    def dump(self, value: time) -> str:
        """Store it as 10:30."""
        return value.isoformat("minutes")


def _hour(hour: int, half: str | None) -> int:
    if half not in {"am", "pm"}:
        return hour
    if not 1 <= hour <= 12:
        raise Invalid("not_a_time")
    return hour % 12 + (12 if half == "pm" else 0)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(stored: Any) -> date | None:
    try:
        return date.fromisoformat(stored)
    except (TypeError, ValueError):
        return None


def _named(word: str, what: Literal["days", "months"], languages: tuple[str, ...]) -> int | None:
    """Find the one month (1-12) or weekday (0-6) that a word names; None if languages disagree."""
    names = _names(what, languages)
    meant = {number for name, number in names if name == word}
    if not meant and len(word) >= 4:
        stem = word if len(word) == 4 else word[:-1]  # Endings change: sroda, w srode.
        meant = {number for name, number in names if name.startswith(stem) and len(name) >= len(word)}
    return meant.pop() if len(meant) == 1 else None


@cache
def _names(what: Literal["days", "months"], languages: tuple[str, ...]) -> frozenset[tuple[str, int]]:
    tables = [
        getattr(Locale.parse(language, sep="-"), what)[context][width]
        for language in languages
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
    ]
    return frozenset((folded(name), number) for table in tables for number, name in table.items())

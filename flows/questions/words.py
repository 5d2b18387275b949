"""Answers in a person's own words: free text, names and numbers."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from flows.questions.kind import Invalid
from flows.questions.reading import exact, heard

_SPARE = 4
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc`\u00b4]")
_HYPHENS = re.compile("[\u2010\u2011\u2012\u2013]")
_DOT_INSIDE = re.compile(r"\.(?=[^\s.\-'])")
_WITHOUT_SPACES = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
_MOST_MARKS = 4
_LONGEST_NUMBER = 12
_LONGEST_CHOICE = 2
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True)
class Text:
    """Free words, kept as they were written. The lone number of a choice, or a sign, is none."""

    longest: int = 500
    shortest: int = 1

    options: ClassVar[tuple[str, ...]] = ()

    def parse(self, raw: str, _spoken: Mapping[str, str], /) -> str:
        """Read the text."""
        too_long = Invalid("too_long", longest=self.longest)
        text = heard(raw, self.longest * _SPARE, too_long)
        if not text:
            raise Invalid("empty_answer")
        if len(text) < self.shortest:
            raise Invalid("too_short", shortest=self.shortest)
        if len(text) > self.longest:
            raise too_long
        if not _says_something(text):
            raise Invalid("in_words")
        return text

    def load(self, stored: Any) -> str:
        """Read a stored text."""
        return self.parse(_text(stored), {})

    def dump(self, value: str) -> str:
        """Store it as it is."""
        return value


@dataclass(frozen=True)
class Name:
    """A person's full name or, unless `full`, the name they want on the screen, in any script."""

    longest: int = 80
    full: bool = True

    options: ClassVar[tuple[str, ...]] = ()

    def parse(self, raw: str, _spoken: Mapping[str, str], /) -> str:
        """Read the name with single spaces, in composed form."""
        too_long = Invalid("too_long", longest=self.longest)
        name = _tidy(heard(raw, self.longest * _SPARE, too_long))
        if not name:
            raise Invalid("empty_answer")
        if len(name) > self.longest:
            raise too_long
        if not all(_is_word(word) for word in name.split(" ")):
            raise Invalid("name_letters_only")
        if self.full and not _is_full(name):
            raise Invalid("name_two_words")
        return name

    def load(self, stored: Any) -> str:
        """Read a stored name."""
        return self.parse(_text(stored), {})

    def dump(self, value: str) -> str:
        """Store it as it is."""
        return value


@dataclass(frozen=True)
class Number:
    """A whole number from low to high."""

    low: int
    high: int

    options: ClassVar[tuple[str, ...]] = ()

    def parse(self, raw: str, _spoken: Mapping[str, str], /) -> int:
        """Read digits."""
        problem = Invalid("not_in_range", low=self.low, high=self.high)
        digits = exact(heard(raw, 50, problem)).replace("\u20e3", "")
        if not digits.isdecimal() or len(digits) > _LONGEST_NUMBER:
            raise problem
        return self.load(int(digits))

    def load(self, stored: Any) -> int:
        """Read a stored number."""
        if type(stored) is not int or not self.low <= stored <= self.high:
            raise Invalid("not_in_range", low=self.low, high=self.high)
        return stored

    def dump(self, value: int) -> int:
        """Store it as it is."""
        return value


def _says_something(text: str) -> bool:
    """Tell 10-12, 07700 900123 and any letter of any script from 1, 2) and ??."""
    if any(unicodedata.category(sign)[0] == "L" for sign in text):
        return True
    numbers = _NUMBERS.findall(text)
    return len(numbers) > 1 or any(len(number) > _LONGEST_CHOICE for number in numbers)


def _text(stored: Any) -> str:
    if not isinstance(stored, str):
        raise Invalid("empty_answer")
    return stored


def _tidy(text: str) -> str:
    if "\n" in text:
        raise Invalid("name_letters_only")
    plain = _HYPHENS.sub("-", _APOSTROPHES.sub("'", text))
    spaced = _DOT_INSIDE.sub(". ", plain) if _has_only_initials(plain) else plain
    return unicodedata.normalize("NFC", " ".join(spaced.split()))


def _has_only_initials(text: str) -> bool:
    """Tell J.R. Smith from a web address, whose dots follow longer words."""
    return all(len(part) == 1 for word in text.split() for part in word.rstrip(".").split(".")[:-1])


def _is_word(word: str) -> bool:
    """Letters of any script with - ' inside, and a dot at the end."""
    if word.isascii() and word.isalpha():
        return True
    if not unicodedata.category(word[0]).startswith("L") or _DOT_INSIDE.search(word):
        return False
    allowed = all(c in "-'." or unicodedata.category(c)[0] in "LM" for c in word)
    return allowed and not _has_heap_of_marks(word)


def _has_heap_of_marks(word: str) -> bool:
    marks = "".join("m" if unicodedata.category(c).startswith("M") else " " for c in word)
    return "m" * (_MOST_MARKS + 1) in marks


def _is_full(name: str) -> bool:
    if " " in name:
        return True
    return len(name) > 1 and unicodedata.name(name[0], "").startswith(_WITHOUT_SPACES)

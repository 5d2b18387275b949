"""Answers that are picked: choices, yes or no, agreement, read-back, and the word for skipping."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from flows.questions.kind import Invalid, Kind, Reopen
from flows.questions.reading import exact, folded, heard
from flows.questions.slips import misspelt

T = TypeVar("T")

WORDS: Mapping[str, str] = {"agree": "AGREE", "understand": "I UNDERSTAND", "skip": "SKIP"}
"""Options that are written as a word, never as a number, with their English words."""

_LONGEST = 200
_LONGEST_NUMBER = 3
_KEYCAP = "\u20e3"


@dataclass(frozen=True, init=False)
class Choice:
    """One of the options by number, key, label or, while `near`, a slip of the finger."""

    options: tuple[str, ...]
    near: bool

    def __init__(self, *options: str, near: bool = True) -> None:
        object.__setattr__(self, "options", _distinct(options))
        object.__setattr__(self, "near", near)

    def parse(self, raw: str, spoken: Mapping[str, str], /) -> str:
        """Read one option."""
        problem = Invalid("pick_a_number", count=len(self.options))
        said = heard(raw, _LONGEST, problem)
        option = _numbered(said, self.options) or _worded(said, self.options, spoken, folded)
        if option is None and self.near:
            labels = {o: frozenset(map(folded, _words(o, spoken))) for o in self.options}
            option = misspelt(folded(said), labels)
        return _found(option, problem)

    def load(self, stored: Any) -> str:
        """Read a stored option."""
        return _kept(stored, self.options)

    def dump(self, value: str) -> str:
        """Store the option's key."""
        return value


@dataclass(frozen=True, init=False)
class Exact:
    """One of the options by number or exact words. For safety answers and decisions: never a near miss."""

    options: tuple[str, ...]

    def __init__(self, *options: str) -> None:
        object.__setattr__(self, "options", _distinct(options))

    def parse(self, raw: str, spoken: Mapping[str, str], /) -> str:
        """Read one option."""
        problem = Invalid("pick_a_number", count=len(self.options))
        said = heard(raw, _LONGEST, problem)
        option = _numbered(said, self.options) or _worded(said, self.options, spoken, exact)
        return _found(option, problem)

    def fits(self, raw: str, spoken: Mapping[str, str], /) -> bool:
        """Tell whether one of the options was said."""
        try:
            return bool(self.parse(raw, spoken))
        except Invalid:
            return False

    def load(self, stored: Any) -> str:
        """Read a stored option."""
        return _kept(stored, self.options)

    def dump(self, value: str) -> str:
        """Store the option's key."""
        return value


@dataclass(frozen=True, init=False)
class Agree:
    """G4.5: the first option needs its exact word; the others can be picked by number too."""

    options: tuple[str, ...]

    def __init__(self, word_key: str = "agree", *others: str) -> None:
        if word_key not in WORDS:
            raise ValueError(word_key)
        object.__setattr__(self, "options", _distinct((word_key, *others)))

    def parse(self, raw: str, spoken: Mapping[str, str], /) -> str:
        """Read one option; anything but the exact word is asked again."""
        word_key = self.options[0]
        word = spoken.get(word_key, WORDS[word_key])
        problem = Invalid("write_the_word", word=word, count=len(self.options))
        said = heard(raw, _LONGEST, problem)
        number = _numbered(said, self.options)
        if number == word_key:
            raise problem
        return _found(number or _worded(said, self.options, spoken, exact), problem)

    def load(self, stored: Any) -> str:
        """Read a stored option."""
        return _kept(stored, self.options)

    def dump(self, value: str) -> str:
        """Store the option's key."""
        return value


@dataclass(frozen=True)
class YesNo:
    """Yes or no, by number or word; never a near miss."""

    @property
    def options(self) -> tuple[str, ...]:
        """Yes first."""
        return ("yes", "no")

    def parse(self, raw: str, spoken: Mapping[str, str], /) -> bool:
        """Read yes or no."""
        said = heard(raw, _LONGEST, Invalid("yes_or_no"))
        option = _numbered(said, self.options) or _worded(said, self.options, spoken, folded)
        return _found(option, Invalid("yes_or_no")) == "yes"

    def load(self, stored: Any) -> bool:
        """Read a stored answer."""
        if not isinstance(stored, bool):
            raise Invalid("yes_or_no")
        return stored

    def dump(self, value: bool) -> bool:
        """Store it as it is."""
        return value


@dataclass(frozen=True)
class ReadBack:
    """All answers shown once more: right as they are, or one of the fields to change."""

    fields: tuple[str, ...]

    @property
    def options(self) -> tuple[str, ...]:
        """Right, then every field."""
        return ("right", *self.fields)

    def parse(self, raw: str, spoken: Mapping[str, str], /) -> bool | Reopen:
        """Read True for right, or which answer to ask again."""
        problem = Invalid("pick_a_number", count=len(self.options))
        said = heard(raw, _LONGEST, problem)
        option = _numbered(said, self.options) or _worded(said, self.options, spoken, folded)
        if option is None and _worded(said, ("yes",), spoken, folded):
            option = "right"
        return _found(option, problem) == "right" or Reopen(_found(option, problem))

    def load(self, stored: Any) -> bool:
        """Read a stored confirmation."""
        if stored is not True:
            raise Invalid("pick_a_number", count=len(self.options))
        return True

    def dump(self, value: bool) -> bool:
        """Store it as it is."""
        return value


@dataclass(frozen=True)
class Skippable(Generic[T]):
    """Another kind of answer, or the word for skipping, which is None."""

    kind: Kind[T]

    @property
    def options(self) -> tuple[str, ...]:
        """The other kind's options, then skip."""
        return (*self.kind.options, "skip")

    def parse(self, raw: str, spoken: Mapping[str, str], /) -> T | Reopen | None:
        """Read None for the word, else the other kind's answer."""
        if len(raw) <= _LONGEST and _worded(heard(raw, _LONGEST, Invalid("empty_answer")), ("skip",), spoken, folded):
            return None
        return self.kind.parse(raw, spoken)

    def load(self, stored: Any) -> T | None:
        """Read a stored answer."""
        return None if stored is None else self.kind.load(stored)

    def dump(self, value: T | None) -> Any:
        """Store None as it is."""
        return None if value is None else self.kind.dump(value)


def _distinct(options: tuple[str, ...]) -> tuple[str, ...]:
    if not options or len(set(options)) < len(options):
        raise ValueError(options)
    return options


def _found(option: str | None, problem: Invalid) -> str:
    if option is None:
        raise problem
    return option


def _kept(stored: Any, options: tuple[str, ...]) -> str:
    if not isinstance(stored, str) or stored not in options:
        raise Invalid("pick_a_number", count=len(options))
    return stored


def _numbered(said: str, options: tuple[str, ...]) -> str | None:
    digits = exact(said).replace(_KEYCAP, "").strip(" .()#")
    if not digits.isdecimal() or len(digits) > _LONGEST_NUMBER:
        return None
    return options[int(digits) - 1] if 0 < int(digits) <= len(options) else None


def _words(option: str, spoken: Mapping[str, str]) -> Iterable[str]:
    yield from (option, option.replace("_", " "), spoken.get(option, option), WORDS.get(option, option))


def _worded(said: str, options: tuple[str, ...], spoken: Mapping[str, str], form: Callable[[str], str]) -> str | None:
    matching = {o for o in options if form(said) in {form(word) for word in _words(o, spoken)}}
    return matching.pop() if len(matching) == 1 else None

"""Answers that only families give: the choice after HELP, and corrections in a read-back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from flows.questions import Exact, Invalid, ReadBack, Reopen

_HELP = Exact("hurt", "how", "ring_me")


@dataclass(frozen=True)
class HelpChoice:
    """Section 1.5: how this works, or a call. Whatever else somebody writes after HELP is a concern."""

    options: ClassVar[tuple[str, ...]] = _HELP.options

    def parse(self, raw: str, spoken: Mapping[str, str], /) -> str:
        """Read one of the two harmless choices; everything else is "hurt"."""
        try:
            return _HELP.parse(raw, spoken)
        except Invalid:
            return "hurt"

    def load(self, stored: Any) -> str:
        """Read a stored choice."""
        return _HELP.load(stored)

    def dump(self, value: str) -> str:
        """Store the option's key."""
        return value


@dataclass(frozen=True, init=False)
class Corrections:
    """A read-back whose options are subjects; each reopens the question that asked about it."""

    questions: tuple[tuple[str, str], ...]

    def __init__(self, **questions: str) -> None:
        object.__setattr__(self, "questions", tuple(questions.items()))

    @property
    def options(self) -> tuple[str, ...]:
        """Right, then every subject."""
        return self._read_back.options

    @property
    def _read_back(self) -> ReadBack:
        return ReadBack(tuple(subject for subject, _ in self.questions))

    def parse(self, raw: str, spoken: Mapping[str, str], /) -> bool | Reopen:
        """Read True for right, or which question to ask again."""
        answer = self._read_back.parse(raw, spoken)
        return Reopen(dict(self.questions)[answer.key]) if isinstance(answer, Reopen) else answer

    def load(self, stored: Any) -> bool:
        """Read a stored confirmation."""
        return self._read_back.load(stored)

    def dump(self, value: bool) -> bool:
        """Store it as it is."""
        return value

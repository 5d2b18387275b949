"""Commands by which staff hear an adult agree who has a phone of their own, and reads little (X5)."""

from dataclasses import dataclass
from typing import ClassVar

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class ToHear:
    """An adult who has something to agree to: "agreement", "own_risk" or both, in this order."""

    number: int
    screen_name: str
    has_own_code: bool
    open: tuple[str, ...]


@dataclass(frozen=True)
class ListToHear(Command[tuple[ToHear, ...] | Refused]):
    """The adults of a case who have something to agree to; audited."""

    case: str


@dataclass(frozen=True)
class Hearing:
    """One adult of a case, how they are heard (flows/policy/speaking.py), and the four digits that they said."""

    case: str
    adult: int
    method: str
    digits: str | None


@dataclass(frozen=True)
class ReadOut(Command[tuple[str, ...] | Refused]):
    """What is to be read out before one of the two answers, in the family's language."""

    hearing: Hearing
    what: str


@dataclass(frozen=True)
class Hear(Command[Done | Refused]):
    """The adult said the exact word: kept as theirs, marked with who heard it, and told to them on their phone."""

    final: ClassVar[bool] = True
    hearing: Hearing
    what: str

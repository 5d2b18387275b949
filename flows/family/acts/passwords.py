"""Commands about the password of the next session."""

from dataclasses import dataclass

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class ReleasePassword(Command[Done | Refused]):
    """Check standing and queue the link and the password for one adult, through the gate (G6.4, G6.9)."""

    adult: int


@dataclass(frozen=True)
class CheckOwnCode(Command[bool]):
    """Compare the four digits with those agreed on the first call; guesses are limited."""

    adult: int
    digits: str


@dataclass(frozen=True)
class ReportLeak(Command[bool]):
    """A member says that somebody else has the password; answers whether one was changed (G6.5)."""

    words: str

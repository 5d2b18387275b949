"""Commands about a meeting's password and what its platform was told."""

from dataclasses import dataclass
from typing import ClassVar

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class SetPlatform(Command[Done | Refused]):
    """G6.3: the platform has this version's password, waiting room on, no password in the link, recording off."""

    code: str
    version: int
    link: str | None


@dataclass(frozen=True)
class Rotate(Command[Done | Refused]):
    """G6.5: the old password is dead at once."""

    final: ClassVar[bool] = True
    code: str
    reason: str


@dataclass(frozen=True)
class WhoHeld(Command[tuple[tuple[str, str, bool], ...] | Refused]):
    """G6.6: screen name, release reference and whether held back, of those who had the last dead password."""

    code: str


@dataclass(frozen=True)
class ClearHold(Command[Done | Refused]):
    """A human clears a held contact, by release reference."""

    code: str
    reference: str

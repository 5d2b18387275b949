"""Commands by which a manager lets a family write in a few ways only (G12.2)."""

from dataclasses import dataclass

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class ReadRestriction(Command[bool | Refused]):
    """Whether the family of a case is restricted now."""

    case: str


@dataclass(frozen=True)
class Restrict(Command[Done | Refused]):
    """Restrict it, or let it write in every way again; the reason stays sealed."""

    case: str
    on: bool
    reason: str

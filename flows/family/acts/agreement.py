"""Commands of adults who agree."""

from dataclasses import dataclass

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class Accept(Command[Done | Refused]):
    """Record one adult's own acceptance: what is "agreement" or "own_risk" (G4.5, G10.1)."""

    adult: int
    what: str


@dataclass(frozen=True)
class Activate(Command[Done | Refused]):
    """Make members of all adults on this contact who were approved and have accepted."""


@dataclass(frozen=True)
class Disown(Command[Done | None]):
    """What staff wrote down as the yes of the adults on this contact counts no more; None if there is none (X5)."""

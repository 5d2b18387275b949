"""Commands about safeguarding concerns, for those who may see them."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused

LONGEST = 4_000
"""How many signs of the words are shown, and written by staff."""


@dataclass(frozen=True)
class ConcernDetails:
    """What the safeguarding lead sees: the exact words, sealed for everybody else."""

    code: str
    words: str
    danger: str | None
    safe_to_write: bool | None
    name: str | None
    contact: str
    opened_at: datetime
    acknowledged_by: str | None


@dataclass(frozen=True)
class ListConcerns(Command[tuple[str, ...]]):
    """Codes of open concerns, for those who may see them."""


@dataclass(frozen=True)
class ReadConcern(Command[ConcernDetails | Refused]):
    """DSL, deputy, or a manager who was paged."""

    code: str


@dataclass(frozen=True)
class AcknowledgeConcern(Command[Done | Refused]):
    """A human has it: the paging stops."""

    code: str


@dataclass(frozen=True)
class CloseConcern(Command[Done | Refused]):
    """It is in the organisation's own safeguarding record now."""

    code: str


@dataclass(frozen=True)
class LiftPause(Command[Done | Refused]):
    """Whoever has the concern decides that the bot may write to this person again."""

    code: str


@dataclass(frozen=True)
class RaiseStaffConcern(Command[str]):
    """A member of staff raises a concern by hand; answers its code."""

    words: str

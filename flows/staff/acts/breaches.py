"""Commands about breaches of the Group Agreement."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class ReportBreach(Command[str | Refused]):
    """G11.1: suspended at once; answers the code. member is the number from ListMembers."""

    group: str
    member: str
    point: str
    words: str


@dataclass(frozen=True)
class BreachDetails:
    """What the deciding manager sees."""

    code: str
    name: str
    group: str
    point: str
    words: str
    reported_by: str
    at: datetime
    decided: bool = False


@dataclass(frozen=True)
class ListBreaches(Command[tuple[str, ...]]):
    """Codes of breaches that wait for a decision."""


@dataclass(frozen=True)
class ReadBreach(Command[BreachDetails | Refused]):
    """Read one breach; audited."""

    code: str


@dataclass(frozen=True)
class DecideBreach(Command[Done | Refused]):
    """G11.1, G11.2: outcome is upheld (barred) or not_upheld (restored)."""

    code: str
    outcome: str

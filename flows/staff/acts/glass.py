"""Commands about opening a case outside one's own team."""

from dataclasses import dataclass

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused
from flows.staff.acts.cases import CaseDetails


@dataclass(frozen=True)
class AskForGlass(Command[Done | Refused]):
    """G5.1: whether whoever asks may open this case at all, before they say why."""

    case: str


@dataclass(frozen=True)
class Opened:
    """A case that was opened; `told`: how many others heard of it at once."""

    details: CaseDetails
    told: int


@dataclass(frozen=True)
class BreakGlass(Command[Opened | Refused]):
    """G5.1: open it, once, for this reason; it is audited, and others are told at once."""

    case: str
    reason: str

"""Commands about bars and exclusions, for managers."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class BarLine:
    """One bar or exclusion. `scope` is group, all_groups or family; `others`: what else shuts the same person out."""

    code: str
    name: str
    scope: str
    group: str
    since: datetime
    decided_by: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListBars(Command[tuple[str, ...] | Refused]):
    """Codes of the bars and exclusions in force."""


@dataclass(frozen=True)
class ReadBar(Command[BarLine | Refused]):
    """Read one; audited."""

    code: str


@dataclass(frozen=True)
class LiftBar(Command[Done | Refused]):
    """G11.5, G3.15: a manager who neither reported nor decided it lets somebody back in."""

    code: str
    reason: str


@dataclass(frozen=True)
class ExtendBar(Command[Done | Refused]):
    """G11.3, G3.13: a manager's own act: scope is all_groups or family."""

    code: str
    scope: str
    reason: str

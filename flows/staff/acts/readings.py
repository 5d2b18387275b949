"""The command for who read what, for managers."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.policy import Refused


@dataclass(frozen=True)
class ReadingLine:
    """One reading: when, by whom (a handle), the code of what was read; for a broken glass, why.

    `exported`: by the command line, for whoever asked what is kept of them.
    """

    at: datetime
    by: str
    code: str
    broken: bool = False
    reason: str | None = None
    exported: bool = False


@dataclass(frozen=True)
class ListReadings(Command[tuple[ReadingLine, ...] | Refused]):
    """H2.2: the last readings of a code or by a colleague's handle; audited."""

    asked: str

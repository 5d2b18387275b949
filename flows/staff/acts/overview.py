"""Questions about what is to come: the meetings of a week, and everything that is due."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command


@dataclass(frozen=True)
class WeekLine:
    """One meeting of the coming seven days. `lacks`: text ids of what is missing a day or more before it."""

    code: str
    group: str
    starts_at: datetime
    status: str
    expected: int
    lacks: tuple[str, ...]


@dataclass(frozen=True)
class ReadWeek(Command[tuple[WeekLine, ...]]):
    """The meetings of this member of staff in the coming seven days; a manager's are all."""


@dataclass(frozen=True)
class Clock:
    """One thing that is due. `kind` names its text: clock_call, clock_ring, clock_answer and so on."""

    kind: str
    code: str
    due_at: datetime
    late: bool


@dataclass(frozen=True)
class ReadClocks(Command[tuple[Clock, ...]]):
    """What is due for this member of staff, the most urgent first; never a concern, only one's own complaints."""

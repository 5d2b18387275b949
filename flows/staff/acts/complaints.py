"""Commands about complaints, for their handlers."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class ComplaintDetails:
    """What the handler sees."""

    code: str
    kind: str
    words: str
    name: str | None
    opened_at: datetime
    acknowledge_by: datetime
    answer_by: datetime
    acknowledged: bool


@dataclass(frozen=True)
class ListComplaints(Command[tuple[str, ...]]):
    """Codes of the open complaints of this handler."""


@dataclass(frozen=True)
class ReadComplaint(Command[ComplaintDetails | Refused]):
    """G12.4: only its handler."""

    code: str


@dataclass(frozen=True)
class AcknowledgeComplaint(Command[Done | Refused]):
    """G12.5: a human acknowledges; the complainant is told."""

    code: str


@dataclass(frozen=True)
class CloseComplaint(Command[Done | Refused]):
    """outcome: upheld, partly_upheld, not_upheld; the answer's words go to the complainant."""

    code: str
    outcome: str
    answer: str

"""Commands about complaints, for their handlers."""

from dataclasses import dataclass
from datetime import date, datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class ComplaintStep:
    """One step of its record. `by` is None for the complainant."""

    kind: str
    by: str | None
    at: datetime
    words: str


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
    stage: str = "1"
    steps: tuple[ComplaintStep, ...] = ()
    closed: bool = False


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
    learned: str = ""


@dataclass(frozen=True)
class WriteProgress(Command[Done | Refused]):
    """G12.5: it takes longer: a new date and a few words, which the complainant gets."""

    code: str
    day: date
    words: str


@dataclass(frozen=True)
class CountComplaints(Command[tuple[tuple[str, str, int], ...] | Refused]):
    """G12.2: how many of which kind and outcome in the last quarter; none about whoever asks."""

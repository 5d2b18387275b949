"""Commands about data incidents."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class ReportIncident(Command[str | Refused]):
    """2.5: something happened to personal data; answers the code."""

    kind: str
    words: str


@dataclass(frozen=True)
class IncidentNote:
    """What somebody found or decided. `kind` is note, assessment, regulator or closing."""

    kind: str
    by: str
    at: datetime
    words: str


@dataclass(frozen=True)
class IncidentDetails:
    """What those who work on it see."""

    code: str
    kind: str
    words: str
    reported_by: str
    at: datetime
    regulator_by: datetime
    risk: str | None
    regulator_told: bool
    notes: tuple[IncidentNote, ...]
    closed: bool = False


@dataclass(frozen=True)
class ListIncidents(Command[tuple[str, ...]]):
    """Codes of the open incidents that this member of staff may see."""


@dataclass(frozen=True)
class ReadIncident(Command[IncidentDetails | Refused]):
    """Read one; audited."""

    code: str


@dataclass(frozen=True)
class WorkOnIncident(Command[Done | Refused]):
    """Keep a note, an assessment (`risk`), that the regulator was told, or the closing."""

    code: str
    kind: str
    words: str
    risk: str | None = None

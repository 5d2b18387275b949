"""Commands of whoever complains."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused
from flows.policy.complaints import Matter


@dataclass(frozen=True)
class ComplaintOpened:
    """What the complainant is told at once (G12.5)."""

    code: str
    handler: str
    acknowledge_by: datetime
    answer_by: datetime
    outside: str = ""


@dataclass(frozen=True)
class Triage(Command[Matter]):
    """G12.3: what these words are, before they become a complaint or news for a leader."""

    words: str
    about: str
    named: str | None = None


@dataclass(frozen=True)
class OpenComplaint(Command[ComplaintOpened]):
    """Keep a complaint in the person's own words; `about` is "group", "staff", "data", "nursery" or "other"."""

    words: str
    about: str
    named: str | None
    hide_name: bool


@dataclass(frozen=True)
class PutRight(Command[Done | Refused]):
    """G12.2, X5: somebody whom the complaint does not name, and who does not speak for the family, shall ring soon."""


@dataclass(frozen=True)
class ComplaintStatus(Command[tuple[str, str] | Refused | None]):
    """The stage and the next date of this contact's latest complaint, by text ids; or of any, by its number.

    Of somebody else's the stage is "answered" at most: whoever knows a number hears that much and no more.
    """

    code: str | None = None


@dataclass(frozen=True)
class AskReview(Command[ComplaintOpened | Refused]):
    """G12.2: somebody else shall look at the answered complaint again; `words` say what is still wrong."""

    words: str

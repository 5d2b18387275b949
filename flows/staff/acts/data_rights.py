"""Commands about requests to see, correct or erase data, for the data lead."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class DataRequestDetails:
    """One request. `checked`: how it was checked again who asks; `stays`: codes of what would stay.

    `adults`: number (as text) and full name of each adult that it is about.
    """

    code: str
    kind: str
    name: str
    asked_at: datetime
    answer_by: datetime
    checked: str | None
    held_back: tuple[str, ...]
    stays: tuple[str, ...]
    on_hold: bool
    adults: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ListDataRequests(Command[tuple[str, ...]]):
    """Codes of the open requests."""


@dataclass(frozen=True)
class ReadDataRequest(Command[DataRequestDetails | Refused]):
    """Read one request; audited."""

    code: str


@dataclass(frozen=True)
class OpenDataRequest(Command[str | Refused]):
    """Somebody asked by telephone, by letter or in person: kind is see, change or delete; answers the code."""

    case: str
    kind: str


@dataclass(frozen=True)
class CheckAsker(Command[Done | Refused]):
    """2.5: it was checked again, live, who asks. method: call, video, in_person."""

    code: str
    method: str


@dataclass(frozen=True)
class HoldData(Command[Done | Refused]):
    """2.4: nothing of this family is deleted until the hold is lifted."""

    code: str
    hold: bool


@dataclass(frozen=True)
class CorrectName(Command[Done | Refused]):
    """2.5: the full name of an adult was wrong, or is another now; the number is the one in the request's details."""

    code: str
    adult: int
    full_name: str


@dataclass(frozen=True)
class CorrectAnswer(Command[Done | Refused]):
    """2.5: what the family told was wrong, or is another now. answer: ring_number, known_from or access_needs."""

    code: str
    answer: str
    words: str


@dataclass(frozen=True)
class EraseData(Command[tuple[str, ...] | Refused]):
    """X4: erase what may be erased; answers the codes of what stays."""

    code: str


@dataclass(frozen=True)
class AnswerDataRequest(Command[Done | Refused]):
    """The request is answered: outcome is given, corrected or refused; the words go to whoever asked."""

    code: str
    outcome: str
    words: str

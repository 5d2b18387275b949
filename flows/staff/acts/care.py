"""Commands about call-backs and about phones: second ones and frozen ones."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class RingLine:
    """One call-back task, with what is needed to ring."""

    code: str
    name: str
    number: str
    safe_time: str
    due_at: datetime


@dataclass(frozen=True)
class ListRings(Command[tuple[RingLine, ...]]):
    """The open call-back tasks of this member of staff; audited."""


@dataclass(frozen=True)
class CloseRing(Command[Done | Refused]):
    """outcome: spoke, no_answer (no_answer keeps it open, due again)."""

    code: str
    outcome: str


@dataclass(frozen=True)
class ConfirmPhone(Command[Done | Refused]):
    """Confirm that a second phone is that adult's own."""

    code: str


@dataclass(frozen=True)
class ListFrozen(Command[tuple[tuple[str, str, str], ...] | Refused]):
    """G6.4: number (as text), name, and a telephone known before, of each adult whose phone is frozen; audited.

    The frozen phone's own number is no way to check, so it is left out.
    """

    case: str


@dataclass(frozen=True)
class Unfreeze(Command[Done | Refused]):
    """G7.2: open a frozen phone after a live re-check of its owner. method: call, video, in_person."""

    case: str
    adult: str
    method: str

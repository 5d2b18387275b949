"""Commands about call-backs and about phones: second ones and frozen ones."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class RingLine:
    """One call-back task, with what is needed to ring.

    `changed`: the phone that asks may be in other hands. Then `number` is one known before, and never its own.
    """

    code: str
    name: str
    number: str
    safe_time: str
    due_at: datetime
    changed: bool = False


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
class FrozenLine:
    """G6.4: a frozen contact, whose it is, and a telephone known before.

    The frozen phone's own number is no way to check, so it is left out. `change`: names its last change; a check that
    was made before another one is no check.
    """

    contact: str
    name: str
    channel: str
    phone: str
    change: str = ""


@dataclass(frozen=True)
class ListFrozen(Command[tuple[FrozenLine, ...] | Refused]):
    """G6.4: the family's frozen contacts; audited."""

    case: str


@dataclass(frozen=True)
class Unfreeze(Command[Done | Refused]):
    """G7.2: open a frozen phone after a live re-check of its owner.

    method: call (on a number known before), agency (on one that the referrer's agency gave), video, in_person.
    """

    case: str
    contact: str
    method: str


@dataclass(frozen=True)
class ReportWarning(Command[str | Refused]):
    """A3: they were not free to speak, on the call about a case's frozen contact or on a promised call; its concern.

    `code`: the case, or the promised call (then without `contact`); `words`: what the safeguarding lead reads.
    """

    code: str
    contact: str | None
    words: str


@dataclass(frozen=True)
class ContactLine:
    """G6.4: one contact of an adult. state: first (written to by itself), also, frozen, held or stopped."""

    contact: str
    name: str
    channel: str
    state: str


@dataclass(frozen=True)
class ListContacts(Command[tuple[ContactLine, ...] | Refused]):
    """G6.4: from where the adults of a family write; audited."""

    case: str


@dataclass(frozen=True)
class LoseContact(Command[str | Refused]):
    """G6.4: a phone was lost: it counts no more ("removed"), or, the only one of its adult, is "frozen"."""

    case: str
    contact: str

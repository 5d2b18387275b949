"""Commands about colleagues: who stands in, who is qualified, who leaves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class ListCovers(Command[tuple[tuple[str, str], ...] | Refused]):
    """G1.5: handle and name of those who may take this seat for this meeting."""

    meeting: str
    seat: str


@dataclass(frozen=True)
class Cover(Command[Done | Refused]):
    """G1.5: somebody takes a seat for one meeting only."""

    meeting: str
    seat: str
    handle: str


@dataclass(frozen=True)
class Qualified:
    """A colleague and the mark that they have; `words` say what the qualification is."""

    handle: str
    name: str
    until: datetime | None
    words: str


@dataclass(frozen=True)
class ListQualified(Command[tuple[Qualified, ...] | Refused]):
    """G1.1: every colleague with their mark, for a manager."""


@dataclass(frozen=True)
class Attest(Command[Done | Refused]):
    """G1.1: a manager's mark: what the qualification is, and the last day on which it holds."""

    handle: str
    words: str
    last_day: date


@dataclass(frozen=True)
class SetOnline(Command[Done | Refused]):
    """H1.2: whether a group meets online at all."""

    group: str
    online: bool


@dataclass(frozen=True)
class Leaving:
    """What was taken from somebody who left, as counts: groups, paused, meetings, passwords, cases ..."""

    name: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Offboard(Command[Leaving | Refused]):
    """H2.4: end a colleague's account in one act."""

    handle: str


@dataclass(frozen=True)
class LockedDown:
    """What a lockdown did, as counts: approvals, halves, invitations, passwords, shut, yeses, concerns."""

    name: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class LockDown(Command[LockedDown | Refused]):
    """H2.3: shut an account that somebody else may have."""

    handle: str

"""Commands about one-to-ones: to propose, to begin, to end."""

from dataclasses import dataclass
from datetime import date, datetime, time

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class AdultsToMeet:
    """The group, and number (as text) and name of each member of it, or of one family."""

    group: str
    adults: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ListAdults(Command[AdultsToMeet | Refused]):
    """G5.1: whom a one-to-one can be proposed to; the code is a group's or a case's."""

    code: str


@dataclass(frozen=True)
class ScheduleOneToOne(Command["OneToOneMade | Refused"]):
    """I1.1, I2.1. sensitive: yes, no, not_sure. reason: a manager's, for a platform that is not private."""

    group: str
    number: str
    day: date
    at: time
    minutes: int
    platform: str
    end_to_end: bool
    sensitive: str
    buddy: str
    reason: str | None


@dataclass(frozen=True)
class OneToOneMade:
    """What was made. `told`: the adult was written to; a silent or closed phone is not."""

    code: str
    when: datetime
    told: bool


@dataclass(frozen=True)
class OneToOneLine:
    """One of those to come, as a pointer."""

    code: str
    when: datetime
    begun: bool
    leads: bool


@dataclass(frozen=True)
class ListOneToOnes(Command[tuple[OneToOneLine, ...]]):
    """Those that one leads, or knows of as a buddy."""


@dataclass(frozen=True)
class OneToOneDetails:
    """What whoever leads it needs; reading it is audited (H2.2)."""

    code: str
    when: datetime
    name: str
    phone: str
    platform: str
    accepted: bool


@dataclass(frozen=True)
class ReadOneToOne(Command[OneToOneDetails | Refused]):
    """I1.1: whom it is with, and the verified contact to ring."""

    code: str


@dataclass(frozen=True)
class BeginOneToOne(Command[Done | Refused]):
    """I1.1, H3.3: the two ticks, and the buddy hears that it has begun."""

    code: str
    nothing_recorded: bool
    recognised: bool


@dataclass(frozen=True)
class EndOneToOne(Command[Done | Refused]):
    """I1.1: the check-out. Nothing of what was said is written down."""

    code: str

"""Commands of adults who are invited to a one-to-one."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class Invited:
    """I1.1: a one-to-one that an adult of this contact is invited to."""

    code: str
    adult: int
    screen_name: str
    leader: str
    when: datetime
    platform: str
    accepted: bool


@dataclass(frozen=True)
class ListInvited(Command[tuple[Invited, ...]]):
    """The one-to-ones to come of the adults who use this contact."""


@dataclass(frozen=True)
class AcceptOneToOne(Command[Done | Refused]):
    """G4.5: the adult's own yes."""

    code: str
    adult: int


@dataclass(frozen=True)
class DeclineOneToOne(Command[Done | Refused]):
    """G4.6: no is fine; it does not take place, and whoever proposed it is told."""

    code: str
    adult: int

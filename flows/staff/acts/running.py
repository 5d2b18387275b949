"""Commands while a meeting runs: somebody not recognised, the moderator's list, an open session, what happened."""

from dataclasses import dataclass
from typing import ClassVar

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class Noted:
    """What follows from somebody unknown. `open_large`: unverified people may come in (L1.3).

    `large`: with this adult so many are there that a moderator is needed, and none is confirmed (L1.2).
    """

    open_large: bool = False
    large: bool = False


@dataclass(frozen=True)
class NoteStranger(Command[Noted | Refused]):
    """G7.6: kind is name (not on the list), face (or voice: not known) or extra (one adult more on a screen)."""

    final: ClassVar[bool] = True
    code: str
    kind: str


@dataclass(frozen=True)
class TickModeration(Command[Done | Refused]):
    """L1.5: the moderator's list; ticks are the numbers that were ticked."""

    code: str
    ticks: tuple[int, ...]


@dataclass(frozen=True)
class NoteIncident(Command[Done | Refused]):
    """What the leader's team says at the end: nothing, broken, hurt or other."""

    final: ClassVar[bool] = True
    code: str
    kind: str


@dataclass(frozen=True)
class SetScreenName(Command[Done | Refused]):
    """G7.4: member is the number from ListMembers; the leader allows this name."""

    group: str
    member: str
    name: str


@dataclass(frozen=True)
class OpenSession:
    """A large session as a manager sees it before opening it to unverified people."""

    code: str
    group: str
    adults: int
    families: int
    screens: int
    moderator: str
    is_open: bool


@dataclass(frozen=True)
class ReadOpenSession(Command[OpenSession | Refused]):
    """L1.3: read it, if this manager may open it at all."""

    code: str


@dataclass(frozen=True)
class SwitchOpenSession(Command[Done | Refused]):
    """L1.3, L1.4: numbers of the steps that are set up, and of the further ones."""

    code: str
    steps: tuple[int, ...]
    further: tuple[int, ...]


@dataclass(frozen=True)
class CloseOpenSession(Command[Done | Refused]):
    """L1.3: only verified people come in again."""

    code: str

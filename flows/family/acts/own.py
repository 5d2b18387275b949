"""Commands of whoever changes or asks for what is kept of them, pauses or leaves."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class SetLanguage(Command[Done]):
    """Use this language with the contact from now on."""

    language: str


@dataclass(frozen=True)
class ChangeDetail(Command[Done | Refused]):
    """Change the screen name or the safe times; field is "screen_name" or "safe_times"."""

    field: str
    adult: int
    value: str


@dataclass(frozen=True)
class PausePushes(Command[Done]):
    """STOP (True) or START (False), for this contact; `everywhere`: for all contacts of the adult who writes."""

    paused: bool
    everywhere: bool = False


@dataclass(frozen=True)
class AskForData(Command[datetime]):
    """Open a data request: kind is see, change, delete or object; answers the date by which it is answered."""

    kind: str


@dataclass(frozen=True)
class MayDecide(Command[Done | Refused]):
    """G6.4: whether this phone is the adult's beyond doubt, before they are asked anything that counts."""


@dataclass(frozen=True)
class Leave(Command[Done | Refused]):
    """End the memberships of one adult."""

    adult: int

"""What the service asks of a platform's provider: to make a meeting, look at it, end it. No database here."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from flows.policy.platform import Tick
from storage.passcodes import Rules


@dataclass(frozen=True)
class Wanted:
    """A meeting that is wanted. `marker` is how it is found again if nobody knows whether it was made.

    `end_to_end`: sensitive things may come up, and staff chose the platform's own end-to-end mode (I2.1, I2.2).
    """

    marker: str
    password: str = field(repr=False)
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    end_to_end: bool = False


@dataclass(frozen=True)
class Made:
    """A meeting that is there. `number`: what the provider calls it; `confirmed`: what its answer vouches for."""

    number: str
    link: str = field(repr=False)
    confirmed: frozenset[Tick]
    rules: Rules | None = None


@dataclass(frozen=True)
class Seen:
    """A meeting that was looked at again. `holds`: what is still so; `on_time`: it begins when it was wanted to."""

    holds: frozenset[Tick]
    on_time: bool = True


class Reason(StrEnum):
    """Why something did not work, in the words that the texts are chosen by."""

    SIGN_IN = "sign_in"
    NOT_ALLOWED = "not_allowed"
    BUSY = "busy"
    SPENT = "spent"
    AWAY = "away"
    UNKNOWN = "unknown"
    GONE = "gone"
    PASSCODE = "passcode"
    REFUSED = "refused"


class Trouble(Exception):
    """The provider did not do it. It names a reason and nothing of what was asked or answered."""

    def __init__(self, reason: Reason, *, after: timedelta | None = None, rules: Rules | None = None) -> None:
        super().__init__(reason.value)
        self.reason, self.after, self.rules = reason, after, rules


class Provider(Protocol):
    """One provider. Each method may raise Trouble; none of them is called inside a transaction."""

    @property
    def name(self) -> str:
        """What it is called in doorstep.toml."""
        ...

    async def make(self, wanted: Wanted, *, look_first: bool) -> Made:
        """Make a fresh meeting; after an outcome that nobody knows, first look for one with this marker."""
        ...

    async def check(self, number: str, wanted: Wanted) -> Seen:
        """Look at a meeting again and say what still holds. Trouble(GONE) if it is not there any more."""
        ...

    async def close(self, number: str | None, marker: str) -> None:
        """End it for everybody and take it away; one that is not there any more is no trouble."""
        ...

    async def host_link(self, number: str) -> str:
        """The link that lets whoever leads the meeting begin it."""
        ...

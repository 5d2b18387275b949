"""Jitsi Meet: a fresh room that nobody can guess for each session. A moderator sets its password, and ticks it."""

import secrets
from dataclasses import dataclass
from urllib.parse import urljoin

from bot.meetings.provider import Made, Provider, Seen, Wanted
from bot.settings import Settings
from flows.policy.platform import Tick

NAME = "jitsi"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_LENGTH = 20


@dataclass(frozen=True)
class Jitsi:
    """One server. A room there begins when somebody opens its link and is gone when the last one leaves."""

    url: str
    name: str = NAME

    async def make(self, wanted: Wanted, *, look_first: bool) -> Made:  # noqa: ARG002 (nothing is kept anywhere)
        """Name a room. Only its link is known to be right: the rest is ticked."""
        number = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
        return Made(number, await self.host_link(number), frozenset({Tick.LINK_PLAIN}))

    async def check(self, number: str, wanted: Wanted) -> Seen:  # noqa: ARG002 (nobody could say)
        """A name stays what it is."""
        return Seen(frozenset({Tick.LINK_PLAIN}))

    async def close(self, number: str | None, marker: str) -> None:
        """Whoever moderates ends it; its name is never used again."""

    async def host_link(self, number: str) -> str:
        """Everybody has the same link; who comes first as a member of the server moderates."""
        return urljoin(f"{self.url}/", number)


def build(settings: Settings) -> Provider | None:
    """Jitsi, where its address is set."""
    return None if settings.jitsi_url is None else Jitsi(settings.jitsi_url)


def lacks(settings: Settings) -> tuple[str, ...]:
    """Name the settings that are missing."""
    return () if settings.jitsi_url is not None else ("JITSI_URL",)

"""What every fake messenger has: it speaks the real one's HTTP, remembers what was asked, and fails when told to."""

import asyncio
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

BOT = "+441632960001"
ANNA = "5a246262-c981-4f08-b03b-e0276dbcab10"


@dataclass
class Fake:
    """What every fake has: the messages that went out, everything that was asked, and the next failures.

    A failure is "throttled", "down", "refused", "slow" (sent, but never answered) or a provider's own answer.
    """

    sent: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, str, Any]] = field(default_factory=list)
    told: asyncio.Queue[tuple[str, str]] = field(default_factory=asyncio.Queue)
    failures: list[Any] = field(default_factory=list)
    held: asyncio.Event = field(default_factory=asyncio.Event)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    def next_failure(self) -> Any:
        return self.failures.pop(0) if self.failures else None

    async def next_asked(self) -> tuple[str, str]:
        """Wait for what is asked after the answer to somebody else: what it is about, and its words."""
        return await asyncio.wait_for(self.told.get(), 20)

    async def hold(self) -> None:
        """Never answer, until the test is over."""
        self.held.set()
        await self.let_go.wait()


async def form_of(request: Request) -> dict[str, str]:
    """Read a posted form; empty fields stay."""
    return dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))

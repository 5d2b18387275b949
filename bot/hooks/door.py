"""The door that every messenger's posts come through: checked, journalled, answered, and only then taken."""

import asyncio
import hmac
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

import structlog
from pydantic import SecretStr
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot import turn, watching
from bot.channels.channel import Inbound
from bot.channels.notices import Notice
from bot.channels.payload import Frame, read_frame
from bot.house import House
from flows.policy.watching import FORGED_BEFORE_TOLD

log = structlog.get_logger()
LONGEST = 64 * 1024
TURNS_AT_ONCE = 4

Take: TypeAlias = Callable[[UUID], Awaitable[bool | None]]
Tell: TypeAlias = Callable[[Notice], Awaitable[None]]


class Door:
    """Lets one message in: into the journal first, then, in the background, to its turn."""

    def __init__(self, house: House, take: Take, tell: Tell | None) -> None:
        self.house, self._take, self._tell = house, take, tell
        self._turns, self._running = asyncio.Semaphore(TURNS_AT_ONCE), set[asyncio.Task[None]]()
        self._newest: dict[tuple[str, str], UUID] = {}
        self._refused: Counter[tuple[str, datetime]] = Counter()

    async def let_in(self, inbound: Inbound) -> bool:
        """Journal a message; True if it is new. Raises what the database raises: then nothing is acknowledged."""
        kept = await asyncio.to_thread(turn.receive, self.house, inbound)
        if kept is not None:
            self._ask_for_turn((inbound.channel, inbound.address), kept)
        return kept is not None

    def demand(self, allowed: bool, channel: str) -> None:
        """Answer 403 to whoever is not the messenger. Managers hear of many such posts, once an hour."""
        if not allowed:
            self._count_refused(channel)
            raise HTTPException(403, "This is for the messenger only.")

    async def tell(self, notice: Notice) -> None:
        """Pass on what is no message."""
        if self._tell is not None:
            await self._tell(notice)

    def later(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it after the answer. What a dying process leaves undone, the journal's own job takes up."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._finished)

    async def finish(self) -> None:
        """Wait for what is still being done."""
        await asyncio.gather(*self._running, return_exceptions=True)

    def _count_refused(self, channel: str) -> None:
        """Counted here and not in the database, so that a flood of forged posts costs it nothing."""
        hour = self.house.clock.now().replace(minute=0, second=0, microsecond=0)
        self._refused = Counter({each: times for each, times in self._refused.items() if each[1] == hour})
        self._refused[channel, hour] += 1
        if self._refused[channel, hour] == FORGED_BEFORE_TOLD:
            log.warning("forged_posts", channel=channel)
            self.later(asyncio.to_thread(self._tell_forged, channel))

    def _tell_forged(self, channel: str) -> None:
        with self.house.work("hooks") as work:
            watching.tell_forged(work, channel)

    def _ask_for_turn(self, who: tuple[str, str], kept: UUID) -> None:
        """Whoever writes a hundred messages stands in the queue once, like everybody else."""
        stands_there = who in self._newest
        self._newest[who] = kept
        if not stands_there:
            self.later(self._turns_of(who))

    async def _turns_of(self, who: tuple[str, str]) -> None:
        taken, are_left = None, False
        try:
            while are_left or taken != self._newest[who]:
                async with self._turns:
                    taken = self._newest[who]
                    are_left = bool(await self._take(taken))
        finally:
            del self._newest[who]

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        fault = None if task.cancelled() else task.exception()
        if fault is not None:
            log.warning("after_hook_failed", fault=type(fault).__name__)


def is_same(given: str, secret: SecretStr) -> bool:
    """Compare in constant time; an empty secret is no secret, so nothing equals it."""
    expected = secret.get_secret_value().encode()
    return bool(expected) and hmac.compare_digest(given.encode("utf-8", "replace"), expected)


async def frame_of(request: Request) -> Frame:
    """Read a posted JSON object."""
    frame = read_frame(await body_of(request))
    if frame is None:
        raise HTTPException(400, "This is not understood.")
    return frame


async def body_of(request: Request) -> bytes:
    """Read a body, refusing the longer ones before anything of them is understood."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST:
            raise HTTPException(413, "This is too long.")
    return bytes(body)

"""Signal's other way in: a websocket that is opened again whenever it ends, breaks or falls silent.

signalbot's own loop ends for good at a clean close and loses what comes while it waits; so the socket is ours.
What a frame means is in signal_inbound.py.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeAlias
from urllib.parse import quote

import structlog
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from bot.channels.payload import Frame, read_frame

log = structlog.get_logger()
PATIENCE = 2.0
PAUSE, LONGEST_PAUSE = 0.1, 2.0
BIGGEST = 2**20

Hear: TypeAlias = Callable[[Frame], Awaitable[None]]
Count: TypeAlias = Callable[[str], Awaitable[None]]


class BadFrameError(Exception):
    """The other side reports a fault of its own instead of an event."""


class SignalSocket:
    """One number's websocket. `patience`: seconds without an answer to a ping, twice, before it counts as dead.

    `count` is told of each fault: why it was opened again, or that something was no JSON object.
    """

    def __init__(self, api_url: str, number: str, hear: Hear, count: Count, *, patience: float = PATIENCE) -> None:
        self._url = f"ws{api_url.removeprefix('http')}/v1/receive/{quote(number, safe='')}"
        self._hear, self._count, self._patience = hear, count, patience
        # Reading never waits for storing: signal-cli-rest-api drops what it cannot hand over at once.
        self._arrived: asyncio.Queue[Frame | str] = asyncio.Queue()

    async def listen(self) -> None:
        """Hear every frame, in order, until cancelled; what had arrived by then is still heard."""
        storing = asyncio.create_task(self._store())
        try:
            await self._stay_connected()
        finally:
            await asyncio.shield(self._finish(storing))

    async def _stay_connected(self) -> None:
        pause = PAUSE
        while True:
            try:
                async with connect(
                    self._url,
                    open_timeout=self._patience,
                    close_timeout=self._patience / 4,
                    ping_interval=self._patience / 2,
                    ping_timeout=self._patience,
                    max_size=BIGGEST,
                    max_queue=None,
                    proxy=None,
                ) as socket:
                    pause = PAUSE
                    await self._read(socket)
                reason = "closed"
            except (OSError, WebSocketException, BadFrameError, TimeoutError) as fault:
                reason = _reason(fault)
            log.warning("signal_reopens", reason=reason)
            self._arrived.put_nowait(reason)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _read(self, socket: ClientConnection) -> None:
        async for text in socket:
            frame = read_frame(text if isinstance(text, bytes) else text.encode("utf-8", "replace"))
            if frame is not None and "error" in frame and "envelope" not in frame:
                raise BadFrameError
            self._arrived.put_nowait("no_json" if frame is None else frame)

    async def _store(self) -> None:
        while True:
            found = await self._arrived.get()
            await (self._count(found) if isinstance(found, str) else self._hear(found))
            self._arrived.task_done()

    async def _finish(self, storing: asyncio.Task[None]) -> None:
        ended = asyncio.create_task(self._arrived.join())
        await asyncio.wait([ended, storing], timeout=self._patience, return_when=asyncio.FIRST_COMPLETED)
        for task in (ended, storing):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def _reason(fault: Exception) -> str:
    match fault:
        case BadFrameError():
            return "bad_frame"
        case ConnectionClosed() if fault.rcvd is None:
            return "silent"
        case ConnectionClosed():
            return "broken"
    return "unreachable"

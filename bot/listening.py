"""Signal without its webhook: what is set at the start, and a websocket that one process of all listens to."""

import asyncio
from contextlib import suppress

import structlog

from bot.channels.signal import Signal
from bot.channels.signal_socket import SignalSocket
from bot.hooks.door import Door
from bot.hooks.signal_hearing import SignalHearing
from bot.settings import Settings
from storage.alone import Alone
from storage.database import AWAY

log = structlog.get_logger()
LOOK_SECONDS = 1.0
TRUST_AGAIN_SECONDS = 60.0


async def begin(channel: Signal, stop: asyncio.Event) -> None:
    """G6.4: until it is told, signal-cli might trust a changed safety number by itself; so it is told, at last."""
    while not stop.is_set() and not await channel.never_trust_changes():
        await _pause(stop, TRUST_AGAIN_SECONDS)


async def listen(channel: Signal, door: Door, settings: Settings, stop: asyncio.Event) -> None:
    """Listen for as long as this process has the right to, until told to stop; another one takes over at its death."""
    if settings.signal_receive != "websocket" or settings.signal_api_url is None:
        return
    hearing = SignalHearing(door, channel)
    socket = SignalSocket(settings.signal_api_url, channel.number, hearing.hear_at_last, hearing.count)
    right = Alone(door.house.engine, f"signal {channel.number}")
    listening: asyncio.Task[None] | None = None
    try:
        while not stop.is_set():
            may = await _may(right)
            if may is False:
                await _ended(listening)
            elif may and (listening is None or listening.done()):
                listening = asyncio.create_task(socket.listen())
            await _pause(stop, LOOK_SECONDS)
    finally:
        await _ended(listening)
        await door.finish()
        await asyncio.to_thread(right.give_up)


async def _may(right: Alone) -> bool | None:
    """Tell whether this process has the right; None while nobody can tell, because the database is away."""
    try:
        return await asyncio.to_thread(lambda: right.holds() or right.holds())
    except AWAY:
        log.warning("signal_right_unknown")
        return None


async def _ended(listening: asyncio.Task[None] | None) -> None:
    if listening is not None:
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)

"""Telegram without a webhook: updates are fetched, kept, and only then confirmed. One process of all does it."""

import asyncio
from contextlib import suppress

import structlog

from bot import turn
from bot.channels.channel import SendError
from bot.channels.payload import Frame, number
from bot.channels.telegram import Telegram
from bot.channels.telegram_inbound import Moved, Update, heard
from bot.channels.telegram_memory import OFFSET, chat_now, has_moved
from bot.house import House
from storage import marks
from storage.alone import Alone

log = structlog.get_logger()
LONG_SECONDS = 25
AGAIN_SECONDS = 5.0


async def keep_polling(house: House, channel: Telegram, stop: asyncio.Event, seconds: int = LONG_SECONDS) -> None:
    """Fetch until told to stop."""
    right = Alone(house.engine, "telegram.polling")
    try:
        while not stop.is_set():
            if not await asyncio.to_thread(right.holds) or not await _fetched(house, channel, seconds):
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), AGAIN_SECONDS)
    finally:
        await asyncio.to_thread(right.give_up)


async def fetch(house: House, channel: Telegram, seconds: int) -> int:
    """Fetch once; asking for what comes next confirms what was kept. Raises SendError."""
    frames = await channel.updates(await asyncio.to_thread(_next, house), seconds)
    for frame in frames:
        update = await asyncio.to_thread(_keep, house, channel, frame)
        if update is not None and update.press is not None:
            await channel.answer(update.press)
    return len(frames)


async def _fetched(house: House, channel: Telegram, seconds: int) -> bool:
    try:
        await fetch(house, channel, seconds)
    except SendError as error:
        log.warning("telegram_does_not_answer", reason=error.reason)
        if error.reason == "another_one_listens":
            with suppress(SendError):
                await channel.stop_posting()
        return False
    return True


def _keep(house: House, channel: Telegram, frame: Frame) -> Update | None:
    """Journal an update and move on to the next, in one transaction."""
    chat = chat_now(channel.memory, channel.staff_chat)
    found = heard(frame, channel.staff_chat, house.clock.now(), chat)
    if isinstance(found, Moved):
        has_moved(channel.memory, channel.staff_chat, found.became)
    update = found if isinstance(found, Update) else None
    with house.work("inbox") as work:
        if update is not None:
            turn.journal(house, work, update.inbound)
        marks.write(work.connection, OFFSET, str((number(frame, "update_id") or 0) + 1))
    return update


def _next(house: House) -> int | None:
    with house.engine.begin() as connection:
        found = marks.read(connection, OFFSET)
    return None if found is None else int(found)

"""What the worker asks providers for by itself, beside what they post."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from functools import partial

from bot.channels.channel import Channel
from bot.channels.telegram import Telegram
from bot.channels.whatsapp import WhatsApp
from bot.house import House
from bot.polling import keep_polling
from bot.reconciling import keep_reconciling


def fetching(
    house: House, channels: Mapping[str, Channel], stop: asyncio.Event
) -> Iterator[Callable[[], Awaitable[None]]]:
    """One that runs until told to stop for each channel that can be asked."""
    for channel in channels.values():
        if isinstance(channel, WhatsApp):
            yield partial(keep_reconciling, house, channel, stop)
        if isinstance(channel, Telegram) and channel.polls:
            yield partial(keep_polling, house, channel, stop)

"""One event of Signal's, however it came in: kept first, then told on. Pictures are deleted unseen."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

import structlog

from bot.channels import signal_inbound
from bot.channels.channel import Inbound
from bot.channels.notices import IdentityChanged, Receipt
from bot.channels.payload import Frame
from bot.channels.signal import Signal
from bot.hooks.door import Door
from storage import tallies
from storage.database import AWAY

log = structlog.get_logger()
# Neither the webhook nor the websocket brings an event twice: while the database is away for a moment, we wait.
PAUSES = (0.1, 0.4, 1.0, 2.0)


class SignalHearing:
    """Hears the events of one Signal number."""

    def __init__(self, door: Door, channel: Signal, pauses: Sequence[float] = PAUSES) -> None:
        self._door, self._channel, self._pauses = door, channel, pauses

    async def hear(self, frame: Frame) -> None:
        """Keep one event. Raises what the database raises, after some patience."""
        for pause in self._pauses:
            try:
                return await self._hear(frame)
            except AWAY:
                await asyncio.sleep(pause)
        return await self._hear(frame)

    async def hear_at_last(self, frame: Frame) -> None:
        """Keep one event, however long the database is away. What cannot be kept at all holds back nothing."""
        while True:
            [fault] = await asyncio.gather(self.hear(frame), return_exceptions=True)
            if not isinstance(fault, AWAY):
                break
            log.warning("signal_waits_for_database")
        if fault is not None:
            log.error("signal_event_lost", fault=type(fault).__name__)

    async def count(self, fault: str) -> None:
        """Count a fault of Signal's way in; where nobody can write it down, it goes uncounted."""
        with suppress(*AWAY):
            await asyncio.to_thread(self._count, fault)

    async def _hear(self, frame: Frame) -> None:
        channel = self._channel
        match signal_inbound.heard(frame, channel.number, channel.staff_group):
            case Inbound() as inbound:
                await self._door.let_in(inbound)
            case Receipt() | IdentityChanged() as notice:
                await self._door.tell(notice)
            case None if (unread := signal_inbound.unread(frame, channel.number)) is not None:
                await self.count(unread)
        for attachment in signal_inbound.attachments(frame, channel.number):
            self._door.later(channel.forget_attachment(attachment))

    def _count(self, fault: str) -> None:
        with self._door.house.engine.begin() as connection:
            tallies.add(connection, tallies.SIGNAL_FAULTS, fault)

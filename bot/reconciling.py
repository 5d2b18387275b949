"""What the worker fetches by itself: WhatsApp messages that the webhook did not bring, and what is left at Twilio."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from bot import turn
from bot.channels.channel import Inbound, SendError
from bot.channels.whatsapp import WhatsApp
from bot.house import House
from storage import contacts, leftovers, marks
from storage.alone import Alone

log = structlog.get_logger()
EVERY_SECONDS = 180.0
OVERLAP = timedelta(minutes=10)
FIRST_LOOK = timedelta(days=1)
MARK, EMPTIED, BEGAN = "whatsapp.reconciled", "whatsapp.emptied", "whatsapp.began"
# A phone that was off for long gets its messages late, and nobody may have told us.
EMPTY_EVERY, LATEST_DELIVERY = timedelta(days=1), timedelta(days=31)
MOST_REMOVED = 300


async def keep_reconciling(house: House, channel: WhatsApp, stop: asyncio.Event) -> None:
    """Now and every few minutes until told to stop, in one of all processes."""
    right = Alone(house.engine, MARK)
    try:
        while not stop.is_set():
            with suppress(SendError):
                if await asyncio.to_thread(right.holds):
                    await reconcile(house, channel)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), EVERY_SECONDS)
    finally:
        await asyncio.to_thread(right.give_up)


async def reconcile(house: House, channel: WhatsApp) -> int:
    """Journal what was missed, empty what is done at Twilio and delete what went here; answers how many were missed.

    A message carries the time at which it was sent, so that a late one does not answer a newer question.
    Raises SendError.
    """
    now = house.clock.now()
    since = await asyncio.to_thread(_when, house, MARK, now - FIRST_LOOK) - OVERLAP
    emptied, began = [await asyncio.to_thread(_when, house, mark, now) for mark in (EMPTIED, BEGAN)]
    is_all = now - emptied >= EMPTY_EVERY
    # What the number was used for before Doorstep is not ours to empty.
    empty_since = max(began - OVERLAP, now - LATEST_DELIVERY) if is_all else since
    missed = 0
    for inbound in await channel.missed(since):
        kept = await asyncio.to_thread(_receive, house, inbound)
        missed += kept is not None
        if inbound.text or kept is not None:
            await channel.redact(inbound.key, media=inbound.kind != "text")
    # What came before the overlap is in the journal by now, whichever way it came.
    for sid, has_media in await channel.left(empty_since, now - OVERLAP):
        await channel.redact(sid, media=has_media)
    await asyncio.to_thread(_looked, house, {MARK: now, EMPTIED: now if is_all else emptied, BEGAN: began})
    if missed:
        log.warning("messages_were_missed", channel=channel.name, count=missed)
    await _remove_leftovers(house, channel)
    return missed


async def _remove_leftovers(house: House, channel: WhatsApp) -> None:
    """X4: delete at Twilio what went here. Where Twilio would not, all that is left waits for the next look."""
    for leftover_id, reference in await asyncio.to_thread(_leftovers, house, channel.name):
        if not await channel.remove(reference):
            log.info("not_removed", sid=reference)
            return
        await asyncio.to_thread(_gone, house, leftover_id)


def _leftovers(house: House, channel: str) -> list[tuple[UUID, str]]:
    with house.engine.begin() as connection:
        return leftovers.some(connection, channel, MOST_REMOVED)


def _gone(house: House, leftover_id: UUID) -> None:
    with house.engine.begin() as connection:
        leftovers.gone(connection, leftover_id)


def _receive(house: House, inbound: Inbound) -> UUID | None:
    """The list knows numbers only: who is known by an id is found by the number that they last wrote from."""
    with house.work("inbox") as work:
        known = contacts.of_number(work, inbound.channel, inbound.address)
        address = inbound.address if known is None else known.address(work)
    return turn.receive(house, replace(inbound, address=address, reply_to=inbound.address))


def _when(house: House, mark: str, otherwise: datetime) -> datetime:
    with house.engine.begin() as connection:
        found = marks.read(connection, mark)
    return otherwise if found is None else datetime.fromisoformat(found)


def _looked(house: House, looks: dict[str, datetime]) -> None:
    with house.engine.begin() as connection:
        for mark, at in looks.items():
            marks.write(connection, mark, at.isoformat())

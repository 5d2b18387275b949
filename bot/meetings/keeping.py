"""Rooms that are due: each is claimed in a transaction, asked for outside any, and written down in another.

A process may die between any two lines: the room is due again when its lease is over, and is looked for before
it is made again.
"""

import asyncio
from dataclasses import dataclass
from typing import Any

import structlog

from bot.house import House
from bot.meetings import outcomes
from bot.meetings.provider import Made, Provider, Reason, Seen, Trouble, Wanted
from storage import meetings, passwords, rooms
from storage.meetings import Meeting
from storage.rooms import Room
from storage.work import Work

log = structlog.get_logger()
PATIENCE_SECONDS = 90
ACTOR = "provider"


@dataclass(frozen=True)
class _Task:
    room: Room
    provider: Provider
    marker: str
    number: str | None
    wanted: Wanted | None


async def keep(house: House) -> int:
    """Do for every room what is due; answers for how many."""
    if not house.providers:
        return 0
    await asyncio.to_thread(_look_around, house)
    kept = 0
    while (task := await asyncio.to_thread(_claim, house)) is not None:
        await _perform(house, task)
        kept += 1
    return kept


def _look_around(house: House) -> None:
    names = {platform: provider.name for platform, provider in house.providers.items()}
    with house.work(ACTOR) as work:
        rooms.want_missing(work, names)
        rooms.leave_stale(work)


def _claim(house: House) -> _Task | None:
    by_name = {provider.name: provider for provider in house.providers.values()}
    with house.work(ACTOR) as work:
        while (room := rooms.claim(work)) is not None:
            meeting, provider = meetings.by_id(work, room.meeting_id), by_name.get(room.provider)
            if meeting is None or provider is None:
                rooms.change(work, room, due_at=None)
                continue
            wanted = _wanted(work, house, meeting, room)
            if wanted is not None or room.status == rooms.LEAVING:
                return _Task(room, provider, _marker(meeting, room), room.number(work), wanted)
            rooms.change(work, room, due_at=work.now + outcomes.LOOK_AGAIN)
    return None


def _wanted(work: Work, house: House, meeting: Meeting, room: Room) -> Wanted | None:
    """What the provider is asked for; None for a room whose password was replaced meanwhile."""
    password = passwords.in_clear(work, meeting) if room.version == meeting.password_version else None
    if password is None:
        return None
    marker, zone = _marker(meeting, room), house.organisation.time_zone
    return Wanted(marker, password, meeting.starts_at, meeting.ends_at, zone, meeting.end_to_end)


def _marker(meeting: Meeting, room: Room) -> str:
    """Codes only: whoever looks at the provider's pages learns no name of a group."""
    return f"{meeting.code}-{room.version}"


async def _perform(house: House, task: _Task) -> None:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            found = await _asked(task)
    except (Trouble, TimeoutError) as trouble:
        known = trouble if isinstance(trouble, Trouble) else Trouble(Reason.UNKNOWN)
        log.warning("room_trouble", room=str(task.room.id), reason=known.reason.value)
        await asyncio.to_thread(outcomes.troubled, house, task.room, known)
    else:
        await asyncio.to_thread(_settle, house, task, found)


async def _asked(task: _Task) -> Any:
    room, provider, number = task.room, task.provider, task.number
    if room.status == rooms.LEAVING:
        return await provider.close(number, task.marker) if number is not None or room.attempts else None
    if task.wanted is None:
        raise LookupError("nothing is wanted")
    if number is None:
        return await provider.make(task.wanted, look_first=room.attempts > 0)
    if room.host_for is not None:
        return await provider.host_link(number)
    return await provider.check(number, task.wanted)


def _settle(house: House, task: _Task, found: Any) -> None:
    match found:
        case Made():
            outcomes.made(house, task.room, found)
        case str():
            outcomes.host_link(house, task.room, found)
        case Seen():
            outcomes.checked(house, task.room, found)
        case _:
            outcomes.closed(house, task.room)

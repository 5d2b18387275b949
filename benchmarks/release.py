"""Release: everybody's link and password at the same minute by a loopback provider; and a leak beside that load."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from time import perf_counter, sleep
from uuid import UUID, uuid4

import httpx
from sqlalchemy import text

from benchmarks import members
from benchmarks.place import Place
from benchmarks.processes import free_port, started
from benchmarks.rounds import Figure, interleaved
from bot import jobs
from bot.acts import ACTS
from bot.channels.channel import Channel
from bot.channels.signal import Signal
from bot.house import House
from bot.moment import Moment
from flows.staff.acts.platform import Rotate, SetPlatform
from storage import meetings, staff

GROUP, LEAKED_GROUP = 12, 30
AT_ONCE = 32
GOAL = 0.5
WATCHED_SECONDS = 0.1  # Who looks more often takes the time of what is measured.
BODY = {"message": "The password is 12 34 56 78.", "number": "+441632960001", "recipients": [str(uuid4())]}
UNSENT = "SELECT count(*) FROM outbox WHERE status IN ('due', 'sending') AND due_at <= now()"
FIRST = """
    SELECT max(first) - min(first), max(last) - min(first) FROM (
        SELECT r.meeting_id, extract(epoch FROM min(o.sent_at)) AS first, extract(epoch FROM max(o.sent_at)) AS last
        FROM outbox o JOIN releases r ON r.id = o.release_id WHERE r.meeting_id = ANY(:ids) AND o.sent_at IS NOT NULL
        GROUP BY r.meeting_id) AS groups
"""


def measured(place: Place, people: int, rounds: int) -> list[Figure]:
    """Deliveries a second; how late the last group begins; and the seconds from a leak to the last new password."""
    groups, latest = max(1, people // GROUP // rounds), list[tuple[float, float]]()
    with place.database() as url, place.house(url) as playing, ExitStack() as running:
        port = free_port()
        running.enter_context(started("benchmarks.provider", str(port), port=port))
        house = replace(playing, playground=False)
        provider = f"http://127.0.0.1:{port}"
        channels: dict[str, Channel] = {"signal": Signal(provider, "+441632960001")}

        def ours(_: int) -> float:
            ids = [members.group(house, GROUP) for _ in range(groups)]
            queued = sum(members.release(house, each) for each in ids)
            took = asyncio.run(_deliver(house, channels, url))
            latest.append(_latest(house, ids))
            return queued / took

        def bare(_: int) -> float:
            return asyncio.run(_bare(provider, 2 * GROUP * groups))

        fast, bare_fast = interleaved(rounds, ours, bare)
        leaks = tuple(_leak(house, channels, url, groups) for _ in range(rounds))
    sent = (
        f"{2 * GROUP * groups * rounds:,} messages for {GROUP * groups * rounds:,} members of {groups * rounds} groups"
    )
    share = tuple(100 * first / last if last else 0.0 for first, last in latest)
    return [
        Figure("Release", "Passwords at the same minute", "deliveries a second", fast, bare_fast, GOAL, note=sent),
        Figure("Release", "The last group's first message", "% of the time for all", share),
        Figure("Release", "From a leak to the last new password, 30 holders beside that load", "seconds", leaks),
    ]


async def _deliver(house: House, channels: dict[str, Channel], url: str) -> float:
    """Seconds until a worker that begins now has sent everything."""
    stop, began = asyncio.Event(), perf_counter()
    working = asyncio.create_task(jobs.work(house, channels, url, stop))
    await asyncio.to_thread(_await, lambda: _unsent(house) == 0)
    took = perf_counter() - began
    stop.set()
    await working
    return took


def _await(happened: Callable[[], bool]) -> None:
    while not happened():
        sleep(WATCHED_SECONDS)


def _unsent(house: House) -> int:
    with house.engine.connect() as connection:
        return int(connection.execute(text(UNSENT)).scalar_one())


async def _bare(provider: str, messages: int) -> float:
    places, began = asyncio.Semaphore(AT_ONCE), perf_counter()
    async with httpx.AsyncClient(timeout=60) as client:

        async def post() -> None:
            async with places:
                (await client.post(f"{provider}/v2/send", json=BODY)).raise_for_status()

        await asyncio.gather(*(post() for _ in range(messages)))
    return messages / (perf_counter() - began)


def _latest(house: House, ids: Sequence[UUID]) -> tuple[float, float]:
    with house.engine.connect() as connection:
        row = connection.execute(text(FIRST), {"ids": list(ids)}).one()
    return float(row[0] or 0), float(row[1] or 0)


def _leak(house: House, channels: dict[str, Channel], url: str, groups: int) -> float:
    meeting_id = members.group(house, LEAKED_GROUP)
    members.release(house, meeting_id)
    asyncio.run(_deliver(house, channels, url))
    for each in [members.group(house, GROUP) for _ in range(groups)]:
        members.release(house, each)
    return asyncio.run(_leaks(house, channels, url, meeting_id))


async def _leaks(house: House, channels: dict[str, Channel], url: str, meeting_id: UUID) -> float:
    """A moderator says that it leaked while the load is being sent; the leader sets the new one at once."""
    stop = asyncio.Event()
    working = asyncio.create_task(jobs.work(house, channels, url, stop))
    await asyncio.sleep(0.2)
    began = perf_counter()
    await asyncio.to_thread(_rotate, house, meeting_id)
    await asyncio.to_thread(_await, lambda: not _waiting(house, meeting_id))
    took = perf_counter() - began
    stop.set()
    await working
    return took


def _rotate(house: House, meeting_id: UUID) -> None:
    with house.work("bench") as work:
        meeting = meetings.by_id(work, meeting_id)
    assert meeting is not None
    for command in (Rotate(meeting.code, "seen"), SetPlatform(meeting.code, 2, members.LINK)):
        with house.work(f"staff:{members.LEADER}") as work:
            member, line = staff.by_handle(work, members.LEADER), staff.line(work, members.LEADER)
            if member is not None and line is not None:
                moment = Moment(work, house.organisation, line, member.id, uuid4(), None, "act", texts=house.texts)
                ACTS[type(command)](moment, command)


def _waiting(house: House, meeting_id: UUID) -> bool:
    done = """
        SELECT count(*) FROM outbox o JOIN releases r ON r.id = o.release_id JOIN passwords w ON w.id = r.password_id
        WHERE w.meeting_id = :id AND w.version = 2 AND o.template = 'meeting_password' AND o.sent_at IS NOT NULL
    """
    with house.engine.connect() as connection:
        return int(connection.execute(text(done), {"id": meeting_id}).scalar_one()) < LEAKED_GROUP

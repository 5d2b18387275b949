"""Deferred work on PostgreSQL (Procrastinate): jobs carry an id and nothing else; the rows are the truth."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from uuid import UUID

import procrastinate
import structlog

from bot import sender, turn
from bot.channels.channel import Channel
from bot.fetching import fetching
from bot.house import House
from bot.meetings import keeping
from bot.timers import fire_due
from storage import due, queue
from storage.database import Connection
from storage.due import Due

log = structlog.get_logger()
STALLED_AFTER_SECONDS = 15
TICK_SECONDS = 0.5
AGAIN_SECONDS = 1.0
PRIORITY = {"deliver_first": 10}


def defer(connection: Connection, task: str, subject_id: UUID) -> None:
    """Defer a job inside an open transaction of ours."""
    queue.defer(connection, task, subject_id, PRIORITY.get(task, 0))


def worker_app(url: str, house: House, channels: dict[str, Channel]) -> procrastinate.App:
    """Build the worker's app: one task takes turns, one delivers a lane, and one a lane that others let by (G6.5)."""
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=url))

    async def take(subject_id: str) -> None:
        await asyncio.to_thread(turn.take, house, UUID(subject_id))

    async def deliver(subject_id: str) -> None:
        await sender.deliver(house, channels, UUID(subject_id))

    app.task(name="take")(take)
    app.task(name="deliver")(deliver)
    app.task(name="deliver_first")(deliver)
    return app


async def settle(house: House, channels: dict[str, Channel]) -> bool:
    """Do everything that is due now: waiting turns, timers, deliveries, rooms. True if there was anything."""
    settled = await _settle_ours(house, channels)
    kept = await keeping.keep(house)
    return settled or kept > 0


async def _settle_ours(house: House, channels: dict[str, Channel]) -> bool:
    """Do everything that does not wait for a platform's provider."""
    found = await asyncio.to_thread(_due, house)
    taken = [await _alone("turn", asyncio.to_thread(turn.take, house, inbox_id)) for inbox_id in found.turns]
    fired = await asyncio.to_thread(fire_due, house) if found.timers else 0
    deliveries = (sender.deliver(house, channels, lane_id) for lane_id in found.lanes)
    delivered = await asyncio.gather(*(_alone("delivery", each) for each in deliveries))
    if found.audit:
        await asyncio.to_thread(house.seal_audit)
    return any(taken) or fired > 0 or any(delivered)


async def sweep(house: House, channels: dict[str, Channel], app: procrastinate.App, stop: asyncio.Event) -> None:
    """Until told to stop: fire timers, pick up what lost its job, and take over the jobs of dead workers."""
    while not stop.is_set():
        await _alone("sweep", _sweep_once(house, channels, app))
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), TICK_SECONDS)


async def work(house: House, channels: dict[str, Channel], url: str, stop: asyncio.Event) -> None:
    """Run the worker and the sweeper until told to stop."""
    app = worker_app(url, house, channels)
    async with app.open_async():
        fetched = (_keep_trying(each) for each in fetching(house, channels, stop))
        running = [asyncio.create_task(each) for each in (_keep_working(app), _keep_rooms(house), *fetched)]
        try:
            await sweep(house, channels, app, stop)
        finally:
            for each in running:
                each.cancel()
            await asyncio.gather(*running, return_exceptions=True)


async def _keep_trying(fetch: Callable[[], Awaitable[None]]) -> None:
    """Fetch until told to stop; again after what went wrong."""
    while True:
        if await _alone("fetching", fetch()):
            return
        await asyncio.sleep(AGAIN_SECONDS)


async def _keep_working(app: procrastinate.App) -> None:
    """Run the worker, again after the database was away. The sweeper does its work meanwhile."""
    while True:
        run = app.run_worker_async(install_signal_handlers=False, concurrency=4, delete_jobs="always", wait=True)
        await _alone("worker", run)
        await asyncio.sleep(AGAIN_SECONDS)


async def _keep_rooms(house: House) -> None:
    """Ask the platforms' providers for what is due; nobody else waits for their answers."""
    while house.providers:
        await _alone("rooms", keeping.keep(house))
        await asyncio.sleep(TICK_SECONDS)


async def _sweep_once(house: House, channels: dict[str, Channel], app: procrastinate.App) -> None:
    await _settle_ours(house, channels)
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS):
        await app.job_manager.retry_job(job)


async def _alone(what: str, work: Awaitable[object]) -> bool:
    """Do one thing whose failure must not stop the others; False if it failed."""
    [result] = await asyncio.gather(work, return_exceptions=True)
    if isinstance(result, BaseException):
        log.warning("job_failed", job=what, fault=type(result).__name__)
    return not isinstance(result, BaseException)


def silence() -> None:
    """Keep Procrastinate's loggers, which print job arguments, out of our log."""
    for name in ("procrastinate", "procrastinate.worker", "procrastinate.jobs"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def anything_due(house: House) -> bool:
    """Tell whether a turn, a timer or a delivery is due and not done."""
    found = _due(house)
    return bool(found.turns or found.lanes or found.timers)


def _due(house: House) -> Due:
    with house.work("sweeper") as work:
        return due.now(work)

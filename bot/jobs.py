"""Deferred work on PostgreSQL (Procrastinate): jobs carry an id and nothing else; the rows are the truth."""

import asyncio
import logging
from contextlib import suppress
from uuid import UUID

import procrastinate

from bot import sender, turn
from bot.channels.channel import Channel
from bot.house import Defer, House
from bot.timers import fire_due
from storage import inbox, outbox, timers
from storage.database import Connection

STALLED_AFTER_SECONDS = 15
TICK_SECONDS = 0.5


def deferrer() -> Defer:
    """Make the function that defers a job inside an open transaction of ours."""
    app = procrastinate.App(connector=procrastinate.SyncPsycopgConnector())

    def defer(connection: Connection, task: str, subject_id: UUID) -> None:
        raw = connection.connection.driver_connection
        app.configure_task(task, connection=raw).defer(subject_id=str(subject_id))

    return defer


def worker_app(url: str, house: House, channels: dict[str, Channel]) -> procrastinate.App:
    """Build the worker's app: one task takes turns, one delivers a lane."""
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=url))

    async def take(subject_id: str) -> None:
        await asyncio.to_thread(turn.take, house, UUID(subject_id))

    async def deliver(subject_id: str) -> None:
        await sender.deliver(house, channels, UUID(subject_id))

    app.task(name="take")(take)
    app.task(name="deliver")(deliver)
    return app


async def settle(house: House, channels: dict[str, Channel]) -> bool:
    """Do everything that is due now: waiting turns, timers, deliveries. True if there was anything."""
    waiting, lane_ids = await asyncio.to_thread(_due, house)
    for inbox_id in waiting:
        await asyncio.to_thread(turn.take, house, inbox_id)
    fired = await asyncio.to_thread(fire_due, house)
    moved = await asyncio.gather(*(sender.deliver(house, channels, lane_id) for lane_id in lane_ids))
    if waiting or fired or any(moved):
        await asyncio.to_thread(house.seal_audit)
    return bool(waiting or fired or lane_ids)


async def sweep(house: House, channels: dict[str, Channel], app: procrastinate.App, stop: asyncio.Event) -> None:
    """Until told to stop: fire timers, pick up what lost its job, and take over the jobs of dead workers."""
    while not stop.is_set():
        await settle(house, channels)
        for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS):
            await app.job_manager.retry_job(job)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), TICK_SECONDS)


async def work(house: House, channels: dict[str, Channel], url: str, stop: asyncio.Event) -> None:
    """Run the worker and the sweeper until told to stop."""
    app = worker_app(url, house, channels)
    async with app.open_async():
        running = asyncio.create_task(
            app.run_worker_async(install_signal_handlers=False, concurrency=4, delete_jobs="always", wait=True)
        )
        try:
            await sweep(house, channels, app, stop)
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running


def silence() -> None:
    """Keep Procrastinate's loggers, which print job arguments, out of our log."""
    for name in ("procrastinate", "procrastinate.worker", "procrastinate.jobs"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def anything_due(house: House) -> bool:
    """Tell whether a turn, a timer or a delivery is due and not done."""
    with house.work("sweeper") as work:
        later = timers.next_due_at(work)
        return bool(inbox.waiting(work, 1) or outbox.lanes_due(work, 1) or (later is not None and later <= work.now))


def _due(house: House) -> tuple[list[UUID], list[UUID]]:
    with house.work("sweeper") as work:
        return inbox.waiting(work), outbox.lanes_due(work)

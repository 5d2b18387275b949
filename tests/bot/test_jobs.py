"""Deferred work: a job is in the turn's own transaction, holds an id and nothing else, and outlives its worker."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import DateTime, bindparam, text

from bot import jobs, turn
from bot.channels.channel import Inbound
from storage import contacts, outbox, phones, queued
from tests.stage import Stage

JOBS = text("SELECT task_name, args, status::text FROM procrastinate_jobs ORDER BY id")


@pytest.fixture
def at(playground: Stage) -> Stage:
    with playground.house.work("test") as work:
        phones.add(work, "amira", "signal", None)
    with playground.house.engine.begin() as connection:
        connection.execute(text("DELETE FROM procrastinate_jobs"))
    return playground


def kept(at: Stage) -> list[Any]:
    with at.house.engine.begin() as connection:
        return list(connection.execute(JOBS).mappings())


def receive(at: Stage, words: str = "my son Tobias") -> UUID | None:
    return turn.receive(at.house, Inbound("signal", "amira", "m1", words, at.house.clock.now()))


class ItBrokeError(Exception):
    """Something in a turn went wrong."""


def journal_and_break(at: Stage, inbound: Inbound) -> None:
    with at.house.work("inbox") as work:
        assert turn.journal(at.house, work, inbound) is not None
        raise ItBrokeError


def test_a_message_leaves_one_job_that_holds_its_id_and_nothing_else(at: Stage) -> None:
    inbox_id = receive(at)
    [job] = kept(at)
    assert (job["task_name"], job["args"], job["status"]) == ("take", {"subject_id": str(inbox_id)}, "todo")


def test_a_transaction_that_is_rolled_back_leaves_no_job_and_no_message(at: Stage) -> None:
    inbound = Inbound("signal", "amira", "m1", "hello", at.house.clock.now())
    with pytest.raises(ItBrokeError):
        journal_and_break(at, inbound)
    assert kept(at) == []
    assert receive(at) is not None


@pytest.mark.parametrize(("silent_for", "status"), [("1 minute", "todo"), ("0 seconds", "doing")])
def test_the_job_of_a_worker_that_died_is_taken_over_and_a_living_ones_is_left_to_it(
    at: Stage, silent_for: str, status: str
) -> None:
    """Who has said nothing for longer than a living worker is silent is dead."""
    heard = "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - CAST(:ago AS interval)) RETURNING id"
    with at.house.engine.begin() as connection:
        worker = connection.execute(text(heard), {"ago": silent_for}).scalar_one()
        at.house.defer(connection, "deliver", uuid4())
        connection.execute(text("UPDATE procrastinate_jobs SET status = 'doing', worker_id = :id"), {"id": worker})
    asyncio.run(sweep_once(at))
    [job] = kept(at)
    assert (job["task_name"], job["status"]) == ("deliver", status)


def test_what_lost_its_job_is_swept_up(at: Stage) -> None:
    receive(at, "hello")
    with at.house.engine.begin() as connection:
        connection.execute(text("DELETE FROM procrastinate_jobs"))
    for _ in range(2):  # The turn, then what it says.
        asyncio.run(sweep_once(at))
    at.talk.look()
    assert "Which language?" in at.talk.said_to("amira")[-1]


async def sweep_once(at: Stage) -> None:
    """Let the sweeper of a worker look around once."""
    app = jobs.worker_app(
        at.house.engine.url.set(drivername="postgresql").render_as_string(hide_password=False), at.house, at.channels
    )
    stop = asyncio.Event()
    async with app.open_async():
        sweeping = asyncio.create_task(jobs.sweep(at.house, at.channels, app, stop))
        await asyncio.sleep(0)
        stop.set()
        await sweeping


def test_where_many_lanes_wait_those_that_were_made_first_are_not_all_served_first(at: Stage) -> None:
    with at.house.work("test") as work:
        lines = [contacts.add(work, "signal", f"waits-{n}") for n in range(120)]
        for line in lines:
            assert outbox.tell(work, line, "hello", reply=True) is not None
        served = queued.lanes_due(bindparam("now", type_=DateTime(timezone=True)), limit=60)
        taken = set(work.connection.execute(served, {"now": work.now}).scalars())
    assert len(taken) == 60
    assert 15 <= len(taken & {line.lane_id for line in lines[:60]}) <= 45


@pytest.mark.clause("G6.5")
def test_what_is_said_after_a_leak_goes_before_whatever_else_waits(at: Stage) -> None:
    at.talk.do("after parts/tonight.txt")
    at.talk.do("sara> PASSWORD")
    with at.house.engine.begin() as connection:
        connection.execute(text("DELETE FROM procrastinate_jobs"))
        for _ in range(3):
            at.house.defer(connection, "deliver", uuid4())
    at.talk.do("sara> LEAKED")
    with at.house.engine.begin() as connection:
        first = connection.execute(
            text("SELECT task_name FROM procrastinate_jobs ORDER BY priority DESC, id LIMIT 1")
        ).scalar_one()
    assert first == "deliver_first"
    assert jobs.worker_app("postgresql://nowhere", at.house, dict(at.channels)).tasks.keys() >= {"deliver_first"}

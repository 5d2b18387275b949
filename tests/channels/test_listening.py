"""Of all processes one listens to Signal's websocket; what it hears is in the journal; another takes over."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import event, select, text

from bot import app, listening, metrics
from bot.hooks import hooks
from bot.settings import Settings
from storage.alone import Alone
from storage.tables import inbox
from tests.channels.live_world import World, signal_id

TAKEN_OVER_SECONDS = 5.0
TRIES_IN_A_LOOK = 2


@dataclass
class Listeners:
    """Several processes' listening, in one."""

    world: World
    settings: Settings
    stops: list[asyncio.Event] = field(default_factory=list)
    tasks: "list[asyncio.Task[None]]" = field(default_factory=list)

    def begin(self) -> asyncio.Event:
        stop, service = asyncio.Event(), self.world.service
        door = app.door_of(service)
        channel: Any = service.channels["signal"]
        self.stops.append(stop)
        self.tasks.append(asyncio.create_task(listening.listen(channel, door, self.settings, stop)))
        return stop

    async def until(self, happened: Callable[[], bool]) -> None:
        for _ in range(400):
            if happened():
                return
            await asyncio.sleep(0.05)
        raise TimeoutError

    def kept(self) -> int:
        with self.world.service.house.engine.begin() as connection:
            return len(connection.execute(select(inbox.c.id)).all())


@pytest.fixture
async def listeners(world: World) -> AsyncIterator[Listeners]:
    settings = world.service.settings.model_copy(update={"signal_receive": "websocket"})
    made = Listeners(world, settings)
    yield made
    for stop in made.stops:
        stop.set()
    await asyncio.gather(*made.tasks)


def frame(world: World, who: str, words: str) -> dict[str, Any]:
    world.time.tick()
    at = int(world.time.moment.timestamp() * 1000)
    envelope = {"sourceUuid": signal_id(who), "sourceDevice": 1, "timestamp": at, "serverReceivedTimestamp": at}
    number = world.service.settings.signal_number
    return {"account": number, "envelope": envelope | {"dataMessage": {"timestamp": at, "message": words}}}


async def test_what_is_heard_is_in_the_journal_and_answered(listeners: Listeners) -> None:
    listeners.begin()
    await listeners.world.fakes.signal.next_listener()

    await listeners.world.fakes.signal.bring(frame(listeners.world, "sara", "hello"))
    await listeners.until(lambda: listeners.kept() == 1)
    await asyncio.sleep(0)
    await listeners.world.settle()

    assert listeners.world.fakes.signal.sent[0]["to"] == signal_id("sara")


async def test_that_it_was_opened_again_is_in_the_figures(listeners: Listeners) -> None:
    listeners.begin()
    socket = await listeners.world.fakes.signal.next_listener()

    await socket.close(1001)

    house = listeners.world.service.house
    await listeners.until(lambda: b'doorstep_signal_faults{fault="closed"} 1.0' in metrics.exposition(house))


async def test_of_two_processes_one_listens(listeners: Listeners) -> None:
    listeners.begin()
    listeners.begin()
    await listeners.world.fakes.signal.next_listener()
    await asyncio.sleep(2 * listening.LOOK_SECONDS)

    assert len(listeners.world.fakes.signal.sockets) == 1


async def _dies(listeners: Listeners) -> None:
    """A process that dies leaves its connection to the database, and PostgreSQL sees that."""
    its_own = """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')
    """
    with listeners.world.service.house.engine.begin() as connection:
        connection.execute(text(its_own))


async def _is_stopped(listeners: Listeners) -> None:
    listeners.stops[0].set()


@pytest.mark.parametrize("ends", [_dies, _is_stopped])
async def test_somebody_goes_on_listening(listeners: Listeners, ends: Callable[[Listeners], Awaitable[None]]) -> None:
    fake = listeners.world.fakes.signal
    listeners.begin()
    await fake.next_listener()
    listeners.begin()
    await ends(listeners)

    await listeners.until(lambda: len(fake.sockets) == 1)
    await fake.bring(frame(listeners.world, "sara", "hello"))
    await listeners.until(lambda: listeners.kept() == 1)


async def test_the_right_of_the_dead_is_taken_over_at_the_next_look(listeners: Listeners) -> None:
    engine, looks = listeners.world.service.house.engine, list[str]()
    dead = Alone(engine, f"signal {listeners.world.service.settings.signal_number}")
    assert dead.holds()
    event.listen(engine, "before_cursor_execute", lambda _, __, asked, *rest: looks.append(asked))
    listeners.begin()
    await listeners.until(lambda: tries(looks) >= TRIES_IN_A_LOOK)
    assert listeners.world.fakes.signal.sockets == []

    await _dies(listeners)
    before = tries(looks)
    await listeners.world.fakes.signal.next_listener()
    dead.give_up()

    assert tries(looks) - before <= TRIES_IN_A_LOOK
    assert 2 * listening.LOOK_SECONDS < TAKEN_OVER_SECONDS


def tries(looks: list[str]) -> int:
    """How often somebody tried to take the right."""
    return sum("pg_try_advisory_lock" in each for each in looks)


async def test_by_the_webhook_nobody_listens(listeners: Listeners) -> None:
    listeners.settings = listeners.world.service.settings
    listeners.begin()
    await listeners.tasks[0]

    assert listeners.world.fakes.signal.sockets == []


async def test_where_the_websocket_is_listened_to_there_is_no_webhook(listeners: Listeners) -> None:
    service = listeners.world.service
    paths = [route.path for route in hooks(app.door_of(service), listeners.settings)]

    assert not any(path.startswith("/hooks/signal") for path in paths)


async def test_signal_cli_is_told_to_trust_no_changed_key(listeners: Listeners) -> None:
    channel: Any = listeners.world.service.channels["signal"]

    await listening.begin(channel, asyncio.Event())

    assert listeners.world.fakes.signal.asked == [("POST", "configuration", {"trust_mode": "on-first-use"})]

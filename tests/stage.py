"""A house of a test's own: simulated phones, every turn, timer and delivery in this process, and a time that stands."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import httpx
from sqlalchemy import Engine
from starlette.applications import Starlette

from bot import app, jobs, organisation, sample, sender, web
from bot.channels.channel import Channel
from bot.clock import Clock
from bot.house import House
from bot.playground_api import Playground
from storage.crypto import KeyRing
from tests.crowd import grow_by
from tests.past import Past
from tests.talk import Talk
from tests.words import TEXTS

ROOT = Path(__file__).parents[1]
T = TypeVar("T")
START = datetime(2026, 12, 1, 9, tzinfo=UTC)


class Ticking:
    """A source of time that stands still but for the ticks between two lines of a script."""

    def __init__(self, start: datetime) -> None:
        self.moment = start

    def __call__(self) -> datetime:
        return self.moment

    def tick(self) -> None:
        self.moment += timedelta(milliseconds=200)


class Here(ThreadPoolExecutor):
    """Does what is to be done in another thread in this one, at once: always in the same order, and nobody waits."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        done: Future[T] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except BaseException as fault:  # noqa: BLE001
            done.set_exception(fault)
        return done


def run(doing: Coroutine[Any, Any, T]) -> T:
    """Run something that would use threads, in this one alone."""
    with asyncio.Runner() as runner:
        runner.get_loop().set_default_executor(Here())
        return runner.run(doing)


class InThisProcess(httpx.BaseTransport):
    """Hands requests to a web application that nobody serves. `is_raising`: what goes wrong in it is raised here too."""

    def __init__(self, application: Starlette, *, is_raising: bool = True) -> None:
        self.application = application
        self._runner = asyncio.Runner()
        self._runner.get_loop().set_default_executor(Here())
        self._inner = httpx.ASGITransport(application, raise_app_exceptions=is_raising)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._runner.run(self._answer(request))

    def close(self) -> None:
        self._runner.close()

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        response = await self._inner.handle_async_request(request)
        return httpx.Response(response.status_code, headers=response.headers, content=await response.aread())


@dataclass(frozen=True)
class Stage:
    """The house, its messengers, and who plays scripts in it."""

    talk: Talk
    house: House
    channels: dict[str, Channel]

    def settle(self) -> None:
        """Do everything that is due, as the worker does."""
        while run(jobs.settle(self.house, self.channels)):
            pass

    def deliver(self, lane_id: UUID) -> int:
        """Drain one lane, as a delivery job does."""
        return run(sender.deliver(self.house, self.channels, lane_id))


organisation_of = cache(organisation.load)


@contextmanager
def stage(
    database: Engine, keys: KeyRing, start: datetime = START, config: Path = ROOT / "doorstep.toml"
) -> Iterator[Stage]:
    """Build a house by hand, as bot/app.py does, but with a time of its own and no worker."""
    time = Ticking(start)
    configured = organisation_of(config)
    house = House(
        engine=database,
        keys=keys,
        texts=TEXTS,
        organisation=configured,
        clock=Clock(source=time),
        disclosure=app.disclosure_words(),
        defer=jobs.defer,
        playground=True,
    )
    sample.settle_in(house)
    channels = app.playground_channels(house)
    with ExitStack() as running:
        talk = Talk(running.enter_context(_client(house)), house.texts, time.tick)
        talk.past = Past(house, talk, time).play
        talk.restart = lambda version: running.enter_context(_client(with_agreement(house, version)))
        talk.grow = lambda adults: grow_by(house, adults)
        yield Stage(talk, house, channels)


def _client(house: House) -> httpx.Client:
    application = _application(house, app.playground_channels(house))
    return httpx.Client(transport=InThisProcess(application), base_url="http://127.0.0.1")


def with_agreement(house: House, version: str) -> House:
    """Give the playground a doorstep.toml with one more point in its agreement, and start it again."""
    again = offering(house, version)
    sample.settle_in(again)
    return again


def offering(house: House, version: str) -> House:
    """A house whose doorstep.toml has one more point in its agreement."""
    before = house.organisation.agreement
    text = {code: f"{words}\n12. Please be there on time." for code, words in before.text.items()}
    agreement = before.model_copy(update={"version": version, "text": text})
    return replace(house, organisation=house.organisation.model_copy(update={"agreement": agreement}))


def _application(house: House, channels: dict[str, Channel]) -> Starlette:
    async def settle() -> None:
        while await jobs.settle(house, channels):
            pass

    async def reset() -> None:
        await asyncio.to_thread(app.start_again, house)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield

    return web.application(house, Playground(house, settle, reset), lifespan)

"""The composition root: builds everything once, by hand."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from uuid import UUID

import uvicorn
from starlette.applications import Starlette

from bot import erased, jobs, listening, logs, meetings, notices, organisation, register, sample, turn, web
from bot.channels import live
from bot.channels.channel import Channel
from bot.channels.notices import Notice
from bot.channels.playground import PlaygroundChannel
from bot.channels.signal import Signal
from bot.channels.spoken import SpokenChannel
from bot.channels.telegram_memory import Marks
from bot.clock import Clock
from bot.hooks import hooks
from bot.hooks.door import Door
from bot.house import House
from bot.playground_api import Playground
from bot.settings import Settings
from bot.ways_in import WaysIn, ways_in
from flows.disclosure import DisclosureWords, read_words
from flows.policy.confidentiality import SPOKEN
from flows.texts import Texts
from flows.unease import Judge, read_messages
from storage import database, embedded, marks
from storage.crypto import KeyFileError, KeyRing

POLL_SECONDS = 0.02
TRIES = 5
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Service:
    """A house with its database address and its channels."""

    settings: Settings
    house: House
    url: str
    channels: dict[str, Channel]


def build(settings: Settings, *, alone: bool = False) -> Service:
    """Open the database, the keys and the words; `alone` if no other process moves the playground's clock.

    Raises the edges' own one-sentence errors.
    """
    configured = organisation.load(settings.config)
    url = database_url(settings)
    engine = database.connect(url)
    try:
        keys, offset = _prepare(engine, settings)
    except Exception:
        engine.dispose()
        raise
    playground = settings.mode == "playground"
    providers = meetings.providers_of(configured.meetings.providers, settings)
    house = House(
        engine=engine,
        keys=keys,
        texts=Texts.load(zone=configured.time_zone),
        organisation=configured.made_by({platform: each.name for platform, each in providers.items()}),
        clock=Clock(offset if playground else timedelta()),
        disclosure=disclosure_words(),
        defer=jobs.defer,
        playground=playground,
        follows_clock=playground and not alone,
        erased=settings.data / erased.FILE,
        providers=providers,
        ways_in=WaysIn() if playground else ways_in(settings),
    )
    if playground:
        sample.settle_in(house)
    # The queue's library reads an address more strictly than ours: it gets the one that ours has understood.
    plain = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    return Service(settings, house, plain, channels_of(house, settings))


def _prepare(engine: database.Engine, settings: Settings) -> tuple[KeyRing, timedelta]:
    """Bring the database up to date; the keys that belong to it, and how far its clock was moved."""
    database.migrate(engine)
    keys = open_keys(settings)
    with engine.begin() as connection:
        database.check_keys(connection, keys)
        return keys, timedelta(seconds=float(marks.read(connection, "clock.offset") or 0))


def move_in(service: Service) -> None:
    """In live mode: add the staff, the groups and the staff channel that are configured."""
    if not service.house.playground:
        register.settle_in(service.house, service.settings)


@cache
def disclosure_words() -> DisclosureWords:
    """Read the words of disclosure, and of what is better said than written, of every language that has them."""
    folders = sorted((resources.files("flows") / "locales").iterdir(), key=lambda each: each.name)
    files = [folder / name for folder in folders for name in ("disclosure.txt", "sensitive.txt")]
    words = read_words(*(each.read_text("utf-8").splitlines() for each in files if each.is_file()))
    return replace(words, judges=tuple(_judge(folder) for folder in folders if (folder / "worrying.txt").is_file()))


def _judge(folder: Traversable) -> Judge:
    """What was said in worrying and in ordinary messages of one language."""
    worrying, ordinary = ((folder / f"{kind}.txt").read_text("utf-8").splitlines() for kind in ("worrying", "ordinary"))
    return Judge(tuple(read_messages(worrying)), tuple(read_messages(ordinary)))


def channels_of(house: House, settings: Settings) -> dict[str, Channel]:
    """The messengers by name: those that are set up, or simulated ones in the playground."""
    if house.playground:
        return playground_channels(house)
    templates = house.organisation.whatsapp_templates
    return with_spoken(house, live.live_channels(settings, house.clock.now, templates, Marks(house.engine)))


def with_spoken(house: House, messengers: dict[str, Channel]) -> dict[str, Channel]:
    """Add the way on which families without a phone are told something: through a member of staff (X5)."""
    return messengers | {SPOKEN: SpokenChannel(lambda: house, messengers)}


def playground_channels(house: House) -> dict[str, Channel]:
    """The simulated messengers by name."""
    simulated: dict[str, Channel] = {
        "signal": PlaygroundChannel("signal", lambda: house),
        "whatsapp": PlaygroundChannel("whatsapp", lambda: house, has_window=True),
        "telegram": PlaygroundChannel("telegram", lambda: house),
    }
    return with_spoken(house, simulated)


def database_url(settings: Settings) -> str:
    """The configured server, or the embedded one under the data folder."""
    if settings.database_url is not None:
        return settings.database_url.get_secret_value()
    return embedded.start_embedded(settings.data)


def open_keys(settings: Settings) -> KeyRing:
    """Read the key file; the playground makes its own the first time."""
    path = settings.keys or settings.data / "keys"
    if path.exists() or settings.keys is not None or settings.mode == "live":
        return KeyRing.load(path)
    try:
        return KeyRing.create(path)
    except KeyFileError:
        return KeyRing.load(path)


def application(service: Service, *, with_worker: bool) -> Starlette:
    """The web application; with a worker inside, it also delivers."""
    stop, door = asyncio.Event(), door_of(service)

    async def settle() -> None:
        if with_worker:
            while await jobs.settle(service.house, service.channels):
                pass
        else:
            await until_quiet(service.house)

    async def reset() -> None:
        await asyncio.to_thread(start_again, service.house)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(keep_working(service, stop))] if with_worker else []
        yield
        stop.set()
        await asyncio.gather(*tasks)
        await door.finish()

    if service.house.playground:
        return web.application(service.house, Playground(service.house, settle, reset), lifespan)
    return web.application(service.house, None, lifespan, hooks(door, service.settings))


def door_of(service: Service) -> Door:
    """How messages come in, whoever brings them: turns are taken in a thread; the worker delivers what they queue."""

    async def take(inbox_id: UUID) -> bool:
        return await asyncio.to_thread(turn.take, service.house, inbox_id)

    async def tell(notice: Notice) -> None:
        await asyncio.to_thread(notices.note, service.house, notice)

    return Door(service.house, take, tell)


async def until_quiet(house: House) -> None:
    """Wait until the worker has done everything that is due."""
    for _ in range(int(PATIENCE_SECONDS / POLL_SECONDS)):
        if not await asyncio.to_thread(jobs.anything_due, house):
            return
        await asyncio.sleep(POLL_SECONDS)


def start_again(house: House) -> None:
    """The playground's "start again", once more where it got in the way of the worker and was the one to give way."""
    for _ in range(TRIES - 1):
        with contextlib.suppress(*database.UNREADABLE):
            return _start_again(house)
    return _start_again(house)


def _start_again(house: House) -> None:
    """Empty every table and move the sample staff in."""
    database.start_empty(house.engine)
    with house.engine.begin() as connection:
        database.check_keys(connection, house.keys)
        marks.write(connection, "clock.offset", str(house.clock.offset.total_seconds()))
    sample.settle_in(house)


def serve(service: Service, door: socket.socket, *, with_worker: bool) -> None:
    """Run the web application on a socket that listens, until it is stopped."""
    logs.configure(service.settings.log)
    silence()
    config = uvicorn.Config(
        application(service, with_worker=with_worker),
        log_level="critical",
        access_log=False,
        timeout_graceful_shutdown=3,
    )
    uvicorn.Server(config).run(sockets=[door])


async def run_worker(service: Service, stop: asyncio.Event) -> None:
    """Run the worker until it is told to stop."""
    logs.configure(service.settings.log)
    silence()
    await keep_working(service, stop)


async def keep_working(service: Service, stop: asyncio.Event) -> None:
    """Deliver and do what falls due; where Signal's websocket is wanted, listen to it too."""
    signal, more = service.channels.get("signal"), []
    if isinstance(signal, Signal):
        more = [listening.begin(signal, stop), listening.listen(signal, door_of(service), service.settings, stop)]
    await asyncio.gather(jobs.work(service.house, service.channels, service.url, stop), *more)


def silence() -> None:
    """Keep the libraries' loggers, which print what they carry, out of our log."""
    jobs.silence()
    live.silence()

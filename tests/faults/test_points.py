"""At every named point our process and PostgreSQL are killed, stopped for a while and started again; nothing is lost."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection as Pipe
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from random import Random
from time import sleep

import pytest
from sqlalchemy import Engine

from storage.crypto import KeyRing
from storage.database import migrate, start_embedded, stop_embedded
from tests import postgres
from tests.faults import acting
from tests.faults.evening import Evening
from tests.faults.server import folder_of_server, power_cut, processes, start_again, tables
from tests.forking import nursery
from tests.machines.evening import prepare

PATIENCE_SECONDS = 60
ASLEEP_SECONDS = 0.3


@dataclass
class Ground:
    """A server of this module's own that may be ended, with the evening as it begins."""

    folder: Path
    url: str
    prepared: str
    keys: KeyRing
    key_file: Path
    newest: dict[str, list[str]]


@dataclass
class Acting:
    """The process that acts, and what it is met with at its point."""

    ground: Ground
    process: ForkServerProcess
    told: Pipe
    others_go_on: Callable[[], None]

    @property
    def number(self) -> int:
        assert self.process.pid is not None
        return self.process.pid

    def go_on(self) -> None:
        self.told.send("go on")


def _we_are_killed(it: Acting) -> None:
    os.kill(it.number, signal.SIGKILL)


def _we_are_stopped_for_a_while(it: Acting) -> None:
    os.kill(it.number, signal.SIGSTOP)
    it.go_on()
    sleep(ASLEEP_SECONDS)
    it.others_go_on()
    os.kill(it.number, signal.SIGCONT)


def _we_are_restarted(it: Acting) -> None:
    os.kill(it.number, signal.SIGTERM)


def _postgres_is_killed(it: Acting) -> None:
    power_cut(it.ground.folder)
    it.go_on()
    start_again(it.ground.folder)


def _postgres_is_stopped_for_a_while(it: Acting) -> None:
    server = processes(it.ground.folder)
    for each in server:
        each.suspend()
    it.go_on()
    sleep(ASLEEP_SECONDS)
    for each in server:
        each.resume()


def _postgres_is_restarted(it: Acting) -> None:
    stop_embedded(it.ground.folder)
    it.go_on()
    start_again(it.ground.folder)


BEFALLS = (
    _we_are_killed,
    _we_are_stopped_for_a_while,
    _we_are_restarted,
    _postgres_is_killed,
    _postgres_is_stopped_for_a_while,
    _postgres_is_restarted,
)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    key_file = tmp_path_factory.mktemp("keys") / "keys"
    keys = KeyRing.create(key_file)
    with folder_of_server() as folder:
        url = start_embedded(folder)
        try:
            prepared = postgres.create(url, "template1")
            with postgres.open_engine(prepared) as engine:
                migrate(engine)
                newest = tables(engine)
                prepare(engine, keys)
                with closing(Evening(engine, keys, Random(0))) as evening:
                    evening.make_ready()
            yield Ground(folder, url, postgres.name_of(prepared), keys, key_file, newest)
        finally:
            postgres.forget(url)
            stop_embedded(folder)


@contextmanager
def _copied(ground: Ground, template: str) -> Iterator[Engine]:
    postgres.forget(ground.url)
    url = postgres.create(ground.url, template)
    try:
        with postgres.open_engine(url) as engine:
            yield engine
    finally:
        postgres.forget(ground.url)
        postgres.drop(url)


@contextmanager
def _begun(ground: Ground, engine: Engine, point: str, code: str, others: Callable[[], None]) -> Iterator[Acting]:
    context = nursery()
    ours, theirs = context.Pipe()
    url = engine.url.render_as_string(hide_password=False)
    process = context.Process(target=acting.act, args=(url, ground.key_file, point, theirs, code), daemon=True)
    process.start()
    theirs.close()
    try:
        yield Acting(ground, process, ours, others)
    finally:
        process.kill()
        process.join()
        ours.close()


def _watch(it: Acting, befalls: Callable[[Acting], None], evening: Evening | None) -> bool:
    """Answer the process as its messengers until it ends; whether it came to its point."""
    was_there = False
    while it.told.poll(PATIENCE_SECONDS):
        try:
            what, channel, given = it.told.recv()
        except (EOFError, ConnectionResetError):
            return was_there
        if what == "here" and was_there:
            it.go_on()
        elif what == "here":
            was_there = True
            befalls(it)
        elif what == "acknowledged" and evening is not None:
            evening.acknowledged.add((channel, given))
        elif evening is not None and what in {"send", "before"}:
            provider = evening.providers[channel]
            asked = provider.send(given) if what == "send" else provider.sent_before(given)
            it.told.send(asyncio.run(asked))
    raise TimeoutError("the process neither goes on nor ends")


@pytest.mark.clause("G6.4", "G6.5", "X1", "X2")
@pytest.mark.parametrize("befalls", BEFALLS, ids=lambda each: each.__name__.strip("_"))
@pytest.mark.parametrize("point", acting.POINTS)
def test_nothing_is_lost_whatever_befalls_at_a_named_point(
    ground: Ground, point: str, befalls: Callable[[Acting], None]
) -> None:
    with _copied(ground, ground.prepared) as engine, closing(Evening(engine, ground.keys, Random(0))) as evening:
        before = evening.password_version()
        with _begun(ground, engine, point, evening.code, lambda: asyncio.run(evening.others_go_on())) as acts:
            assert _watch(acts, befalls, evening)
        engine.dispose()
        evening.witness.dispose()
        evening.come_to_an_end()
        assert evening.broken() == []
        if point == acting.IN_A_ROTATION:
            assert evening.password_version() in {before, before + 1}
        else:
            assert len(evening.acknowledged) == 1
            assert sum(each.secrets for each in evening.providers.values()) >= 1


@pytest.mark.parametrize("befalls", BEFALLS, ids=lambda each: each.__name__.strip("_"))
def test_a_migration_is_done_or_was_never_begun_whatever_befalls_in_it(
    ground: Ground, befalls: Callable[[Acting], None]
) -> None:
    with _copied(ground, "template1") as engine:
        with _begun(ground, engine, acting.IN_A_MIGRATION, "", lambda: None) as acts:
            assert _watch(acts, befalls, None)
        engine.dispose()
        assert tables(engine) in ({}, ground.newest)
        migrate(engine)
        assert tables(engine) == ground.newest

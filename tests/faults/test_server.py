"""PostgreSQL itself fails: in the middle of a migration, with a full disk, and by a power cut while people write."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from random import Random
from uuid import uuid4

import psutil
import psycopg
import pytest
from sqlalchemy import Engine, make_url
from sqlalchemy.exc import DBAPIError

from bot import turn
from bot.channels.channel import Inbound
from storage import audit, revisions
from storage.crypto import KeyRing
from storage.database import connect, is_ready, migrate, start_embedded, stop_embedded
from tests import postgres
from tests.faults.mortal import Died, Mortal
from tests.faults.server import folder_of_server, power_cut, start_again, tables
from tests.stage import START, Stage, stage


@pytest.fixture
def newest(database: Engine) -> dict[str, list[str]]:
    return tables(database)


@pytest.mark.parametrize("seed", range(3))
def test_a_migration_that_dies_anywhere_is_begun_again_as_if_it_had_never_been(
    server_url: str, newest: dict[str, list[str]], seed: int
) -> None:
    with postgres.empty_database(server_url) as url, postgres.open_engine(url) as engine:
        process = Mortal(engine, dies=Random(seed).randrange(5, 150), dies_at_commit=seed == 0)
        with pytest.raises(Died):
            migrate(engine)
        process.dead, process.dies, process.dies_at_commit = False, -1, False
        engine.dispose()
        migrate(engine)
        with engine.begin() as connection:
            assert not revisions.is_behind(connection)
        assert tables(engine) == newest


def test_on_a_full_disk_nothing_is_acknowledged_and_later_everything_is_there(
    server_url: str, template: str, keys: KeyRing
) -> None:
    with (
        postgres.empty_database(server_url, template) as url,
        small_disk(url) as disk,
        postgres.open_engine(url) as engine,
        stage(engine, keys) as playground,
    ):
        refused, kept = list[Inbound](), set[str]()
        fill(disk)
        while len(refused) < 3:
            each = written_once("amira")
            try:
                kept.add(acknowledged(playground, each))
            except DBAPIError:
                refused.append(each)
        (disk / "other files").unlink()
        kept |= {acknowledged(playground, each) for each in refused}
        playground.settle()
        holds(engine, kept)


@pytest.fixture
def folder() -> Iterator[Path]:
    with folder_of_server() as made:
        yield made


def test_whoever_was_acknowledged_before_the_server_lost_its_power_is_answered(folder: Path, keys: KeyRing) -> None:
    url = start_embedded(folder)
    try:
        engine = connect(url)
        migrate(engine)
        with stage(engine, keys) as playground:
            kept = {acknowledged(playground, each) for each in map(written_once, ["amira"] * 9)}
            for each in map(written_once, ["bea"] * 9):
                turn.receive(playground.house, each)
                kept.add(each.key)
            power_cut(folder)
            with pytest.raises(DBAPIError):
                turn.receive(playground.house, written_once("cara"))
            assert start_again(folder) == url
            engine.dispose()
            playground.settle()
            holds(engine, kept)
        engine.dispose()
    finally:
        stop_embedded(folder)


def test_while_every_connection_is_used_up_nothing_is_acknowledged_and_later_everything_is_there(
    folder: Path, keys: KeyRing
) -> None:
    url = start_embedded(folder)
    try:
        engine = connect(url)
        migrate(engine)
        with stage(engine, keys) as playground:
            kept = {acknowledged(playground, written_once("amira"))}
            waiting = written_once("bea")
            turn.receive(playground.house, waiting)
            engine.dispose()
            with every_connection_of(url):
                refused = [written_once(name) for name in ("amira", "bea", "cara")]
                for each in refused:
                    with pytest.raises(DBAPIError):
                        turn.receive(playground.house, each)
                with pytest.raises(DBAPIError):
                    playground.settle()
                assert not is_ready(engine)
            kept |= {waiting.key} | {acknowledged(playground, each) for each in refused}
            playground.settle()
            holds(engine, kept)
        engine.dispose()
    finally:
        stop_embedded(folder)


@contextmanager
def every_connection_of(url: str) -> Iterator[None]:
    """Connect until the server says that it has no more (max_connections), and keep them all."""
    with ExitStack() as held:
        with suppress(psycopg.OperationalError):
            while True:
                held.enter_context(psycopg.connect(plain(url)))
        with pytest.raises(psycopg.OperationalError, match="too many clients"):
            psycopg.connect(plain(url))
        yield


def written_once(name: str, words: str = "STATUS") -> Inbound:
    """One message of somebody's."""
    return Inbound("signal", name, f"{name}:{uuid4()}", words, START)


def acknowledged(playground: Stage, inbound: Inbound) -> str:
    kept = turn.receive(playground.house, inbound)
    if kept is not None:
        with suppress(DBAPIError):
            turn.take(playground.house, kept)
    return inbound.key


def holds(engine: Engine, kept: set[str]) -> None:
    """Every acknowledged message has had its turn, every answer has left, and the audit is whole."""
    with engine.begin() as connection:
        found = connection.exec_driver_sql("SELECT key, status FROM inbox").fetchall()
        assert kept == {row[0] for row in found}
        assert {row[1] for row in found} == {"done"}
        left = connection.exec_driver_sql("SELECT 1 FROM outbox WHERE status IN ('due', 'sending')")
        assert left.fetchall() == []
        audit.seal(connection)
        assert isinstance(audit.verify(connection), audit.Verified)


@contextmanager
def small_disk(url: str) -> Iterator[Path]:
    """A disk of its own for a database, so small that it can be filled; only the superuser may make one."""
    disk, name = Path(tempfile.mkdtemp(prefix="doorstep-disk-")), f"small_{uuid4().hex[:8]}"
    disk.chmod(0o755)
    mount = ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("only the superuser can make a small disk")
    server = postgres._beside(url)
    try:
        place = disk / "database"
        place.mkdir()
        owner = server_process_owner(server)
        os.chown(place, *owner)
        disk.chmod(0o755)
        run(server, f"CREATE TABLESPACE {name} LOCATION '{place}'")
        run(server, f'ALTER DATABASE "{make_url(url).database}" SET TABLESPACE {name}')
        yield disk
        run(server, f'ALTER DATABASE "{make_url(url).database}" SET TABLESPACE pg_default')
        run(server, f"DROP TABLESPACE {name}")
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)
        disk.rmdir()


def server_process_owner(server: str) -> tuple[int, int]:
    with psycopg.connect(plain(server)) as connection:
        uids = psutil.Process(connection.info.backend_pid).uids(), psutil.Process(connection.info.backend_pid).gids()
    return uids[0].real, uids[1].real


def fill(disk: Path) -> None:
    """Leave no room but what files have already."""
    with (disk / "other files").open("wb") as file, suppress(OSError):
        while True:
            file.write(b"\0" * 65536)
            file.flush()


def run(server: str, command: str) -> None:
    with psycopg.connect(plain(server), autocommit=True) as connection:
        connection.execute(command.encode())


def plain(url: str) -> str:
    return url.replace("postgresql+psycopg", "postgresql")

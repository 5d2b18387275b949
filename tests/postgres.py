"""Databases for tests: one migrated template for the whole run, copied (20 ms) for whoever asks.

The server's files lie in memory where the system offers that: a copy writes ten megabytes.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, LiteralString
from uuid import uuid4

import psycopg
from psycopg import sql
from sqlalchemy import URL, Dialect, Engine, event, make_url

from storage.database import connect, migrate, start_embedded, stop_embedded

_MEMORY = Path("/dev/shm")
# Only a crash of the server itself could lose anything: no test crashes this one, and tests take half as long.
_HASTE: tuple[LiteralString, ...] = (
    "fsync = off",
    "synchronous_commit = off",
    "full_page_writes = off",
    "autovacuum = off",
)
_kept: list[str] = []
_managers: dict[str, psycopg.Connection[Any]] = {}
_spare: dict[str, list[Engine]] = {}
_directions: dict[Dialect, URL] = {}


@contextmanager
def server() -> Iterator[str]:
    """The server of DATABASE_URL, or an embedded one for the length of the run."""
    given = os.environ.get("DATABASE_URL")
    if given:
        yield given
        for name in _kept:
            _do(given, "DROP DATABASE {} WITH (FORCE)", name)
        _manager(_beside(given)).close()
        return
    with tempfile.TemporaryDirectory(prefix="doorstep-test-", dir=_MEMORY if _MEMORY.is_dir() else None) as name:
        url = start_embedded(Path(name))
        for setting in _HASTE:
            _do(url, f"ALTER SYSTEM SET {setting}")
        _do(url, "SELECT pg_reload_conf()")
        yield url
        _manager(_beside(url)).close()
        stop_embedded(Path(name))


@contextmanager
def template(server_url: str) -> Iterator[str]:
    """The name of a migrated database to copy."""
    with empty_database(server_url) as url:
        engine = connect(url)
        migrate(engine)
        engine.dispose()
        yield name_of(url)


@contextmanager
def empty_database(server_url: str, copy_of: str = "template1") -> Iterator[str]:
    """The URL of a database that is dropped afterwards."""
    url = create(server_url, copy_of)
    try:
        yield url
    finally:
        drop(url)


def create(server_url: str, copy_of: str) -> str:
    """Make a copy of a database that nobody is connected to; answers its URL."""
    name = f"doorstep_test_{uuid4().hex[:12]}"
    _create(server_url, name, copy_of)
    return make_url(server_url).set(database=name).render_as_string(hide_password=False)


def drop(url: str) -> None:
    """Drop a database, whoever is connected to it."""
    _do(url, "DROP DATABASE {} WITH (FORCE)", name_of(url))


@contextmanager
def open_engine(url: str) -> Iterator[Engine]:
    """An engine that is closed afterwards. The statements that it compiled are kept for the next one."""
    spare = _spare.setdefault(_beside(url), [])
    kept = spare.pop() if spare else _directed(connect(url))
    kept.url = _directions[kept.dialect] = make_url(url)
    try:
        yield kept.execution_options()
    finally:
        kept.dispose()
        spare.append(kept)


def _directed(engine: Engine) -> Engine:
    """An engine that connects to the database that its dialect is directed to."""
    event.listen(engine, "do_connect", _direct)
    return engine


def _direct(dialect: Dialect, _: object, __: object, parameters: dict[str, Any]) -> None:
    parameters["dbname"] = _directions[dialect].database


@contextmanager
def copy_of(server_url: str, name: str) -> Iterator[Engine]:
    """An engine on a copy of a database that nobody is connected to."""
    with empty_database(server_url, name) as url, open_engine(url) as engine:
        yield engine


def keep(engine: Engine) -> str:
    """Set a copy of a database aside until the server's run ends; answers its name."""
    name = f"doorstep_kept_{uuid4().hex[:12]}"
    url = engine.url.render_as_string(hide_password=False)
    engine.dispose()
    _create(url, name, name_of(url))
    _kept.append(name)
    return name


@cache
def is_superuser(server_url: str) -> bool:
    """Whether its account may do everything there."""
    asked = _manager(_beside(server_url)).execute("SELECT current_setting('is_superuser')::boolean").fetchone()
    return asked is not None and bool(asked[0])


def _create(server_url: str, name: str, copy_of: str) -> None:
    _do(server_url, "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, copy_of)


def _beside(url: str) -> str:
    """The same server, from a database that nobody copies."""
    beside = make_url(url).set(drivername="postgresql", database="postgres")
    return beside.render_as_string(hide_password=False)


def _do(server_url: str, command: LiteralString, *names: str) -> None:
    _manager(_beside(server_url)).execute(sql.SQL(command).format(*map(sql.Identifier, names)))


def _manager(url: str) -> psycopg.Connection[Any]:
    """One connection for the whole run: making one takes as long as a command."""
    if url not in _managers:
        _managers[url] = psycopg.connect(url, autocommit=True)
    return _managers[url]


def forget(url: str) -> None:
    """Connect anew to a server that was ended meanwhile."""
    manager = _managers.pop(_beside(url), None)
    if manager is not None:
        manager.close()


def name_of(url: str) -> str:
    """The database that a URL names."""
    return make_url(url).database or ""

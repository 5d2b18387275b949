"""Databases that are lent, cleaned and lent again: a connection that knows the tables answers twice as fast as a new one.

Nothing is lent again of which somebody changed a table itself, or which somebody still holds. Cleaning takes a
superuser; another account of DATABASE_URL gets a copy for each test.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache

import psycopg
from sqlalchemy import Connection, Engine
from sqlalchemy.pool import QueuePool

from tests import postgres

_TIMES = 60
"""How often one is lent: what is deleted stays in its files."""
_IS_UNTOUCHED = (
    "SELECT NOT EXISTS (SELECT FROM spare.altered)"
    " AND NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory')"
    " AND (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) <= %s"
)


@dataclass
class _Lendable:
    engine: Engine
    cleaner: psycopg.Connection
    end: ExitStack
    lent: int = 0


@dataclass(frozen=True)
class Contents:
    """The rows of each table that had any, as COPY writes them, and where the counters stood."""

    rows: dict[str, bytes]
    counters: dict[str, tuple[int, bool]]


_waiting: dict[tuple[str, str], list[_Lendable]] = {}
_cleaners: dict[str, psycopg.Connection] = {}
"""Of each database that can be lent again, a connection of its own that works as a replica: no trigger forbids it anything
and no key asks for an order. Becoming one makes a connection forget all its plans, so the tests' never do.
"""


@contextmanager
def lent(server_url: str, template: str) -> Iterator[Engine]:
    """An engine on a database that holds what a template holds, and that nobody else uses."""
    if not postgres.is_superuser(server_url):
        with postgres.copy_of(server_url, template) as engine:
            yield engine
        return
    waiting = _waiting.setdefault((server_url, template), [])
    one = waiting.pop() if waiting else _made(server_url, template)
    one.lent += 1
    try:
        yield one.engine.execution_options()
    finally:
        if one.lent < _TIMES and _is_clean(one):
            waiting.append(one)
        else:
            one.end.close()


def is_lent(engine: Engine) -> bool:
    """Whether a database can be filled with something else."""
    return engine.url.database in _cleaners


def contents(engine: Engine) -> Contents:
    """What a database holds."""
    with engine.begin() as connection:
        do, rows = connection.exec_driver_sql, {}
        for name in _names(connection, "r"):
            if do(f"SELECT EXISTS (SELECT FROM {name})").scalar_one():
                with connection.connection.cursor().copy(f"COPY {name} TO STDOUT (FORMAT binary)") as copied:
                    rows[name] = b"".join(copied)
        counters = {name: do(f"SELECT last_value, is_called FROM {name}").one() for name in _names(connection, "S")}
        return Contents(rows, {name: (last, is_called) for name, (last, is_called) in counters.items()})


def fill(engine: Engine, contents: Contents) -> None:
    """Put into a lent database what another one held, instead of what it holds."""
    cleaner = _cleaners[str(engine.url.database)]
    with cleaner.transaction(), cleaner.cursor() as cursor:
        cursor.execute("SELECT spare.empty()")
        for name, rows in contents.rows.items():
            with cursor.copy(f"COPY {name} FROM STDIN (FORMAT binary)") as copied:
                copied.write(rows)
        for name, (last, is_called) in contents.counters.items():
            cursor.execute("SELECT setval(%s, %s, %s)", (name, last, is_called))


def end() -> None:
    """Lend nothing any more."""
    for waiting in _waiting.values():
        while waiting:
            waiting.pop().end.close()


def _made(server_url: str, template: str) -> _Lendable:
    with ExitStack() as end:
        engine = end.enter_context(postgres.copy_of(server_url, _prepared(server_url, template)))
        return _Lendable(engine, end.enter_context(_cleaner(engine)), end.pop_all())


@contextmanager
def _cleaner(engine: Engine) -> Iterator[psycopg.Connection]:
    plain, name = engine.url.set(drivername="postgresql"), str(engine.url.database)
    url = plain.render_as_string(hide_password=False)
    with psycopg.connect(url, autocommit=True, options="-c session_replication_role=replica") as cleaner:
        _cleaners[name] = cleaner
        try:
            yield cleaner
        finally:
            del _cleaners[name]


@cache
def _prepared(server_url: str, template: str) -> str:
    with postgres.copy_of(server_url, template) as engine:
        with engine.begin() as connection:
            _prepare(connection)
        return postgres.keep(engine)


def _is_clean(one: _Lendable) -> bool:
    """Clean it, unless it cannot be lent again."""
    pool = one.engine.pool
    assert isinstance(pool, QueuePool)
    if pool.checkedout():
        return False
    try:
        is_untouched = one.cleaner.execute(_IS_UNTOUCHED, (pool.checkedin() + 1,)).fetchone()
        if is_untouched == (True,):
            one.cleaner.execute("SELECT spare.clean()")
    except psycopg.Error:
        return False
    return is_untouched == (True,)


def _names(connection: Connection, kind: str) -> list[str]:
    """The tables ("r") or counters ("S") of a database, in the order in which they were made."""
    asked = (
        "SELECT quote_ident(relname) FROM pg_class"
        " WHERE relnamespace = 'public'::regnamespace AND relkind = %s ORDER BY oid"
    )
    return list(connection.exec_driver_sql(asked, (kind,)).scalars())


def _prepare(connection: Connection) -> None:
    """Remember what each table holds and how to bring that back; note who alters anything but rows."""
    do = connection.exec_driver_sql
    tables = _names(connection, "r")
    do("CREATE SCHEMA spare")
    how = "RETURNS void LANGUAGE plpgsql"
    steps = [f"IF EXISTS (SELECT FROM {name}) THEN DELETE FROM {name}; END IF;" for name in tables]
    do(f"CREATE FUNCTION spare.empty() {how} AS $$ BEGIN {' '.join(steps)} END $$")
    steps = ["PERFORM spare.empty();"]
    for name in tables:
        if do(f"SELECT EXISTS (SELECT FROM {name})").scalar_one():
            do(f"CREATE TABLE spare.{name} AS TABLE {name}")
            steps.append(f"INSERT INTO {name} OVERRIDING SYSTEM VALUE TABLE spare.{name};")
    for name in _names(connection, "S"):
        last, is_called = do(f"SELECT last_value, is_called FROM {name}").one()
        steps.append(f"PERFORM setval('{name}', {last}, {is_called});")
    do(f"CREATE FUNCTION spare.clean() {how} AS $$ BEGIN {' '.join(steps)} END $$")
    do("CREATE TABLE spare.altered (tag text)")
    body = "AS $$ BEGIN INSERT INTO spare.altered VALUES (tg_tag); END $$"
    do(f"CREATE FUNCTION spare.note() RETURNS event_trigger LANGUAGE plpgsql {body}")
    do("CREATE EVENT TRIGGER alterations ON ddl_command_end EXECUTE FUNCTION spare.note()")

"""The way to the database: connecting, bringing its tables up to date, and checking that it is ours."""

from collections.abc import Sequence
from datetime import datetime
from select import POLLIN
from select import poll as select_poll
from typing import Any

import psycopg
from psycopg import Column
from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import ArgumentError, DisconnectionError, InterfaceError, OperationalError, SQLAlchemyError

from storage import revisions
from storage.crypto import KeyFileError, KeyRing
from storage.embedded import DatabaseError, start_embedded, stop_embedded
from storage.queue import bring_queue_up_to_date
from storage.tables import marks

__all__ = [
    "AWAY",
    "UNREADABLE",
    "Connection",
    "DatabaseError",
    "Engine",
    "Unreachable",
    "check_keys",
    "connect",
    "migrate",
    "start_embedded",
    "stop_embedded",
]

AWAY = (OperationalError, InterfaceError)
UNREADABLE = (SQLAlchemyError,)
_DRIVER = "postgresql+psycopg"
_LOCK = 0x646F6F72_6D696772  # "door" "migr"
_SECONDS_TO_CONNECT = 5
# A host that loses its power says no good-bye, and a process that was stopped never ends what it began: what they hold
# is let go within 5 s, or within a minute.
_LET_GO = {
    "tcp_keepalives_idle": "2s",
    "tcp_keepalives_interval": "1s",
    "tcp_keepalives_count": "2",
    "idle_in_transaction_session_timeout": "60s",
}
_OPTIONS = {"timezone": "UTC"} | _LET_GO
_ASKED_ONCE = 1  # What is asked a second time on a connection is prepared: with many, five times each take long.
_KEPT_PREPARED = 400  # The service asks in hundreds of ways; psycopg would keep the last 100 of them prepared.
_RING = "key_ring"


class _Columns(Sequence[Column]):
    """The columns of a result, described when somebody looks at them."""

    def __init__(self, cursor: "_Cursor", count: int) -> None:
        self._cursor, self._count = cursor, count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, at: Any) -> Any:
        return (self._cursor.columns or [])[at]


class _Cursor(psycopg.Cursor[Any]):
    """SQLAlchemy asks after the columns of every result and looks at them only the first time that it is asked."""

    @property
    def columns(self) -> list[Column] | None:
        """All of them, described."""
        return super().description

    @property
    def description(self) -> Any:
        """The columns of the result; None if it has none."""
        count = 0 if self.pgresult is None else self.pgresult.nfields
        return _Columns(self, count) if count else None


class Unreachable(DatabaseError):
    """The server does not answer, or does not let us in. Never holds a password."""


def connect(url: str, pool_size: int = 10) -> Engine:
    """Make the engine for a `postgresql://` URL; Unreachable if the server does not let us in within 5 s.

    Whoever only reads asks within `begin()` too: a rollback makes psycopg forget all that a connection has prepared.
    """
    address = _address(url)
    engine = create_engine(
        address,
        pool_size=pool_size,
        pool_use_lifo=True,
        # Values must not stand in errors, and so in logs.
        hide_parameters=True,
        connect_args={
            "connect_timeout": _SECONDS_TO_CONNECT,
            "application_name": "doorstep",
            "options": " ".join(f"-c {name}={value}" for name, value in _OPTIONS.items()),
            "cursor_factory": _Cursor,
            "prepare_threshold": _ASKED_ONCE,
        },
    )
    event.listen(engine, "connect", _keep_prepared)
    event.listen(engine, "checkout", _check_open)
    try:
        engine.connect().close()
    except SQLAlchemyError as error:
        engine.dispose()
        raise Unreachable(_reason(address, str(error))) from None
    return engine


def _keep_prepared(connection: Any, *_: object) -> None:
    connection.prepared_max = _KEPT_PREPARED


def _check_open(connection: Any, *_: object) -> None:
    """Do not lend a connection that the server has closed; it is seen on our side, without asking the server.

    An idle connection has nothing to read but its end.
    """
    if connection.closed:
        raise DisconnectionError
    poll = select_poll()
    poll.register(connection, POLLIN)
    if poll.poll(0):
        raise DisconnectionError


def migrate(engine: Engine) -> None:
    """Bring all tables to the newest revision, in one transaction; of two processes at once, one waits.

    DatabaseError if a newer release has already changed this database.
    """
    with engine.begin() as connection:
        _migrate(connection)


def _migrate(connection: Connection) -> None:
    connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    bring_queue_up_to_date(connection)
    revisions.bring_up_to_date(connection)


def clock_of(connection: Connection) -> datetime:
    """The server's own time."""
    found: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return found


def check_keys(connection: Connection, keys: KeyRing) -> None:
    """Remember the key ring of a new database; KeyFileError if the database belongs to another ring."""
    mine = insert(marks).values(name=_RING, value=keys.fingerprint()).on_conflict_do_nothing()
    connection.execute(mine)
    known = connection.scalar(select(marks.c.value).where(marks.c.name == _RING))
    if known != keys.fingerprint():
        raise KeyFileError("The key file does not belong to this database: put back the one it was first used with.")


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise Unreachable("DATABASE_URL is not a URL; write postgresql://user:password@host/name.") from None
    if address.drivername not in {"postgres", "postgresql", _DRIVER}:
        raise Unreachable("DATABASE_URL does not name a PostgreSQL server; write postgresql://user:password@host/name.")
    return address.set(drivername=_DRIVER)


def _reason(address: URL, said: str) -> str:
    host = address.host or address.query.get("host") or "localhost"
    where = f"PostgreSQL at {host}" + (f":{address.port}" if address.port else "")
    if "authentication failed" in said or "no password supplied" in said or "does not permit" in said:
        return f"{where} refuses the user or password of DATABASE_URL."
    if "does not exist" in said:
        return f"{where} has no such user or database as DATABASE_URL names."
    return f"{where} does not answer; is it running, and is DATABASE_URL right?"


def start_empty(engine: Engine) -> None:
    """Drop everything and migrate anew: the audit refuses to be emptied any other way. For the playground.

    In one transaction, so that nobody meets a database without tables; what connections remember of the old
    tables goes with the connections.
    """
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
        _migrate(connection)
    engine.dispose()


def is_ready(engine: Engine) -> bool:
    """Tell whether the database answers, with the tables of this release or, during an upgrade, of a newer one."""
    try:
        with engine.begin() as connection:
            return not revisions.is_behind(connection)
    except UNREADABLE:
        return False

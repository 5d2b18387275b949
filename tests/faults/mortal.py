"""Where a process dies and where PostgreSQL fails: at any statement, commit or sending. The dead do nothing more."""

from dataclasses import dataclass
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, event, text


class Died(BaseException):
    """The process is gone: nothing that follows is done, and nothing is counted as a failure."""


@dataclass
class Mortal:
    """What befalls the process that uses this engine, counted in statements from now on.

    `dies`: after so many statements; `dies_at_commit`: before the next commit of something that was written;
    `cut`: PostgreSQL ends the connection at that statement.
    """

    engine: Engine
    dies: int = -1
    cut: int = -1
    dies_at_commit: bool = False
    dead: bool = False
    wrote: bool = False
    deaths: int = 0
    cuts: int = 0

    def __post_init__(self) -> None:
        event.listen(self.engine, "before_cursor_execute", self._before)
        event.listen(self.engine, "commit", self._at_commit)

    def die(self) -> None:
        """End here and now."""
        self.dead = True
        self.deaths += 1
        raise Died

    def revive(self) -> None:
        """A new process begins: its connections are new, and twenty seconds later the dead one's leases are over."""
        self.dead, self.dies, self.cut, self.dies_at_commit = False, -1, -1, False
        self.engine.dispose()
        end_leases(self.engine)

    def _before(self, connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
        if self.dead:
            raise Died
        self.wrote = not statement.lstrip().upper().startswith("SELECT")
        self.dies, self.cut = self.dies - 1, self.cut - 1
        if self.dies == 0:
            self.die()
        if self.cut == 0:
            self.cuts += 1
            _end(self.engine, connection)

    def _at_commit(self, _: Connection) -> None:
        if self.dead:
            raise Died
        if self.dies_at_commit and self.wrote:
            self.die()


def end_leases(engine: Engine) -> None:
    """Twenty seconds pass on the server's own clock."""
    over = "UPDATE lanes SET leased_until = clock_timestamp() - interval '1 s' WHERE leased_until IS NOT NULL"
    with engine.begin() as connection:
        connection.execute(text(over))


def _end(engine: Engine, connection: Connection) -> None:
    """Let the server end a connection, as it does when it is shut down."""
    driver = connection.connection.driver_connection
    assert driver is not None
    with psycopg.connect(_plain(engine), autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", (driver.info.backend_pid,))


def turn_away(engine: Engine, *, away: bool) -> None:
    """Let the server refuse everybody, as one does whose connections are used up; or no longer."""
    name = engine.url.database
    with psycopg.connect(_plain(engine, "postgres"), autocommit=True) as other:
        other.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS {not away}'.encode())
        if away:
            ending = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s"
            other.execute(ending, (name,))


def _plain(engine: Engine, database: str | None = None) -> str:
    url = engine.url.set(drivername="postgresql")
    url = url if database is None else url.set(database=database)
    return url.render_as_string(hide_password=False)

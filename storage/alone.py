"""The right to do one thing, in one of all processes. PostgreSQL gives it to another one when this one dies."""

from contextlib import suppress
from hashlib import sha256
from threading import Lock

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import SQLAlchemyError


class Alone:
    """One named right. It is bound to a connection of its own, which is kept open while it is held."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._number = int.from_bytes(sha256(name.encode()).digest()[:8], "big", signed=True)
        self._connection: Connection | None = None
        # Whoever stops may give up while another thread still takes: nothing must be left open behind it.
        self._lock = Lock()

    def holds(self) -> bool:
        """Take the right, or make sure that it is still here; False while another process has it."""
        with self._lock:
            return self._holds()

    def give_up(self) -> None:
        """Let another process have it: it can take it as soon as this returns."""
        with self._lock:
            if self._connection is not None:
                # The server may notice a closed connection only a moment later; of this it knows at once.
                with suppress(SQLAlchemyError):
                    self._connection.execute(select(func.pg_advisory_unlock(self._number)))
            self._drop()

    def _holds(self) -> bool:
        if self._connection is None:
            self._connection = self._taken()
            return self._connection is not None
        try:
            self._connection.execute(select(1))
        except SQLAlchemyError:
            self._drop()
            return False
        return True

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            # Thrown away rather than given back to the pool: the right ends with its connection.
            connection.invalidate()
            connection.close()

    def _taken(self) -> Connection | None:
        connection, is_taken = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT"), False
        try:
            is_taken = bool(connection.execute(select(func.pg_try_advisory_lock(self._number))).scalar_one())
        finally:
            if not is_taken:
                connection.close()
        return connection if is_taken else None

"""A real process that acts until a named point, says that it is there, and waits for leave to go on."""

import signal
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError

from bot import turn
from bot.channels.channel import Channel, Inbound, Outbound
from flows.staff.acts.platform import Rotate
from storage.crypto import KeyRing
from storage.database import connect, migrate
from tests.machines.rehearsal import Rehearsal

AFTER_JOURNAL, BEFORE_SEND, AFTER_SEND = (
    "after journal before play",
    "after commit before send",
    "after send before mark",
)
IN_A_ROTATION, IN_A_MIGRATION = "in a rotation", "in a migration"
POINTS = (AFTER_JOURNAL, BEFORE_SEND, AFTER_SEND, IN_A_ROTATION)
STATEMENTS = {IN_A_ROTATION: "INSERT INTO passwords", IN_A_MIGRATION: "ALTER TABLE tries"}
SLEEPS_IN_A_TRANSACTION = "SET LOCAL idle_in_transaction_session_timeout = '100ms'"


@dataclass
class Messenger:
    """Hands everything to the one who watches, who lives on when this process dies."""

    name: str
    told: Pipe
    point: str
    has_window: bool = False

    async def send(self, message: Outbound) -> str:
        if self.point == BEFORE_SEND:
            stop(self.told)
        reference = str(self._ask("send", message))
        if self.point == AFTER_SEND:
            stop(self.told)
        return reference

    async def sent_before(self, message: Outbound) -> str | None:
        found: str | None = self._ask("before", message)
        return found

    def _ask(self, what: str, message: Outbound) -> Any:
        self.told.send((what, self.name, message))
        return self.told.recv()


def act(url: str, keys: Path, point: str, told: Pipe, code: str) -> None:
    """Be one process: what it does depends on where it is to be met."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    engine = connect(url)
    with told, suppress(DBAPIError):
        if point == IN_A_MIGRATION:
            with _meeting(engine, point, told):
                migrate(engine)
        else:
            with closing(Rehearsal(engine, KeyRing.load(keys))) as at, _meeting(engine, point, told):
                _act(at, point, told, code)


def _act(at: Rehearsal, point: str, told: Pipe, code: str) -> None:
    at.house.clock.forward(timedelta(minutes=15))
    if point == IN_A_ROTATION:
        at.staff_does("ben", Rotate(code, "seen"))
        return
    at.tick()
    inbound = Inbound("signal", "amira", f"amira:{UUID(int=7)}", "PASSWORD", at.house.clock.now())
    kept = turn.receive(at.house, inbound)
    assert kept is not None
    told.send(("acknowledged", inbound.channel, inbound.key))
    if point == AFTER_JOURNAL:
        stop(told)
    turn.take(at.house, kept)
    channels: dict[str, Channel] = {name: Messenger(name, told, point, name == "whatsapp") for name in at.channels}
    at.channels = channels  # type: ignore[assignment]
    at.settle()


@contextmanager
def _meeting(engine: Engine, point: str, told: Pipe) -> Iterator[None]:
    """Stop right after the statement that marks a point, its transaction still open."""

    def after(connection: Connection, _: Any, statement: str, *__: Any) -> None:
        if point in STATEMENTS and STATEMENTS[point] in statement:
            connection.exec_driver_sql(SLEEPS_IN_A_TRANSACTION)
            stop(told)

    event.listen(engine, "after_cursor_execute", after)
    yield
    event.remove(engine, "after_cursor_execute", after)


def stop(told: Pipe) -> None:
    """Say that the point is reached, and wait."""
    told.send(("here", "", None))
    told.recv()

"""Two who act at the same moment: the second begins before what the first did is committed."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Engine, text

from storage.work import Work

WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
PATIENCE = 20.0


def overtaken(
    engine: Engine, one: AbstractContextManager[Work], first: Callable[[Work], Any], second: Callable[[], Any]
) -> tuple[Any, Any]:
    """Let `second` begin while `first` is done and not committed; answers what came of both.

    The first commits once the second waits for it, or has gone past it.
    """
    with ThreadPoolExecutor(1) as pool:
        with one as work:
            done = first(work)
            other = pool.submit(second)
            until_it_waits(engine, other)
        return done, other.result(PATIENCE)


def until_it_waits(engine: Engine, other: Future[Any]) -> None:
    """Return once somebody waits for a lock, or the other one is done."""
    give_up = time.monotonic() + PATIENCE
    with engine.connect() as connection:
        watching = connection.execution_options(isolation_level="AUTOCOMMIT")
        while not other.done() and not watching.execute(WAITING).scalar_one():
            assert time.monotonic() < give_up, "the second neither waits nor ends"
            time.sleep(0.01)

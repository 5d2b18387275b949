"""Starting the playground again while its worker is busy: whoever PostgreSQL makes give way, it is done in the end."""

import time
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Connection, Engine, text

from bot import app
from storage import staff
from storage.crypto import KeyRing
from tests.stage import stage

WAITING = text("SELECT pid FROM pg_locks WHERE NOT granted AND relation = to_regclass(:table)")
ENDED = text("SELECT pg_cancel_backend(:pid)")
PATIENCE_SECONDS = 30


def test_who_starts_again_and_had_to_give_way_does_it_once_more(staffed: Engine, keys: KeyRing) -> None:
    with stage(staffed, keys) as staged, ThreadPoolExecutor(1) as other, staffed.connect() as worker:
        worker.detach()
        worker.execute(text("LOCK TABLE inbox"))
        with staffed.connect() as onlooker:
            starting = other.submit(app.start_again, staged.house)
            give_way(onlooker, "inbox")
        worker.rollback()
        starting.result(PATIENCE_SECONDS)
    with staged.house.work("test") as work:
        assert set(staff.handles(work).values()) == {each.handle for each in staged.house.organisation.staff}


def test_who_looks_meanwhile_and_had_to_give_way_looks_once_more(staffed: Engine, keys: KeyRing) -> None:
    with stage(staffed, keys) as staged, ThreadPoolExecutor(1) as other, staffed.connect() as dropping:
        staged.talk.retell("phone amira signal\namira> hello")
        dropping.execute(text("LOCK TABLE phone_messages"))
        with staffed.connect() as onlooker:
            looking = other.submit(staged.talk.client.get, "/playground/api/messages?after=0")
            give_way(onlooker, "phone_messages")
        dropping.rollback()
        assert len(looking.result(PATIENCE_SECONDS).json()) > 1


def give_way(onlooker: Connection, table: str) -> None:
    """Have the server end the statement that waits for a table, as it does where two wait for each other."""
    assert onlooker.scalar(ENDED, {"pid": who_waits(onlooker, table)})


def who_waits(onlooker: Connection, table: str) -> int:
    """The server's number of the connection that waits for a table."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (waits := onlooker.scalar(WAITING, {"table": table})) is None:
        assert time.monotonic() < deadline
        onlooker.rollback()
        time.sleep(0.01)
    return int(waits)

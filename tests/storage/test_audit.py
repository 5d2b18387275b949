from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import Connection, Engine, Executable, delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from storage import audit as trail
from storage.audit import Broken, Verified
from storage.tables import audit


def record(connection: Connection, moment: datetime, act: str = "approve") -> None:
    trail.record(
        connection,
        at=moment,
        actor="anna",
        act=act,
        object_kind="case",
        object_id="F-7Q2",
        clause="G4.1",
        policy_version="2023-09-20",
    )


def record_and_seal(database: Engine, moment: datetime, acts: list[str]) -> None:
    with database.begin() as connection:
        for act in acts:
            record(connection, moment, act)
    seal(database)


def seal(database: Engine) -> int:
    with database.begin() as connection:
        return trail.seal(connection)


def verdict(database: Engine) -> Verified | Broken:
    with database.begin() as connection:
        return trail.verify(connection)


def tamper(database: Engine, statement: str) -> None:
    """Write past the guard, as somebody who owns the server could."""
    with database.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(statement))


def test_an_empty_trail_holds(database: Engine) -> None:
    assert verdict(database) == Verified(0, 0)


def test_recorded_rows_are_chained_in_order(database: Engine, moment: datetime) -> None:
    record_and_seal(database, moment, ["claim", "approve", "invite"])
    with database.connect() as connection:
        rows = connection.execute(select(audit.c.position, audit.c.act).order_by(audit.c.position)).all()
    assert [tuple(row) for row in rows] == [(1, "claim"), (2, "approve"), (3, "invite")]
    assert verdict(database) == Verified(3, 0)


def test_a_chain_goes_on_where_the_last_call_stopped(database: Engine, moment: datetime) -> None:
    record_and_seal(database, moment, ["claim"])
    record_and_seal(database, moment, ["approve"])
    assert seal(database) == 0
    assert verdict(database) == Verified(2, 0)


def test_a_row_of_a_transaction_that_was_rolled_back_is_nowhere(database: Engine, moment: datetime) -> None:
    with database.connect() as connection:
        record(connection, moment)
        connection.rollback()
    record_and_seal(database, moment, ["claim"])
    assert verdict(database) == Verified(1, 0)


def test_rows_committed_by_a_process_that_died_are_chained_by_the_next(database: Engine, moment: datetime) -> None:
    with database.begin() as connection:
        record(connection, moment)
    assert verdict(database) == Verified(0, 1)
    assert seal(database) == 1
    assert verdict(database) == Verified(1, 0)


def test_a_sealing_that_is_rolled_back_leaves_the_rows_for_the_next(database: Engine, moment: datetime) -> None:
    record_and_seal(database, moment, ["claim"])
    with database.begin() as connection:
        record(connection, moment)
    with database.connect() as connection:
        assert trail.seal(connection) == 1
        connection.rollback()
    assert verdict(database) == Verified(1, 1)
    assert seal(database) == 1
    assert verdict(database) == Verified(2, 0)


def test_rows_of_younger_transactions_wait_for_an_older_one_and_none_is_skipped(
    database: Engine, moment: datetime
) -> None:
    with database.connect() as older, database.begin() as younger:
        record(older, moment, "first")
        record(younger, moment, "second")
        younger.commit()
        assert seal(database) == 0
        older.commit()
    assert seal(database) == 2
    with database.connect() as connection:
        acts = connection.scalars(select(audit.c.act).order_by(audit.c.position)).all()
    assert acts == ["first", "second"]
    assert verdict(database) == Verified(2, 0)


def test_rows_of_the_sealing_transaction_itself_wait_until_it_is_committed(database: Engine, moment: datetime) -> None:
    with database.begin() as connection:
        record(connection, moment)
        assert trail.seal(connection) == 0
    assert seal(database) == 1


def test_rows_restored_from_another_server_are_chained(database: Engine, moment: datetime) -> None:
    row = {"at": moment, "actor": "anna", "act": "claim", "object_kind": "case", "object_id": "F-7Q2"}
    with database.begin() as connection:
        connection.execute(insert(audit).values(**row, outcome="done", policy_version="1", tx=2**40))
    assert seal(database) == 1
    assert verdict(database) == Verified(1, 0)


def test_many_writers_that_seal_at_once_make_one_whole_chain(database: Engine, moment: datetime) -> None:
    with ThreadPoolExecutor(6) as pool:
        for done in [pool.submit(record_and_seal, database, moment, ["claim", "approve"]) for _ in range(24)]:
            done.result()
    seal(database)
    assert verdict(database) == Verified(48, 0)


def test_a_session_in_another_time_zone_verifies_the_same_chain(database: Engine, moment: datetime) -> None:
    record_and_seal(database, moment, ["claim"])
    with database.begin() as connection:
        connection.execute(text("SET LOCAL timezone = 'Asia/Tokyo'"))
        assert trail.verify(connection) == Verified(1, 0)


@pytest.mark.parametrize(
    ("statement", "position"),
    [
        ("UPDATE audit SET actor = 'ben' WHERE position = 2", 2),
        ("UPDATE audit SET at = at + interval '1 microsecond' WHERE position = 3", 3),
        ("UPDATE audit SET clause = NULL WHERE position = 1", 1),
        ("UPDATE audit SET hash = sha256('x') WHERE position = 2", 2),
        ("UPDATE audit SET position = NULL, hash = NULL WHERE position = 2", 2),
        ("UPDATE audit SET position = CASE position WHEN 4 THEN 40 ELSE position END", 4),
        ("DELETE FROM audit WHERE position = 1", 1),
        ("DELETE FROM audit WHERE position = 4", 4),
        ("DELETE FROM audit", 1),
        ("DELETE FROM marks WHERE name = 'audit_head'", 1),
    ],
)
@pytest.mark.clause("X1")
def test_a_change_behind_the_guards_back_shows_where_it_was(
    database: Engine, moment: datetime, statement: str, position: int
) -> None:
    record_and_seal(database, moment, ["claim", "approve", "invite", "exclude"])
    tamper(database, statement)
    assert verdict(database) == Broken(position)


@pytest.mark.clause("X1")
def test_the_trail_refuses_changes_and_removal(database: Engine, moment: datetime) -> None:
    record_and_seal(database, moment, ["claim"])
    statements: list[Executable] = [
        update(audit).values(actor="ben"),
        update(audit).values(hash=b"x"),
        update(audit).values(position=7),
        update(audit).values(position=None, hash=None),
        delete(audit),
        text("TRUNCATE audit"),
    ]
    for statement in statements:
        with pytest.raises(IntegrityError, match="only grows"), database.begin() as connection:
            connection.execute(statement)
    assert verdict(database) == Verified(1, 0)


def test_a_row_that_waits_may_be_chained_but_not_changed_on_the_way(database: Engine, moment: datetime) -> None:
    with database.begin() as connection:
        record(connection, moment)
    chained = update(audit).values(position=1, hash=b"x", actor="ben")
    with pytest.raises(IntegrityError, match="only grows"), database.begin() as connection:
        connection.execute(chained)

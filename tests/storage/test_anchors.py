"""The audit's head kept elsewhere, and rows past their period that go without breaking the chain."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, text
from sqlalchemy.exc import IntegrityError

from storage import anchors, audit
from storage.anchors import Verdict
from storage.audit import Broken, Verified
from storage.crypto import KeyRing
from storage.tables import audit as rows

A_YEAR = timedelta(days=365)


def add(database: Engine, at: datetime, acts: int) -> None:
    for _ in range(acts):
        with database.begin() as connection:
            audit.record(
                connection,
                at=at,
                actor="anna",
                act="approve",
                object_kind="case",
                object_id="F-7Q2",
                policy_version="1",
            )
    with database.begin() as connection:
        audit.seal(connection)


def anchor(database: Engine, keys: KeyRing, at: datetime) -> str:
    with database.begin() as connection:
        return anchors.make(connection, keys, at)


def verdict(database: Engine, keys: KeyRing, line: str) -> Verdict:
    with database.begin() as connection:
        return anchors.check(connection, keys, line).verdict


def prune(database: Engine, keys: KeyRing, before: datetime) -> int:
    with database.begin() as connection:
        return audit.prune(connection, keys, before)


def verify(database: Engine, keys: KeyRing | None) -> Verified | Broken:
    with database.begin() as connection:
        return audit.verify(connection, keys)


def behind_the_guard(database: Engine, *statements: str) -> None:
    with database.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        for statement in statements:
            connection.execute(text(statement))


@pytest.mark.clause("X1")
def test_an_anchor_fits_while_the_audit_grows_and_not_after_it_was_made_anew(
    database: Engine, keys: KeyRing, moment: datetime
) -> None:
    add(database, moment, 3)
    line = anchor(database, keys, moment)
    add(database, moment, 2)
    assert verdict(database, keys, line + "\n") is Verdict.HOLDS
    behind_the_guard(
        database,
        "DELETE FROM marks WHERE name = 'audit_head'",
        "UPDATE audit SET position = NULL, hash = NULL, actor = 'ben'",
    )
    add(database, moment, 0)
    assert verify(database, keys) == Verified(5, 0), "the chain alone does not show it"
    assert verdict(database, keys, line) is Verdict.CHANGED


def test_an_anchor_that_is_no_anchor_or_not_ours_is_refused_as_such(
    database: Engine, keys: KeyRing, moment: datetime, tmp_path: Path
) -> None:
    add(database, moment, 1)
    line = anchor(database, keys, moment)
    for wrong in ("", "hello", line[:-1], line + " more", line.replace("position=1", "position=x")):
        assert verdict(database, keys, wrong) is Verdict.MALFORMED
    for wrong in (line.replace("position=1", "position=2"), line.replace("at=2026", "at=2025")):
        assert verdict(database, keys, wrong) is Verdict.FORGED
    assert verdict(database, KeyRing.create(tmp_path / "other"), line) is Verdict.FORGED


@pytest.mark.clause("X4")
def test_rows_past_their_period_go_and_the_rest_still_verifies(
    database: Engine, keys: KeyRing, moment: datetime
) -> None:
    add(database, moment - 2 * A_YEAR, 2)
    early = anchor(database, keys, moment)
    add(database, moment - 2 * A_YEAR, 1)
    last_gone = anchor(database, keys, moment)
    add(database, moment, 2)
    assert prune(database, keys, moment - A_YEAR) == 3
    assert prune(database, keys, moment - A_YEAR) == 0
    assert verify(database, keys) == Verified(2, 0)
    assert verdict(database, keys, early) is Verdict.PRUNED
    assert verdict(database, keys, last_gone) is Verdict.HOLDS
    add(database, moment, 1)
    assert verify(database, keys) == Verified(3, 0)
    assert prune(database, keys, moment + A_YEAR) == 3
    add(database, moment, 1)
    assert verify(database, keys) == Verified(1, 0)


def test_a_row_that_stands_behind_a_younger_one_waits_for_it(database: Engine, keys: KeyRing, moment: datetime) -> None:
    add(database, moment, 1)
    add(database, moment - 2 * A_YEAR, 1)
    assert prune(database, keys, moment - A_YEAR) == 0
    assert verify(database, keys) == Verified(2, 0)


@pytest.mark.clause("X1")
def test_nobody_without_the_keys_can_shorten_the_audit_as_pruning_does(
    database: Engine, keys: KeyRing, moment: datetime, tmp_path: Path
) -> None:
    add(database, moment, 3)
    other = KeyRing.create(tmp_path / "other")
    assert prune(database, other, moment + A_YEAR) == 3
    assert verify(database, keys) == Broken(1)
    assert verify(database, None) == Broken(1)
    assert prune(database, keys, moment + A_YEAR) == 0


def test_the_guard_lets_only_rows_below_the_mark_go(database: Engine, keys: KeyRing, moment: datetime) -> None:
    add(database, moment - 2 * A_YEAR, 1)
    add(database, moment, 2)
    prune(database, keys, moment - A_YEAR)
    for statement in (delete(rows), delete(rows).where(rows.c.position == 2), text("TRUNCATE audit")):
        with pytest.raises(IntegrityError, match="only grows"), database.begin() as connection:
            connection.execute(statement)
    assert verify(database, keys) == Verified(2, 0)

from typing import Any

import pytest
from sqlalchemy import Engine, bindparam, case, literal, select, text, update
from sqlalchemy.dialects.postgresql.base import PGDialect

from storage import due, inbox, queued
from storage.fixed import fixed
from storage.tables import inbox as inbox_rows
from storage.tables import outbox

NUMBERED = PGDialect(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("statement", "index"),
    [(inbox._NEXT, "inbox_new_idx"), (queued._OLDEST, "outbox_due_idx"), (due._everything(), "outbox_due_idx")],
)
def test_a_plan_that_is_made_once_looks_only_at_what_waits(database: Engine, statement: Any, index: str) -> None:
    """Only the index of what waits stays small, however many old messages there are."""
    asked = str(statement.compile(dialect=NUMBERED))
    with database.begin() as connection:
        connection.execute(text("SET LOCAL enable_seqscan = off"))
        driver = connection.connection.driver_connection
        assert driver is not None
        plan = driver.execute(f"EXPLAIN (GENERIC_PLAN) {asked}").fetchall()
    assert index in str(plan)


def test_words_numbers_and_lists_are_written_out_and_mean_the_same(database: Engine) -> None:
    plain = select(
        literal("it's 100% :so").label("said"),
        literal(7).label("many"),
        literal("b").in_(["a", "b"]).label("among"),
        case((literal("a") == bindparam("asked"), "yes"), else_="no").label("answer"),
    ).limit(1)
    written = fixed(plain)
    assert set(written.compile(dialect=NUMBERED).params) == {"asked"}
    with database.begin() as connection:
        rows = [connection.execute(each, {"asked": "a"}).one() for each in (plain, written)]
    assert rows[0] == rows[1] == ("it's 100% :so", 7, True, "yes")


def test_what_an_update_sets_is_written_out_too() -> None:
    done = fixed(update(inbox_rows).where(inbox_rows.c.id == bindparam("message")).values(status="done"))
    assert set(done.compile(dialect=NUMBERED).params) == {"message"}
    assert "status='done'" in str(done.compile(dialect=NUMBERED))


def test_a_list_that_differs_at_each_use_stays_open() -> None:
    named = fixed(select(outbox.c.id).where(outbox.c.id.in_(bindparam("theirs", expanding=True))))
    assert set(named.compile(dialect=NUMBERED).params) == {"theirs"}

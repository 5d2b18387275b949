"""A new release finds conversations in mid-flow: its migrations keep them, and they go on where they were."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine, MetaData, insert, select, text

from storage import revisions
from storage.crypto import KeyRing
from storage.database import migrate
from storage.tables import metadata
from storage.upgrading import upgrade
from tests import postgres
from tests.stage import START, Stage, stage

REACHED = """
SELECT sequencename, last_value FROM pg_sequences
WHERE schemaname = 'public' AND last_value IS NOT NULL AND sequencename NOT LIKE 'procrastinate%'
"""
FIRST, LATELY = "0001", "0018"
HALF_WAY = (
    "phone amira signal",
    "amira> hello",
    "amira> English",
    "amira> 1",
    "amira> no",
    "amira> 1",
    "anna> MEETING",
)
NAME = "Amira Testcase"


@contextmanager
def older(server_url: str, revision: str, current: Engine) -> Iterator[Engine]:
    """A database as an older release left it: its tables, with what these had of the rows that there are now."""
    with postgres.empty_database(server_url) as url, postgres.open_engine(url) as engine:
        with engine.begin() as made, current.connect() as now:
            upgrade(made, revision)
            _copy(now, made)
        yield engine


def _copy(now: Connection, made: Connection) -> None:
    then = MetaData()
    then.reflect(made)
    for table in then.sorted_tables:
        if table.name not in metadata.tables:
            continue
        ours = metadata.tables[table.name]
        names = [column.name for column in table.columns if column.name in ours.columns]
        rows = [dict(row) for row in now.execute(select(*(ours.c[name] for name in names))).mappings()]
        if rows:
            made.execute(insert(table), rows)
    for name, value in now.execute(text(REACHED)):
        made.execute(
            text("SELECT setval(to_regclass(:name), :value) WHERE to_regclass(:name) IS NOT NULL"), _of(name, value)
        )


def _of(name: str, value: int) -> dict[str, object]:
    return {"name": name, "value": value}


@pytest.fixture
def before(playground: Stage) -> Stage:
    """Amira is asked for her name, and Anna when the meeting is."""
    for line in HALF_WAY:
        playground.talk.do(line)
    return playground


@pytest.mark.parametrize("revision", [FIRST, LATELY])
def test_who_was_asked_something_before_the_upgrade_is_heard_after_it(
    before: Stage, server_url: str, keys: KeyRing, revision: str
) -> None:
    asked = before.talk.said_to("amira")[-1], before.talk.said_to("anna")[-1]
    with older(server_url, revision, before.house.engine) as database:
        migrate(database)
        with database.begin() as connection:
            assert connection.scalar(text("SELECT version_num FROM alembic_version")) == revisions.newest()
        with stage(database, keys, START + timedelta(hours=1)) as after:
            after.talk.recall(before.talk.remember())
            after.talk.look()
            assert (after.talk.said_to("amira")[-1], after.talk.said_to("anna")[-1]) == asked
            heard = "\n".join(after.talk.do(f"amira> {NAME}"))
            assert "see on the screen" in heard
            heard = "\n".join(after.talk.do("anna> 1"))
            assert "On which day" in heard
            assert "full name" in "\n".join(after.talk.do("amira> BACK"))

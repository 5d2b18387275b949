"""Bars and exclusions from before they had rows of their own are in BARS after the migration (G11.5)."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, delete, text

from flows.family.acts import Done
from flows.staff.acts.bars import LiftBar, ListBars, ReadBar
from flows.staff.acts.breaches import DecideBreach, ReportBreach
from flows.staff.acts.cases import Exclude
from flows.staff.acts.groups import ListGroups, ListMembers
from storage.crypto import KeyRing
from storage.tables import bars
from storage.upgrading import upgrade
from tests.bot.desk import Desk, desk
from tests.stage import stage


@pytest.fixture
def at(database: Engine, keys: KeyRing) -> Iterator[Desk]:
    with stage(database, keys) as built:
        yield desk(built.house)


def bar_somebody(at: Desk) -> None:
    code = at.ask_to_join("Amira Sample")
    at.review(code)
    at.decide("anna", code)
    group = at.staff_does("anna", ListGroups())[0].code
    number = at.staff_does("anna", ListMembers(group))[0][0]
    breach = at.staff_does("anna", ReportBreach(group, number, "no_screenshots", "I saw it."))
    assert at.staff_does("maria", DecideBreach(breach, "upheld")) == Done()


def exclude_somebody(at: Desk) -> None:
    code = at.ask_to_join("Amira Sample")
    assert at.staff_does("maria", Exclude(code, "a reason")) == Done()


@pytest.mark.clause("G11.5", "G3.13")
@pytest.mark.parametrize(("decide", "scope"), [(bar_somebody, "group"), (exclude_somebody, "family")])
def test_what_was_decided_before_is_listed_with_who_decided_and_can_be_lifted(
    at: Desk, database: Engine, decide: object, scope: str
) -> None:
    assert callable(decide)
    decide(at)
    with database.begin() as connection:
        connection.execute(delete(bars))
        (newest,) = connection.execute(text("SELECT version_num FROM alembic_version")).one()
        connection.execute(text("UPDATE alembic_version SET version_num = '0015'"))
    assert at.staff_does("max", ListBars()) == ()
    with database.begin() as connection:
        upgrade(connection, "0016")
        connection.execute(text("UPDATE alembic_version SET version_num = :newest"), {"newest": newest})
    (code,) = at.staff_does("max", ListBars())
    shown = at.staff_does("max", ReadBar(code))
    assert (shown.scope, shown.decided_by, shown.name) == (scope, "maria", "Amira Sample")
    assert at.staff_does("max", LiftBar(code, "A mistake.")) == Done()

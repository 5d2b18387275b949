"""How a concern ends: who lets the bot write again, and when this copy of the words is deleted."""

from datetime import timedelta

import pytest
from sqlalchemy import RowMapping, select

from bot.timers import fire_due
from flows.family.acts import Done
from flows.family.acts.care import MarkSafeToWrite, RaiseConcern
from flows.policy import Refused
from flows.staff.acts.concerns import AcknowledgeConcern, CloseConcern, LiftPause
from storage import concerns as kept_concerns
from storage import contacts
from storage.tables import concerns
from tests.bot.desk import Desk


def row(at: Desk) -> RowMapping:
    with at.house.engine.begin() as connection:
        return connection.execute(select(concerns)).mappings().one()


def is_held_back(at: Desk) -> bool:
    with at.house.work("test") as work:
        line = contacts.by_id(work, at.family.id)
        assert line is not None
        return line.paused_at is not None or kept_concerns.must_be_silent(work, line.id)


@pytest.mark.clause("A3")
def test_only_who_may_see_the_concern_lets_the_bot_write_again(at: Desk) -> None:
    code = at.family_does(RaiseConcern("he hits us", "words"))
    at.family_does(MarkSafeToWrite(safe=False))
    at.staff_does("dee", AcknowledgeConcern(code))
    assert is_held_back(at)
    assert isinstance(at.staff_does("anna", LiftPause(code)), Refused)
    assert is_held_back(at)
    assert at.staff_does("dee", LiftPause(code)) == Done()
    assert not is_held_back(at)
    assert row(at)["closed_at"] is None


@pytest.mark.clause("A3")
def test_the_words_are_deleted_when_their_period_is_over_and_not_before(at: Desk) -> None:
    code = at.family_does(RaiseConcern("he hits us", "words"))
    at.staff_does("dee", CloseConcern(code))
    days = at.house.organisation.retention.concerns
    at.house.clock.forward(timedelta(days=days) - timedelta(minutes=1))
    fire_due(at.house)
    assert row(at)["words_sealed"] is not None
    at.house.clock.forward(timedelta(minutes=1))
    fire_due(at.house)
    assert row(at)["words_sealed"] is row(at)["contact_id"] is row(at)["danger"] is None
    assert row(at)["code"] == code


@pytest.mark.clause("A3")
def test_an_open_concern_is_never_deleted(at: Desk) -> None:
    at.family_does(RaiseConcern("he hits us", "words"))
    at.later(days=400)
    fire_due(at.house)
    assert row(at)["words_sealed"] is not None

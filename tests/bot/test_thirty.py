"""Scenario 11, from the chats: twenty-nine adults are fine, the thirtieth needs a moderator; the switch is for thirty."""

import pytest
from sqlalchemy import update

from storage import contacts, staff
from storage.tables import timers
from tests.crowd import grow_by
from tests.stage import Stage

PASSWORD = "This is the password for today"


@pytest.fixture
def evening(playground: Stage) -> Stage:
    playground.talk.do("after parts/tonight.txt")
    return playground


def answer(on: Stage, *lines: str) -> str:
    """Play lines; what the writer of the last one was answered."""
    heard: list[str] = []
    for line in lines:
        heard = on.talk.do(line)
    return "\n".join(heard)


@pytest.mark.clause("L1.1", "L1.2", "L1.3", "L1.4")
def test_the_thirtieth_adult_stops_the_passwords_until_a_third_person_moderates(evening: Stage) -> None:
    grow_by(evening.house, 28)
    assert PASSWORD in answer(evening, "sara> PASSWORD")
    assert "not enough adults expected" in answer(evening, "maria> OPEN M-1")
    grow_by(evening.house, 1)
    assert PASSWORD not in answer(evening, "sara> PASSWORD")
    assert "needs a third person as moderator" in answer(evening, "anna> NOW M-1")
    assert "moderator has not confirmed" in answer(evening, "maria> OPEN M-1")
    answer(evening, "maria> GROUP", "maria> Change a seat", "maria> 1", "maria> Moderator")
    taken = answer(evening, "maria> anna")
    assert "cannot hold two seats" in taken
    answer(evening, "maria> GROUP", "maria> Change a seat", "maria> 1", "maria> Moderator", "maria> mo")
    assert PASSWORD not in answer(evening, "sara> PASSWORD")
    assert "confirmed for M-1" in answer(evening, "mo> HERE M-1")
    assert PASSWORD in answer(evening, "sara> PASSWORD")
    assert "30 adults" in answer(evening, "maria> OPEN M-1")
    assert "at least one more step" in answer(evening, "maria> ALL", "maria> 0", "maria> yes")
    assert "is open" in answer(evening, "maria> OPEN M-1", "maria> ALL", "maria> 1", "maria> yes")


@pytest.mark.clause("L1.5", "G7.3")
def test_a_quarter_of_an_hour_before_each_seat_has_what_it_needs_on_its_line(evening: Stage) -> None:
    answer(evening, "maria> GROUP", "maria> Change a seat", "maria> 1", "maria> Moderator", "maria> mo")
    evening.talk.do("mo> NOW M-1")
    evening.talk.do("clock 17:45")
    said = {handle: evening.talk.said_to(handle)[-1] for handle in ("anna", "ben")}
    assert all("Sara = Sara Example, verified, agreed" in each for each in said.values())
    assert "You moderate." in "\n".join(evening.talk.said_to("mo"))
    assert "Sara Example" not in "\n".join(evening.talk.said_to("mo"))
    assert "BREACH, CONCERN" in answer(evening, "mo> ALL")


@pytest.mark.clause("L1.5")
def test_a_moderator_with_something_missing_reads_what_it_is_and_has_the_list_until_nothing_is(evening: Stage) -> None:
    answer(evening, "maria> GROUP", "maria> Change a seat", "maria> 1", "maria> Moderator", "maria> mo", "mo> HERE M-1")
    missing = answer(evening, "mo> MODERATE M-1", "mo> 1, 2 5")
    assert "I help people" in missing
    assert "I can mute" in missing
    assert "I watch" not in missing
    assert "You moderate." in answer(evening, "mo> NOW M-1", "mo> The moderator's list")
    assert "Thank you." in answer(evening, "mo> ALL")
    assert "The moderator's list" not in answer(evening, "mo> NOW M-1")


@pytest.mark.clause("H2.3", "G7.3")
def test_a_line_whose_safety_number_changed_gets_no_list(evening: Stage) -> None:
    with evening.house.work("test") as work:
        line = staff.line(work, "ben")
        assert line is not None
        contacts.change(work, line.id, frozen_at=work.now)
    evening.talk.do("clock 17:45")
    assert "Sara Example" in "\n".join(evening.talk.said_to("anna"))
    assert "Sara Example" not in "\n".join(evening.talk.said_to("ben"))


def test_the_list_comes_once_however_often_its_timer_fires(evening: Stage) -> None:
    evening.talk.do("clock 17:45")
    heard = evening.talk.said_to("anna")
    with evening.house.work("test") as work:
        work.connection.execute(update(timers).where(timers.c.kind == "list").values(done_at=None))
    evening.settle()
    evening.talk.look()
    assert evening.talk.said_to("anna") == heard

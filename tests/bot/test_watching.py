"""Managers hear of what a thief with a colleague's account would do: at night, or much at once. Nothing is stopped."""

from datetime import time, timedelta

import pytest
from sqlalchemy import select

from bot import watching
from bot.organisation_parts import Watching
from flows.staff.acts.cases import ReadCase
from storage import readings
from storage.tables import audit
from storage.watched import DECISIONS
from tests.bot.desk import Desk
from tests.bot.sara import Sara
from tests.group_life import Life
from tests.stage import Stage

THREE = "2026-12-02T03:00"
MOST_DECISIONS, MOST_READINGS = Watching().decisions_an_hour, Watching().readings_an_hour


def does(life: Life, handle: str, act: str, times: int = 1) -> None:
    """As so many turns of somebody's, a minute apart."""
    for _ in range(times):
        life.now += timedelta(minutes=1)
        with life.work(f"staff:{handle}") as work:
            work.record(act, "case", "F-7Q2A")
            watching.look(work, life.organisation)


def heard(life: Life, handle: str) -> list[str]:
    return [each for each in life.told(handle=handle) if each.startswith("staff_unusual")]


@pytest.mark.clause("H2.3")
def test_approve_pressed_at_three_in_the_morning_is_told_to_managers_at_once_and_only_once_an_hour(
    playground: Stage, at: Desk
) -> None:
    code = at.ask_to_join("Amira Sample")
    playground.settle()
    playground.talk.look()
    playground.talk.do(f"clock {THREE}")
    for _ in range(2):
        playground.talk.do("channel anna> [Approve]")
    for handle in ("maria", "max"):
        assert at.told_staff(handle).count("staff_unusual_at_night") == 1
    assert "staff_unusual_at_night" not in at.told_staff("anna") + at.told_staff("dee") + at.told_channel()
    notice = next(each for each in playground.talk.said_to("maria") if "by voice" in each)
    assert "anna made a decision or a code, or let a phone in, at" in notice
    assert "LOCKDOWN" in notice
    assert code not in notice


@pytest.mark.clause("H2.3")
def test_many_decisions_within_an_hour_are_told_and_the_same_number_over_a_day_is_not(life: Life) -> None:
    for _ in range(MOST_DECISIONS):
        life.now += timedelta(minutes=30)
        does(life, "mo", "approved")
    assert heard(life, "maria") == []
    life.now += timedelta(hours=2)
    does(life, "anna", "approved", MOST_DECISIONS - 1)
    assert heard(life, "maria") == []
    does(life, "anna", "declined")
    assert heard(life, "maria") == heard(life, "max") == ["staff_unusual_many_decisions"]
    does(life, "anna", "approved", 3)
    assert heard(life, "maria") == ["staff_unusual_many_decisions"]


@pytest.mark.clause("H2.2")
def test_somebody_who_reads_very_much_is_told_of_to_a_manager_who_is_not_that_somebody(life: Life) -> None:
    does(life, "maria", "read", MOST_READINGS)
    assert heard(life, "maria") == []
    assert heard(life, "max") == ["staff_unusual_many_readings"]
    with life.engine.begin() as connection:
        rows = connection.execute(select(audit.c.object_id, audit.c.outcome).where(audit.c.act == "notice")).all()
    assert [tuple(row) for row in rows] == [("maria", "many_readings")]


@pytest.mark.clause("H2.2")
def test_a_leader_who_looks_at_the_meeting_all_evening_is_as_on_other_days(life: Life) -> None:
    for _ in range(MOST_READINGS * 2):
        life.now += timedelta(seconds=10)
        with life.work("staff:anna") as work:
            work.record("read", "meeting", life.meeting().code)
            watching.look(work, life.organisation)
    assert heard(life, "maria") == []


@pytest.mark.clause("H2.3")
@pytest.mark.parametrize("act", ["confirm_phone", "unfreeze"])
def test_who_lets_a_phone_in_at_night_is_told_of_as_who_decides_is(life: Life, act: str) -> None:
    life.now = life.now.replace(hour=3)
    does(life, "anna", act)
    assert heard(life, "maria") == ["staff_unusual_at_night"]


@pytest.mark.clause("G2.2", "G7.2")
def test_a_phone_that_is_confirmed_and_one_that_is_opened_again_are_watched_by_the_names_they_are_recorded_under(
    life: Life,
) -> None:
    sara = Sara(life).join().open_again()
    done = {act for act, outcome, _ in life.audited() if outcome == "done"}
    assert done & DECISIONS.acts >= {"confirm_phone", "unfreeze"}
    assert sara.line(sara.signal_id).frozen_at is None


@pytest.mark.clause("H2.3")
@pytest.mark.parametrize(
    ("hour", "begins", "ends", "is_night"),
    [(23, 22, 6, True), (5, 22, 6, True), (6, 22, 6, False), (21, 22, 6, False), (3, 1, 5, True), (23, 1, 5, False)],
)
def test_an_organisation_says_when_its_night_is(hour: int, begins: int, ends: int, is_night: bool, life: Life) -> None:
    watched = Watching(night_from=time(begins), night_until=time(ends))
    life.organisation = life.organisation.model_copy(update={"watching": watched})
    life.now = life.now.replace(hour=hour)
    does(life, "anna", "approved")
    assert heard(life, "maria") == ["staff_unusual_at_night"] * is_night


@pytest.mark.clause("H2.3", "H2.2")
def test_an_organisation_says_how_much_is_too_much(life: Life) -> None:
    watched = Watching(decisions_an_hour=2, readings_an_hour=3)
    life.organisation = life.organisation.model_copy(update={"watching": watched})
    does(life, "anna", "approved", 2)
    does(life, "mo", "read", 2)
    assert heard(life, "maria") == ["staff_unusual_many_decisions"]
    does(life, "mo", "read")
    assert heard(life, "maria") == ["staff_unusual_many_decisions", "staff_unusual_many_readings"]


@pytest.mark.clause("H2.3")
def test_what_protects_people_is_never_unusual(life: Life) -> None:
    life.now = life.now.replace(hour=3)
    for act in ("rotate", "suspend", "lock_down", "raise", "acknowledge"):
        does(life, "anna", act, 2)
    assert heard(life, "maria") == []


@pytest.mark.clause("G2.2")
def test_what_a_family_does_at_night_is_not_watched(life: Life) -> None:
    life.now = life.now.replace(hour=3)
    with life.work("contact:1") as work:
        work.record("make_code", "phone", "unknown")
        watching.look(work, life.organisation)
    assert heard(life, "maria") == []


@pytest.mark.clause("H2.2")
def test_once_a_month_managers_look_at_a_few_readings_of_others_those_without_an_open_task_first(
    playground: Stage, at: Desk
) -> None:
    busy = at.ask_to_join("Omar Sample")
    at.review(busy)
    at.decide("anna", busy)
    at.later(minutes=5)
    for handle in ("ben", "anna"):
        at.staff_does(handle, ReadCase(busy))
    with playground.house.work("clock") as work:
        drawn = readings.sample(work, work.now - timedelta(days=31), 2)
        assert sorted(drawn) == [("anna", busy), ("ben", busy)]
        for _ in range(2):
            watching.sample_readings(work)
    assert [at.told_staff(handle).count("staff_readings_sample") for handle in ("maria", "max", "dee")] == [1, 1, 0]
    playground.settle()
    playground.talk.look()
    notice = next(each for each in playground.talk.said_to("maria") if "Once a month" in each)
    assert f"ben {busy}" in notice


@pytest.mark.clause("H2.2")
def test_readings_of_a_month_are_drawn_when_a_worker_comes_back_if_none_ran_on_the_first_and_only_once(
    playground: Stage, at: Desk
) -> None:
    code = at.ask_to_join("Omar Sample")
    at.later(minutes=5)
    playground.talk.look()
    playground.talk.do("clock 2026-12-27T12:00")
    at.staff_does("ben", ReadCase(code))

    def told() -> int:
        playground.settle()
        return at.told_staff("maria").count("staff_readings_sample")

    playground.talk.do("clock 2026-12-31T12:00")
    assert told() == 0
    playground.talk.do("clock 2027-01-04T09:00")
    assert told() == 1
    playground.talk.do("clock 2027-01-20T09:00")
    assert told() == 1
    at.staff_does("ben", ReadCase(code))
    playground.talk.do("clock 2027-02-01T02:00")
    assert told() == 1
    playground.talk.do("clock 2027-02-01T04:00")
    assert told() == 2


@pytest.mark.clause("H2.2")
def test_a_month_without_a_reading_needs_no_look(life: Life) -> None:
    with life.work() as work:
        watching.sample_readings(work)
    assert life.told(handle="maria") == []

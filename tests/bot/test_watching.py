"""Managers hear of what a thief with a colleague's account would do: at night, or much at once. Nothing is stopped."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import watching
from flows.policy.watching import MOST_DECISIONS, MOST_READINGS
from flows.staff.acts.cases import ReadCase
from storage import readings
from storage.tables import audit
from tests.bot.desk import Desk
from tests.group_life import Life
from tests.stage import Stage

THREE = "2026-12-02T03:00"


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
    assert "anna made a decision or a code at" in notice
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
    with life.engine.connect() as connection:
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
def test_a_month_without_a_reading_needs_no_look(life: Life) -> None:
    with life.work() as work:
        watching.sample_readings(work)
    assert life.told(handle="maria") == []

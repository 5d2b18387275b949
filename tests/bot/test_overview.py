"""WEEK and CLOCKS: what each member of staff hears of what is to come, and what they must not hear of."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import Engine

from bot.acts import staff_overview
from bot.acts.meeting_access import clocks
from flows.policy import Role
from flows.staff.acts.overview import Clock, ReadClocks, ReadWeek, WeekLine
from storage import breaches, callbacks, cases, complaints, concerns, contacts, diary, rotations, staff
from storage.breaches import Report
from storage.crypto import KeyRing
from storage.diary import Plan
from storage.tables import groups as group_rows
from tests.group_life import Life, begin

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def life(database: Engine, keys: KeyRing, moment: datetime) -> Life:
    begun = begin(database, keys, moment)
    with begun.work() as work:
        begun.staff["carl"] = staff.add(work, "carl", "Carl Sample", [Role.COMPLAINTS_LEAD])
        staff.confirm_policies(work, begun.staff["carl"], begun.organisation.staff_policies.version)
        contacts.add(work, "signal", "+49carl", "staff", begun.staff["carl"])
    return begun


def _week(life: Life, handle: str) -> tuple[WeekLine, ...]:
    found = life.at(handle, ReadWeek(), staff_overview.read_week)
    assert isinstance(found, tuple)
    return found


def _clocks(life: Life, handle: str) -> list[str]:
    found = life.at(handle, ReadClocks(), staff_overview.read_clocks)
    assert all(isinstance(each, Clock) for each in found)
    return [each.kind for each in found]


def _plan(life: Life, starts_at: datetime) -> None:
    with life.work() as work:
        plan = Plan(life.group_id, "zoom", starts_at, starts_at + HOUR)
        diary.add(work, uuid4(), plan, clocks(life.organisation))


def test_the_week_has_ones_own_meetings_of_seven_days_and_a_managers_all(life: Life) -> None:
    _plan(life, life.now + 6 * DAY)
    _plan(life, life.now + 8 * DAY)
    assert len(_week(life, "anna")) == len(_week(life, "maria")) == 2
    assert _week(life, "mo") == ()


def test_days_before_only_an_empty_seat_is_missing_and_at_last_everything(life: Life) -> None:
    _plan(life, life.now + 3 * DAY)
    near, far = _week(life, "anna")
    assert "blocks_leader_not_here" in near.lacks
    assert far.lacks == ()
    with life.work() as work:
        work.connection.execute(group_rows.update().values(second_id=None))
    assert _week(life, "anna")[1].lacks == ("blocks_no_second",)


@pytest.mark.clause("G1.4", "G6.5")
def test_a_seat_to_confirm_and_a_password_that_waits_are_due(life: Life) -> None:
    assert _clocks(life, "anna") == ["clock_here"]
    life.make_ready()
    assert _clocks(life, "anna") == []
    with life.work() as work:
        rotations.rotate(work, life.meeting(), "other")
    assert _clocks(life, "ben") == _clocks(life, "maria") == ["clock_platform"]


@pytest.mark.clause("G12.4")
def test_a_complaint_is_due_for_its_handler_and_unheard_of_for_everybody_else(life: Life) -> None:
    with life.work() as work:
        line = contacts.add(work, "signal", "+44Sara")
        complaints.open_complaint(
            work,
            uuid4(),
            kind="staff",
            contact_id=line.id,
            words="Nobody rang.",
            about=["anna"],
            hide_name=False,
            handler_id=life.staff["carl"],
            acknowledge_by=life.now + 5 * DAY,
            answer_by=life.now + 28 * DAY,
        )
    life.make_ready()
    assert _clocks(life, "carl") == ["clock_acknowledge"]
    assert [_clocks(life, handle) for handle in ("anna", "ben", "maria", "max")] == [[]] * 4


@pytest.mark.clause("A3")
def test_a_concern_is_never_among_what_is_due(life: Life) -> None:
    life.make_ready()
    with life.work() as work:
        line = contacts.add(work, "signal", "+44Sara")
        concerns.open_concern(work, uuid4(), words="He hits me.", source="word", contact_id=line.id)
    assert [_clocks(life, handle) for handle in life.staff] == [[]] * len(life.staff)


@pytest.mark.clause("G11.1")
def test_a_breach_is_due_for_the_manager_who_did_not_report_it(life: Life) -> None:
    life.make_ready()
    with life.work() as work:
        breaches.add(work, uuid4(), Report("breach", None, life.group_id, "no_recording", "", "maria"))
    assert _clocks(life, "max") == ["clock_breach"]
    assert _clocks(life, "maria") == _clocks(life, "anna") == []


def test_a_promised_call_is_due_for_its_owner_and_one_without_owner_for_managers(life: Life) -> None:
    life.make_ready()
    for owner in ("ben", None):
        with life.work() as work:
            line = contacts.add(work, "signal", f"+44{owner}")
            callbacks.ask(
                work,
                uuid4(),
                contact_id=line.id,
                case_id=None,
                owner_id=None if owner is None else life.staff[owner],
                safe_time=None,
                due_at=life.now - HOUR,
            )
    assert _clocks(life, "ben") == ["clock_ring"]
    assert _clocks(life, "maria") == ["clock_ring"]
    assert _clocks(life, "anna") == []
    (due,) = life.at("ben", ReadClocks(), staff_overview.read_clocks)
    assert due.late


@pytest.mark.clause("G3.8")
def test_first_contact_is_due_for_those_who_may_review_the_case(life: Life) -> None:
    life.make_ready()
    with life.work() as work:
        line, case_id = contacts.add(work, "signal", "+44Sara"), uuid4()
        kept = {"family_id": line.lane_id, "contact_id": line.id, "group_id": life.group_id}
        cases.open_case(work, case_id, **kept, road="asked", details={})
        cases.change(work, case_id, status=cases.OPEN, contact_due=life.now + 4 * DAY)
    assert _clocks(life, "anna") == _clocks(life, "maria") == ["clock_call"]
    assert _clocks(life, "mo") == _clocks(life, "carl") == []


@pytest.mark.clause("H2.1")
def test_whoever_has_not_confirmed_the_policies_hears_nothing(life: Life) -> None:
    with life.work() as work:
        staff.confirm_policies(work, life.staff["anna"], "older")
    assert _clocks(life, "anna") == []
    assert _week(life, "anna") == ()


@pytest.mark.clause("H2.1", "G1.1")
def test_ones_own_confirmation_and_mark_are_due_a_month_before_they_end(life: Life) -> None:
    life.make_ready()
    life.now += 340 * DAY
    assert sorted(_clocks(life, "anna")) == ["clock_policies", "clock_qualified"]

"""Bars and exclusions: for one person and one group, wider only by a manager's own act, lifted by another human."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, select

from bot.acts import ACTS
from bot.due import DUE
from flows.family.acts import Done
from flows.policy import Refused, Standing
from flows.staff.acts.bars import ExtendBar, LiftBar, ListBars, ReadBar
from flows.staff.acts.breaches import DecideBreach, ReportBreach
from flows.staff.acts.cases import Exclude
from flows.staff.acts.groups import ListGroups, ListMembers
from storage import bars, breaches, erasure, groups, people, subjects
from storage.crypto import KeyRing
from storage.tables import bars as bar_rows
from storage.tables import cases as case_rows
from storage.tables import memberships
from storage.tables import outbox as outbox_rows
from tests.bot.desk import Desk, desk
from tests.bot.sara import Sara
from tests.group_life import Life, begin
from tests.stage import stage

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
NO_MORE = Refused("A4", "refused_already_done")


@pytest.fixture
def life(database: Engine, keys: KeyRing) -> Life:
    return begin(database, keys, NOW)


@pytest.fixture
def at(database: Engine, keys: KeyRing) -> Iterator[Desk]:
    with stage(database, keys) as built:
        yield desk(built.house)


def do(life: Life, handle: str, command: Any) -> Any:
    return life.at(handle, command, ACTS[type(command)])


def bar(life: Life, name: str = "Sara") -> str:
    """Anna reports somebody, Maria upholds it; the code of the bar."""
    group = do(life, "anna", ListGroups())[0].code
    numbers = {full: number for number, full in do(life, "anna", ListMembers(group))}
    breach = do(life, "anna", ReportBreach(group, numbers[f"{name} Surname"], "no_screenshots", "I saw it."))
    assert do(life, "maria", DecideBreach(breach, "upheld")) == Done()
    code: str = do(life, "max", ListBars())[-1]
    return code


def standing(life: Life, person_id: UUID) -> str:
    with life.work() as work:
        found = select(memberships.c.status).where(memberships.c.person_id == person_id)
        return str(work.connection.execute(found).scalar_one())


@pytest.mark.clause("G11.6")
def test_the_notice_says_what_and_from_when_and_not_who_told(life: Life) -> None:
    sara = life.member("Sara")
    bar(life)
    with life.work() as work:
        told = select(outbox_rows).where(outbox_rows.c.template.in_(["suspended_notice", "barred_notice"]))
        for row in work.connection.execute(told).mappings().all():
            params = work.keys.open_json("outbox.params", row["id"], row["params_sealed"])
            assert params.keys() == {"screen_name", "point", "since"}
            assert params["point"] == "no_screenshots"
    assert life.told(sara) == ["suspended_notice", "barred_notice"]


@pytest.mark.clause("G11.5", "G3.15")
def test_only_a_manager_without_a_part_in_it_lifts_a_bar(life: Life) -> None:
    sara = life.member("Sara")
    code = bar(life)
    assert do(life, "anna", LiftBar(code, "sorry")) == Refused("G3.13", "refused_only_manager")
    assert do(life, "maria", LiftBar(code, "sorry")) == Refused("A1", "refused_decider_lifts")
    assert do(life, "max", LiftBar(code, " ")) == Refused("G3.13", "refused_reason_missing")
    assert standing(life, sara) == "barred"
    assert do(life, "max", LiftBar(code, "It was her nephew.")) == Done()
    assert standing(life, sara) == "active"
    assert life.told(sara)[-1] == "unbarred_notice"
    assert do(life, "max", LiftBar(code, "again")) == NO_MORE
    assert do(life, "max", ListBars()) == ()


def test_a_manager_who_reported_the_breach_does_not_lift_the_bar(life: Life) -> None:
    life.member("Sara")
    group = do(life, "max", ListGroups())[0].code
    breach = do(life, "max", ReportBreach(group, "1", "be_kind", "I heard it."))
    do(life, "maria", DecideBreach(breach, "upheld"))
    code = do(life, "max", ListBars())[0]
    assert do(life, "max", LiftBar(code, "sorry")) == Refused("A1", "refused_reporter_decides")


@pytest.mark.clause("G11.3")
def test_a_bar_from_all_groups_is_a_managers_own_act_and_leaves_the_partner_alone(life: Life) -> None:
    sara, tom = life.member("Sara"), life.member("Tom")
    code = bar(life)
    assert do(life, "anna", ExtendBar(code, "all_groups", "She did it before.")) == Refused(
        "G3.13", "refused_only_manager"
    )
    assert do(life, "maria", ExtendBar(code, "all_groups", "She did it before.")) == Done()
    wider = next(each for each in do(life, "max", ListBars()) if each != code)
    assert do(life, "max", ReadBar(wider)).scope == "all_groups"
    assert standing(life, tom) == "active"
    assert do(life, "max", LiftBar(code, "The first one is over.")) == Done()
    assert standing(life, sara) == "barred"
    with life.work() as work:
        assert people.standings(work, life.contact(sara)) == {Standing.BARRED}
    assert do(life, "max", LiftBar(wider, "This one too.")) == Done()
    assert standing(life, sara) == "active"


def test_who_had_left_is_no_member_when_the_bar_is_lifted(life: Life) -> None:
    sara = life.member("Sara")
    group = do(life, "anna", ListGroups())[0].code
    breach = do(life, "anna", ReportBreach(group, "1", "no_recording", "I saw it."))
    with life.work() as work:
        leaving = memberships.update().where(memberships.c.person_id == sara).values(status="left")
        work.connection.execute(leaving)
    do(life, "maria", DecideBreach(breach, "upheld"))
    do(life, "max", LiftBar(do(life, "max", ListBars())[0], "It was not her."))
    assert standing(life, sara) == "left"


def test_only_managers_read_who_is_barred_and_each_reading_is_recorded(life: Life) -> None:
    life.member("Sara")
    code = bar(life)
    assert do(life, "anna", ReadBar(code)) == Refused("A1", "refused_only_manager")
    assert do(life, "max", ReadBar(code)).name == "Sara Surname"
    assert ("read", "done", "H2.2") in life.audited()


def test_a_reason_stays_sealed(life: Life) -> None:
    life.member("Sara")
    do(life, "max", LiftBar(bar(life), "It was her nephew."))
    with life.work() as work:
        row = work.connection.execute(select(bar_rows)).mappings().one()
    assert b"nephew" not in bytes(row["lift_reason_sealed"])


@pytest.mark.clause("X4")
def test_the_reason_goes_with_the_name_it_is_about(life: Life) -> None:
    sara = life.member("Sara")
    do(life, "max", LiftBar(bar(life), "It was her nephew."))
    with life.work() as work:
        erasure.erase(work, subjects.of_family(work, life.contact(sara).lane_id), "asked")
        row = work.connection.execute(select(bar_rows)).mappings().one()
    assert (row["reason_sealed"], row["lift_reason_sealed"]) == (None, None)
    assert row["lifted_by"] is not None


def test_each_year_somebody_looks_at_a_bar_again(life: Life) -> None:
    life.member("Sara")
    code = bar(life)
    life.now += timedelta(days=366)
    with life.work() as work:
        found = bars.by_code(work, code)
        assert found is not None
        DUE["bar_review"](work, life.organisation, found.id, "")
    assert life.told(handle="max")[-1] == "staff_bar_review"


@pytest.mark.clause("G3.13", "G3.15")
def test_a_lifted_exclusion_opens_the_case_again_for_a_human_to_decide(at: Desk) -> None:
    case = at.ask_to_join()
    at.review(case)
    at.decide("anna", case)
    at.staff_does("maria", Exclude(case, "a reason"))
    code = at.staff_does("max", ListBars())[0]
    assert at.staff_does("maria", LiftBar(code, "over")) == Refused("A1", "refused_decider_lifts")
    assert at.staff_does("max", LiftBar(code, "over")) == Done()
    assert at.standings() == ["left"]
    assert at.told(at.family.id)[-1] == "readmitted_family"
    at.decide("anna", case)
    assert at.standings() == ["approved"]


@pytest.mark.clause("G3.13")
def test_a_family_can_be_excluded_from_one_group_only(at: Desk) -> None:
    case = at.ask_to_join()
    at.review(case)
    at.decide("anna", case)
    assert at.staff_does("max", Exclude(case, "a reason", group=at.house.organisation.groups[0].code)) == Done()
    assert at.standings() == ["barred"]
    assert at.told(at.family.id)[-1] == "excluded_notice"
    with at.house.work("test") as work:
        assert not people.is_excluded(work, at.family.lane_id)
    assert at.staff_does("max", Exclude(case, "a reason", group="G-OTHER")).reason == "refused_family_not_in_group"


def wider(life: Life, code: str) -> str:
    """Maria bars them from all groups; the code of that."""
    assert do(life, "maria", ExtendBar(code, "all_groups", "She did it before.")) == Done()
    return str(next(each for each in do(life, "max", ListBars()) if each != code))


@pytest.mark.clause("G11.5")
def test_who_is_still_shut_out_by_another_bar_is_not_told_that_they_can_come_back(life: Life) -> None:
    sara = life.member("Sara")
    code = bar(life)
    other = wider(life, code)
    assert do(life, "max", ReadBar(code)).others == (other,)
    do(life, "max", LiftBar(code, "The first one is over."))
    assert life.told(sara)[-1] == "barred_notice"
    assert do(life, "max", ReadBar(other)).others == ()
    do(life, "max", LiftBar(other, "This one too."))
    assert life.told(sara)[-1] == "unbarred_notice"


@pytest.mark.clause("G11.5")
def test_a_bar_from_all_groups_that_is_lifted_first_leaves_the_one_group_shut_and_nobody_is_told(life: Life) -> None:
    sara = life.member("Sara")
    code = bar(life)
    other = wider(life, code)
    do(life, "max", LiftBar(other, "Only the one group."))
    assert standing(life, sara) == "barred"
    assert life.told(sara)[-1] == "barred_notice"
    do(life, "max", LiftBar(code, "That too."))
    assert (standing(life, sara), life.told(sara)[-1]) == ("active", "unbarred_notice")


@pytest.mark.clause("G11.5", "G3.7")
def test_who_had_left_is_told_that_they_can_ask_again_and_not_of_a_password(life: Life) -> None:
    sara = life.member("Sara")
    group = do(life, "anna", ListGroups())[0].code
    breach = do(life, "anna", ReportBreach(group, "1", "no_recording", "I saw it."))
    with life.work() as work:
        work.connection.execute(memberships.update().where(memberships.c.person_id == sara).values(status="left"))
    do(life, "maria", DecideBreach(breach, "upheld"))
    code = do(life, "max", ListBars())[0]
    other = wider(life, code)
    do(life, "max", LiftBar(code, "It was not her."))
    do(life, "max", LiftBar(other, "It was not her."))
    assert (standing(life, sara), life.told(sara)[-1]) == ("left", "readmitted_notice")


@pytest.mark.clause("G11.1", "G11.5")
def test_who_waits_for_a_decision_in_another_group_still_waits_when_a_bar_from_all_is_lifted(life: Life) -> None:
    sara = life.member("Sara")
    other = wider(life, bar(life))
    with life.work() as work:
        friday = uuid4()
        groups.add(work, friday, "Friday", "zoom", life.staff["anna"])
        kept = {"id": uuid4(), "person_id": sara, "group_id": friday, "status": "barred", "since": NOW}
        work.connection.execute(memberships.insert().values(kept))
        report = breaches.Report("breach", sara, friday, "be_kind", "I heard it.", "ben")
        breaches.add(work, uuid4(), report)
    do(life, "max", LiftBar(other, "Only the one group."))
    with life.work() as work:
        rows = work.connection.execute(select(memberships.c.group_id, memberships.c.status)).all()
    assert dict(map(tuple, rows))[friday] == "suspended"


@pytest.mark.clause("A1", "G3.13")
def test_a_manager_who_reported_the_breach_does_not_make_the_bar_wider(life: Life) -> None:
    life.member("Sara")
    group = do(life, "max", ListGroups())[0].code
    breach = do(life, "max", ReportBreach(group, "1", "be_kind", "I heard it."))
    do(life, "maria", DecideBreach(breach, "upheld"))
    code = do(life, "max", ListBars())[0]
    for scope in ("all_groups", "family"):
        assert do(life, "max", ExtendBar(code, scope, "More.")) == Refused("A1", "refused_reporter_decides")


@pytest.mark.clause("G11.5", "G3.7")
def test_who_had_left_and_was_shut_out_of_a_group_twice_has_no_place_once_both_are_lifted(life: Life) -> None:
    sara = Sara(life)
    group = do(life, "anna", ListGroups())[0].code
    numbers = {full: number for number, full in do(life, "anna", ListMembers(group))}
    breach = do(life, "anna", ReportBreach(group, numbers["Sara Surname"], "no_screenshots", "I saw it."))
    with life.work() as work:
        work.connection.execute(memberships.update().values(status="left"))
        work.connection.execute(case_rows.update().values(status="approved"))
    assert do(life, "maria", DecideBreach(breach, "upheld")) == Done()
    life.now += timedelta(hours=1)
    assert do(life, "max", Exclude(sara.case, "Why.", group)) == Done()
    first, second = do(life, "max", ListBars())
    assert do(life, "max", LiftBar(first, "A mistake.")) == Done()
    assert standing(life, sara.id) == "barred"
    assert do(life, "maria", LiftBar(second, "A mistake.")) == Done()
    assert standing(life, sara.id) == "left"

"""LOCKDOWN, beside approvals: whom a stolen account let back in is out again, and what it had in hand is taken up."""

from typing import Any

import pytest
from sqlalchemy import Select, select, update

from flows.family.acts import Done
from flows.policy import Refused
from flows.staff.acts.alerts import SetAlert
from flows.staff.acts.bars import LiftBar
from flows.staff.acts.breaches import DecideBreach, ReportBreach
from flows.staff.acts.concerns import AcknowledgeConcern, CloseConcern, LiftPause, RaiseStaffConcern
from flows.staff.acts.data_rights import CheckAsker, EraseData, HoldData, OpenDataRequest
from flows.staff.acts.incidents import ListIncidents
from flows.staff.acts.people import LockDown
from storage import alerts, bars, contacts
from storage import people as names
from storage.tables import alerts as alert_rows
from storage.tables import audit, cases, complaints, concerns, holds, people, timers
from tests.bot.desk import Desk
from tests.stage import Stage


def rows(at: Desk | Stage, query: Select[tuple[Any]]) -> list[Any]:
    with at.house.engine.begin() as connection:
        return list(connection.execute(query).scalars())


@pytest.fixture
def member(playground: Stage) -> str:
    """Amira is a member; the code of her case."""
    playground.talk.do("after unknown_family.txt")
    return str(rows(playground, select(cases.c.code))[0])


@pytest.mark.clause("H2.3", "A3")
def test_a_concern_that_it_took_is_paged_again_and_one_that_it_closed_is_open_again(at: Desk) -> None:
    taken, closed = (str(at.staff_does("anna", RaiseStaffConcern(words))) for words in ("A bruise", "A worry"))
    for code in (taken, closed):
        assert at.staff_does("dee", AcknowledgeConcern(code)) == Done()
    assert at.staff_does("dee", CloseConcern(closed)) == Done()
    before = len(at.told_staff("dan"))
    at.later(hours=1)
    assert at.staff_does("maria", LockDown("dee")).counts["concerns"] == 2
    assert rows(at, select(concerns.c.closed_at)) == rows(at, select(concerns.c.acknowledged_by)) == [None, None]
    assert at.told_staff("dan")[before:] == ["staff_concern_page", "staff_concern_page"]
    assert at.staff_does("dan", AcknowledgeConcern(closed)) == Done()


@pytest.mark.clause("A3", "H2.3")
def test_a_lead_whose_line_is_shut_holds_nobody_up(at: Desk) -> None:
    at.staff_does("maria", LockDown("dee"))
    before = len(at.told_staff("dee"))
    at.staff_does("anna", RaiseStaffConcern("A bruise"))
    assert "staff_concern_page" in at.told_staff("dan")
    assert len(at.told_staff("dee")) == before


@pytest.mark.clause("H2.3", "A3")
def test_a_phone_that_it_let_the_bot_write_to_again_is_left_alone_again(at: Desk) -> None:
    code = str(at.staff_does("anna", RaiseStaffConcern("A worry")))
    with at.house.work("test") as work:
        work.connection.execute(update(concerns).values(contact_id=at.family.id))
    at.staff_does("dee", AcknowledgeConcern(code))
    at.staff_does("dee", LiftPause(code))
    at.staff_does("maria", LockDown("dee"))
    with at.house.work("test") as work:
        line = contacts.by_id(work, at.family.id)
    assert line is not None
    assert line.paused_at is not None


@pytest.mark.clause("H2.3", "X4")
def test_a_check_of_who_asks_counts_no_more_and_an_erasure_that_it_began_is_stopped(member: str, at: Desk) -> None:
    code = str(at.staff_does("dora", OpenDataRequest(member, "delete")))
    assert at.staff_does("dora", CheckAsker(code, "call")) == Done()
    assert not isinstance(at.staff_does("dora", EraseData(code)), Refused)
    at.staff_does("maria", LockDown("dora"))
    assert rows(at, select(timers.c.outcome).where(timers.c.kind == "erase")) == ["void"]
    at.later(minutes=30)
    at.fire()
    found = select(complaints.c.checked, complaints.c.outcome, complaints.c.closed_at).where(complaints.c.code == code)
    with at.house.engine.begin() as connection:
        assert tuple(connection.execute(found).one()) == (None, None, None)
    assert None not in rows(at, select(people.c.full_name_sealed))
    assert rows(at, select(timers.c.kind).where(timers.c.kind == "complaint", timers.c.done_at.is_(None)))


@pytest.mark.clause("H2.3", "X4")
def test_a_hold_that_it_lifted_holds_again(member: str, at: Desk) -> None:
    code = str(at.staff_does("dora", OpenDataRequest(member, "see")))
    at.staff_does("dora", HoldData(code, hold=True))
    at.staff_does("dora", HoldData(code, hold=False))
    at.staff_does("maria", LockDown("dora"))
    assert None in rows(at, select(holds.c.lifted_at))


@pytest.mark.clause("H2.3", "A1")
def test_an_alert_that_it_took_off_a_file_is_on_again(member: str, at: Desk) -> None:
    at.staff_does("dee", SetAlert(member, on=True))
    assert at.staff_does("max", SetAlert(member, on=False)) == Done()
    at.staff_does("maria", LockDown("max"))
    assert rows(at, select(alert_rows.c.lifted_at)) == [None]
    assert rows(at, select(cases.c.code).where(cases.c.code == member)) == [member]
    with at.house.work("test") as work:
        assert alerts.standing(work, rows(at, select(cases.c.family_id))[0]) is not None
    assert "staff_shut_again" in at.told_staff("maria")


@pytest.mark.clause("H2.3", "A1")
def test_with_an_alert_that_is_on_again_whoever_came_like_them_meanwhile_takes_two_people(
    member: str, at: Desk
) -> None:
    at.staff_does("dee", SetAlert(member, on=True))
    at.staff_does("max", SetAlert(member, on=False))
    with at.house.work("test") as work:
        family_id = rows(at, select(cases.c.family_id))[0]
        name = names.of_family(work, family_id)[0].full_name
        stranger = Desk(at.house, contacts.add(work, "signal", "stranger"))
    code = stranger.ask_to_join(name)
    at.staff_does("maria", LockDown("max"))
    assert rows(at, select(cases.c.flagged).where(cases.c.code == code)) == [True]


@pytest.mark.clause("H2.3", "G11.1")
def test_who_was_cleared_by_it_waits_for_somebody_elses_decision(member: str, at: Desk) -> None:
    code = at.staff_does("ben", ReportBreach(at.house.organisation.groups[0].code, "1", "screenshot", "On Facebook"))
    assert at.staff_does("max", DecideBreach(code, "not_upheld")) == Done()
    assert at.standings() == ["active"]
    at.staff_does("maria", LockDown("max"))
    assert at.standings() == ["suspended"]
    assert at.staff_does("maria", DecideBreach(code, "upheld")) == Done()
    assert at.standings() == ["barred"]


@pytest.mark.clause("H2.3", "G11.5")
def test_who_was_let_back_in_by_it_is_barred_again_and_somebody_else_may_lift_the_bar(member: str, at: Desk) -> None:
    code = at.staff_does("ben", ReportBreach(at.house.organisation.groups[0].code, "1", "screenshot", "On Facebook"))
    at.staff_does("maria", DecideBreach(code, "upheld"))
    with at.house.work("test") as work:
        [bar] = bars.in_force(work)
    assert at.staff_does("max", LiftBar(bar.code, "All is well")) == Done()
    assert at.standings() == ["active"]
    assert at.staff_does("maria", LockDown("max")).counts["shut"] == 1
    assert at.standings() == ["barred"]
    with at.house.work("test") as work:
        assert [each.code for each in bars.in_force(work)] == [bar.code]


@pytest.mark.clause("H2.3")
def test_a_phone_in_other_hands_is_a_data_incident_at_once(member: str, at: Desk) -> None:
    at.staff_does("maria", LockDown("anna"))
    for handle in ("maria", "dora"):
        assert "staff_incident_new" in at.told_staff(handle)
    assert len(at.staff_does("dora", ListIncidents())) == 1
    assert rows(at, select(audit.c.act).where(audit.c.object_kind == "incident")) == ["report"]


@pytest.mark.clause("H2.3")
def test_what_it_let_through_long_before_stays_as_it_is(member: str, at: Desk) -> None:
    at.staff_does("dee", SetAlert(member, on=True))
    at.staff_does("max", SetAlert(member, on=False))
    at.later(hours=at.house.organisation.staff_policies.lockdown_hours + 1)
    assert at.staff_does("maria", LockDown("max")).counts["shut"] == 0
    assert None not in rows(at, select(alert_rows.c.lifted_at))

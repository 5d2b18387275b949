"""What holds when two of the staff act at the same moment, and the second began before the first was done."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import event, select

from bot import locking
from bot.acts import ACTS
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Refused
from flows.staff.acts.bars import ExtendBar, LiftBar, ListBars
from flows.staff.acts.breaches import DecideBreach, ListBreaches, ReportBreach
from flows.staff.acts.cases import ClaimCase, Decide, ReadCase
from flows.staff.acts.concerns import AcknowledgeConcern, RaiseStaffConcern
from flows.staff.acts.groups import ListGroups, ListMembers
from flows.staff.acts.incidents import ListIncidents, ReportIncident, WorkOnIncident
from flows.staff.acts.people import Offboard
from flows.staff.acts.speaking import SpeakFor, StopSpeaking
from storage import concerns, contacts, lanes, staff
from storage.tables import cases, memberships
from storage.work import Work
from tests.bot.desk import desk
from tests.group_life import Life
from tests.racing import overtaken
from tests.stage import Stage
from tests.talk import SCRIPTS
from tests.words import TEXTS

ASKED = (SCRIPTS / "parts" / "asked.txt").read_text("utf-8").partition("\n")[2].partition("channel")[0].splitlines()


def do(life: Life, handle: str, command: Any) -> Any:
    return life.at(handle, command, ACTS[type(command)])


def at_once(life: Life, handle: str, first: Any, other: str, second: Any) -> tuple[Any, Any]:
    """Let two of the staff act, the second before what the first did is committed."""

    def act(work: Work) -> Any:
        line = contacts.of_staff(work, life.staff[handle])
        assert line is not None
        moment = Moment(work, life.organisation, line, life.staff[handle], uuid4(), None, "act", texts=TEXTS)
        return ACTS[type(first)](moment, first)

    return overtaken(life.engine, life.work(f"staff:{handle}"), act, lambda: do(life, other, second))


def report(life: Life, handle: str, point: str = "no_screenshots") -> str:
    group = do(life, "anna", ListGroups())[0].code
    number = do(life, "anna", ListMembers(group))[0][0]
    code: str = do(life, handle, ReportBreach(group, number, point, "I saw it."))
    return code


def bars_of(life: Life) -> tuple[str, ...]:
    found: tuple[str, ...] = do(life, "max", ListBars())
    return found


def standings(life: Life) -> list[str]:
    with life.work() as work:
        return list(work.connection.execute(select(memberships.c.status)).scalars())


@pytest.fixture
def sara(life: Life) -> Life:
    life.member("Sara")
    return life


@pytest.mark.clause("H2.3")
def test_a_press_that_waited_for_a_lockdown_of_its_account_counts_for_nothing(playground: Stage) -> None:
    for line in ASKED:
        playground.talk.do(line)
    house = playground.house

    def shut(work: Work) -> None:
        member = staff.by_handle(work, "anna")
        assert member is not None
        locking.lock_down(work, house.organisation, TEXTS, member)

    def press() -> list[str]:
        return playground.talk.do("channel anna> [Claim]")

    overtaken(house.engine, house.work("staff:maria"), shut, press)
    with house.engine.begin() as connection:
        assert connection.execute(select(cases.c.claimed_by)).scalars().all() == [None]


@pytest.mark.clause("H2.3", "G3.7")
def test_what_an_account_decides_while_it_is_shut_is_undone_with_the_familys_lane_held(playground: Stage) -> None:
    at = desk(playground.house)
    code = at.ask_to_join("Zenobia Quillfeather")
    at.review(code, "ben")
    house, locked = playground.house, []

    def approve(work: Work) -> Any:
        line = staff.line(work, "anna")
        member = staff.by_handle(work, "anna")
        assert line is not None
        assert member is not None
        lanes.lock(work, member.id)
        moment = Moment(work, house.organisation, line, member.id, uuid4(), None, "act", texts=TEXTS)
        version = ACTS[ReadCase](moment, ReadCase(code)).version
        return ACTS[Decide](moment, Decide(code, version, "approved", house.organisation.groups[0].code))

    def shut() -> None:
        with house.work("staff:maria") as work:
            member = staff.by_handle(work, "anna")
            assert member is not None
            event.listen(work.connection, "before_execute", lambda _c, _s, _m, given, _o: locked.append(given))
            locking.lock_down(work, house.organisation, TEXTS, member)

    done, _ = overtaken(house.engine, house.work("staff:anna"), approve, shut)
    assert done == Done()
    assert at.staff_does("maria", ReadCase(code)).status == "open"
    assert {"lane": at.family.lane_id} in locked


@pytest.mark.clause("H2.4")
def test_a_case_that_somebody_claims_while_they_leave_is_taken_from_them_with_its_lane_held(playground: Stage) -> None:
    at = desk(playground.house)
    code, house, locked = at.ask_to_join("Zenobia Quillfeather"), playground.house, list[Any]()

    def claim(work: Work) -> Any:
        line = staff.line(work, "anna")
        assert line is not None
        lanes.lock(work, line.lane_id)
        moment = Moment(work, house.organisation, line, line.lane_id, uuid4(), None, "act", texts=TEXTS)
        return ACTS[ClaimCase](moment, ClaimCase(code))

    def note(_connection: Any, _statement: Any, _many: Any, given: Any, _options: Any) -> None:
        locked.append(given)

    event.listen(house.engine, "before_execute", note)
    overtaken(house.engine, house.work("staff:anna"), claim, lambda: at.staff_does("maria", Offboard("anna")))
    event.remove(house.engine, "before_execute", note)
    with house.engine.begin() as connection:
        assert connection.execute(select(cases.c.claimed_by)).scalars().all() == [None]
    assert locked.count({"lane": at.family.lane_id}) == 2


@pytest.mark.clause("G11.3", "G11.5")
def test_whoever_is_barred_from_all_groups_while_another_lifts_the_first_bar_stays_out(sara: Life) -> None:
    breach = report(sara, "anna")
    assert do(sara, "maria", DecideBreach(breach, "upheld")) == Done()
    (code,) = bars_of(sara)
    lifted, extended = at_once(sara, "max", LiftBar(code, "A mistake."), "maria", ExtendBar(code, "all_groups", "Why."))
    assert lifted == Done()
    assert (extended == Done()) == (standings(sara) == ["barred"])


@pytest.mark.clause("G11.3", "G11.5")
def test_a_bar_that_is_lifted_while_another_makes_it_wider_gives_no_place_back(sara: Life) -> None:
    breach = report(sara, "anna")
    assert do(sara, "maria", DecideBreach(breach, "upheld")) == Done()
    (code,) = bars_of(sara)
    extended, _ = at_once(sara, "maria", ExtendBar(code, "all_groups", "Why."), "max", LiftBar(code, "A mistake."))
    assert extended == Done()
    assert standings(sara) == ["barred"]


@pytest.mark.clause("G11.1", "G11.2")
def test_who_was_reported_twice_stays_out_until_both_reports_are_decided(sara: Life) -> None:
    first, second = report(sara, "anna"), report(sara, "ben", "safe_space")
    assert do(sara, "maria", DecideBreach(first, "not_upheld")) == Done()
    assert standings(sara) == ["suspended"]
    assert do(sara, "maria", DecideBreach(second, "not_upheld")) == Done()
    assert standings(sara) == ["active"]


@pytest.mark.clause("G11.1")
def test_who_is_reported_again_while_a_manager_lets_them_back_in_stays_out(sara: Life) -> None:
    first = report(sara, "anna")
    group = do(sara, "anna", ListGroups())[0].code
    number = do(sara, "anna", ListMembers(group))[0][0]
    again = ReportBreach(group, number, "safe_space", "I saw it.")
    decided, second = at_once(sara, "maria", DecideBreach(first, "not_upheld"), "ben", again)
    assert decided == Done()
    assert standings(sara) == ["suspended"]
    assert second in do(sara, "maria", ListBreaches())


@pytest.mark.clause("H3.4", "A4")
def test_an_incident_is_not_closed_while_a_colleague_finds_a_risk_in_it(life: Life) -> None:
    code = do(life, "ben", ReportIncident("lost_phone", "It was on the bus."))
    assert do(life, "dora", WorkOnIncident(code, "assessment", "It was locked.", "no_risk")) == Done()
    found = WorkOnIncident(code, "assessment", "It was not locked.", "high_risk")
    risk, closing = at_once(life, "max", found, "maria", WorkOnIncident(code, "closing", "Lock phones."))
    assert risk == Done()
    assert closing == Refused("H3.4", "refused_regulator_first")
    assert code in do(life, "maria", ListIncidents())


@pytest.mark.clause("X5", "A4")
def test_of_two_who_begin_to_speak_for_a_family_at_once_one_is_told_that_a_colleague_does(life: Life) -> None:
    code = do(life, "anna", SpeakFor(None, "call"))
    do(life, "anna", StopSpeaking())
    first, second = at_once(life, "anna", SpeakFor(code, "call"), "ben", SpeakFor(code, "call"))
    assert first == code
    assert second == Refused("A4", "refused_spoken_for")


@pytest.mark.clause("A3")
def test_of_two_who_take_a_concern_at_once_the_first_has_it(life: Life) -> None:
    code = do(life, "ben", RaiseStaffConcern("He hit him."))
    with life.work() as work:
        found = concerns.by_code(work, code)
        assert found is not None
        concerns.change(work, found.id, paged=["maria", "max"])
    at_once(life, "maria", AcknowledgeConcern(code), "max", AcknowledgeConcern(code))
    with life.work() as work:
        found = concerns.by_code(work, code)
        assert found is not None
        assert found.acknowledged_by == life.staff["maria"]

"""L1: thirty adults and more: who moderates, and the switch that lets in people who are not verified."""

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import update

from bot.acts import family_passwords, staff_breaches, staff_lockdown, staff_meetings
from flows.family.acts import Done
from flows.family.acts.passwords import ReleasePassword
from flows.policy import Actor, MeetingStatus, Refused, Role, Seat, Standing
from flows.policy.deciding import DecisionFacts, may_approve
from flows.policy.passwords import may_receive_password
from flows.staff.acts.breaches import ReportBreach
from flows.staff.acts.meetings import WaitingList
from flows.staff.acts.people import LockDown
from flows.staff.acts.platform import Rotate
from flows.staff.acts.running import (
    CloseOpenSession,
    OpenSession,
    ReadOpenSession,
    SwitchOpenSession,
    TickModeration,
)
from storage import groups, meetings
from storage.tables import memberships
from storage.tables import people as people_rows
from tests.flows.refusals.meetings import LARGE, RELEASE
from tests.flows.refusals.table import changed
from tests.group_life import Life

STEPS = (1, 2, 3, 4, 5)


@pytest.fixture
def large(life: Life) -> Life:
    """Twenty-nine adults, leader and second there, and Mo as moderator."""
    life.make_ready()
    for n in range(29):
        life.member(f"Adult{n}")
    with life.work() as work:
        meetings.change(work, life.meeting_id, moderator_id=life.staff["mo"], moderator_confirmed_at=life.now)
    return life


def _do(life: Life, handle: str, command: object) -> object:
    return life.at(handle, command, {**staff_meetings.ACTS, **staff_breaches.ACTS}[type(command)])


def _ask(life: Life, person_id: UUID) -> object:
    return life.family(person_id, family_passwords.release_password, ReleasePassword(1))


def _unverified(life: Life, name: str) -> UUID:
    person_id = life.member(name)
    with life.work() as work:
        work.connection.execute(update(people_rows).where(people_rows.c.id == person_id).values(verified_at=None))
    return person_id


@pytest.mark.clause("L1.3")
def test_the_switch_is_refused_at_twenty_nine_and_possible_at_thirty(large: Life) -> None:
    code = large.meeting().code
    switch = SwitchOpenSession(code, STEPS, (1,))
    assert _do(large, "maria", ReadOpenSession(code)) == Refused("L1.3", "refused_not_large")
    assert _do(large, "maria", switch) == Refused("L1.3", "refused_not_large")
    large.member("Adult30")
    session = _do(large, "maria", ReadOpenSession(code))
    assert isinstance(session, OpenSession)
    assert (session.adults, session.families, session.screens) == (30, 30, 30)
    assert _do(large, "anna", switch) == Refused("A1", "refused_only_manager")
    assert _do(large, "maria", switch) == Done()
    assert [large.told(handle=handle) for handle in ("anna", "ben", "mo")] == [["staff_open_now"]] * 3


@pytest.mark.clause("L1.3", "L1.4")
@pytest.mark.parametrize(
    ("steps", "further", "clause", "reason"),
    [
        ((2, 3, 4, 5), (1,), "L1.3", "refused_waiting_room"),
        ((1, 2, 3, 4), (1,), "L1.3", "refused_participants_free"),
        (STEPS, (), "L1.4", "refused_extra_step"),
    ],
)
def test_a_step_that_is_missing_keeps_the_session_closed(
    large: Life, steps: tuple[int, ...], further: tuple[int, ...], clause: str, reason: str
) -> None:
    large.member("Adult30")
    command = SwitchOpenSession(large.meeting().code, steps, further)
    assert _do(large, "maria", command) == Refused(clause, reason)
    assert not large.meeting().checklist.get("open_large")


@pytest.mark.clause("L1.3", "G7.2")
def test_only_in_an_open_large_session_somebody_not_verified_gets_the_password_marked_on_the_list(large: Life) -> None:
    new, code = _unverified(large, "New"), large.meeting().code
    assert _ask(large, new) == Refused("G7.2", "refused_not_verified")
    _do(large, "maria", SwitchOpenSession(code, STEPS, (2,)))
    assert _ask(large, new) == Done()
    listed = _do(large, "anna", WaitingList(code))
    assert isinstance(listed, tuple)
    assert [(name, verified) for name, _, verified, _ in listed if not verified] == [("New", False)]
    assert _do(large, "maria", CloseOpenSession(code)) == Done()
    assert _ask(large, new) == Refused("G7.2", "refused_not_verified")


@pytest.mark.clause("L1.3")
def test_when_the_thirtieth_has_left_the_session_is_no_large_one_any_more(large: Life) -> None:
    new = _unverified(large, "New")
    _do(large, "maria", SwitchOpenSession(large.meeting().code, STEPS, (2,)))
    with large.work() as work:
        gone = next(each for each in groups.members(work, large.group_id, "sample-1") if each.person_id != new)
        theirs = update(memberships).where(memberships.c.person_id == gone.person_id)
        work.connection.execute(theirs.values(status="left"))
    assert _ask(large, new) == Refused("G7.2", "refused_not_verified")


@pytest.mark.clause("L1.3", "G3.7")
def test_a_family_may_be_approved_unverified_for_an_open_session_and_still_by_a_named_human_alone() -> None:
    manager = Actor("magda", frozenset({Role.MANAGER}), policies_current=True)
    unverified = DecisionFacts(manager, True, True, True, True, True, identity_confirmed=False, suitable=True)
    assert may_approve(unverified) == Refused("G7.2", "refused_identity_missing")
    assert may_approve(replace(unverified, open_large=True))
    assert may_approve(replace(unverified, known=False, open_large=True))
    assert may_approve(replace(unverified, open_large=True, actor=None)) == Refused("G3.7", "refused_named_human")


@pytest.mark.clause("L1.6")
@pytest.mark.parametrize(
    ("changes", "clause"),
    [
        ({"standing": Standing.BARRED}, "G11.3"),
        ({"standing": Standing.SUSPENDED}, "G11.1"),
        ({"standing": Standing.EXCLUDED}, "G3.13"),
        ({"approved": False}, "G6.4"),
        ({"agreed_version": None}, "G4.5"),
        ({"own_risk_understood": False}, "G10.1"),
        ({"own_contact": False}, "G6.4"),
        ({"held": True}, "G6.5"),
        ({"asked": False}, "G6.4"),
        ({"version": 2}, "G6.5"),
    ],
)
def test_in_an_open_session_every_other_rule_still_holds(changes: dict[str, object], clause: str) -> None:
    session = replace(LARGE, open_large=True)
    assert may_receive_password(replace(RELEASE, verified=False, meeting=session))
    refused = may_receive_password(changed(replace(RELEASE, verified=False, meeting=session), changes))
    assert isinstance(refused, Refused)
    assert refused.clause == clause


@pytest.mark.clause("L1.6")
@pytest.mark.parametrize(
    "changes",
    [
        {"leader_present": False},
        {"second_present": False},
        {"moderator_present": False},
        {"platform_version": 0},
        {"status": MeetingStatus.CANCELLED},
    ],
)
def test_an_open_session_still_needs_its_people_and_its_platform(changes: dict[str, object]) -> None:
    session = changed(replace(LARGE, open_large=True), changes)
    assert not may_receive_password(replace(RELEASE, meeting=session))


@pytest.mark.clause("L1.5")
def test_the_moderator_ticks_their_own_list_and_nobody_else_does(large: Life) -> None:
    code = large.meeting().code
    assert _do(large, "anna", TickModeration(code, (1,))) == Refused("L1.5", "refused_only_moderator")
    assert _do(large, "mo", TickModeration(code, (1, 2, 3))) == Done()
    assert large.meeting().checklist["moderation"] == [1, 2, 3]


@pytest.mark.clause("L1.5", "G6.5", "G11.1")
def test_the_moderator_can_change_the_password_and_report_a_breach(large: Life) -> None:
    with large.work() as work:
        groups.seat(work, large.group_id, Seat.MODERATOR, large.staff["mo"])
        code = groups.by_id(work, large.group_id)
    assert code is not None
    assert _do(large, "mo", Rotate(large.meeting().code, "unknown_person")) == Done()
    assert large.meeting().password_version == 2
    reported = _do(large, "mo", ReportBreach(code.code, "1", "no_screenshots", "A picture was taken."))
    assert isinstance(reported, str)


@pytest.mark.clause("L1.3", "H2.3")
def test_a_session_that_a_stolen_account_opened_is_for_verified_people_again(large: Life) -> None:
    large.member("Adult30")
    code = large.meeting().code
    assert _do(large, "maria", SwitchOpenSession(code, STEPS, (1,))) == Done()
    assert large.meeting().checklist["open_large"]
    large.at("max", LockDown("maria"), staff_lockdown.lock_down)
    assert not large.meeting().checklist["open_large"]

"""Colleagues: who stands in for an evening, whose qualification is marked, what an account leaves behind."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from bot.acts.meeting_access import clocks
from flows.family.acts import Done
from flows.family.acts.care import AskForCall
from flows.family.acts.complaints import OpenComplaint
from flows.policy import Refused
from flows.staff.acts.cases import ClaimCase, ListCases
from flows.staff.acts.concerns import AcknowledgeConcern, RaiseStaffConcern
from flows.staff.acts.groups import Invite, ListGroups, SeatStaff
from flows.staff.acts.meetings import ConfirmSeat, ReadMeeting, WaitingList
from flows.staff.acts.people import Attest, Cover, Leaving, ListCovers, ListQualified, Offboard, SetOnline
from storage import complaints, diary, groups, meetings, staff
from storage.diary import Plan
from storage.groups import Group
from storage.meetings import Meeting
from storage.tables import audit, callbacks, concerns
from storage.tables import groups as group_rows
from tests.bot.desk import Desk


def group_of(at: Desk) -> Group:
    with at.house.work("test") as work:
        found = groups.by_code(work, at.house.organisation.groups[0].code)
    assert found is not None
    return found


def meeting_in(at: Desk, minutes: int) -> UUID:
    with at.house.work("test") as work:
        starts_at = work.now + timedelta(minutes=minutes)
        plan = Plan(group_of(at).id, "zoom", starts_at, starts_at + timedelta(hours=1))
        meeting_id = uuid4()
        diary.add(work, meeting_id, plan, clocks(at.house.organisation))
    return meeting_id


def read(at: Desk, meeting_id: UUID) -> Meeting:
    with at.house.work("test") as work:
        found = meetings.by_id(work, meeting_id)
    assert found is not None
    return found


def reason(result: object) -> str:
    assert isinstance(result, Refused)
    return f"{result.clause} {result.reason}"


# COVER


@pytest.mark.clause("G1.5", "G1.1")
def test_only_a_qualified_practitioner_covers_for_a_leader(at: Desk) -> None:
    code = read(at, meeting_in(at, 30)).code
    assert reason(at.staff_does("maria", Cover(code, "leader", "ben"))) == "G1.1 refused_leader_practitioner"
    fit = at.staff_does("maria", ListCovers(code, "leader"))
    assert [handle for handle, _ in fit] == ["mo"]
    assert at.staff_does("maria", Cover(code, "leader", "mo")) == Done()
    assert "staff_cover_asked" in at.told_staff("mo")
    assert "staff_cover_covered" in at.told_staff("anna")


@pytest.mark.clause("G1.5")
def test_a_cover_confirms_for_themselves_and_sees_the_list_until_a_day_after(at: Desk) -> None:
    meeting = read(at, meeting_in(at, 30))
    at.staff_does("anna", ConfirmSeat(meeting.code))
    at.staff_does("maria", Cover(meeting.code, "leader", "mo"))
    assert read(at, meeting.id).leader_confirmed_at is None
    assert at.staff_does("mo", ConfirmSeat(meeting.code)) == Done()
    assert at.staff_does("mo", WaitingList(meeting.code)) == ()
    at.later(minutes=90, hours=23)
    assert at.staff_does("mo", WaitingList(meeting.code)) == ()
    at.later(hours=1)
    assert reason(at.staff_does("mo", WaitingList(meeting.code))) == "G7.3 refused_not_the_team"


@pytest.mark.clause("G1.5")
def test_a_cover_sees_no_other_meeting_of_the_group(at: Desk) -> None:
    tonight, later = read(at, meeting_in(at, 30)), read(at, meeting_in(at, 3000))
    at.staff_does("maria", Cover(tonight.code, "leader", "mo"))
    assert reason(at.staff_does("mo", WaitingList(later.code))) == "G7.3 refused_not_the_team"
    assert at.staff_does("mo", ListGroups()) == ()


@pytest.mark.clause("G1.5", "A1")
def test_a_second_does_not_choose_who_leads(at: Desk) -> None:
    code = read(at, meeting_in(at, 30)).code
    assert reason(at.staff_does("ben", ListCovers(code, "leader"))) == "A1 refused_only_manager_seats"
    assert reason(at.staff_does("ben", Cover(code, "leader", "mo"))) == "A1 refused_only_manager_seats"


# QUALIFY


@pytest.mark.clause("G1.1")
def test_a_manager_marks_who_is_qualified_and_the_mark_ends_by_itself(at: Desk) -> None:
    today = at.house.clock.now().date()
    assert at.staff_does("maria", Attest("mo", "Trained in March", today + timedelta(days=40))) == Done()
    code = group_of(at).code
    assert at.staff_does("maria", SeatStaff(code, "leader", "mo")) == Done()
    meeting = read(at, meeting_in(at, 60 * 24 * 41))
    at.later(days=41)
    with at.house.work("test") as work:
        assert not meetings.facts(work, meeting).leader_qualified
    refused = at.staff_does("maria", Cover(meeting.code, "leader", "mo"))
    assert reason(refused) in {"G1.1 refused_leader_qualification", "H2.1 refused_policies"}


@pytest.mark.clause("G1.1", "A1")
def test_only_a_manager_marks_and_nobody_marks_themselves(at: Desk) -> None:
    day = at.house.clock.now().date() + timedelta(days=400)
    assert reason(at.staff_does("anna", ListQualified())) == "G1.1 refused_only_manager"
    assert reason(at.staff_does("anna", Attest("mo", "Trained", day))) == "G1.1 refused_only_manager"
    assert reason(at.staff_does("maria", Attest("maria", "Trained", day))) == "G1.1 refused_own_mark"
    assert "maria" not in [each.handle for each in at.staff_does("maria", ListQualified())]


@pytest.mark.clause("G1.1")
def test_a_restart_does_not_undo_a_managers_mark(at: Desk) -> None:
    day = at.house.clock.now().date() + timedelta(days=400)
    at.staff_does("maria", Attest("mo", "Trained", day))
    with at.house.work("operator") as work:
        staff.add(work, "mo", "Mo Sample", ["practitioner"], None)
        kept = staff.by_handle(work, "mo")
    assert kept is not None
    assert kept.qualified_until is not None
    assert kept.qualified_until.date() == day + timedelta(days=1)


# A group that does not meet online


@pytest.mark.clause("H1.2")
def test_nobody_is_invited_into_a_group_that_does_not_meet_online(at: Desk) -> None:
    code = group_of(at).code
    assert reason(at.staff_does("anna", SetOnline(code, online=False))) == "H1.2 refused_only_manager"
    assert at.staff_does("maria", SetOnline(code, online=False)) == Done()
    assert reason(at.staff_does("anna", Invite(code))) == "H1.2 refused_group_not_online"
    at.staff_does("maria", SetOnline(code, online=True))
    assert not isinstance(at.staff_does("anna", Invite(code)), Refused)


# OFFBOARD


@pytest.mark.clause("H2.4", "G1.3")
def test_who_leaves_loses_every_role_and_seat_and_their_chats_at_once(at: Desk) -> None:
    meeting = read(at, meeting_in(at, 30))
    at.staff_does("anna", ConfirmSeat(meeting.code))
    left = at.staff_does("maria", Offboard("anna"))
    assert isinstance(left, Leaving)
    assert left.counts["paused"] == 1
    with at.house.work("test") as work:
        assert staff.by_handle(work, "anna") is None
        assert staff.line(work, "anna") is None
        gone = staff.with_handle(work, "anna")
    assert gone is not None
    assert gone.roles == ()
    assert group_of(at).leader is None
    assert group_of(at).paused_at is not None
    after = read(at, meeting.id)
    assert (after.leader, after.leader_confirmed_at) == (None, None)
    assert "staff_offboarded" in at.told_staff("max")


@pytest.mark.clause("G6.5", "H2.4")
def test_passwords_that_a_leaver_knew_are_changed(at: Desk) -> None:
    meeting = read(at, meeting_in(at, 30))
    at.staff_does("anna", ReadMeeting(meeting.code))
    assert read(at, meeting.id).password_version == 1
    left = at.staff_does("maria", Offboard("anna"))
    assert left.counts["passwords"] == 1
    assert read(at, meeting.id).password_version == 2


@pytest.mark.clause("G1.3")
def test_a_paused_group_goes_on_with_a_new_leader(at: Desk) -> None:
    at.staff_does("maria", Offboard("anna"))
    code = group_of(at).code
    assert reason(at.staff_does("maria", Invite(code))) == "G1.3 refused_group_paused"
    at.staff_does("maria", SeatStaff(code, "leader", "mo"))
    assert group_of(at).paused_at is None
    assert not isinstance(at.staff_does("mo", Invite(code)), Refused)


@pytest.mark.clause("H2.4")
def test_what_a_leaver_had_in_hand_is_somebodys_again(at: Desk) -> None:
    code = at.ask_to_join()
    at.staff_does("anna", ClaimCase(code))
    at.family_does(AskForCall("mornings"))
    with at.house.work("test") as work:
        member = staff.by_handle(work, "anna")
        assert member is not None
        work.connection.execute(callbacks.update().values(owner_id=member.id))
    left = at.staff_does("maria", Offboard("anna"))
    assert left.counts["cases"] == 1
    assert left.counts["rings"] == 1
    assert [each.claimed_by for each in at.staff_does("maria", ListCases())] == [None]


@pytest.mark.clause("G12.2", "A3")
def test_complaints_go_to_the_next_in_line_and_concerns_are_paged_again(at: Desk) -> None:
    opened = at.family_does(OpenComplaint("group", "The songs are too loud.", None, hide_name=False))
    at.staff_does("maria", RaiseStaffConcern("I saw a bruise."))
    with at.house.work("test") as work:
        concern = work.connection.execute(select(concerns.c.code)).scalar_one()
        kept = complaints.by_code(work, opened.code)
        handler = None if kept is None else staff.by_id(work, kept.handler_id)
    assert handler is not None
    at.staff_does("dee", AcknowledgeConcern(concern))
    left = at.staff_does("maria", Offboard(handler.handle))
    assert left.counts["complaints"] == 1
    before = at.told_staff("dan")
    assert at.staff_does("max", Offboard("dee")).counts["concerns"] == 1
    assert len(at.told_staff("dan")) > len(before)
    with at.house.work("test") as work:
        again = complaints.by_code(work, opened.code)
    assert again is not None
    assert again.handler_id not in {None, handler.id}


@pytest.mark.clause("H2.4", "A1")
def test_only_a_manager_closes_an_account_and_never_their_own(at: Desk) -> None:
    assert reason(at.staff_does("anna", Offboard("ben"))) == "A1 refused_only_manager"
    assert reason(at.staff_does("maria", Offboard("maria"))) == "A1 refused_own_account"
    at.staff_does("maria", Offboard("ben"))
    assert reason(at.staff_does("maria", Offboard("ben"))) == "H2.4 refused_already_done"


@pytest.mark.clause("H2.4")
def test_a_restart_does_not_bring_a_leaver_back(at: Desk) -> None:
    at.staff_does("maria", Offboard("ben"))
    with at.house.work("operator") as work:
        staff.add(work, "ben", "Ben Sample", ["assistant"])
        assert staff.by_handle(work, "ben") is None
        gone = staff.with_handle(work, "ben")
    assert gone is not None
    assert gone.roles == ()


@pytest.mark.clause("H4.1")
def test_every_act_and_every_group_is_stamped_with_the_version_of_the_rules(at: Desk) -> None:
    at.staff_does("maria", Offboard("ben"))
    with at.house.engine.begin() as connection:
        acts = set(connection.execute(select(audit.c.policy_version)).scalars())
        of_groups = set(connection.execute(select(group_rows.c.rules_version)).scalars())
    assert acts == of_groups == {at.house.organisation.rules_version}

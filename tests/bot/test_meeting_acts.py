"""Acts of staff and families on meetings, from the first confirmation to the wipe."""

from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest
from sqlalchemy import update

from bot.acts import family_passwords, staff_breaches, staff_groups, staff_lockdown, staff_meetings, staff_platform
from bot.due import meetings as due
from flows.family.acts import Done
from flows.family.acts.passwords import ReleasePassword, ReportLeak
from flows.policy import Refused
from flows.staff.acts.breaches import DecideBreach, ListBreaches, ReportBreach
from flows.staff.acts.groups import ListGroups, ListMembers, MakeGroup, SeatStaff
from flows.staff.acts.meetings import (
    CancelMeeting,
    ConfirmSeat,
    EndMeeting,
    MeetingDetails,
    MeetingLine,
    MoveMeeting,
    ReadMeeting,
    ScheduleMeeting,
    StartMeeting,
    WaitingList,
)
from flows.staff.acts.people import LockDown
from flows.staff.acts.platform import ClearHold, Rotate, SetPlatform, WhoHeld
from storage import agreements, contacts, passwords, releases
from storage.tables import memberships, outbox
from tests.group_life import Life

MEETINGS = staff_meetings.ACTS
BREACHES = staff_breaches.ACTS
GROUPS = staff_groups.ACTS


@pytest.fixture
def ready(life: Life) -> Life:
    life.make_ready()
    return life


def _do(life: Life, handle: str, command: object) -> object:
    table = {**MEETINGS, **BREACHES, **GROUPS}
    return life.at(handle, command, table[type(command)])


def _ask(life: Life, person_id: UUID) -> object:
    return life.family(person_id, family_passwords.release_password, ReleasePassword(1))


def _quote(life: Life, person_id: UUID, words: str) -> bool:
    return bool(life.family(person_id, family_passwords.notice_quote, words))


def _secrets(life: Life, release_id: UUID) -> dict[str, str]:
    with life.work() as work:
        return passwords.secret_params(work, passwords.given(work, release_id), str) or {}


def _set_platform(life: Life, handle: str = "anna") -> object:
    version = life.meeting().password_version
    return _do(life, handle, SetPlatform(life.meeting().code, version, None))


def test_nothing_is_released_before_both_have_confirmed_and_the_platform_is_set(life: Life) -> None:
    sara, code = life.member("Sara"), life.meeting().code
    assert _ask(life, sara) == Refused("G1.4", "refused_leader_not_confirmed")
    assert _do(life, "anna", ConfirmSeat(code)) == Done()
    assert _ask(life, sara) == Refused("G1.4", "refused_second_not_confirmed")
    assert _do(life, "ben", ConfirmSeat(code)) == Done()
    details = _do(life, "anna", ReadMeeting(code))
    assert isinstance(details, MeetingDetails)
    assert details.password is not None
    assert details.blocks == ("blocks_platform",)
    assert _ask(life, sara) == Refused("G6.3", "refused_platform_not_ready")
    link = "https://zoom.example/j/1"
    assert _do(life, "anna", SetPlatform(code, details.version, link)) == Done()
    assert _ask(life, sara) == Done()
    assert life.told(sara) == ["meeting_link", "meeting_password", "agreement_short"]


def test_a_seat_is_confirmed_by_its_holder_only(life: Life) -> None:
    refused = _do(life, "mo", ConfirmSeat(life.meeting().code))
    assert refused == Refused("G1.4", "refused_not_your_seat")
    assert ("confirm_seat", "refused:refused_not_your_seat", "G1.4") in life.audited()


def test_the_password_is_shown_to_the_leader_and_to_no_third_practitioner(ready: Life) -> None:
    code = ready.meeting().code
    shown = _do(ready, "anna", ReadMeeting(code))
    assert isinstance(shown, MeetingDetails)
    assert shown.password is not None
    assert _do(ready, "mo", ReadMeeting(code)) == Refused("A1", "refused_not_staff_of_group")
    manager = _do(ready, "maria", ReadMeeting(code))
    assert isinstance(manager, MeetingDetails)
    assert manager.password is None


@pytest.mark.clause("G6.5", "H2.3")
def test_a_suspect_whom_a_stolen_account_cleared_gets_no_password(ready: Life) -> None:
    sara = ready.member("Sara")
    ready.release(sara)
    with ready.work() as work:
        contacts.change(work, ready.contact(sara).id, held_at=work.now)
        [holder] = releases.holders(work, ready.meeting_id)
    clear = ClearHold(ready.meeting().code, holder.reference)
    assert ready.at("anna", clear, staff_platform.clear_hold) == Done()
    ready.at("maria", LockDown("anna"), staff_lockdown.lock_down)
    assert ready.contact(sara).frozen_at is not None


def test_a_link_with_the_password_inside_is_refused(ready: Life) -> None:
    command = SetPlatform(ready.meeting().code, 1, "https://zoom.example/j/1?pwd=12345678")
    assert _do(ready, "anna", command) == Refused("G6.3", "refused_link_has_password")


def test_a_quoted_password_makes_a_new_one_and_nobody_a_suspect(ready: Life) -> None:
    sara, cousin = ready.member("Sara"), ready.member("Cousin", status="left")
    release_id = ready.release(sara)
    assert _quote(ready, cousin, f"is it {_secrets(ready, release_id)['password']} today?")
    assert ready.meeting().password_version == 2
    assert ready.contact(sara).held_at is None
    assert _do(ready, "maria", ListBreaches()) == ()
    assert ready.told(handle="anna") == ["staff_password_leak"]


def test_a_quoted_reference_holds_its_owner_until_a_human_clears_them(ready: Life) -> None:
    sara, tom, cousin = ready.member("Sara"), ready.member("Tom"), ready.member("Cousin", status="left")
    release_id = ready.release(sara)
    ready.release(tom)
    shown = _secrets(ready, release_id)
    pasted = f"This is the password: {shown['password']}. Your reference: {shown['reference']}"
    assert _quote(ready, cousin, pasted)
    assert _quote(ready, cousin, pasted)
    code = ready.meeting().code
    assert ready.meeting().password_version == 2
    held = _do(ready, "anna", WhoHeld(code))
    assert isinstance(held, tuple)
    assert [(name, back) for name, _, back in held] == [("Sara", True), ("Tom", False)]
    assert _set_platform(ready) == Done()
    assert ready.told(tom) == ["password_changing", "password_changed", "meeting_link", "meeting_password"]
    assert ready.told(sara) == []
    assert _ask(ready, sara) == Refused("G6.5", "refused_contact_held")
    assert _do(ready, "ben", ClearHold(code, shown["reference"])) == Refused("A1", "refused_only_leader")
    assert _do(ready, "anna", ClearHold(code, shown["reference"])) == Done()
    assert _ask(ready, sara) == Done()


def test_a_leak_seen_with_a_reference_opens_a_case_for_the_managers(ready: Life) -> None:
    sara, cousin = ready.member("Sara"), ready.member("Cousin", status="left")
    reference = _secrets(ready, ready.release(sara))["reference"]
    assert _quote(ready, cousin, reference.lower())
    waiting = _do(ready, "maria", ListBreaches())
    assert isinstance(waiting, tuple)
    assert len(waiting) == 1


def test_a_member_who_writes_their_own_password_changes_nothing(ready: Life) -> None:
    sara = ready.member("Sara")
    shown = _secrets(ready, ready.release(sara))
    assert not _quote(ready, sara, f"{shown['password']} {shown['reference']}")
    assert ready.meeting().password_version == 1


def test_numbers_that_are_no_password_change_nothing(ready: Life) -> None:
    stranger = ready.member("Stranger", status="left")
    digits = _secrets(ready, ready.release(ready.member("Sara")))["password"].replace(" ", "")
    other = f"{(int(digits) + 1) % 10**8:08d}"
    assert not _quote(ready, stranger, f"ring me on {other}")
    assert ready.meeting().password_version == 1


def test_a_members_report_changes_the_password_once(ready: Life) -> None:
    sara = ready.member("Sara")
    ready.release(sara)
    assert ready.family(sara, family_passwords.report_leak, ReportLeak("LEAKED")) is True
    assert ready.family(sara, family_passwords.report_leak, ReportLeak("LEAKED")) is True
    assert ready.meeting().password_version == 2


def test_a_stranger_cannot_change_a_password_by_reporting(ready: Life) -> None:
    stranger = ready.member("Stranger", status="left")
    with ready.work() as work:
        work.connection.execute(memberships.delete().where(memberships.c.person_id == stranger))
    assert ready.family(stranger, family_passwords.report_leak, ReportLeak("LEAKED")) is False
    assert ready.meeting().password_version == 1


@pytest.mark.clause("G6.5", "G11.4")
@pytest.mark.parametrize("status", ["left", "barred", "declined", "excluded"])
def test_who_has_no_place_any_more_changes_no_password_by_reporting(ready: Life, status: str) -> None:
    former = ready.member("Former", status=status)
    assert ready.family(former, family_passwords.report_leak, ReportLeak("LEAKED")) is False
    assert ready.meeting().password_version == 1


@pytest.mark.clause("G6.5")
def test_who_was_given_the_live_password_is_believed_though_they_have_left_since(ready: Life) -> None:
    former = ready.member("Former")
    ready.release(former)
    with ready.work() as work:
        agreements.leave(work, former)
    assert ready.family(former, family_passwords.report_leak, ReportLeak("LEAKED")) is True
    assert ready.meeting().password_version == 2


@pytest.mark.clause("G6.5", "G5.3")
def test_a_stranger_who_says_leaked_and_quotes_the_password_has_it_changed_and_hears_nothing_of_it(ready: Life) -> None:
    digits = _secrets(ready, ready.release(ready.member("Sara")))["password"].replace(" ", "")
    stranger = ready.member("Stranger", status="left")
    assert ready.family(stranger, family_passwords.report_leak, ReportLeak(f"LEAKED {digits}")) is False
    assert ready.meeting().password_version == 2


def test_a_second_press_of_rotate_makes_no_second_password(ready: Life) -> None:
    code = ready.meeting().code
    assert _do(ready, "anna", Rotate(code, "other")) == Done()
    assert _do(ready, "maria", Rotate(code, "other")) == Done()
    assert ready.meeting().password_version == 2


def test_on_a_shared_phone_the_new_password_is_not_pushed(ready: Life) -> None:
    sara = ready.member("Sara", shared=True)
    ready.release(sara)
    _do(ready, "anna", Rotate(ready.meeting().code, "other"))
    _set_platform(ready)
    assert ready.told(sara) == ["password_changing", "reply_password"]


def test_paging_goes_on_until_the_platform_has_the_new_password(ready: Life) -> None:
    _do(ready, "anna", Rotate(ready.meeting().code, "other"))
    for _ in range(2):
        ready.delivered()
        with ready.work() as work:
            due.DUE["rotation_page"](work, ready.organisation, ready.meeting_id, "2")
    assert ready.told(handle="ben") == ["staff_password_changed", *["staff_platform_wanted"] * 2]
    _set_platform(ready)
    with ready.work() as work:
        due.DUE["rotation_page"](work, ready.organisation, ready.meeting_id, "2")
    assert len(ready.told(handle="ben")) == 3


def test_a_cancelled_meeting_has_a_dead_password_and_its_members_know(ready: Life) -> None:
    sara = ready.member("Sara")
    ready.release(sara)
    assert _do(ready, "anna", CancelMeeting(ready.meeting().code)) == Done()
    assert ready.told(sara) == ["meeting_cancelled"]
    assert _do(ready, "anna", EndMeeting(ready.meeting().code)) == Refused("G6.8", "refused_meeting_cancelled")


def test_a_moved_meeting_is_a_new_one_with_seats_to_confirm_anew(ready: Life) -> None:
    sara = ready.member("Sara")
    moved = _do(ready, "anna", MoveMeeting(ready.meeting().code, date(2026, 12, 2), time(10)))
    assert isinstance(moved, MeetingLine)
    assert moved.code != ready.meeting().code
    assert "blocks_leader_not_here" in moved.blocks
    assert ready.meeting().status == "moved"
    assert ready.told(sara) == ["meeting_moved"]


def test_weekly_meetings_keep_their_local_time_when_the_clocks_change(life: Life) -> None:
    group = _do(life, "anna", ListGroups())
    assert isinstance(group, tuple)
    command = ScheduleMeeting(group[0].code, date(2027, 3, 22), time(10), 60, "zoom", 2)
    made = _do(life, "anna", command)
    assert isinstance(made, tuple)
    assert [line.starts_at for line in made] == [
        datetime(2027, 3, 22, 10, tzinfo=UTC),
        datetime(2027, 3, 29, 9, tzinfo=UTC),
    ]


def test_the_staff_channel_learns_of_a_new_meeting_by_codes_only(life: Life) -> None:
    with life.work() as work:
        contacts.add(work, "telegram", "-100", "staff_channel")
    group = _do(life, "anna", ListGroups())
    assert isinstance(group, tuple)
    _do(life, "anna", ScheduleMeeting(group[0].code, date(2027, 1, 4), time(10), 60, "zoom", 3))
    assert life.told() == ["staff_channel_new_meeting"]


def test_a_meeting_in_the_past_or_on_an_unknown_platform_is_refused(life: Life) -> None:
    group = _do(life, "anna", ListGroups())
    assert isinstance(group, tuple)
    past = ScheduleMeeting(group[0].code, date(2026, 11, 1), time(10), 60, "zoom", 1)
    unknown = ScheduleMeeting(group[0].code, date(2027, 1, 4), time(10), 60, "pigeon", 1)
    assert _do(life, "anna", past) == Refused("H1.1", "refused_time_past")
    assert _do(life, "anna", unknown) == Refused("H1.3", "refused_platform_unknown")
    assert _do(life, "ben", unknown) == Refused("A1", "refused_only_leader")


def test_a_plan_played_again_makes_no_second_meeting(life: Life) -> None:
    group = _do(life, "anna", ListGroups())
    assert isinstance(group, tuple)
    command = ScheduleMeeting(group[0].code, date(2027, 1, 4), time(10), 60, "zoom", 2)
    first = life.at("anna", command, staff_meetings.schedule_meeting, key="schedule")
    again = life.at("anna", command, staff_meetings.schedule_meeting, key="schedule")
    assert [line.code for line in first] == [line.code for line in again]


def test_six_ticks_start_the_meeting_and_are_shown_to_the_managers(ready: Life) -> None:
    code, ready.now = ready.meeting().code, ready.meeting().starts_at
    assert _do(ready, "ben", StartMeeting(code, (1, 2, 3, 4, 5, 6, 7))) == Refused("G9.2", "refused_only_leader")
    assert _do(ready, "anna", StartMeeting(code, (1, 2, 3, 4, 5, 6))) == Done()
    assert ready.meeting().status == "started"
    assert ready.meeting().checklist["complete"] is False
    assert ready.told(handle="maria") == ["staff_report_incomplete"]


def test_the_waiting_list_is_for_the_leaders_team_alone(ready: Life) -> None:
    ready.member("Sara")
    code = ready.meeting().code
    listed = [("Sara", "Sara Surname", True, True)]
    assert _do(ready, "ben", WaitingList(code)) == tuple(listed)
    assert _do(ready, "maria", WaitingList(code)) == Refused("G7.3", "refused_not_the_team")


def test_after_its_end_a_meeting_has_no_password_and_later_no_key(ready: Life) -> None:
    sara = ready.member("Sara")
    release_id = ready.release(sara)
    with ready.work() as work:
        due.DUE["meeting_end"](work, ready.organisation, ready.meeting_id, "")
        assert isinstance(passwords.may_send(work, passwords.given(work, release_id)), Refused)
        due.DUE["wipe"](work, ready.organisation, ready.meeting_id, "")
    assert ready.meeting().status == "ended"
    assert _secrets(ready, release_id) == {}


def test_the_password_is_made_on_time_and_members_learn_only_that_they_may_ask(life: Life) -> None:
    sara = life.member("Sara")
    with life.work() as work:
        due.DUE["password"](work, life.organisation, life.meeting_id, "")
    assert life.meeting().password_version == 1
    assert life.told(sara) == ["meeting_today"]
    assert life.told(handle="anna") == ["staff_platform_wanted"]


def test_seats_not_confirmed_are_reminded_and_then_told_to_the_managers(life: Life) -> None:
    with life.work() as work:
        due.DUE["seats"](work, life.organisation, life.meeting_id, "")
        due.DUE["seats_alert"](work, life.organisation, life.meeting_id, "")
    for handle in ("anna", "ben", "maria"):
        assert life.told(handle=handle) == ["staff_meeting_blocked"]


def test_thirty_adults_need_a_third_person_and_twenty_nine_do_not(ready: Life) -> None:
    people = [ready.member(f"Adult{n}") for n in range(29)]
    assert _ask(ready, people[0]) == Done()
    ready.member("Adult30")
    assert _ask(ready, people[1]) == Refused("L1.1", "refused_no_moderator")
    group = _do(ready, "maria", ListGroups())
    assert isinstance(group, tuple)
    assert _do(ready, "maria", SeatStaff(group[0].code, "moderator", "anna")) == Refused("L1.1", "refused_same_person")
    assert _do(ready, "maria", SeatStaff(group[0].code, "moderator", "mo")) == Done()
    assert _ask(ready, people[1]) == Refused("L1.1", "refused_moderator_not_confirmed")
    assert _do(ready, "mo", ConfirmSeat(ready.meeting().code)) == Done()
    assert _ask(ready, people[1]) == Done()


def test_an_assistant_does_not_lead(life: Life) -> None:
    group = _do(life, "maria", ListGroups())
    assert isinstance(group, tuple)
    seat = SeatStaff(group[0].code, "leader", "ben")
    assert _do(life, "maria", seat) == Refused("G1.1", "refused_leader_practitioner")


def test_a_new_leader_confirms_for_the_coming_meeting_afresh(ready: Life) -> None:
    group = _do(ready, "maria", ListGroups())
    assert isinstance(group, tuple)
    assert _do(ready, "maria", SeatStaff(group[0].code, "leader", "mo")) == Done()
    assert ready.meeting().leader == "mo"
    assert ready.meeting().leader_confirmed_at is None


def test_a_practitioner_who_makes_a_group_leads_it(life: Life) -> None:
    code = _do(life, "mo", MakeGroup("Thursday", "zoom"))
    groups = _do(life, "mo", ListGroups())
    assert isinstance(groups, tuple)
    assert [(group.code, group.leader) for group in groups] == [(code, "Mo Third")]
    assert _do(life, "ben", MakeGroup("Friday", "zoom")) == Refused("G1.1", "refused_only_leader_makes_group")


def _report(life: Life, name: str = "Sara Surname", point: str = "no_screenshots") -> str:
    group = _do(life, "anna", ListGroups())
    assert isinstance(group, tuple)
    members = _do(life, "anna", ListMembers(group[0].code))
    assert isinstance(members, tuple)
    number = {full: number for number, full in members}[name]
    code = _do(life, "anna", ReportBreach(group[0].code, number, point, "I saw it."))
    assert isinstance(code, str)
    return code


def test_a_reported_person_is_out_at_once_and_the_password_changes(ready: Life) -> None:
    sara, tom = ready.member("Sara"), ready.member("Tom")
    ready.release(sara)
    ready.release(tom)
    _report(ready)
    assert ready.told(sara) == ["suspended_notice"]
    assert ready.told(tom) == ["password_changing"]
    assert ready.meeting().password_version == 2
    _set_platform(ready)
    assert _ask(ready, sara) == Refused("G11.1", "refused_suspended")
    assert _ask(ready, tom) == Done()
    assert "staff_breach_waiting" in ready.told(handle="maria")


def test_upheld_means_barred_and_nothing_else(ready: Life) -> None:
    sara = ready.member("Sara")
    code = _report(ready)
    assert _do(ready, "maria", DecideBreach(code, "warned")) == Refused("G11.2", "refused_breach_outcome")
    assert _do(ready, "maria", DecideBreach(code, "upheld")) == Done()
    assert _ask(ready, sara) == Refused("G11.3", "refused_barred")
    assert _do(ready, "max", DecideBreach(code, "not_upheld")) == Refused("A4", "refused_already_decided")
    assert ready.told(sara) == ["suspended_notice", "barred_notice"]


def test_not_upheld_means_a_member_as_before(ready: Life) -> None:
    sara = ready.member("Sara")
    code = _report(ready)
    _set_platform(ready)
    assert _do(ready, "anna", DecideBreach(code, "upheld")) == Refused("G11.1", "refused_only_manager")
    assert _do(ready, "maria", DecideBreach(code, "not_upheld")) == Done()
    assert ready.told(sara) == ["suspended_notice", "restored_notice"]
    assert _ask(ready, sara) == Done()


def test_a_manager_who_reported_does_not_decide(ready: Life) -> None:
    ready.member("Sara")
    group = _do(ready, "maria", ListGroups())
    assert isinstance(group, tuple)
    code = _do(ready, "maria", ReportBreach(group[0].code, "1", "be_kind", "I heard it."))
    assert isinstance(code, str)
    assert _do(ready, "maria", ListBreaches()) == ()
    assert _do(ready, "max", ListBreaches()) == (code,)
    assert _do(ready, "maria", DecideBreach(code, "upheld")) == Refused("G11.1", "refused_reporter_decides")


def test_a_recording_is_a_data_incident_too(ready: Life) -> None:
    ready.member("Sara")
    _report(ready, point="no_recording")
    assert ready.told(handle="dora") == ["staff_incident_new"]


@pytest.mark.parametrize("status", ["unknown", "failed", "held"])
def test_whose_password_may_have_got_lost_is_named_so_that_somebody_rings(ready: Life, status: str) -> None:
    ready.release(ready.member("Sara"))
    lost = ready.release(ready.member("Tom"))
    with ready.work() as work:
        work.connection.execute(update(outbox).where(outbox.c.release_id == lost).values(status=status))

    details = _do(ready, "anna", ReadMeeting(ready.meeting().code))

    assert isinstance(details, MeetingDetails)
    assert details.without_password == ("Tom",)


def test_who_asked_again_and_was_reached_is_not_named(ready: Life) -> None:
    tom = ready.member("Tom")
    lost = ready.release(tom)
    with ready.work() as work:
        work.connection.execute(update(outbox).where(outbox.c.release_id == lost).values(status="unknown"))
    ready.release(tom)

    details = _do(ready, "anna", ReadMeeting(ready.meeting().code))

    assert isinstance(details, MeetingDetails)
    assert details.without_password == ()

"""One-to-ones: sensitive talk, the adult's own yes, the buddy, and the one gate for the password."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, select, update

from bot.acts import ACTS
from bot.data_requests import open_request
from bot.due import erasing
from bot.due.meetings import before_the_start, meeting_end, password
from bot.due.one_to_ones import not_begun, not_ended
from flows.family.acts import Done
from flows.family.acts.one_to_one import AcceptOneToOne, DeclineOneToOne, ListInvited
from flows.family.acts.passwords import ReleasePassword
from flows.policy import Refused
from flows.policy.one_to_ones import rules_that_apply
from flows.staff.acts.meetings import (
    CancelMeeting,
    ConfirmSeat,
    EndMeeting,
    MoveMeeting,
    ReadMeeting,
    SayLate,
    StartMeeting,
    WaitingList,
)
from flows.staff.acts.one_to_ones import (
    BeginOneToOne,
    EndOneToOne,
    ListAdults,
    ListOneToOnes,
    OneToOneMade,
    ReadOneToOne,
    ScheduleOneToOne,
)
from flows.staff.acts.people import Cover, Offboard
from flows.staff.acts.platform import SetPlatform
from storage import groups, meetings, one_to_ones, staff, standings
from storage.crypto import KeyRing
from storage.meetings import Meeting
from storage.standings import Terms
from storage.tables import contacts, memberships, people, timers
from storage.tables import one_to_ones as rows
from tests.group_life import Life, begin

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
LINK = "https://zoom.example/j/9"


@pytest.fixture
def life(database: Engine, keys: KeyRing) -> Life:
    return begin(database, keys, NOW)


def does(life: Life, handle: str, command: Any) -> Any:
    return life.at(handle, command, ACTS[type(command)])


def family_does(life: Life, person_id: UUID, command: Any) -> Any:
    return life.family(person_id, ACTS[type(command)], command)


def group_code(life: Life) -> str:
    with life.work() as work:
        found = groups.by_id(work, life.group_id)
    assert found is not None
    return found.code


def wish(life: Life, name: str = "sara", **changes: Any) -> ScheduleOneToOne:
    adults = does(life, "anna", ListAdults(group_code(life))).adults
    number = next(number for number, full in adults if full.startswith(name))
    plain = ScheduleOneToOne(
        group=group_code(life),
        number=number,
        day=NOW.date(),
        at=(NOW + timedelta(minutes=30)).time(),
        minutes=30,
        platform="signal_call",
        end_to_end=False,
        sensitive="not_sure",
        buddy="mo",
        reason=None,
    )
    return replace(plain, **changes)


def made(life: Life, handle: str = "anna", **changes: Any) -> Meeting:
    result = does(life, handle, wish(life, **changes))
    assert isinstance(result, OneToOneMade)
    with life.work() as work:
        found = meetings.by_code(work, result.code)
    assert found is not None
    return found


def again(life: Life, meeting: Meeting) -> Meeting:
    with life.work() as work:
        found = meetings.by_id(work, meeting.id)
    assert found is not None
    return found


def reason(result: object) -> str:
    assert isinstance(result, Refused), result
    return f"{result.clause} {result.reason}"


# Sensitive talk


@pytest.mark.clause("I2.1")
@pytest.mark.parametrize("sensitive", ["yes", "not_sure"])
def test_sensitive_talk_keeps_plain_zoom_away_and_a_call_will_do(life: Life, sensitive: str) -> None:
    life.member("sara")
    refused = does(life, "anna", wish(life, platform="zoom", sensitive=sensitive))
    assert reason(refused) == "I2.1 refused_platform_not_private"
    assert made(life, platform="signal_call", sensitive=sensitive).platform == "signal_call"


@pytest.mark.clause("I2.1")
def test_zoom_will_do_with_its_own_end_to_end_mode_or_without_sensitive_talk(life: Life) -> None:
    life.member("sara")
    assert made(life, platform="zoom", end_to_end=True).status == "planned"
    assert made(life, platform="zoom", sensitive="no").status == "planned"


@pytest.mark.clause("I2.1", "A1")
def test_only_a_manager_overrides_and_the_reason_is_kept_sealed(life: Life) -> None:
    life.member("sara")
    refused = does(life, "anna", wish(life, platform="zoom", reason="They only have a landline"))
    assert reason(refused) == "I2.1 refused_platform_not_private"
    meeting = made(life, "maria", platform="zoom", reason="They only have a landline")
    with life.work() as work:
        kept = work.connection.execute(select(rows).where(rows.c.id == meeting.id)).mappings().one()
    assert kept["overridden_by"] == life.staff["maria"]
    assert b"landline" not in kept["override_reason_sealed"]
    assert meeting.leader == "anna"


# The record


@pytest.mark.clause("I1.1", "H4.1")
def test_every_rule_is_on_record_with_whether_it_applies(life: Life) -> None:
    life.member("sara")
    meeting = made(life)
    with life.work() as work:
        kept = one_to_ones.by_id(work, meeting.id)
    assert kept is not None
    assert kept.rules == rules_that_apply("signal_call")
    assert kept.rules["G6"].startswith("not applicable")
    assert kept.rules_version == life.organisation.rules_version
    assert rules_that_apply("zoom")["G6"] == "yes"


@pytest.mark.clause("I1.1")
def test_a_buddy_is_somebody_else_and_learns_no_name(life: Life) -> None:
    life.member("sara")
    assert reason(does(life, "anna", wish(life, buddy="anna"))) == "I1.1 refused_buddy_missing"
    meeting = made(life)
    assert "staff_buddy_asked" in life.told(handle="mo")
    assert reason(does(life, "mo", ReadOneToOne(meeting.code))) == "I1.1 refused_only_leader"
    assert does(life, "anna", ReadOneToOne(meeting.code)).name == "sara Surname"


@pytest.mark.clause("I1.1", "G2.1")
def test_only_members_in_good_standing_are_met_and_only_by_the_groups_leader(life: Life) -> None:
    life.member("sara")
    life.member("omar", status="suspended")
    assert [name for _, name in does(life, "anna", ListAdults(group_code(life))).adults] == ["sara Surname"]
    assert reason(does(life, "ben", ListAdults(group_code(life)))) == "A1 refused_only_leader"
    assert reason(does(life, "anna", replace(wish(life), number="77"))) == "G2.1 refused_not_active"
    assert reason(does(life, "mo", wish(life, buddy="ben"))) == "A1 refused_only_leader"


# The adult's own yes


@pytest.mark.clause("I1.1", "G2.2", "G4.5")
def test_the_adult_says_yes_for_themselves_and_nobody_else_can(life: Life) -> None:
    sara, omar = life.member("sara"), life.member("omar")
    meeting = made(life)
    assert "one_to_one_waits" in life.told(sara)
    assert "one_to_one_waits" not in life.told(omar)
    assert family_does(life, omar, ListInvited()) == ()
    refused = family_does(life, omar, AcceptOneToOne(meeting.code, 1))
    assert reason(refused) == "G2.2 refused_not_their_one_to_one"
    assert [each.code for each in family_does(life, sara, ListInvited())] == [meeting.code]
    assert family_does(life, sara, AcceptOneToOne(meeting.code, 1)) == Done()
    assert "staff_one_accepted" in life.told(handle="anna")


@pytest.mark.clause("G4.6", "I1.1")
def test_a_no_is_fine_and_takes_it_out(life: Life) -> None:
    sara = life.member("sara")
    meeting = made(life)
    assert family_does(life, sara, DeclineOneToOne(meeting.code, 1)) == Done()
    assert again(life, meeting).status == "cancelled"
    assert "staff_one_declined" in life.told(handle="anna")
    assert "staff_buddy_cancelled" in life.told(handle="mo")


@pytest.mark.clause("I1.1", "H2.3")
def test_a_silent_phone_is_not_written_to(life: Life) -> None:
    sara = life.member("sara")
    with life.work() as work:
        own = select(people.c.contact_id).where(people.c.id == sara).scalar_subquery()
        work.connection.execute(update(contacts).where(contacts.c.id == own).values(silent=True))
    result = does(life, "anna", wish(life))
    assert result.told is False
    assert "one_to_one_waits" not in life.told(sara)


# The gate


def ready_on_zoom(life: Life, sara: UUID) -> Meeting:
    meeting = made(life, platform="zoom", end_to_end=True)
    family_does(life, sara, AcceptOneToOne(meeting.code, 1))
    does(life, "anna", ConfirmSeat(meeting.code))
    details = does(life, "anna", ReadMeeting(meeting.code))
    assert does(life, "anna", SetPlatform(meeting.code, details.version, LINK)) == Done()
    return again(life, meeting)


@pytest.mark.clause("G6.4", "I1.1")
def test_the_password_of_a_one_to_one_is_released_to_its_adult_alone(life: Life) -> None:
    sara, omar = life.member("sara"), life.member("omar")
    life.now = NOW - timedelta(minutes=10)
    meeting = ready_on_zoom(life, sara)
    assert family_does(life, sara, ReleasePassword(1)) == Done()
    with life.work() as work:
        theirs = meetings.next_of_person(work, omar)
        hers = meetings.next_of_person(work, sara)
    assert theirs is not None
    assert theirs.id == life.meeting_id
    assert hers is not None
    assert hers.id == meeting.id


@pytest.mark.clause("G6.4", "I1.1")
def test_before_their_yes_even_the_adult_gets_no_password(life: Life) -> None:
    sara = life.member("sara")
    life.meeting_id = made(life, platform="zoom", end_to_end=True).id
    with life.work() as work:
        meeting = meetings.by_id(work, life.meeting_id)
        assert meeting is not None
        known = standings.read(work, life.group_id, [sara], life.organisation.agreement.version)[sara]
        assert known.contact_id is not None
        terms = Terms(life.organisation.agreement.version, timedelta(hours=1), identified=True)
        facts = standings.facts(work, meeting, known, known.contact_id, terms)
        assert not facts.invited
        one_to_ones.accept(work, meeting.id, terms.agreement_version)
        accepted = meetings.by_id(work, life.meeting_id)
        assert accepted is not None
        assert standings.facts(work, accepted, known, known.contact_id, terms).invited


@pytest.mark.clause("I1.1", "G6.1")
def test_a_call_has_no_password_and_nobody_is_told_to_ask_for_one(life: Life) -> None:
    sara = life.member("sara")
    meeting = made(life)
    with life.work() as work:
        password(work, life.organisation, meeting.id, "")
        assert [each.flow for each in before_the_start(work, meeting.id)] == ["now"]
    assert again(life, meeting).password_version == 0
    assert "meeting_today" not in life.told(sara)


@pytest.mark.clause("G5.1", "I1.1")
def test_the_groups_second_sees_nothing_of_a_one_to_one(life: Life) -> None:
    life.member("sara")
    life.member("omar")
    meeting = made(life)
    assert reason(does(life, "ben", WaitingList(meeting.code))) == "G7.3 refused_not_the_team"
    assert [each[1] for each in does(life, "anna", WaitingList(meeting.code))] == ["sara Surname"]
    assert does(life, "ben", ListOneToOnes()) == ()


# Begin, end, and the buddy


@pytest.mark.clause("H3.3", "G7.2", "I1.1")
def test_it_begins_with_both_ticks_and_the_adults_yes(life: Life) -> None:
    sara = life.member("sara")
    meeting = made(life)
    begins = BeginOneToOne(meeting.code, nothing_recorded=True, recognised=True)
    assert reason(does(life, "anna", begins)) == "G4.5 refused_one_to_one_unanswered"
    family_does(life, sara, AcceptOneToOne(meeting.code, 1))
    assert reason(does(life, "anna", replace(begins, nothing_recorded=False))) == "H3.3 refused_recording_not_off"
    assert reason(does(life, "anna", replace(begins, recognised=False))) == "G7.2 refused_not_recognised"
    assert reason(does(life, "mo", begins)) == "I1.1 refused_only_leader"
    assert does(life, "anna", begins) == Done()
    assert "staff_buddy_begun" in life.told(handle="mo")


def begun(life: Life) -> Meeting:
    sara = life.member("sara")
    meeting = made(life)
    family_does(life, sara, AcceptOneToOne(meeting.code, 1))
    assert does(life, "anna", BeginOneToOne(meeting.code, nothing_recorded=True, recognised=True)) == Done()
    return again(life, meeting)


@pytest.mark.clause("I1.1")
def test_the_buddy_is_paged_until_somebody_checks_out_and_then_the_managers_too(life: Life) -> None:
    meeting = begun(life)
    life.now = meeting.ends_at + timedelta(minutes=15)
    with life.work() as work:
        meeting_end(work, life.organisation, meeting.id, "")
    for step in ("", "1"):
        with life.work() as work:
            not_ended(work, life.organisation, meeting.id, step)
        life.delivered()
    assert life.told(handle="mo").count("staff_one_not_ended") == 2
    assert life.told(handle="anna").count("staff_one_check_out") == 2
    assert "staff_one_alone" not in life.told(handle="maria")
    with life.work() as work:
        not_ended(work, life.organisation, meeting.id, "2")
    assert "staff_one_alone" in life.told(handle="maria")
    assert does(life, "mo", EndOneToOne(meeting.code)) == Done()
    with life.work() as work:
        not_ended(work, life.organisation, meeting.id, "3")
    assert life.told(handle="mo").count("staff_one_not_ended") == 3
    assert reason(does(life, "anna", EndOneToOne(meeting.code))) == "I1.1 refused_already_done"


@pytest.mark.clause("I1.1")
def test_a_manager_who_reached_the_leader_stops_the_pages_and_both_hear_it(life: Life) -> None:
    meeting = begun(life)
    assert meeting.code not in [each.code for each in does(life, "maria", ListOneToOnes())]
    life.now = meeting.ends_at + timedelta(minutes=40)
    with life.work() as work:
        meeting_end(work, life.organisation, meeting.id, "")
    assert does(life, "maria", ReadMeeting(meeting.code)).to_check_out
    assert [each.code for each in does(life, "maria", ListOneToOnes())] == [meeting.code]
    assert does(life, "ben", ListOneToOnes()) == ()
    assert does(life, "maria", EndOneToOne(meeting.code)) == Done()
    assert life.told(handle="anna")[-1] == life.told(handle="mo")[-1] == "staff_buddy_ended"
    assert does(life, "maria", ListOneToOnes()) == ()


@pytest.mark.clause("G4.5", "I1.1")
def test_a_talk_that_the_family_has_not_said_yes_to_is_not_called_ready(life: Life) -> None:
    sara = life.member("sara")
    meeting = made(life)
    assert "blocks_unanswered" in does(life, "anna", ReadMeeting(meeting.code)).blocks
    family_does(life, sara, AcceptOneToOne(meeting.code, 1))
    assert "blocks_unanswered" not in does(life, "anna", ReadMeeting(meeting.code)).blocks


@pytest.mark.clause("I1.1")
def test_leader_and_buddy_hear_when_it_has_not_begun(life: Life) -> None:
    life.member("sara")
    meeting = made(life)
    with life.work() as work:
        not_begun(work, life.organisation, meeting.id, "")
    assert "staff_one_not_begun" in life.told(handle="mo")
    assert "staff_one_not_begun" in life.told(handle="anna")


@pytest.mark.clause("I1.1")
def test_who_knew_nothing_of_it_does_not_end_it(life: Life) -> None:
    meeting = begun(life)
    assert reason(does(life, "ben", EndOneToOne(meeting.code))) == "I1.1 refused_not_the_team"


@pytest.mark.clause("I1.1")
def test_what_is_for_groups_is_refused_and_says_what_works(life: Life) -> None:
    meeting = begun(life)
    refused = "I1.1 refused_use_one"
    assert reason(does(life, "anna", StartMeeting(meeting.code, (1, 2, 3, 4, 5, 6, 7)))) == refused
    assert reason(does(life, "anna", EndMeeting(meeting.code))) == refused
    moved = MoveMeeting(meeting.code, NOW.date() + timedelta(days=1), NOW.time())
    assert reason(does(life, "anna", moved)) == refused
    assert reason(does(life, "maria", Cover(meeting.code, "leader", "mo"))) == refused


@pytest.mark.clause("G6.8", "I1.1")
def test_a_cancelled_one_to_one_is_told_to_its_adult_and_its_buddy_only(life: Life) -> None:
    sara, omar = life.member("sara"), life.member("omar")
    meeting = made(life)
    assert does(life, "anna", CancelMeeting(meeting.code)) == Done()
    assert "talk_cancelled" in life.told(sara)
    assert "talk_cancelled" not in life.told(omar)
    assert "staff_buddy_cancelled" in life.told(handle="mo")


@pytest.mark.clause("G6.8", "I1.1")
def test_a_talk_that_begins_late_is_told_as_a_talk_and_missed_only_later(life: Life) -> None:
    sara, omar = life.member("sara"), life.member("omar")
    meeting = made(life)
    life.now = meeting.starts_at
    assert does(life, "anna", SayLate(meeting.code, 20)) == Done()
    assert life.told(sara)[-1] == "talk_late"
    assert life.told(omar) == []
    assert life.told(handle="mo")[-1] == "staff_colleague_late"
    with life.work() as work:
        query = select(timers.c.kind, timers.c.due_at).where(timers.c.subject_id == meeting.id)
        due = {row.kind: row.due_at for row in work.connection.execute(query)}
    later = timedelta(minutes=20) + one_to_ones.LATE_AFTER
    assert due[one_to_ones.BEGIN] == meeting.starts_at + later
    assert due[one_to_ones.END] == meeting.ends_at + later


@pytest.mark.clause("I1.1", "G6.4")
def test_who_has_a_talk_today_is_told_of_a_talk_and_not_of_a_group(life: Life) -> None:
    sara = life.member("sara")
    meeting = made(life, platform="zoom", end_to_end=True)
    with life.work() as work:
        password(work, life.organisation, meeting.id, "")
    assert life.told(sara)[-1] == "talk_today"


@pytest.mark.clause("H2.4", "I1.1")
def test_a_leavers_one_to_ones_do_not_take_place(life: Life) -> None:
    sara = life.member("sara")
    meeting = made(life)
    assert does(life, "maria", Offboard("anna")).counts["one_to_ones"] == 1
    assert again(life, meeting).status == "cancelled"
    assert "talk_cancelled" in life.told(sara)


@pytest.mark.clause("I1.1", "G11.1")
def test_who_is_suspended_gets_no_password_for_a_one_to_one_either(life: Life) -> None:
    sara = life.member("sara")
    life.now = NOW - timedelta(minutes=10)
    meeting = ready_on_zoom(life, sara)
    with life.work() as work:
        suspended = update(memberships).where(memberships.c.person_id == sara).values(status="suspended")
        work.connection.execute(suspended)
        assert staff.by_handle(work, "anna") is not None
    assert reason(family_does(life, sara, ReleasePassword(1))) == "G11.1 refused_suspended"
    assert again(life, meeting).released == 0


@pytest.mark.clause("X4")
def test_a_talk_with_somebody_who_is_erased_does_not_take_place_and_its_leader_and_buddy_hear_it(life: Life) -> None:
    sara = life.member("sara")
    meeting, request_id = made(life), uuid4()
    life.delivered()
    with life.work() as work:
        open_request(work, life.organisation, request_id, life.contact(sara).id, "delete")
        erasing.erase_requested(work, life.organisation, request_id, "")
    assert again(life, meeting).status == "cancelled"
    assert "staff_one_declined" in life.told(handle="anna")
    assert "staff_buddy_cancelled" in life.told(handle="mo")

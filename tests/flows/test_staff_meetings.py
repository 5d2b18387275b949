"""What staff's conversations promise about meetings, their passwords, and the ticks."""

from dataclasses import replace
from typing import Any

import pytest

from flows.chat import Ask
from flows.staff.acts.concerns import RaiseStaffConcern
from flows.staff.acts.meetings import (
    CancelMeeting,
    EndMeeting,
    ListMeetings,
    NoteAttendance,
    ReadMeeting,
    ScheduleMeeting,
    StartMeeting,
)
from flows.staff.acts.platform import ClearHold, Rotate, SetPlatform
from flows.staff.acts.rooms import AskHostLink, RestartRoom
from flows.staff.acts.running import NoteIncident, NoteStranger, SwitchOpenSession
from tests.flows.staff_world import (
    LINE,
    MEETING,
    ROOMS,
    Line,
    World,
    staff,
)
from tests.words import TEXTS


def now(**changes: Any) -> Line:
    return Line("now", world=World({ReadMeeting: replace(MEETING, **changes)})).open()


def offered(line: Line) -> tuple[str, ...]:
    assert line.turn is not None
    return line.turn.stop.kind.options if isinstance(line.turn.stop, Ask) else ()


def told(line: Line) -> str:
    """What stands on the screen: what was said, and the question."""
    assert line.turn is not None
    stop = line.turn.stop
    asked = [TEXTS.ask("en", stop.text, stop.kind.options, **stop.params)] if isinstance(stop, Ask) else []
    return "\n".join([*line.said, *asked])


def test_now_says_what_blocks_who_lacks_a_password_and_the_next_tap() -> None:
    shown = told(now())
    assert "The platform is not set up." in shown
    assert "NO PASSWORD yet: Mira" in shown
    assert "Reply 1 for Set up the platform." in shown
    assert "Expected: 4 adults, 3 families, 4 screens" in shown


def test_now_is_one_message_of_few_lines() -> None:
    shown = told(now())
    assert len(shown.splitlines()) <= 8
    assert len(shown) <= 400


@pytest.mark.parametrize(
    ("changes", "taps"),
    [
        ({}, ("ready",)),
        ({"blocks": ()}, ("list", "start")),
        ({"blocks": (), "mine": ("second",), "seats": (("second", "Ben", True),)}, ("list",)),
        ({"seats": (("leader", "Anna", False),), "blocks": ("blocks_leader_not_here",)}, ("here",)),
        ({"seats": (("second", "Ben", False),), "blocks": ("blocks_second_not_here",)}, ()),
        ({"blocks": ("blocks_no_second",)}, ("group",)),
        ({"blocks": (), "mine": ("moderator",)}, ("moderate",)),
        ({"blocks": (), "status": "started", "unticked": ()}, ("list", "stranger", "rotate", "end")),
        ({"blocks": (), "status": "started"}, ("tick", "list", "stranger", "rotate", "end")),
        ({"blocks": ("blocks_platform",), "password": None}, ()),
        ({"blocks": (), "status": "ended"}, ()),
        ({"blocks": (), "status": "ended", "to_report": True}, ("report",)),
        ({"blocks": (), "status": "ended", "to_report": True, "mine": ()}, ()),
        ({"status": "cancelled"}, ()),
        ({"blocks": (), "one_to_one": True}, ("one",)),
        ({"blocks": ("blocks_unanswered",), "one_to_one": True}, ()),
        ({"blocks": (), "one_to_one": True, "mine": ("second",)}, ()),
        ({"blocks": (), "one_to_one": True, "mine": ("second",), "status": "started"}, ("one",)),
        ({"blocks": (), "one_to_one": True, "mine": (), "status": "started"}, ()),
        ({"one_to_one": True, "mine": ("second",), "status": "ended", "to_check_out": True}, ("one",)),
    ],
)
def test_now_offers_what_this_reader_can_do_at_this_moment(changes: dict[str, Any], taps: tuple[str, ...]) -> None:
    assert offered(now(**changes)) == taps


@pytest.mark.clause("G6.8", "G9.2")
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"status": "cancelled"}, "It was cancelled."),
        ({"status": "moved"}, "It was moved to another time. WEEK shows it."),
        ({"status": "ended"}, "It is over."),
        ({"status": "ended", "to_report": True, "mine": ()}, "The report is missing"),
        ({"status": "ended", "one_to_one": True, "mine": (), "to_check_out": True}, "Nobody has checked out of it."),
    ],
)
def test_now_never_says_that_a_meeting_which_is_over_or_off_still_lacks_something(
    changes: dict[str, Any], said: str
) -> None:
    shown = told(now(**changes))
    assert said in shown
    assert "IN THE WAY" not in shown
    assert "I write when that changes" not in shown


@pytest.mark.clause("G9.2")
def test_the_report_of_a_meeting_that_its_time_ended_is_one_tap_and_asks_nothing_about_ending_it() -> None:
    line = now(blocks=(), status="ended", to_report=True).write("1")
    assert line.asked == "staff_end_came"


@pytest.mark.clause("A3", "G9.2")
@pytest.mark.parametrize(("begun", "tap"), [({"status": "started", "unticked": ()}, "4"), ({"to_report": True}, "1")])
def test_what_was_begun_with_a_tap_goes_on_when_the_tap_itself_has_ended_the_meeting(
    begun: dict[str, Any], tap: str
) -> None:
    line = now(**{"blocks": (), "status": "ended", **begun}).write(tap)
    if line.asked == "staff_end_sure":
        line.write("1")
    line.world.replaced = {ReadMeeting: replace(MEETING, blocks=(), status="ended")}
    assert line.write("0").asked == "staff_end_incident"
    assert line.write("3").asked == "staff_concern_words"
    assert line.write("A child said that he was hit.").acts(RaiseStaffConcern)


@pytest.mark.clause("G6.4", "G9.2")
@pytest.mark.parametrize(("word", "before"), [("now", ("Finish",)), ("end", ("1",))])
def test_finishing_without_a_code_goes_on_with_that_meeting_and_never_touches_the_next(
    word: str, before: tuple[str, ...]
) -> None:
    running = replace(MEETING, blocks=(), status="started", unticked=())
    line = Line(word, world=World({ListMeetings: (LINE,), ReadMeeting: running})).open().write(*before, "1")
    assert line.asked == "staff_end_came"
    line.world.replaced = {ListMeetings: (replace(LINE, code="M-5"),), ReadMeeting: replace(MEETING, code="M-5")}
    line.write("0")
    line.world.replaced = {ListMeetings: (), ReadMeeting: replace(MEETING, status="ended", blocks=())}
    line.write("1")
    assert set(line.acts(EndMeeting)) == {EndMeeting("M-4")}
    assert set(line.acts(NoteAttendance)) == {NoteAttendance("M-4", ())}
    assert line.acts(NoteIncident) == [NoteIncident("M-4", "nothing")]


@pytest.mark.clause("G9.2")
def test_end_asks_nothing_about_ending_a_meeting_that_its_time_has_ended() -> None:
    over = World({ReadMeeting: replace(MEETING, status="ended", blocks=())})
    line = Line("end", staff(subject="M-4"), over).open()
    assert line.asked == "staff_end_came"
    assert line.write("0", "1").acts(EndMeeting) == []


@pytest.mark.clause("G6.8")
def test_ready_says_that_a_meeting_was_cancelled_not_that_its_password_comes_later() -> None:
    cancelled = replace(MEETING, status="cancelled", password=None)
    line = Line("ready", staff(subject="M-4"), World({ReadMeeting: cancelled})).open()
    assert line.said == ["It was cancelled."]


def test_one_tap_goes_straight_on_and_stays_chosen_when_the_meeting_has_moved_on() -> None:
    line = now(blocks=(), status="started", unticked=()).write("2")
    assert line.asked == "staff_stranger_kind"
    line.world.replaced = {ReadMeeting: replace(MEETING, blocks=(), status="started")}
    assert line.write("2").acts(NoteStranger) == [NoteStranger("M-4", "face")]


@pytest.mark.clause("G7.6")
def test_somebody_not_known_waits_outside_and_the_password_may_be_changed() -> None:
    line = Line("stranger", staff(subject="M-4")).open().write("1")
    assert line.told("staff_stranger_wait")
    assert not line.acts(Rotate)
    assert line.write("yes").acts(Rotate) == [Rotate("M-4", "unknown_person")]


def test_a_stranger_may_leave_the_password_as_it_is() -> None:
    line = Line("stranger", staff(subject="M-4")).open().write("3", "no")
    assert line.told("staff_stranger_noted")
    assert not line.acts(Rotate)


@pytest.mark.clause("L1.3", "L1.4")
def test_a_session_is_opened_with_its_steps_and_a_yes() -> None:
    line = Line("open_session", staff("manager", subject="M-4")).open().write("ALL", "2 5")
    assert "30 adults, 24 families, 26 screens" in line.said[0]
    assert not line.acts(SwitchOpenSession)
    assert line.write("yes").acts(SwitchOpenSession) == [SwitchOpenSession("M-4", (1, 2, 3, 4, 5), (2, 5))]


def test_what_happened_goes_straight_on_to_where_it_belongs() -> None:
    for reply, asked in (("2", "staff_breach_group"), ("3", "staff_concern_words")):
        line = Line("end", staff(subject="M-4")).open().write("yes", "ALL", reply)
        assert line.asked == asked
        assert line.acts(NoteIncident)


def test_the_password_is_shown_in_pairs_and_in_words() -> None:
    line = Line("ready", staff(subject="M-4")).open()
    assert "40 71 95 38 26" in line.said[0]
    assert "four zero, seven one" in line.said[0]


@pytest.mark.parametrize(("version", "told"), [(0, "staff_ready_no_password"), (1, "staff_ready_only_leader")])
def test_without_a_password_to_see_it_says_why(version: int, told: str) -> None:
    hidden = World({ReadMeeting: replace(MEETING, version=version, password=None)})
    assert Line("ready", staff(subject="M-4"), hidden).open().told(told)


def test_the_platform_is_set_only_after_every_tick() -> None:
    line = Line("ready", staff(subject="M-4")).open().write("https://zoom.us/j/1")
    assert line.asked == "staff_ready_ticks_1"
    assert not line.acts(SetPlatform)
    assert line.write("ALL").acts(SetPlatform) == [SetPlatform("M-4", 1, "https://zoom.us/j/1")]


def test_a_missing_tick_leaves_the_platform_unset() -> None:
    line = Line("ready", staff(subject="M-4")).open().write("SKIP", "1 2 4")
    assert line.told("staff_ready_not_yet")
    assert not line.acts(SetPlatform)


def test_ticks_belong_to_one_password() -> None:
    line = Line("ready", staff(subject="M-4")).open().write("SKIP")
    line.world.replaced = {ReadMeeting: replace(MEETING, version=2, password="1234567890")}
    line.write("ALL")
    assert line.asked == "staff_ready_link_2"
    assert "12 34 56 78 90" in line.said[-2]
    assert not line.acts(SetPlatform)


def test_a_rotation_leads_into_setting_the_platform() -> None:
    line = Line("rotate", staff(subject="M-4")).open().write("2")
    assert line.acts(Rotate) == [Rotate("M-4", "unknown_person")]
    assert line.told("staff_rotated")
    assert line.told("staff_ready_password")
    assert line.asked == "staff_ready_link_1"


@pytest.mark.clause("G6.5")
def test_a_leak_in_a_running_meeting_is_told_as_steps_and_wants_a_new_link() -> None:
    running = World({ReadMeeting: replace(MEETING, status="started", version=2, new_link=True)})
    line = Line("rotate", staff(subject="M-4"), running).open().write("2")
    assert line.told("staff_live_leak")
    assert line.told("staff_ready_new_meeting")
    assert line.write("SKIP").told("staff_link_needed")
    line.write("https://zoom.us/j/2", "ALL")
    assert line.told("staff_ready_done_live")


@pytest.mark.clause("I2.2", "G6.3")
def test_a_group_that_meets_by_a_call_is_asked_for_its_link_and_shown_no_password() -> None:
    call = World({ReadMeeting: replace(MEETING, platform="signal_call", by_link=True)})
    line = Line("ready", staff(subject="M-4"), call).open()
    assert line.told("staff_call_steps")
    assert "40 71" not in told(line)
    assert line.write("SKIP").told("staff_link_needed")
    line.write("https://signal.link/call/#key=abcd-efgh")
    assert TEXTS.say("en", "staff_ready_password_set") not in told(line)
    assert line.write("1 2").told("staff_ready_not_yet")
    again = Line("ready", staff(subject="M-4"), call).open().write("https://signal.link/call/#key=abcd-efgh", "ALL")
    assert again.acts(SetPlatform) == [SetPlatform("M-4", 1, "https://signal.link/call/#key=abcd-efgh")]


@pytest.mark.clause("I2.2", "G6.5")
def test_a_leak_of_a_call_is_told_as_deleting_its_link() -> None:
    call = World({ReadMeeting: replace(MEETING, platform="signal_call", by_link=True, new_link=True, version=2)})
    line = Line("rotate", staff(subject="M-4"), call).open().write("2")
    assert line.told("staff_call_changed")
    assert line.told("staff_call_steps")
    assert not line.told("staff_live_leak")


def test_somebody_held_back_is_cleared_by_reference_after_speaking_to_them() -> None:
    line = Line("held", staff(subject="M-4")).open()
    assert "R-78" in line.said[0]
    line.write("1")
    assert not line.acts(ClearHold)
    assert line.write("yes").acts(ClearHold) == [ClearHold("M-4", "R-77")]


@pytest.mark.parametrize(
    ("reply", "ticks"), [("all", (1, 2, 3, 4, 5, 6, 7)), ("1234567", (1, 2, 3, 4, 5, 6, 7)), ("7, 1 & 2", (1, 2, 7))]
)
def test_the_seven_ticks_are_given_in_one_message(reply: str, ticks: tuple[int, ...]) -> None:
    line = Line("start", staff(subject="M-4")).open().write(reply, "yes")
    assert line.acts(StartMeeting) == [StartMeeting("M-4", ticks)]


def test_a_start_without_all_ticks_is_asked_about_first() -> None:
    line = Line("start", staff(subject="M-4")).open().write("1 2 3 4 5 6")
    assert line.asked == "staff_start_missing"
    assert not line.acts(StartMeeting)
    assert line.write("no").told("staff_nothing_done")


def test_once_it_runs_only_the_missing_points_are_asked_for() -> None:
    running = World({ReadMeeting: replace(MEETING, status="started", unticked=(4, 7))})
    line = Line("start", staff(subject="M-4"), running).open()
    assert "How to leave" in told(line)
    assert "How to mute" not in told(line)
    assert not line.told("staff_start_read")
    assert line.write("4 7").acts(StartMeeting) == [StartMeeting("M-4", (4, 7))]


def test_the_agreement_is_there_to_be_read_aloud_before_the_ticks() -> None:
    assert "We keep what we hear to ourselves." in Line("start", staff(subject="M-4")).open().said[0]


def test_a_meeting_is_planned_after_reading_it_back() -> None:
    line = Line("meeting", staff(subject="G-1")).open().write("1 December", "10:30", "45", "6", "1")
    assert not line.acts(ScheduleMeeting)
    line.write("3", "11:00", "1")
    planned = line.acts(ScheduleMeeting)
    assert [(p.at.hour, p.minutes, p.weeks, p.platform) for p in planned if isinstance(p, ScheduleMeeting)] == [
        (11, 45, 6, "zoom")
    ]


def test_a_meeting_is_not_cancelled_or_ended_without_a_yes() -> None:
    for name, kind in (("cancel_meeting", CancelMeeting), ("end", EndMeeting)):
        line = Line(name, staff(subject="M-4")).open()
        assert not line.acts(kind)
        assert line.write("yes").acts(kind)


def at_the_provider(room: str) -> World:
    return World({ReadMeeting: next(each for each in ROOMS if each.room == room)})


@pytest.mark.clause("G6.3")
def test_what_the_provider_has_confirmed_is_not_asked_again() -> None:
    line = Line("ready", staff(subject="M-4"), at_the_provider("made")).open()
    assert "https://zoom.example/j/1" in line.said[1]
    assert line.asked == "staff_ready_ticks_1"
    assert line.write("1").acts(SetPlatform) == [SetPlatform("M-4", 1, None)]


def test_while_the_provider_makes_it_the_leader_waits_or_does_it_by_hand() -> None:
    waits = Line("ready", staff(subject="M-4"), at_the_provider("making")).open().write("1")
    assert waits.told("staff_room_waiting")
    by_hand = Line("ready", staff(subject="M-4"), at_the_provider("making")).open().write("2")
    assert by_hand.asked == "staff_ready_link_1"


def test_a_meeting_that_is_ready_meanwhile_asks_nothing_more() -> None:
    line = Line("ready", staff(subject="M-4"), at_the_provider("making")).open()
    line.world.replaced = {ReadMeeting: replace(MEETING, platform_ready=True)}
    assert line.write("1").told("staff_ready_already")


@pytest.mark.clause("G6.5")
def test_a_running_meeting_is_ended_and_begun_anew_only_by_a_humans_word() -> None:
    line = Line("rotate", staff(subject="M-4"), at_the_provider("restart")).open().write("1")
    assert not line.acts(RestartRoom)
    assert line.write("1").acts(RestartRoom) == [RestartRoom("M-4", 1)]
    assert line.told("staff_room_restarted")


def test_host_asks_for_the_link_and_says_that_it_comes() -> None:
    line = Line("host", staff(subject="M-4")).open()
    assert line.acts(AskHostLink) == [AskHostLink("M-4")]
    assert line.told("staff_host_coming")


@pytest.mark.clause("G7.3")
def test_who_came_is_proposed_by_what_the_platform_saw_and_ticked_by_the_leader() -> None:
    line = Line("end", staff(subject="M-4")).open().write("yes")
    assert "2. Omar Sample" in line.said[1]
    assert "1. Amira Sample" not in line.said[1]
    assert line.asked == "staff_end_came"


@pytest.mark.clause("G5.5", "G7.3")
def test_a_list_says_for_whom_and_when_it_was_made() -> None:
    line = Line("list", staff(subject="M-4")).open()
    assert "Only for anna, Monday 23 November 2026" in line.said[0]

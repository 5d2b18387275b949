"""What staff's conversations promise: every path ends, every word is there, nothing is decided by accident."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from flows.chat import Ask, Command
from flows.engine import Turn
from flows.family.acts import SetLanguage
from flows.questions import Invalid
from flows.staff import FLOWS, WORDS, acts
from flows.staff.kinds import HINTS, Link, OneOf, Ticks
from flows.staff.menu import ITEMS
from tests.flows.staff_world import (
    ANSWERS,
    CASE,
    LINE,
    MEETING,
    PASSWORD,
    REFUSED,
    TEXTS,
    Line,
    World,
    paths,
    staff,
)

LOCALES = Path(__file__).parents[2] / "flows" / "locales"
SUBJECTS = {"confirm_decision": "F-7Q2:3:approved"}
POINTERS = {"case", "meeting", "group_code", "n", "by", "when", "decision"}
IN_THE_CHANNEL = [
    "page_case_waiting",
    "card_case",
    "card_case_claimed",
    "card_case_decided",
    "press_confirm_on_line",
    "press_already",
    "press_refused",
    "staff_channel_new_meeting",
    "staff_first_contact_late",
    "staff_send_failed",
    "staff_parked_turn",
    "button_claim",
    "button_approve",
    "button_decline",
    "button_rotate",
    "button_details",
]
PRIVATE_NOTICES = [
    "staff_hello",
    "staff_unknown_word",
    "staff_not_bound",
    "staff_bound",
    "staff_code_wrong",
    "staff_still",
    "staff_words",
    "staff_incident_new",
    "staff_report_incomplete",
    "staff_meeting_blocked",
    "staff_platform_wanted",
    "staff_password_changed",
    "staff_password_leak",
    "staff_unhappy_private",
    "staff_look_alike",
    "staff_invitation_reused",
    "staff_frozen_contact",
    "staff_second_phone",
    "staff_complaint_new",
    "staff_complaint_due",
    "staff_concern_page",
    "staff_breach_waiting",
    "staff_ring_new",
    "staff_ring_due",
    "staff_data_request",
    "blocks_no_leader",
    "blocks_no_second",
    "blocks_leader_not_here",
    "blocks_second_not_here",
    "blocks_moderator",
    "blocks_platform",
    "blocks_no_password",
    "blocks_no_link",
    "blocks_paused",
]
REFUSABLE = [
    acts.ReadCase,
    acts.MarkKnown,
    acts.RecordCall,
    acts.RecordIdentity,
    acts.RecordSuitability,
    acts.RecordReferrer,
    acts.Decide,
    acts.Exclude,
    acts.MakeGroup,
    acts.SeatStaff,
    acts.Invite,
    acts.MakeReferralCode,
    acts.ScheduleMeeting,
    acts.ReadMeeting,
    acts.ConfirmSeat,
    acts.SetPlatform,
    acts.Rotate,
    acts.WhoHeld,
    acts.ClearHold,
    acts.WaitingList,
    acts.StartMeeting,
    acts.EndMeeting,
    acts.CancelMeeting,
    acts.MoveMeeting,
    acts.SayLate,
    acts.ListMembers,
    acts.ReportBreach,
    acts.ReadBreach,
    acts.DecideBreach,
    acts.ReadComplaint,
    acts.AcknowledgeComplaint,
    acts.CloseComplaint,
    acts.ReadConcern,
    acts.AcknowledgeConcern,
    acts.CloseConcern,
    acts.CloseRing,
    acts.ConfirmPhone,
]
ONE_ADULT = replace(CASE, adults=CASE.adults[:1], shared=False)
LISTS = [
    kind
    for kind, answer in ANSWERS.items()
    if isinstance(answer, tuple) and kind not in {acts.ScheduleMeeting, acts.ListStaff}
]


def said(turn: Turn, language: str) -> str:
    """Put a turn in words; fails where a text, a label or a parameter is missing."""
    lines = [TEXTS.say(language, line.text, **line.params) for line in turn.lines]
    if isinstance(turn.stop, Ask):
        lines.append(TEXTS.ask(language, turn.stop.text, turn.stop.kind.options, **turn.stop.params))
    return "\n".join(lines)


def played(name: str, world: World, language: str = "en") -> list[Turn]:
    return list(paths(name, staff(subject=SUBJECTS.get(name), language=language, current=False), world))


@cache
def usual(name: str, language: str = "en") -> tuple[tuple[Turn, ...], frozenset[type[Command[Any]]]]:
    """Play a flow in the usual world once; return its turns and the kinds of acts it had performed."""
    world = World({acts.ReadCase: ONE_ADULT} if name == "menu" else {})
    turns = tuple(played(name, world, language))
    return turns, frozenset(type(command) for command in world.done)


def words_of(language: str) -> set[str]:
    spellings = TEXTS.labels(language, "staff_words")
    own = {word.strip() for flow in FLOWS if flow in spellings for word in spellings[flow].split(",")}
    return own | set(WORDS)


# Every path


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("name", FLOWS)
def test_every_path_of_every_flow_ends_and_has_its_words(name: str, language: str) -> None:
    turns, _ = usual(name, language)
    assert all(said(turn, language) for turn in turns)
    assert any(turn.stop is None for turn in turns)


@pytest.mark.parametrize("name", FLOWS)
def test_every_flow_has_a_kind_line_when_there_is_nothing(name: str) -> None:
    nothing: dict[type[Command[Any]], Any] = dict.fromkeys(LISTS, ()) | {acts.LastRefusal: None}
    for turn in played(name, World(nothing)):
        assert said(turn, "en")
        assert not (isinstance(turn.stop, Ask) and turn.stop.kind == OneOf(()))


@pytest.mark.parametrize("kind", REFUSABLE)
def test_a_refused_act_is_told_with_its_reason_and_its_clause(kind: type[Command[Any]]) -> None:
    world = World({acts.ReadCase: ONE_ADULT, kind: REFUSED})
    flows = [name for name in FLOWS if name not in {"menu", "cases"} and kind in usual(name)[1]]
    ends = [turn.lines for name in flows for turn in played(name, world) if turn.stop is None]
    refused = [lines for lines in ends if lines and lines[-1].text == "refusal_clause"]
    assert refused
    for lines in refused:
        assert lines[-2].text == REFUSED.reason
        assert lines[-1].params == {"clause": REFUSED.clause}


def test_every_flow_starts_again_from_a_code_behind_its_word() -> None:
    for word, code in {
        "case": "f-7q2",
        "here": "m-4",
        "breaches": "B-1",
        "concerns": "S-1",
        "complaints": "C-1",
    }.items():
        line = Line(word, staff(subject=code)).open()
        assert [command for command in line.world.done if getattr(command, "code", None) == code.upper()]


# Decisions


def test_an_approval_needs_an_exact_yes() -> None:
    line = Line("case", staff(subject="F-7Q2")).open().write("approve", "1")
    assert line.asked == "staff_approve_sure_3"
    line.write("yess", "yes please", "3")
    assert not line.acts(acts.Decide)
    line.write("Yes")
    assert line.acts(acts.Decide) == [acts.Decide("F-7Q2", 3, "approved", "G-1")]


def test_a_no_decides_nothing() -> None:
    line = Line("case", staff(subject="F-7Q2")).open().write("decline", "no")
    assert line.told("staff_nothing_done")
    assert not line.acts(acts.Decide)


def test_a_yes_to_an_older_version_of_the_case_does_not_count() -> None:
    line = Line("case", staff(subject="F-7Q2")).open().write("decline")
    line.world.replaced = {acts.ReadCase: replace(CASE, version=4)}
    line.write("yes")
    assert line.asked == "staff_decline_sure_4"
    assert not line.acts(acts.Decide)


@pytest.mark.parametrize(
    ("pressed", "decided"),
    [
        ("F-7Q2:3:declined", acts.Decide("F-7Q2", 3, "declined", None)),
        ("F-7Q2:3:approved:G-1", acts.Decide("F-7Q2", 3, "approved", "G-1")),
    ],
)
def test_a_press_in_the_channel_counts_after_one_yes_on_the_private_line(pressed: str, decided: acts.Decide) -> None:
    line = Line("confirm_decision", staff(subject=pressed)).open()
    assert not line.acts(acts.Decide)
    assert line.write("1").acts(acts.Decide) == [decided]


@pytest.mark.parametrize("pressed", ["", "F-7Q2", "F-7Q2:x:approved", "F-7Q2:3:excluded", "::"])
def test_a_press_that_cannot_be_read_decides_nothing(pressed: str) -> None:
    line = Line("confirm_decision", staff(subject=pressed)).open()
    assert line.told("staff_press_unreadable")
    assert line.world.done == []


def test_only_managers_are_offered_to_exclude() -> None:
    for roles, offered in ((("practitioner",), False), (("manager",), True)):
        turn = Line("case", staff(*roles, subject="F-7Q2")).open().turn
        assert turn is not None
        assert isinstance(turn.stop, Ask)
        assert ("exclude" in turn.stop.kind.options) is offered


def test_a_decided_case_offers_no_decision() -> None:
    decided = World({acts.ReadCase: replace(CASE, status="approved")})
    turn = Line("case", staff("practitioner", subject="F-7Q2"), decided).open().turn
    assert turn is not None
    assert isinstance(turn.stop, Ask)
    assert turn.stop.kind.options == ("leave",)


def test_an_unclaimed_case_is_claimed_first_and_a_second_claim_says_so() -> None:
    unclaimed: dict[type[Command[Any]], Any] = {acts.ReadCase: replace(CASE, claimed_by=None)}
    line = Line("case", staff(subject="F-7Q2"), World(unclaimed)).open().write("1")
    assert line.acts(acts.ClaimCase) == [acts.ClaimCase("F-7Q2")]
    assert line.told("staff_claimed")
    taken = World({**unclaimed, acts.ClaimCase: REFUSED})
    assert Line("case", staff(subject="F-7Q2"), taken).open().write("1").told("refusal_clause")


def test_known_needs_a_ground_and_not_known_needs_none() -> None:
    line = Line("case", staff(subject="F-7Q2")).open()
    line.write("We know them, or not", "We know them", "1", "Tuesdays, spring 2025")
    ground = "group: Tuesdays, spring 2025"
    assert line.acts(acts.MarkKnown) == [acts.MarkKnown("F-7Q2", known=True, ground=ground)]
    line = Line("case", staff(subject="F-7Q2")).open().write("We know them, or not", "We do not know them")
    assert line.acts(acts.MarkKnown) == [acts.MarkKnown("F-7Q2", known=False, ground=None)]


def test_one_call_is_written_down_with_all_that_was_checked_on_it() -> None:
    line = Line("case", staff(subject="F-7Q2")).open()
    line.write("I spoke to them, or tried", "1", "1", "12 34", "5678", "yes")
    line.write("4", "1", "2", "doubt", "suitable", "Right age.")
    assert line.acts(acts.RecordCall) == [acts.RecordCall("F-7Q2", "call", "reached", {1: "1234", 2: "5678"})]
    assert line.acts(acts.RecordIdentity) == [
        acts.RecordIdentity("F-7Q2", 1, "id_seen", "confirmed"),
        acts.RecordIdentity("F-7Q2", 2, "referrer_callback", "doubt"),
    ]
    assert line.acts(acts.RecordSuitability) == [acts.RecordSuitability("F-7Q2", "suitable", "Right age.")]
    assert line.told("staff_recorded")


def test_a_refused_record_stops_those_after_it() -> None:
    line = Line("case", staff(subject="F-7Q2"), World({acts.RecordCall: REFUSED})).open()
    line.write("I spoke to them, or tried", "1", "1", "1234", "5678", "yes", "4", "1", "2", "1", "1", "Right age.")
    assert line.told(REFUSED.reason)
    assert not line.acts(acts.RecordIdentity)


def test_the_familys_no_is_shown_before_the_referrers_outcome() -> None:
    line = Line("case", staff(subject="F-7Q2")).open().write("What the referrer said")
    assert line.told("staff_referrer_no")


def test_what_a_family_wrote_cannot_be_tapped() -> None:
    tricked = World({acts.ReadCase: replace(CASE, known_from="see https://bad.example/x now")})
    assert "bad.example" not in Line("case", staff(subject="F-7Q2"), tricked).open().said[0]


# Meetings


def test_now_says_what_blocks_who_lacks_a_password_and_the_next_tap() -> None:
    now = Line("now").open().said[0]
    assert "The password is not set on the platform." in now
    assert "1 adult has no password yet: Mira" in now
    assert "READY M-4" in now


def test_now_of_a_meeting_that_nothing_blocks_leads_to_the_start() -> None:
    clear = World({acts.ReadMeeting: replace(MEETING, blocks=())})
    assert "START M-4" in Line("now", world=clear).open().said[0]


def test_the_password_is_shown_in_pairs_and_in_words_and_only_in_that_text() -> None:
    line = Line("ready", staff(subject="M-4")).open()
    assert "40 71 95 38 26" in line.said[0]
    assert "four zero, seven one" in line.said[0]
    for name in FLOWS:
        for turn in usual(name)[0]:
            others = [each for each in turn.lines if each.text != "staff_ready_password"]
            assert PASSWORD not in repr(others)


@pytest.mark.parametrize(("version", "told"), [(0, "staff_ready_no_password"), (1, "staff_ready_only_leader")])
def test_without_a_password_to_see_it_says_why(version: int, told: str) -> None:
    hidden = World({acts.ReadMeeting: replace(MEETING, version=version, password=None)})
    assert Line("ready", staff(subject="M-4"), hidden).open().told(told)


def test_the_platform_is_set_only_after_every_tick() -> None:
    line = Line("ready", staff(subject="M-4")).open().write("https://example.org/j/1", "yes", "yes", "yes")
    assert not line.acts(acts.SetPlatform)
    assert line.write("yes").acts(acts.SetPlatform) == [acts.SetPlatform("M-4", 1, "https://example.org/j/1")]


def test_a_missing_tick_leaves_the_platform_unset() -> None:
    line = Line("ready", staff(subject="M-4")).open().write("SKIP", "yes", "no")
    assert line.told("staff_ready_not_yet")
    assert not line.acts(acts.SetPlatform)


def test_ticks_belong_to_one_password() -> None:
    line = Line("ready", staff(subject="M-4")).open().write("SKIP", "yes", "yes", "yes")
    line.world.replaced = {acts.ReadMeeting: replace(MEETING, version=2, password="1234567890")}
    line.write("yes")
    assert line.asked == "staff_ready_link_2"
    assert "12 34 56 78 90" in line.said[-2]
    assert not line.acts(acts.SetPlatform)


def test_a_rotation_leads_into_setting_the_platform() -> None:
    line = Line("rotate", staff(subject="M-4")).open().write("2")
    assert line.acts(acts.Rotate) == [acts.Rotate("M-4", "unknown_person")]
    assert line.told("staff_rotated")
    assert line.told("staff_ready_password")
    assert line.asked == "staff_ready_link_1"


def test_somebody_held_back_is_cleared_by_reference_after_speaking_to_them() -> None:
    line = Line("held", staff(subject="M-4")).open()
    assert "R-78" in line.said[0]
    line.write("1")
    assert not line.acts(acts.ClearHold)
    assert line.write("yes").acts(acts.ClearHold) == [acts.ClearHold("M-4", "R-77")]


@pytest.mark.parametrize(
    ("reply", "ticks"), [("all", (1, 2, 3, 4, 5, 6, 7)), ("1234567", (1, 2, 3, 4, 5, 6, 7)), ("7, 1 & 2", (1, 2, 7))]
)
def test_the_seven_ticks_are_given_in_one_message(reply: str, ticks: tuple[int, ...]) -> None:
    line = Line("start", staff(subject="M-4")).open().write(reply, "yes")
    assert line.acts(acts.StartMeeting) == [acts.StartMeeting("M-4", ticks)]


def test_a_start_without_all_ticks_is_asked_about_first() -> None:
    line = Line("start", staff(subject="M-4")).open().write("1 2 3 4 5 6")
    assert line.asked == "staff_start_missing"
    assert not line.acts(acts.StartMeeting)
    assert line.write("no").told("staff_nothing_done")


def test_the_agreement_is_there_to_be_read_aloud_before_the_ticks() -> None:
    assert "We keep what we hear to ourselves." in Line("start", staff(subject="M-4")).open().said[0]


def test_a_meeting_is_planned_after_reading_it_back() -> None:
    line = Line("meeting", staff(subject="G-1")).open().write("1 December", "10:30", "45", "6", "1")
    assert not line.acts(acts.ScheduleMeeting)
    line.write("3", "11:00", "1")
    planned = line.acts(acts.ScheduleMeeting)
    assert [(p.at.hour, p.minutes, p.weeks, p.platform) for p in planned if isinstance(p, acts.ScheduleMeeting)] == [
        (11, 45, 6, "zoom")
    ]


def test_a_meeting_is_not_cancelled_or_ended_without_a_yes() -> None:
    for name, kind in (("cancel_meeting", acts.CancelMeeting), ("end", acts.EndMeeting)):
        line = Line(name, staff(subject="M-4")).open()
        assert not line.acts(kind)
        assert line.write("yes").acts(kind)


# Groups and invitations


def test_a_new_group_gets_its_leader_and_its_second_in_one_go() -> None:
    line = Line("group").open().write("Make a group", "Little Steps", "2", "anna", "2")
    assert line.acts(acts.MakeGroup) == [acts.MakeGroup("Little Steps", "signal")]
    assert line.acts(acts.SeatStaff) == [
        acts.SeatStaff("G-2", "leader", "anna"),
        acts.SeatStaff("G-2", "second", "ben"),
    ]


def test_an_invitation_to_hand_on_has_its_code_and_no_meeting_link() -> None:
    line = Line("invite", staff(subject="G-1")).open()
    assert "K7Q2-99XB" in line.said[1]
    assert "https://signal.me/sample" in line.said[1]
    assert "never write to a family first" in line.said[0]


# Breaches, complaints, concerns, calls


def test_a_breach_is_about_one_member_by_number_and_never_by_place() -> None:
    line = Line("breach", staff(subject="G-1")).open().write("1")
    assert line.asked == "staff_breach_member"
    line.write("4", "2", "A picture of us on a public page.", "yes")
    assert line.acts(acts.ReportBreach) == [
        acts.ReportBreach("G-1", "4", "no_screenshots", "A picture of us on a public page.")
    ]


def test_a_breach_is_decided_by_exact_words_and_the_consequence_stands_before_them() -> None:
    line = Line("breaches", staff(subject="B-1")).open()
    assert line.turn is not None
    assert "for good" in said(line.turn, "en")
    line.write("uphold", "upheldd")
    assert not line.acts(acts.DecideBreach)
    assert line.write("not_upheld").acts(acts.DecideBreach) == [acts.DecideBreach("B-1", "not_upheld")]


def test_a_breach_can_be_left_for_later() -> None:
    line = Line("breaches", staff(subject="B-1")).open().write("3")
    assert line.told("staff_nothing_done")
    assert not line.acts(acts.DecideBreach)


def test_the_answer_to_a_complaint_is_read_back_before_it_goes() -> None:
    line = Line("complaints").open().write("1", "close", "2", "We are sorry.")
    assert not line.acts(acts.CloseComplaint)
    assert line.turn is not None
    assert "We are sorry." in said(line.turn, "en")
    closed = line.write("yes").acts(acts.CloseComplaint)
    assert closed == [acts.CloseComplaint("C-1", "partly_upheld", "We are sorry.")]


def test_a_concern_keeps_the_exact_words() -> None:
    words = "He said: 'don't tell'.\nThen she  cried."
    line = Line("concern").open().write(words)
    assert line.acts(acts.RaiseStaffConcern) == [acts.RaiseStaffConcern(words)]


def test_a_concern_is_closed_only_when_it_is_in_the_organisations_own_record() -> None:
    line = Line("concerns").open().write("1", "close")
    assert not line.acts(acts.CloseConcern)
    assert line.write("yes").acts(acts.CloseConcern) == [acts.CloseConcern("S-1")]


def test_a_promised_call_shows_whom_to_ring_and_when() -> None:
    line = Line("rings").open()
    assert "Amira Sample, +447700900123, safe time: mornings" in line.said[0]
    assert line.write("R-1", "2").acts(acts.CloseRing) == [acts.CloseRing("R-1", "no_answer")]


# One's own account


def test_why_repeats_the_last_refusal_with_its_clause() -> None:
    line = Line("why").open()
    assert line.told(REFUSED.reason)
    assert "A1" in line.said[1]


def test_policies_are_confirmed_only_by_the_exact_word() -> None:
    line = Line("policies").open().write("1", "ok", "agre")
    assert not line.acts(acts.ConfirmPolicies)
    assert line.write("agree").acts(acts.ConfirmPolicies)


def test_both_policies_are_named_with_their_dates() -> None:
    turn = Line("policies").open().turn
    assert turn is not None
    assert "Data protection, 1 May 2026\nConfidentiality, 1 May 2026" in said(turn, "en")


def test_a_language_can_be_named_behind_the_word_or_picked() -> None:
    assert Line("language", staff(subject="pl")).open().acts(SetLanguage) == [SetLanguage("pl")]
    assert Line("language").open().write("2").acts(SetLanguage) == [SetLanguage("pl")]


# The menu and the words


def menu_of(*roles: str, current: bool = True) -> set[str]:
    often = Line("menu", staff(*roles, current=current)).open()
    assert often.turn is not None
    assert isinstance(often.turn.stop, Ask)
    first = often.turn.stop.kind.options
    often.write(str(len(first)))
    assert isinstance(often.turn.stop, Ask)
    return {*first, *often.turn.stop.kind.options} - {"more"}


def test_the_menu_shows_only_what_a_role_can_use() -> None:
    assert menu_of("complaints_lead") == {"complaints", "concern", "why", "language"}
    assert menu_of("safeguarding_lead") == {"concerns", "concern", "why", "language"}
    assert "invite" in menu_of("practitioner")
    assert not menu_of("assistant") & {"invite", "breaches", "complaints", "concerns"}
    assert "breaches" in menu_of("manager")


def test_the_menu_asks_for_the_policies_while_they_are_not_confirmed() -> None:
    assert "policies" in menu_of("practitioner", current=False)
    assert "policies" not in menu_of("practitioner")


def test_a_line_of_the_menu_goes_straight_on() -> None:
    line = Line("menu", staff("practitioner")).open().write("1")
    assert line.told("staff_now")


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_line_of_the_menu_names_a_word_that_starts_the_same(language: str) -> None:
    labels = {**TEXTS.labels(language, "staff_menu"), **TEXTS.labels(language, "staff_menu_more")}
    spellings = TEXTS.labels(language, "staff_words")
    for name in ITEMS:
        word = labels[name].rpartition("(")[2].rstrip(")")
        assert word in [each.strip() for each in spellings[name].split(",")]


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_flow_has_a_word_and_every_word_one_flow(language: str) -> None:
    spellings = TEXTS.labels(language, "staff_words")
    words = [word.strip() for flow in set(FLOWS) - {"confirm_decision"} for word in spellings[flow].split(",")]
    assert len(words) == len(set(words))
    assert set(WORDS.values()) == set(FLOWS) - {"confirm_decision"}


@pytest.mark.parametrize("language", TEXTS.languages)
def test_no_answer_that_can_be_picked_by_its_label_is_a_word_that_starts_something_else(language: str) -> None:
    words = words_of(language)
    for name in FLOWS:
        for turn in usual(name, language)[0]:
            if isinstance(turn.stop, Ask):
                labels = TEXTS.labels(language, turn.stop.text, **turn.stop.params)
                assert not words & {labels[option].upper() for option in turn.stop.kind.options}


# Lists and kinds


def test_a_number_keeps_its_code_when_the_list_changes() -> None:
    line = Line("here").open()
    first = replace(LINE, code="M-1")
    line.world.replaced = {acts.ListMeetings: (LINE, first)}
    assert line.write("1").acts(acts.ConfirmSeat) == [acts.ConfirmSeat("M-4")]


def test_an_answer_stays_when_what_it_names_has_left_the_list() -> None:
    line = Line("late").open().write("1")
    line.world.replaced = {acts.ListMeetings: (replace(LINE, code="M-9"),)}
    assert line.write("10").acts(acts.SayLate) == [acts.SayLate("M-4", 10)]


@pytest.mark.parametrize("reply", ["M-4", "m4", " 2 ", "2.", "(2)"])
def test_one_of_a_list_is_picked_by_number_or_code(reply: str) -> None:
    assert OneOf(("M-1", "M-4")).parse(reply, {}) == "M-4"


@pytest.mark.parametrize("reply", ["", "0", "3", "M-", "M-44", "first", "2" * 100])
def test_what_is_not_in_the_list_is_asked_again(reply: str) -> None:
    with pytest.raises(Invalid, match="staff_pick_listed"):
        OneOf(("M-1", "M-4")).parse(reply, {})


def test_a_code_wins_over_a_place() -> None:
    assert OneOf(("3", "1", "2")).parse("1", {}) == "1"


@pytest.mark.parametrize("stored", ["", None, 3, "../x", "a" * 99])
def test_a_stored_code_that_is_malformed_is_asked_again(stored: object) -> None:
    with pytest.raises(Invalid):
        OneOf(("M-1",)).load(stored)


@pytest.mark.parametrize("reply", ["", "8", "1-7", "all of it", "1 2 x", "-1", "1" * 99])
def test_ticks_that_cannot_be_read_are_asked_again(reply: str) -> None:
    with pytest.raises(Invalid, match="staff_ticks_needed"):
        Ticks().parse(reply, {})


def test_ticks_can_be_none_and_all_in_ones_own_language() -> None:
    assert Ticks().parse("0", {}) == ()
    assert Ticks().parse("wszystko", {"all": "WSZYSTKO"}) == (1, 2, 3, 4, 5, 6, 7)


@pytest.mark.parametrize("stored", [None, "123", [8], [True], [0]])
def test_stored_ticks_that_do_not_fit_are_asked_again(stored: object) -> None:
    with pytest.raises(Invalid):
        Ticks().load(stored)


def test_a_link_with_the_password_inside_is_refused_in_policys_own_words() -> None:
    line = Line("ready", staff(subject="M-4")).open().write("https://example.org/j/1?pwd=abc")
    assert line.told("refused_link_has_password")
    assert line.asked == "staff_ready_link_1"


@pytest.mark.parametrize("reply", ["", "example.org/j/1", "http://example.org/j", "https://nowhere", "x" * 700])
def test_what_is_no_link_is_asked_again(reply: str) -> None:
    with pytest.raises(Invalid, match="staff_link_needed"):
        Link().parse(reply, {})


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_hint_of_these_kinds_has_its_words(language: str) -> None:
    assert all(TEXTS.say(language, hint, count=7, clause="G6.3") for hint in HINTS)


# Texts


@pytest.mark.parametrize("text_id", IN_THE_CHANNEL)
def test_the_staff_channel_carries_pointers_only(text_id: str) -> None:
    assert TEXTS.parameters("en", text_id) <= POINTERS


@pytest.mark.parametrize("text_id", ["staff_complaint_new", "staff_complaint_due", "staff_concern_page"])
def test_notices_of_complaints_and_concerns_carry_no_words_of_them(text_id: str) -> None:
    assert TEXTS.parameters("en", text_id) <= {"code", "when"}


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("text_id", [*IN_THE_CHANNEL, *PRIVATE_NOTICES])
def test_every_card_and_notice_can_be_said(text_id: str, language: str) -> None:
    params = {name: 2 if name == "n" else "sample" for name in TEXTS.parameters(language, text_id)}
    assert TEXTS.say(language, text_id, **params)


def test_every_staff_text_is_used() -> None:
    sources = "".join(path.read_text("utf-8") for path in (LOCALES.parent / "staff").glob("*.py"))
    written = "".join(path.read_text("utf-8") for path in (LOCALES / "en").glob("staff*.ftl"))
    ids = re.findall(r"^([a-z][a-z0-9_]*) =", written, re.MULTILINE)
    built = {"staff_approved", "staff_declined", "staff_breach_upheld", "staff_breach_not_upheld"}
    built |= {"staff_ring_spoke", "staff_ring_no_answer"}
    unused = {each for each in ids if f'"{each}"' not in sources} - built - {*IN_THE_CHANNEL, *PRIVATE_NOTICES}
    assert not unused


def test_no_flow_says_a_text_that_belongs_in_the_channel() -> None:
    for name in FLOWS:
        for turn in usual(name)[0]:
            assert not {line.text for line in turn.lines} & set(IN_THE_CHANNEL)

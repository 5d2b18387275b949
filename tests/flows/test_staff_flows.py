"""What staff's conversations promise: every path ends, every word is there, nothing is decided by accident."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from flows.chat import Ask, Say
from flows.engine import Turn
from flows.policy import Label, label_of
from flows.staff import FLOWS, WORDS
from flows.staff.kinds import OneOf
from flows.staff.menu import ITEMS
from tests.flows.guesses import demand_no_guess
from tests.flows.staff_world import (
    CLOCKS,
    PASSWORD,
    REFUSABLE,
    REFUSED,
    SAMPLES,
    Line,
    flow_of,
    results,
    staff,
)
from tests.flows.walker import demand_texts, walk
from tests.words import TEXTS

LOCALES = Path(__file__).parents[2] / "flows" / "locales"
SUBJECTS = {"confirm_decision": "F-7Q2:3:approved"}
POINTERS = {"case", "meeting", "count", "channel", "group_code", "n", "by", "when", "decision"}
IN_THE_CHANNEL = [
    "page_case_waiting",
    "card_case",
    "card_case_claimed",
    "card_case_decided",
    "card_case_held",
    "press_confirm_on_line",
    "press_already",
    "press_refused",
    "staff_channel_new_meeting",
    "staff_first_contact_late",
    "staff_send_failed",
    "staff_message_lost",
    "staff_many_codes",
    "staff_passwords_stuck",
    "staff_passwords_stuck_alone",
    "staff_line_works_again",
    "staff_unheard",
    "staff_parked_turn",
    "staff_look_at_cases",
    "button_claim",
    "button_approve",
    "button_decline",
    "button_rotate",
    "button_details",
]
PRIVATE_NOTICES = [
    "staff_hold_over",
    "staff_hello",
    "staff_referrer_asked_for_safety",
    "staff_glass_broken",
    "staff_glass_tried",
    "staff_forged_posts",
    "staff_readings_sample",
    "staff_unusual_at_night",
    "staff_unusual_many_decisions",
    "staff_unusual_many_readings",
    "staff_speak_waits",
    "staff_speak_ended",
    "staff_not_me",
    "staff_speak_heading",
    "staff_retention_soon",
    "staff_words_soon",
    "staff_code_unread",
    "staff_not_bound",
    "staff_bound",
    "staff_code_wrong",
    "staff_code_on_signal",
    "staff_still",
    "staff_did_you_mean",
    "staff_words_only",
    "staff_nothing_before",
    "staff_words",
    "staff_incident_new",
    "staff_ring_these",
    "staff_incident_due",
    "staff_incident_late",
    "staff_nearly_large",
    "staff_now_large",
    "staff_recording_reported",
    "staff_report_incomplete",
    "staff_meeting_blocked",
    "staff_platform_wanted",
    "staff_password_changed",
    "staff_live_leak",
    "staff_call_wanted",
    "staff_plan",
    "staff_start_now",
    "staff_late_comer",
    "staff_ended",
    "staff_never_started",
    "staff_stranger_seen",
    "staff_open_now",
    *(f"clock_{kind}" for kind in CLOCKS),
    "staff_password_leak",
    "staff_room_ready",
    "staff_room_to_tick",
    "staff_room_gone",
    "staff_room_changed",
    "staff_room_moved",
    "staff_room_trouble",
    "staff_room_not_ended",
    "staff_room_over",
    "staff_host_link",
    "staff_stranger_waits",
    "staff_name_twice",
    "staff_unhappy_private",
    "staff_look_alike",
    "staff_look_alike_of",
    "staff_complaint_handed_on",
    "staff_half_waits",
    "staff_exclude_asked",
    "staff_exclude_asked_above",
    "staff_extend_asked",
    "staff_invitation_reused",
    "staff_frozen_contact",
    "staff_unheard_contacts",
    "staff_second_phone",
    "staff_other_phone",
    "staff_phone_removed",
    "staff_complaint_new",
    "staff_complaint_due",
    "staff_complaint_check",
    "staff_concern_page",
    "staff_concern_more",
    "staff_breach_waiting",
    "staff_picture_reported",
    "staff_bar_review",
    "staff_publish_waiting",
    "staff_published",
    "staff_ring_new",
    "staff_ring_language",
    "staff_picture_words",
    "staff_trap_words",
    "staff_ring_due",
    "staff_data_request",
    "staff_data_unread",
    "staff_owed_waits",
    "staff_request_nobody",
    "staff_request_due",
    "staff_request_late",
    "staff_something_happened",
    "staff_not_written_to",
    "staff_colleague_moved",
    "staff_colleague_cancelled",
    "staff_colleague_late",
    "staff_one_yours",
    "staff_one_accepted",
    "staff_one_declined",
    "staff_one_not_begun",
    "staff_one_not_ended",
    "staff_one_check_out",
    "staff_one_alone",
    "staff_buddy_asked",
    "staff_buddy_begun",
    "staff_buddy_ended",
    "staff_buddy_cancelled",
    "staff_flag_is_on",
    "staff_flag_is_off",
    "staff_flagged_named",
    "staff_cover_asked",
    "staff_cover_covered",
    "staff_qualification_ends",
    "staff_qualification_yours",
    "staff_offboarded",
    "staff_locked_down",
    "staff_shut_again",
    "staff_speak_ended",
    "staff_speak_taken",
    "blocks_unanswered",
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


@cache
def walked(name: str, language: str = "en", turnings: int = 2) -> tuple[Turn, ...]:
    """Play every path of a flow once; the menu only as far as its choices."""
    facts = staff(subject=SUBJECTS.get(name), language=language, current=False)
    turnings = min(turnings, 1 if name in {"menu", "cases"} else 2)
    return tuple(walk(flow_of(name, facts), TEXTS, results(), turnings=turnings, samples=SAMPLES))


def words_of(language: str) -> set[str]:
    spellings = TEXTS.labels(language, "staff_words")
    own = {word.strip() for flow in {*FLOWS, "back"} if flow in spellings for word in spellings[flow].split(",")}
    return own | set(WORDS)


# Every path


@pytest.mark.clause("G4.5", "A3", "G3.7")
@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("name", FLOWS)
def test_every_path_of_every_flow_ends_and_guesses_nothing_and_has_its_words(name: str, language: str) -> None:
    turns = walked(name, language)
    for turn in turns:
        demand_texts(TEXTS, turn)
        demand_no_guess(turn)
    assert any(turn.stop is None for turn in turns)


@pytest.mark.parametrize("name", FLOWS)
def test_a_flow_never_ends_without_a_word(name: str) -> None:
    assert all(turn.lines for turn in walked(name) if turn.stop is None)


@pytest.mark.parametrize("name", FLOWS)
def test_nobody_is_asked_to_pick_from_nothing(name: str) -> None:
    kinds = [turn.stop.kind for turn in walked(name) if isinstance(turn.stop, Ask)]
    assert OneOf(()) not in kinds


def test_every_refusal_is_told_with_its_reason_and_its_clause() -> None:
    clauses = set()
    for turn in (turn for name in set(FLOWS) - {"why"} for turn in walked(name)):
        for line, after in pairwise([*turn.lines, Say("", {})]):
            if line.text == REFUSED.reason:
                assert after.text in {"refusal_clause", "refusal_clause_case"}
                assert after.params["clause"] == line.params["clause"]
                clauses.add(line.params["clause"])
    assert clauses == {kind.__name__ for kind in REFUSABLE}


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
    always = {"clocks", "concern", "incident", "why", "language"}
    assert menu_of("complaints_lead") == {"complaints", *always}
    assert menu_of("safeguarding_lead") == {"concerns", "flag", "break_glass", *always}
    assert "invite" in menu_of("practitioner")
    assert not menu_of("assistant") & {"invite", "breaches", "complaints", "concerns"}
    assert "breaches" in menu_of("manager")


def test_the_menu_asks_for_the_policies_while_they_are_not_confirmed() -> None:
    assert "policies" in menu_of("practitioner", current=False)
    assert "policies" not in menu_of("practitioner")


def test_a_line_of_the_menu_goes_straight_on() -> None:
    line = Line("menu", staff("practitioner")).open().write("1")
    assert line.asked == "staff_now"


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
    words = [
        word.strip() for flow in set(FLOWS) - {"confirm_decision"} | {"back"} for word in spellings[flow].split(",")
    ]
    assert len(words) == len(set(words))
    assert set(WORDS.values()) == set(FLOWS) - {"confirm_decision"} | {"back"}


@pytest.mark.parametrize("language", TEXTS.languages)
def test_no_answer_that_can_be_picked_by_its_label_is_a_word_that_starts_something_else(language: str) -> None:
    words = words_of(language)
    for name in FLOWS:
        for turn in walked(name, language):
            if isinstance(turn.stop, Ask):
                labels = TEXTS.labels(language, turn.stop.text, **turn.stop.params)
                assert not words & {labels[option].upper() for option in turn.stop.kind.options}


# Texts


@pytest.mark.parametrize("text_id", IN_THE_CHANNEL)
def test_the_staff_channel_carries_pointers_only(text_id: str) -> None:
    assert TEXTS.parameters("en", text_id) <= POINTERS


@pytest.mark.parametrize(
    "text_id", ["staff_complaint_new", "staff_complaint_due", "staff_concern_page", "staff_concern_more"]
)
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
    ids = [
        each for each in re.findall(r"^([a-z][a-z0-9_]*) =", written, re.MULTILINE) if f"{{ {each} }}" not in written
    ]
    built = {"staff_approved", "staff_declined", "staff_breach_upheld", "staff_breach_not_upheld"}
    built |= {"staff_ring_spoke", "staff_ring_no_answer", "staff_data_hold", "staff_data_lift"}
    built |= {"staff_trap_words", "staff_lockdown_words"}  # What is reported in the name of the service itself.
    built |= {"card_sign", "card_answer"}  # The foot of a card in a Signal group.
    where = ("platform", "end_to_end", "reason", "instead")
    built |= {f"{about}_{part}" for about in ("staff_one", "staff_meeting") for part in where}
    unused = {each for each in ids if f'"{each}"' not in sources} - built - {*IN_THE_CHANNEL, *PRIVATE_NOTICES}
    assert not unused


def test_no_flow_says_a_text_that_belongs_in_the_channel() -> None:
    for name in FLOWS:
        for turn in walked(name):
            assert not {line.text for line in turn.lines} & set(IN_THE_CHANNEL)


def test_a_password_stands_only_in_the_text_for_setting_up_the_platform() -> None:
    for name in FLOWS:
        for turn in walked(name):
            others = [line.params for line in turn.lines if line.text != "staff_ready_password"]
            asked = turn.stop.params if isinstance(turn.stop, Ask) else {}
            assert PASSWORD not in repr((others, asked)).replace(" ", "")


def test_every_parameter_that_staff_read_has_a_label() -> None:
    for turn in (turn for name in FLOWS for turn in walked(name)):
        for line in turn.lines:
            assert label_of(line.text, line.params) is not None
        if isinstance(turn.stop, Ask):
            assert label_of(turn.stop.text, turn.stop.params) is not None
    for text_id in [*IN_THE_CHANNEL, *PRIVATE_NOTICES]:
        assert label_of(text_id, TEXTS.parameters("en", text_id)) is not None


@pytest.mark.parametrize("text_id", IN_THE_CHANNEL)
def test_what_the_staff_channel_carries_is_public(text_id: str) -> None:
    assert label_of(text_id, TEXTS.parameters("en", text_id)) is Label.PUBLIC

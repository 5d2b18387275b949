"""HELP, disclosures, RING ME, complaints and unhappiness."""

import re
from dataclasses import replace
from typing import Any

import pytest

from flows.family.acts.care import AskForCall, MarkSafeToWrite, RaiseConcern, ReportUnhappy
from flows.family.acts.complaints import ComplaintStatus, OpenComplaint, PutRight
from flows.family.kinds import HelpChoice
from flows.questions import Invalid
from tests.flows.family_world import FACTS, MEMBER, WORLDS, Desk

# Safety

CALM = ["concern_thanks", "concern_emergency", "concern_told", "concern_may_tell_others", "concern_helpline"]


def test_help_says_the_emergency_number_at_once() -> None:
    desk = Desk("help").open()
    assert (desk.lines, desk.asked) == (["help_emergency"], "help_choice")
    assert "999" in desk.words()
    assert "55" in desk.words()


@pytest.mark.parametrize("reply", ["1", "he is at the door", "?", "4", "x" * 5000])
def test_whatever_is_not_harmless_after_help_is_a_concern(reply: str) -> None:
    desk = Desk("help").open().write(reply)
    assert desk.acts(RaiseConcern) == [RaiseConcern(reply, "help")]
    assert (desk.lines, desk.asked) == (CALM, "safe_to_write")


def test_the_two_harmless_choices_after_help_raise_nothing() -> None:
    assert Desk("help").open().write("2").lines == ["how_this_works", "words_that_work", "words_about_you"]
    assert Desk("help").open().write("3").asked == "ring_time"
    assert not Desk("help").open().write("2").acts(RaiseConcern)
    assert not Desk("help").open().write("3").acts(RaiseConcern)


def test_a_stored_choice_after_help_is_read_strictly() -> None:
    with pytest.raises(Invalid):
        HelpChoice().load("anything")


def test_a_disclosure_is_raised_with_its_words_and_answered_calmly() -> None:
    desk = Desk("disclosure")
    desk.facts = replace(desk.facts, words="he hurts us")
    desk.write("he hurts us")
    assert desk.acts(RaiseConcern) == [RaiseConcern("he hurts us", "words")]
    assert (desk.lines, desk.asked) == (CALM, "safe_to_write")


def test_the_calm_reply_promises_no_secrecy_and_asks_one_thing() -> None:
    desk = Desk("disclosure").open()
    words = desk.words().casefold()
    assert "computer" in words
    assert "tell others" in words
    assert not re.search(r"worry\b(?! about)|secret|confidential|promise", words)
    assert "?" not in words


def test_on_a_shared_phone_a_neutral_line_comes_first() -> None:
    assert Desk("disclosure", replace(FACTS, shared=True)).open().lines[0] == "neutral_first_line"


def test_if_writing_is_not_safe_there_is_one_neutral_line_and_silence() -> None:
    desk = Desk("disclosure").open().write("2")
    assert (desk.lines, desk.asked) == (["clear_line"], None)
    assert desk.acts(MarkSafeToWrite) == [MarkSafeToWrite(safe=False)]


def test_if_writing_is_safe_the_lead_may_write() -> None:
    desk = Desk("disclosure").open().write("yes")
    assert desk.lines == ["safe_to_write_yes"]
    assert desk.acts(MarkSafeToWrite) == [MarkSafeToWrite(safe=True)]


def test_ring_me_is_promised_before_anything_is_asked() -> None:
    desk = Desk("ring_me").open()
    assert desk.acts(AskForCall) == [AskForCall(None)]
    assert desk.lines == ["ring_promised"]
    assert Desk("ring_me").open().write("skip").lines == ["ring_any_time"]


# Complaints


@pytest.mark.clause("G12.1")
def test_g12_1_a_complaint_needs_no_form_and_gets_its_number_at_once() -> None:
    desk = Desk("complain").open().write("no", "4", "no", "Nobody rang me back.")
    assert desk.acts(OpenComplaint) == [OpenComplaint("Nobody rang me back.", "other", None, hide_name=False)]
    assert desk.lines == ["complaint_received", "complaint_outside", "complaint_changes_nothing"]
    assert "C-4T2X" in desk.words()
    assert "Carl Sample" in desk.words()


@pytest.mark.parametrize(("reply", "danger"), [("1", "yes"), ("3", "not_sure"), ("not sure", "not_sure")])
@pytest.mark.clause("G12.3")
def test_g12_3_danger_comes_before_a_complaint(reply: str, danger: str) -> None:
    desk = Desk("complain").open().write(reply)
    assert desk.acts(RaiseConcern) == [RaiseConcern(reply, "complaint", danger)]
    assert desk.asked == "safe_to_write"
    assert not desk.acts(OpenComplaint)


def test_a_complaint_about_staff_may_name_somebody() -> None:
    desk = Desk("complain").open().write("no", "2", "Jo", "yes", "Jo was rude.")
    assert desk.acts(OpenComplaint) == [OpenComplaint("Jo was rude.", "staff", "Jo", hide_name=True)]


def test_a_complaint_about_data_shows_the_way_to_the_ico() -> None:
    desk = Desk("complain").open().write("no", "3", "no", "You lost my letter.")
    assert "ICO" in desk.words("complaint_outside")


@pytest.mark.parametrize("flow", ["complain", "unhappy"])
@pytest.mark.clause("X5", "G12.4")
def test_a_family_for_whom_staff_speak_chooses_who_hears_it_before_a_word_of_it_is_said(flow: str) -> None:
    by_voice = replace(MEMBER, channel="spoken")
    desk = Desk(flow, by_voice).open()
    assert desk.asked == "complaint_heard"
    assert desk.write("1").lines == ["complaint_another_rings"]
    assert desk.acts(PutRight)
    assert Desk(flow, by_voice).open().write("2").asked in {"complaint_danger", "unhappy_about_leader"}
    assert Desk(flow, MEMBER).open().asked in {"complaint_danger", "unhappy_about_leader"}


@pytest.mark.parametrize("facts", [FACTS, MEMBER, WORLDS["barred"], WORLDS["declined"]])
@pytest.mark.clause("G12.1")
def test_g12_1_anybody_can_complain_in_the_same_way(facts: Any) -> None:
    assert Desk("complain", facts).open().lines == ["complain_welcome"]


@pytest.mark.parametrize("stage", ["received", "acknowledged", "late", "answered"])
def test_a_complaint_can_be_asked_after(stage: str) -> None:
    desk = Desk("complaint_status", answers={ComplaintStatus: (stage, "Monday 7 December 2026")}).open()
    assert "Monday 7 December 2026" in desk.words() or stage == "answered"


@pytest.mark.clause("G9.3")
def test_g9_3_unhappiness_about_the_leader_goes_to_somebody_else() -> None:
    desk = Desk("unhappy", MEMBER).open().write("yes", "She laughed at me.")
    assert desk.acts(ReportUnhappy) == [ReportUnhappy("She laughed at me.", about_leader=True)]
    assert "unhappy_told_another" in desk.lines

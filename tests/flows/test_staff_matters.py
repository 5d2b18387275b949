"""What staff's conversations promise about groups, breaches, complaints, concerns, calls and accounts."""

from dataclasses import replace

import pytest

from flows.chat import Ask
from flows.engine import Turn
from flows.family.acts import Done
from flows.family.acts.own import SetLanguage
from flows.policy import Refused
from flows.staff.acts.account import ConfirmPolicies, MayBegin
from flows.staff.acts.breaches import DecideBreach, ReadBreach, ReportBreach
from flows.staff.acts.care import CloseRing, ReportWarning, Unfreeze
from flows.staff.acts.complaints import CloseComplaint, ReadComplaint
from flows.staff.acts.concerns import CloseConcern, RaiseStaffConcern
from flows.staff.acts.data_rights import CorrectAnswer, CorrectName, ReadDataRequest
from flows.staff.acts.groups import MakeGroup, RevokeCode, SeatStaff
from flows.staff.acts.incidents import ReadIncident
from tests.flows.staff_world import (
    BREACH,
    COMPLAINT,
    DATA,
    INCIDENT,
    REFUSED,
    Line,
    World,
    staff,
)
from tests.words import TEXTS


def said(turn: Turn, language: str = "en") -> str:
    """Put a turn in words."""
    lines = [TEXTS.say(language, line.text, **line.params) for line in turn.lines]
    if isinstance(turn.stop, Ask):
        lines.append(TEXTS.ask(language, turn.stop.text, turn.stop.kind.options, **turn.stop.params))
    return "\n".join(lines)


def test_a_new_group_gets_its_leader_and_its_second_in_one_go() -> None:
    line = Line("group").open().write("Make a group", "Little Steps", "2", "anna", "2")
    assert line.acts(MakeGroup) == [MakeGroup("Little Steps", "signal")]
    assert line.acts(SeatStaff) == [
        SeatStaff("G-2", "leader", "anna"),
        SeatStaff("G-2", "second", "ben"),
    ]


def test_a_practitioner_who_makes_a_group_leads_it_and_names_only_the_second() -> None:
    line = Line("group", staff("practitioner")).open().write("Make a group", "Little Steps", "1", "2")
    assert line.acts(SeatStaff) == [SeatStaff("G-2", "second", "ben")]


@pytest.mark.clause("H2.1")
def test_a_line_of_the_menu_begins_only_for_an_account_that_works() -> None:
    refused = World({MayBegin: Refused("H2.1", "refused_policies")})
    assert "refused_policies" not in Line("menu", staff(), refused).open().write("1").said
    lapsed = Line("menu", staff(current=False), World({MayBegin: Done()})).open()
    lapsed.world = refused
    assert lapsed.write("3").told("refused_policies")


@pytest.mark.clause("H2.1")
def test_policies_that_lapse_half_way_end_the_conversation_with_a_refusal() -> None:
    line = Line("case", staff(subject="F-7Q2X")).open()
    line.facts, line.world = (
        staff(subject="F-7Q2X", current=False),
        World({MayBegin: Refused("H2.1", "refused_policies")}),
    )
    assert line.write("1").told("refused_policies")
    assert line.asked is None


def test_an_invitation_to_hand_on_has_its_code_and_no_meeting_link() -> None:
    line = Line("invite", staff(subject="G-1")).open()
    assert "K7Q2-99XB" in line.said[1]
    assert "https://signal.me/sample" in line.said[1]
    assert "never write to a family first" in line.said[0]


def test_a_code_to_take_back_is_told_apart_by_when_it_was_made_and_asked_about_once_more() -> None:
    line = Line("revoke").open()
    assert line.turn is not None
    assert "1. Tiny Tots: made" in said(line.turn)
    assert "2. For a referrer: made" in said(line.turn)
    line.write("2", "yess")
    assert not line.acts(RevokeCode)
    assert line.write("yes").acts(RevokeCode) == [RevokeCode("7d1f4a52-1c7b-4f0e-8a3d-2b4c6d8e0f1a")]
    assert line.told("staff_revoke_done")


def test_a_code_behind_the_word_is_taken_back_without_a_list_and_no_changes_nothing() -> None:
    line = Line("revoke", staff(subject="k7q2-99xb")).open().write("no")
    assert line.told("staff_nothing_done")
    assert not line.acts(RevokeCode)
    line = Line("revoke", staff(subject="k7q2-99xb")).open().write("yes")
    assert line.acts(RevokeCode) == [RevokeCode("K7Q2-99XB")]


def test_a_breach_is_about_one_member_by_number_and_never_by_place() -> None:
    line = Line("breach", staff(subject="G-1")).open().write("2")
    assert line.asked == "staff_breach_member"
    line.write("4", "2", "A picture of us on a public page.", "yes")
    assert line.acts(ReportBreach) == [ReportBreach("G-1", "4", "no_screenshots", "A picture of us on a public page.")]


def test_a_breach_is_decided_by_exact_words_and_the_consequence_stands_before_them() -> None:
    line = Line("breaches", staff(subject="B-1")).open()
    assert line.turn is not None
    assert "for good" in said(line.turn)
    line.write("uphold", "upheldd")
    assert not line.acts(DecideBreach)
    assert line.write("not_upheld").acts(DecideBreach) == [DecideBreach("B-1", "not_upheld")]


def test_a_breach_can_be_left_for_later() -> None:
    line = Line("breaches", staff(subject="B-1")).open().write("3")
    assert line.told("staff_nothing_done")
    assert not line.acts(DecideBreach)


def test_the_answer_to_a_complaint_is_read_back_before_it_goes() -> None:
    line = Line("complaints").open().write("1", "close", "2", "We are sorry.", "We ring sooner.")
    assert not line.acts(CloseComplaint)
    assert line.turn is not None
    assert "We are sorry." in said(line.turn)
    closed = line.write("yes").acts(CloseComplaint)
    assert closed == [CloseComplaint("C-1", "partly_upheld", "We are sorry.", "We ring sooner.")]


def test_a_concern_keeps_the_exact_words() -> None:
    words = "He said: 'don't tell'.\nThen she  cried."
    line = Line("concern").open().write(words)
    assert line.acts(RaiseStaffConcern) == [RaiseStaffConcern(words)]


def test_a_concern_is_closed_only_when_it_is_in_the_organisations_own_record() -> None:
    line = Line("concerns").open().write("1", "close")
    assert not line.acts(CloseConcern)
    assert line.write("yes").acts(CloseConcern) == [CloseConcern("S-1")]


def test_a_promised_call_shows_whom_to_ring_and_when() -> None:
    line = Line("rings").open()
    assert "Amira Sample, +447700900123, safe time: mornings" in line.said[0]
    assert line.write("R-1", "2").acts(CloseRing) == [CloseRing("R-1", "no_answer")]


def test_a_warning_word_on_a_promised_call_closes_the_call_and_goes_to_the_safeguarding_lead() -> None:
    line = Line("rings").open().write("R-1", "3")
    assert line.acts(CloseRing) == [CloseRing("R-1", "spoke")]
    words = "On a call the person used their warning word, or was not free to speak."
    assert line.acts(ReportWarning) == [ReportWarning("R-1", None, words)]
    assert line.told("staff_warned")


def test_a_warning_word_on_a_check_opens_no_phone() -> None:
    line = Line("unfreeze").open().write("F-7Q2X", "1", "4")
    assert not line.acts(Unfreeze)
    words = "On a call the person used their warning word, or was not free to speak."
    assert line.acts(ReportWarning) == [ReportWarning("F7Q2X", "c-1", words)]


def test_why_repeats_the_last_refusal_with_its_clause() -> None:
    line = Line("why").open()
    assert line.told(REFUSED.reason)
    assert "A1" in line.said[1]


def test_policies_are_confirmed_only_by_the_exact_word() -> None:
    line = Line("policies").open().write("1", "ok", "agre")
    assert not line.acts(ConfirmPolicies)
    assert line.write("agree").acts(ConfirmPolicies)


def test_both_policies_are_named_with_their_dates() -> None:
    turn = Line("policies").open().turn
    assert turn is not None
    assert "Data protection, 1 May 2026\nConfidentiality, 1 May 2026" in said(turn)


def test_a_language_can_be_named_behind_the_word_or_picked() -> None:
    assert Line("language", staff(subject="pl")).open().acts(SetLanguage) == [SetLanguage("pl")]
    assert Line("language").open().write("2").acts(SetLanguage) == [SetLanguage("pl")]


@pytest.mark.clause("A4", "G11.1", "G12.5", "H3.4")
@pytest.mark.parametrize(
    ("word", "code", "world", "settled"),
    [
        ("breaches", "B-7Q2X", World({ReadBreach: replace(BREACH, decided=True)}), "staff_breach_settled"),
        ("complaints", "C-7Q2X", World({ReadComplaint: replace(COMPLAINT, closed=True)}), "staff_complaint_settled"),
        ("incidents", "D-7Q2X", World({ReadIncident: replace(INCIDENT, closed=True)}), "staff_incident_settled"),
    ],
)
def test_what_is_settled_says_so_and_offers_nothing_more_to_do(
    word: str, code: str, world: World, settled: str
) -> None:
    line = Line(word, staff("manager", subject=code), world).open()
    assert line.told(settled)
    assert line.asked is None


@pytest.mark.clause("X4")
def test_a_full_name_is_corrected_for_whoever_asked_for_that() -> None:
    line = Line("data_requests").open().write("C-3", "Correct a full name", "2", "Omar Newname", "yes")
    assert line.acts(CorrectName) == [CorrectName("C-3", 2, "Omar Newname")]
    to_delete = World({ReadDataRequest: replace(DATA, kind="delete")})
    other = Line("data_requests", world=to_delete).open().write("C-3", "Correct a full name")
    assert other.asked == "staff_data_next"


@pytest.mark.clause("X4")
def test_another_answer_is_corrected_and_a_number_must_be_one() -> None:
    line = Line("data_requests").open().write("C-3", "Correct another answer", "The number to ring", "banana")
    assert line.asked == "staff_data_told"
    line.write("01632 960177", "yes")
    assert line.acts(CorrectAnswer) == [CorrectAnswer("C-3", "ring_number", "+441632960177")]
    words = Line("data_requests").open().write("C-3", "Correct another answer", "Where they know us from", "x", "yes")
    assert words.acts(CorrectAnswer) == [CorrectAnswer("C-3", "known_from", "x")]

"""Codes, invitations and each adult's own agreement."""

from dataclasses import replace
from typing import Any

import pytest

from flows.chat import Command
from flows.family.acts.agreement import Accept, Activate
from flows.family.acts.care import AskForCall
from flows.family.acts.joining import CodeMeaning, LookUpCode, OpenCase, SubmitCase
from flows.policy import Refused
from flows.policy.confidentiality import SPOKEN
from tests.flows.family_world import DETAILS, MEMBER, MIRA, NOT_AGREED, ORGANISATION, REFUSED, WORLDS, Desk, invited

NAMED = ((2, "Omar"), (3, "Zara"))

# Codes and invitations


@pytest.mark.clause("G2.2")
def test_g2_2_a_code_that_does_not_work_reads_the_same_whatever_is_wrong_with_it() -> None:
    desk = Desk("joining", answers={LookUpCode: REFUSED}).open().write("1", "1", "yes", "K7Q2-99XB")
    assert (desk.lines, desk.asked) == ([], "code_refused")
    desk.write("1", "other-code", "2")
    assert (desk.lines, desk.asked) == (["no_documents"], "adults_count")


def test_who_goes_on_without_a_code_is_a_stranger() -> None:
    desk = Desk("invited", answers={LookUpCode: REFUSED}).open().write("1", "1", "K7Q2-99XB", "2", "1")
    desk.write(*DETAILS)
    assert desk.acts(OpenCase)[0].road == "asked"
    assert desk.acts(OpenCase)[0].code is None


def test_journey_c_a_referrers_code_goes_with_the_request() -> None:
    desk = Desk("joining", answers={LookUpCode: CodeMeaning("referral")}).open()
    desk.write("1", "1", "yes", "K7Q2-99XB", "1", *DETAILS)
    opened = desk.acts(OpenCase)[0]
    assert (opened.road, opened.code) == ("asked", "K7Q299XB")


@pytest.mark.clause("G2.2")
def test_g2_2_an_invitation_is_looked_at_first_and_spent_only_with_the_details() -> None:
    desk = Desk("invited").open().write("1", "1", "K7Q2-99XB")
    assert desk.lines == ["invitation", "no_documents"]
    assert not desk.acts(OpenCase)
    opened = invited("Mira").acts(OpenCase)[0]
    assert (opened.road, opened.code) == ("invited", "K7Q299XB")


def test_a_code_that_was_written_before_is_not_asked_for() -> None:
    assert Desk("invited", WORLDS["wrote the code"]).open().write("1", "1").asked == "adults_count"


def test_an_invited_family_agrees_before_staff_decide() -> None:
    desk = invited("Mira")
    assert desk.asked == "agreement_1_sample-1_en"
    assert not desk.acts(SubmitCase)
    desk.write("AGREE", "I UNDERSTAND")
    assert desk.asked == "decision"
    assert desk.acts(SubmitCase)
    desk.decide("approved")
    assert desk.lines == ["joined", "joined_password", "words_reminder"]


def test_an_invited_family_that_does_not_agree_is_never_put_before_staff() -> None:
    desk = invited("Mira").write("no")
    assert (desk.lines, desk.asked) == (["agreement_no"], None)
    assert not desk.acts(SubmitCase)
    assert not desk.acts(Accept)


# Each adult's own agreement


@pytest.mark.clause("G4.5")
def test_g4_5_on_one_phone_each_adult_answers_for_themselves() -> None:
    desk = invited("Mira", "Omar")
    assert desk.lines[0] == "for_adult"
    desk.write("AGREE", "I UNDERSTAND")
    assert desk.lines[0] == "for_adult"
    assert "Omar" in desk.words("for_adult")
    assert desk.asked == "agreement_2_sample-1_en"
    desk.write("ok ok")
    assert (desk.lines, desk.asked) == (["write_the_word"], "agreement_2_sample-1_en")
    desk.write("no")
    assert [each.adult for each in desk.acts(Accept)] == [1, 1]
    assert desk.asked == "decision"


@pytest.mark.parametrize("reply", ["maybe", "disagree", "yes", "1", "agree agree", "ok", "I do not agree", "👍"])
@pytest.mark.clause("G4.5")
def test_g4_5_anything_but_the_word_is_asked_again(reply: str) -> None:
    desk = Desk("agreement", WORLDS["new agreement"]).open().write(reply)
    assert (desk.lines, desk.asked) == (["write_the_word"], "agreement_1_sample-1_en")
    assert not desk.acts(Accept)


@pytest.mark.clause("G10.1")
def test_g10_1_own_risk_is_understood_in_words_of_its_own() -> None:
    desk = Desk("agreement", WORLDS["new agreement"]).open().write("AGREE", "AGREE")
    assert (desk.lines, desk.asked) == (["write_the_word"], "own_risk_1_sample-1_en")
    desk.write("I understand")
    assert desk.acts(Accept) == [Accept(1, "agreement"), Accept(1, "own_risk")]


@pytest.mark.clause("G4.6")
def test_g4_6_a_question_gets_a_call_and_ours_stays_open() -> None:
    desk = Desk("agreement", WORLDS["new agreement"]).open().write("questions", "2")
    assert desk.lines == ["agreement_call"]
    assert desk.acts(AskForCall) == [AskForCall(None)]
    desk.write("agree")
    assert desk.acts(Accept) == [Accept(1, "agreement")]


@pytest.mark.clause("H5.1")
def test_h5_1_a_yes_to_one_version_is_no_yes_to_the_next() -> None:
    desk = Desk("agreement", WORLDS["new agreement"]).open()
    desk.facts = replace(desk.facts, organisation=replace(ORGANISATION, agreement_version="sample-2"))
    desk.write("AGREE")
    assert desk.asked == "agreement_1_sample-2_en"
    assert not desk.acts(Accept)


def test_an_answer_that_could_not_be_kept_is_said_so() -> None:
    refused: dict[type[Command[Any]], Any] = {Accept: Refused("H5.1", "refused_agreement_changed")}
    desk = Desk("agreement", replace(MEMBER, adults=(NOT_AGREED,)), answers=refused).open().write("AGREE")
    assert desk.lines == ["agreement_not_kept"]


def test_who_has_agreed_to_everything_has_nothing_open() -> None:
    assert Desk("agreement", MEMBER).open().lines == ["agreement_nothing_open"]


@pytest.mark.clause("G4.5")
def test_on_a_phone_of_their_own_an_invited_adult_reads_the_whole_invitation_and_answers_there() -> None:
    applying = replace(NOT_AGREED, number=2, standing="applying")
    desk = Desk("agreement", replace(MEMBER, adults=(applying,), case_status="open")).open()
    assert desk.lines == ["invitation", "points", "agreement_text", "camera_advice", "privacy_links"]
    desk.write("AGREE", "I UNDERSTAND")
    assert [command.what for command in desk.acts(Accept)] == ["agreement", "own_risk"]
    assert desk.lines[-1] == "case_sent"
    assert not desk.acts(Activate)


@pytest.mark.clause("G4.1")
def test_the_agreement_can_be_listened_to_where_somebody_has_read_it_aloud() -> None:
    read_aloud = replace(ORGANISATION, agreement_audio="https://acorn-families.example/aloud")
    world = replace(MEMBER, adults=(NOT_AGREED,), organisation=read_aloud)
    told = Desk("agreement", world).open().told
    assert told.index("agreement_audio") == told.index("agreement_text") + 1
    assert "agreement_audio" not in Desk("agreement", replace(world, channel=SPOKEN)).open().told
    assert "agreement_audio" not in Desk("agreement", replace(world, organisation=ORGANISATION)).open().told


@pytest.mark.clause("G2.1")
def test_who_asked_to_join_reads_no_invitation_before_the_approval() -> None:
    applying = replace(NOT_AGREED, standing="applying")
    desk = Desk("agreement", replace(MEMBER, adults=(applying,), case_status="open", group=None)).open()
    assert desk.lines == ["agreement_nothing_open"]


@pytest.mark.clause("G3.7", "G4.5")
def test_who_agreed_on_a_phone_of_their_own_hears_of_their_place_there() -> None:
    desk = Desk("agreement", replace(MEMBER, adults=(replace(MIRA, standing="approved"),))).open()
    assert desk.lines == ["joined", "joined_password", "words_reminder"]
    assert desk.acts(Activate)


@pytest.mark.clause("G5.2", "G4.5")
def test_of_three_on_one_phone_the_one_who_agreed_later_is_the_one_who_is_named() -> None:
    later = [replace(NOT_AGREED, number=number, screen_name=name, standing="approved") for number, name in NAMED]
    desk = Desk("agreement", replace(MEMBER, adults=(MIRA, *later), shared=True)).open()
    desk.write("AGREE", "I UNDERSTAND", "no")
    assert desk.turn is not None
    assert [line.params["screen_name"] for line in desk.turn.lines if line.text == "joined"] == ["Omar"]

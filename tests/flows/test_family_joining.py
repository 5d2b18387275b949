"""Asking to join: the notice first, then the questions, then a person decides."""

from dataclasses import replace

import pytest

from flows.family.acts.agreement import Accept, Activate
from flows.family.acts.care import AskForCall
from flows.family.acts.joining import AdultDetails, Details, OpenCase, ScreenNameVerdict, SubmitCase
from flows.family.acts.own import SetLanguage
from flows.family.kinds import Corrections
from flows.policy import Allowed, Refused
from flows.policy.agreement import POINTS, InvitationText, invitation_text_complete
from flows.questions import Reopen
from tests.flows.family_world import DETAILS, FACTS, ORGANISATION, TAKEN, Desk, asking, waiting
from tests.words import TEXTS

# Asking to join


@pytest.mark.clause("G5.4")
def test_whoever_speaks_another_language_is_rung_and_asked_nothing_more() -> None:
    desk = Desk("joining", FACTS).open().write("3")
    assert (desk.lines, desk.asked) == (["language_other"], "language_other_name")
    assert desk.acts(AskForCall) == [AskForCall(None)]
    assert desk.write("Urdu").lines == ["ring_any_time"]
    assert "Urdu" in str(desk.acts(AskForCall)[-1])
    assert not desk.acts(OpenCase)


def test_g5_4_the_privacy_notice_and_both_links_come_before_any_question_about_a_family() -> None:
    desk = Desk("joining").open()
    assert (desk.lines, desk.asked) == (["hello"], "language_choice")
    desk.write("1")
    assert desk.asked == "go_on"
    assert desk.lines == ["hello_how_it_works", "privacy_short", "privacy_object"]
    assert {ORGANISATION.privacy_policy, ORGANISATION.privacy_notice} <= set(desk.words().splitlines())
    assert not desk.acts(OpenCase)


def test_the_emergency_number_is_in_the_first_message() -> None:
    assert ORGANISATION.emergency in Desk("joining").open().words("hello")


def test_only_whatsapp_hears_that_signal_is_more_private() -> None:
    on_signal = Desk("joining").open().write("1").words()
    on_whatsapp = Desk("joining", replace(FACTS, channel="whatsapp")).open().write("1").words()
    assert "Signal is more private." not in on_signal
    assert "Signal is more private." in on_whatsapp
    assert "Meta, which owns WhatsApp, and Twilio. They could read it." in on_whatsapp


def test_the_chosen_language_is_kept_before_anything_else_is_said() -> None:
    desk = Desk("joining").open().write("polski")
    assert desk.acts(SetLanguage) == [SetLanguage("pl")]
    assert desk.lines[0] == "hello_how_it_works"


def test_with_one_language_nobody_is_asked_for_it() -> None:
    one = replace(FACTS, organisation=replace(ORGANISATION, languages={"en": "English"}))
    assert Desk("joining", one).open().asked == "go_on"


def test_somebody_may_talk_to_a_person_instead_and_gives_no_details() -> None:
    desk = Desk("joining").open().write("1", "2")
    assert desk.asked == "ring_time"
    desk.write("after 10")
    assert desk.acts(AskForCall) == [AskForCall(None), AskForCall("after 10")]
    assert desk.state.ended
    assert not desk.acts(OpenCase)


@pytest.mark.clause("G3.6")
def test_g3_6_the_details_are_what_was_said_and_nothing_else() -> None:
    desk = waiting()
    details = Details(
        adults=(AdultDetails("Amira Khan", "Mira", adult=True),),
        safe_times="mornings",
        ring_number=None,
        shared=False,
        known_from="the library",
        access_needs=None,
    )
    assert desk.acts(OpenCase) == [OpenCase("asked", details)]
    assert desk.acts(SubmitCase) == [SubmitCase()]


def test_who_has_asked_hears_when_a_person_rings_and_how_to_know_them() -> None:
    desk = waiting()
    assert desk.asked == "decision"
    assert desk.lines == ["case_sent", "case_proof", "words_reminder"]
    assert "5 working days" in desk.words()
    assert "F-7Q2X" in desk.words()


def test_words_while_staff_look_change_nothing() -> None:
    desk = waiting().write("are you there?")
    assert (desk.lines, desk.asked) == ([], "decision")
    assert len(desk.acts(OpenCase)) == 1


def test_no_group_is_named_before_a_person_has_approved() -> None:
    desk = waiting()
    assert not {"invitation", "case_approved", "points"} & set(desk.told)


@pytest.mark.clause("G3.14")
def test_g3_14_a_decline_is_short_and_neutral() -> None:
    desk = waiting().decide("declined")
    assert (desk.lines, desk.asked) == (["case_declined"], None)


def test_g4_after_approval_come_the_invitation_the_points_the_agreement_and_the_links() -> None:
    desk = waiting().decide("approved")
    assert desk.lines == ["case_approved", "invitation", "points", "agreement_text", "camera_advice", "privacy_links"]
    assert desk.asked == "agreement_1_sample-1_en"
    desk.write("AGREE")
    assert desk.lines == ["own_risk_care", "own_risk_rights"]
    desk.write("I UNDERSTAND")
    assert desk.lines == ["joined", "joined_password", "words_reminder"]
    assert desk.acts(Accept) == [Accept(1, "agreement"), Accept(1, "own_risk")]
    assert desk.acts(Activate) == [Activate()]


@pytest.mark.clause("G4.1")
def test_g4_1_the_invitation_that_is_said_is_complete_in_the_eyes_of_policy() -> None:
    desk = waiting().decide("approved")
    words, points = desk.words(), desk.words("points")
    desk.write("AGREE")
    assert (
        invitation_text_complete(
            InvitationText(
                words=words + desk.words(),
                agreement=ORGANISATION.agreement,
                points=frozenset(each for each in POINTS if TEXTS.say("en", f"point_{each}") in points),
                privacy_policy=ORGANISATION.privacy_policy,
                privacy_policy_host="sample.example",
                privacy_notice=ORGANISATION.privacy_notice,
                camera_advice="camera_advice" in desk.told,
                own_risk_advice="own_risk_care" in desk.told,
            )
        )
        == Allowed()
    )


def test_who_may_not_join_after_all_hears_that_a_person_rings() -> None:
    desk = waiting()
    desk.answers[Activate] = Refused("G4.5", "refused_not_agreed")
    desk.decide("approved").write("AGREE", "I UNDERSTAND")
    assert (desk.lines, desk.asked) == (["not_joined_yet"], None)


# Details


@pytest.mark.clause("G7.1")
def test_g7_1_two_adults_are_asked_for_two_names_each() -> None:
    desk = asking().write("2", "Amira Khan", "Mira", "yes", "Omar Khan", "Omar", "yes")
    desk.write("skip", "mornings", "no", "the library", "skip", "no", "1", "1", "1")
    assert [each.full_name for each in desk.acts(OpenCase)[0].details.adults] == ["Amira Khan", "Omar Khan"]
    assert ScreenNameVerdict("Omar", "Omar Khan", ("Mira",)) in desk.acts(ScreenNameVerdict)


def asks(desk: Desk, key: str, ending: str = "") -> bool:
    """Whether this question is open; its key also says for which full name it is asked."""
    asked = desk.asked or ""
    return asked.startswith(key) and asked.endswith(ending) and ("again" in asked) is bool(ending)


@pytest.mark.clause("G7.4")
def test_g7_4_a_screen_name_that_is_refused_is_asked_again_with_the_reason() -> None:
    desk = asking().write("1", "Amira Khan")
    desk.answers[ScreenNameVerdict] = TAKEN
    desk.write("Mira")
    assert desk.lines == ["refused_screen_name_taken"]
    assert asks(desk, "screen_name_1", "_again_2")


@pytest.mark.clause("G7.4")
def test_g7_4_a_name_refused_beside_one_full_name_does_not_pass_unasked_beside_another() -> None:
    desk = asking().write("1", "Amira Sampleton")
    desk.answers[ScreenNameVerdict] = TAKEN
    desk.write("Amira Sampleton")
    del desk.answers[ScreenNameVerdict]
    desk.write("Amira", *DETAILS[2:9], "changing the full name", "Amira Khan")
    assert asks(desk, "screen_name_1")
    desk.write("Amira")
    assert desk.asked == "read_back_adult_1"
    assert "Sampleton" not in desk.words()


def test_g7_4_after_some_tries_the_first_name_is_taken() -> None:
    desk = asking().write("1", "Amira Khan")
    desk.answers[ScreenNameVerdict] = TAKEN
    desk.write("Anna", "Khan", "Anna")
    assert (desk.lines, desk.asked) == (["refused_screen_name_taken", "screen_name_is_first_name"], "is_adult_1")
    assert "Amira" in desk.words()


def test_a_read_back_shows_the_answers_and_changes_one() -> None:
    desk = asking().write("1", *DETAILS[:9])
    assert desk.asked == "read_back_adult_1"
    desk.write("changing the name on the screen")
    assert asks(desk, "screen_name_1")
    desk.write("Sunny")
    assert desk.asked == "read_back_adult_1"
    assert desk.turn is not None
    assert getattr(desk.turn.stop, "params", {})["screen_name"] == "Sunny"
    desk.write("1", "5")
    assert desk.asked == "phone_shared"
    desk.write("yes", "1")
    assert desk.acts(OpenCase)[0].details.shared is True


def test_a_correction_reopens_the_question_behind_its_name() -> None:
    kind = Corrections(screen_name="screen_name_1_again_2")
    assert kind.options == ("right", "screen_name")
    assert kind.parse("2", {}) == Reopen("screen_name_1_again_2")
    assert kind.parse("1", {}) is True


def test_somebody_under_eighteen_is_not_turned_away() -> None:
    desk = asking().write("1", "Amira Khan", "Mira", "no")
    assert (desk.lines, desk.asked) == (["under_eighteen"], "ring_number")


@pytest.mark.clause("G3.12")
def test_g3_12_it_is_said_that_we_may_speak_to_the_referrer_before_anything_about_them_is_asked() -> None:
    desk = asking().write("1", *DETAILS[:8], "yes")
    assert (desk.lines, desk.asked) == (["referrer_may_be_asked"], "referrer_name")


@pytest.mark.clause("G3.9")
def test_g3_9_everything_about_a_referrer_can_be_left_out() -> None:
    desk = asking().write("1", *DETAILS[:8], "yes", "SKIP", "SKIP", "SKIP", "SKIP", "no", "1", "1", "1")
    details = desk.acts(OpenCase)[0].details
    assert (details.referrer_name, details.referrer_contact, details.may_contact_referrer) == (None, None, False)


def test_back_asks_the_question_before_again() -> None:
    desk = asking().write("1", "Amira Khan").back()
    assert desk.asked == "full_name_1"
    desk.write("Amira Kahn")
    assert asks(desk, "screen_name_1")


@pytest.mark.clause("G3.6", "G3.2")
def test_who_says_what_they_need_hears_that_a_phone_is_not_the_only_way_and_nobody_else_is_told() -> None:
    needs = (*DETAILS[:7], "I am deaf", *DETAILS[8:])
    told = asking().write("1", *needs).told
    assert {"needs_noted", "needs_captions"} <= set(told)
    assert not {"needs_noted", "needs_captions"} & set(waiting().told)

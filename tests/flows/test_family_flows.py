"""What families' conversations promise: the notice first, each adult's own yes, nothing about anybody else."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from flows.chat import Ask, Command
from flows.engine import Turn
from flows.family import FLOWS, acts
from flows.family.kinds import Corrections, HelpChoice
from flows.family.passwords import NOTHING, TOLD
from flows.policy import Allowed, Label, Refused, Standing, label_of
from flows.policy.agreement import POINTS, InvitationText, invitation_text_complete
from flows.questions import Invalid, Reopen
from tests.flows.family_world import (
    COUPLE,
    FACTS,
    MEMBER,
    MIRA,
    OMAR,
    ORGANISATION,
    REFUSED,
    RESULTS,
    TAKEN,
    TEXTS,
    Desk,
    adult,
    flow_of,
)
from tests.flows.walker import demand_texts, says, walk

LOCALES = Path(__file__).parents[2] / "flows" / "locales"
FILES = sorted(file.name for file in (LOCALES / "en").glob("family*.ftl"))
NOT_AGREED = adult(agreed=False, understood_risk=False)
APPROVED = replace(NOT_AGREED, standing="approved")
WORLDS = {
    "stranger": FACTS,
    "stranger on WhatsApp": replace(FACTS, channel="whatsapp"),
    "member": MEMBER,
    "couple on a shared phone": COUPLE,
    "shared phone without own digits": replace(MEMBER, shared=True, adults=(adult(has_own_code=False),)),
    "new agreement": replace(MEMBER, adults=(NOT_AGREED, OMAR)),
    "approved": replace(MEMBER, adults=(APPROVED,), group=None),
    "invited, not agreed": replace(
        MEMBER, adults=(replace(NOT_AGREED, standing="applying"),), case_status="draft", group=None
    ),
    "waiting": replace(MEMBER, adults=(adult(standing="applying"),), case_status="open"),
    "declined": replace(MEMBER, adults=(), case_status="declined"),
    "barred": replace(MEMBER, adults=(adult(standing="barred"),)),
    "knows the language": replace(FACTS, subject="pl"),
    "wrote the code": replace(FACTS, subject="9F2K-7HQ4"),
}
HELP_WORDS: dict[type, tuple[str, ...]] = {HelpChoice: ("1", "2", "3", "please")}
DETAILS = ("Amira Khan", "Mira", "yes", "skip", "mornings", "no", "the library", "skip", "no", "1", "1")
FIVE_POINTS = [f"point_{point}" for point in POINTS]


def asking() -> Desk:
    """An unknown family up to the first question about it."""
    return Desk("joining").open().write("1", "1", "no")


def waiting() -> Desk:
    return asking().write("1", *DETAILS)


# Every flow, every path, every text


@cache
def walked(name: str, world: str) -> tuple[Turn, ...]:
    """Every turn of a flow. The long ones get fewer turnings, so that this stays a matter of seconds."""
    is_long = name in {"joining", "invited"}
    turnings = 3 if not is_long else 2 if world in {"stranger", "approved"} else 1
    return tuple(walk(flow_of(name, WORLDS[world]), TEXTS, RESULTS, turnings=turnings, samples=HELP_WORDS))


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("name", FLOWS)
def test_every_path_ends_and_every_text_is_there_in_every_language(name: str, world: str) -> None:
    assert any(turn.stop is None for turn in walked(name, world))
    for turn in walked(name, world):
        demand_texts(TEXTS, turn)


@pytest.mark.parametrize("name", FLOWS)
def test_nothing_sealed_and_no_password_is_said_by_a_flow(name: str) -> None:
    for turn in (turn for world in WORLDS for turn in walked(name, world)):
        said = [(line.text, line.params) for line in turn.lines]
        if isinstance(turn.stop, Ask):
            said.append((turn.stop.text, turn.stop.params))
        assert all(label_of(text, params) < Label.SECRET for text, params in said)


def test_every_family_text_is_said_by_a_flow_or_stands_in_the_file_of_notices() -> None:
    said = {text for name in FLOWS for world in WORLDS for text in says(walked(name, world))}
    in_files = {text for file in FILES if not file.startswith(NOTICES) for text in ids(file)}
    assert in_files - said == {"screen_name_is_first_name"}  # Three refusals; it has a test of its own.


NOTICES = ("family.ftl", "family_late.ftl")
TURN_SAYS = [
    "not_a_text_photo",
    "not_a_text_voice",
    "not_a_text_sticker",
    "still_waiting",
    "parked_sorry",
    "nothing_before",
    "back_to_question",
    "welcome_back",
    "unknown_after_end",
    "barred_fixed",
    "cannot_say_who",
    "stopped",
    "started",
    "clear_line",
]


@pytest.mark.parametrize("text_id", TURN_SAYS)
def test_what_the_turn_says_needs_no_parameter(text_id: str) -> None:
    for language in TEXTS.languages:
        assert TEXTS.say(language, text_id)


# How the words are written


def ids(file: str) -> list[str]:
    source = (LOCALES / "en" / file).read_text("utf-8")
    return re.findall(r"^([a-z][a-z0-9_]*) =", source, re.MULTILINE)


def sample(name: str) -> Any:
    long = {"link": "https://meet.example/j/123456789", "agreement": "The agreement.", "when": "Tuesday, 10:00"}
    numbers = {"n": 2, "count": 2, "days": 5, "minutes": 60}
    return numbers.get(name, long.get(name, "Sample"))


def spoken(language: str, text_id: str) -> str:
    params = {name: sample(name) for name in TEXTS.parameters(language, text_id)}
    return TEXTS.say(language, text_id, **params)


FAMILY_TEXTS = sorted({text for file in FILES for text in ids(file)})


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("text_id", FAMILY_TEXTS)
def test_a_message_is_short(text_id: str, language: str) -> None:
    assert len(spoken(language, text_id)) <= 700


@pytest.mark.parametrize("text_id", FAMILY_TEXTS)
def test_a_sentence_has_at_most_fifteen_words(text_id: str) -> None:
    for sentence in re.split(r"[.?!:\n]+", spoken("en", text_id)):
        assert len(sentence.split()) <= 15, sentence


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("text_id", FAMILY_TEXTS)
def test_words_carry_the_meaning_and_no_picture_does(text_id: str, language: str) -> None:
    assert not re.search("[\u2190-\u2bff\ufe0f\U0001f000-\U0001ffff]", spoken(language, text_id))


@pytest.mark.parametrize("language", TEXTS.languages)
def test_a_link_stands_on_its_own_line_at_the_end(language: str) -> None:
    for text_id in ("meeting_link", "link_privacy_policy", "link_privacy_notice"):
        link = "https://sample.example/page"
        params = {name: sample(name) for name in TEXTS.parameters(language, text_id)}
        said = TEXTS.say(
            language,
            text_id,
            **{each: link if "Sample" in str(v) or "meet" in str(v) else v for each, v in params.items()},
        )
        assert said.splitlines()[-1] == link


@pytest.mark.parametrize("language", TEXTS.languages)
def test_no_text_says_that_the_whatsapp_line_is_end_to_end_encrypted(language: str) -> None:
    everything = " ".join(spoken(language, text_id) for text_id in FAMILY_TEXTS).casefold()
    assert not re.search(r"end.to.end|encrypt|szyfrow", everything)


@pytest.mark.parametrize("language", TEXTS.languages)
def test_a_notice_of_the_day_says_nothing_about_the_group(language: str) -> None:
    for text_id in ("meeting_today", "reply_password"):
        assert TEXTS.parameters(language, text_id) == frozenset()


@pytest.mark.parametrize(
    "text_id", ["case_declined", "excluded_notice", "barred_notice", "suspended_notice", "status_closed"]
)
def test_a_no_shows_the_way_to_complain_and_gives_no_reason(text_id: str) -> None:
    said = spoken("en", text_id)
    assert "COMPLAIN" in said
    assert not TEXTS.parameters("en", text_id) - {"phone"}
    assert "because" not in said


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_file_of_another_language_says_that_it_is_a_draft(language: str) -> None:
    if language != "en":
        for file in FILES:
            assert "draft" in (LOCALES / language / file).read_text("utf-8").splitlines()[0].casefold()


def test_the_language_question_offers_every_language_there_is() -> None:
    assert TEXTS.languages == tuple(
        option for option in TEXTS.labels("en", "language_choice") if len(option) == 2 and option != "no"
    )


def test_g4_2_each_point_of_the_guidelines_has_its_own_message() -> None:
    assert set(FIVE_POINTS) <= set(FAMILY_TEXTS)


# Asking to join


def test_g5_4_the_privacy_notice_and_both_links_come_before_any_question_about_a_family() -> None:
    desk = Desk("joining").open()
    assert (desk.lines, desk.asked) == (["hello"], "language_choice")
    desk.write("1")
    assert desk.asked == "go_on"
    assert desk.lines[-2:] == ["link_privacy_policy", "link_privacy_notice"]
    assert ORGANISATION.privacy_policy in desk.words("link_privacy_policy")
    assert not desk.acts(acts.OpenCase)


def test_the_emergency_number_is_in_the_first_message() -> None:
    assert ORGANISATION.emergency in Desk("joining").open().words("hello")


def test_only_whatsapp_hears_that_signal_is_more_private() -> None:
    on_signal = Desk("joining").open().write("1")
    on_whatsapp = Desk("joining", replace(FACTS, channel="whatsapp")).open().write("1")
    assert "hello_signal_is_more_private" not in on_signal.lines
    assert "hello_signal_is_more_private" in on_whatsapp.lines
    assert "privacy_carried_whatsapp" in on_whatsapp.lines


def test_the_chosen_language_is_kept_before_anything_else_is_said() -> None:
    desk = Desk("joining").open().write("polski")
    assert desk.acts(acts.SetLanguage) == [acts.SetLanguage("pl")]
    assert desk.lines[0] == "hello_staff_read"


def test_with_one_language_nobody_is_asked_for_it() -> None:
    one = replace(FACTS, organisation=replace(ORGANISATION, languages={"en": "English"}))
    assert Desk("joining", one).open().asked == "go_on"


def test_somebody_may_talk_to_a_person_instead_and_gives_no_details() -> None:
    desk = Desk("joining").open().write("1", "2")
    assert desk.asked == "ring_time"
    desk.write("after 10")
    assert desk.acts(acts.AskForCall) == [acts.AskForCall(None), acts.AskForCall("after 10")]
    assert desk.state.ended
    assert not desk.acts(acts.OpenCase)


def test_g3_6_the_details_are_what_was_said_and_nothing_else() -> None:
    desk = waiting()
    details = acts.Details(
        adults=(acts.AdultDetails("Amira Khan", "Mira", adult=True),),
        safe_times="mornings",
        ring_number=None,
        shared=False,
        known_from="the library",
        access_needs=None,
    )
    assert desk.acts(acts.OpenCase) == [acts.OpenCase("asked", details)]
    assert desk.acts(acts.SubmitCase) == [acts.SubmitCase()]


def test_who_has_asked_hears_when_a_person_rings_and_how_to_know_them() -> None:
    desk = waiting()
    assert desk.asked == "decision"
    assert desk.lines == ["case_sent", "case_proof", "words_reminder"]
    assert "5 working days" in desk.words()
    assert "F-7Q2X" in desk.words()


def test_words_while_staff_look_change_nothing() -> None:
    desk = waiting().write("are you there?")
    assert (desk.lines, desk.asked) == ([], "decision")
    assert len(desk.acts(acts.OpenCase)) == 1


def test_no_group_is_named_before_a_person_has_approved() -> None:
    desk = waiting()
    assert not {"invitation", "case_approved", *FIVE_POINTS} & set(desk.told)


def test_g3_14_a_decline_is_short_and_neutral() -> None:
    desk = waiting().decide("declined")
    assert (desk.lines, desk.asked) == (["case_declined"], None)


def test_g4_after_approval_come_the_invitation_the_points_the_agreement_and_the_links() -> None:
    desk = waiting().decide("approved")
    expected = ["case_approved", "invitation", "invitation_personal", *FIVE_POINTS]
    expected += ["agreement_text", "link_privacy_policy", "link_privacy_notice", "camera_advice"]
    assert desk.lines == expected
    assert desk.asked == "agreement_1_sample-1"
    desk.write("AGREE")
    assert desk.lines == ["own_risk_care", "own_risk_rights"]
    desk.write("I UNDERSTAND")
    assert desk.lines == ["joined", "joined_password", "words_reminder"]
    assert desk.acts(acts.Accept) == [acts.Accept(1, "agreement"), acts.Accept(1, "own_risk")]
    assert desk.acts(acts.Activate) == [acts.Activate()]


def test_g4_1_the_invitation_that_is_said_is_complete_in_the_eyes_of_policy() -> None:
    desk = waiting().decide("approved")
    words = desk.words()
    desk.write("AGREE")
    assert (
        invitation_text_complete(
            InvitationText(
                words=words + desk.words(),
                agreement=ORGANISATION.agreement,
                points=frozenset(each.removeprefix("point_") for each in desk.told if each.startswith("point_")),
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
    desk.answers[acts.Activate] = Refused("G4.5", "refused_not_agreed")
    desk.decide("approved").write("AGREE", "I UNDERSTAND")
    assert (desk.lines, desk.asked) == (["not_joined_yet"], None)


# Details


def test_g7_1_two_adults_are_asked_for_two_names_each() -> None:
    desk = asking().write("2", "Amira Khan", "Mira", "yes", "Omar Khan", "Omar", "yes")
    desk.write("skip", "mornings", "no", "the library", "skip", "no", "1", "1", "1")
    assert [each.full_name for each in desk.acts(acts.OpenCase)[0].details.adults] == ["Amira Khan", "Omar Khan"]
    assert acts.ScreenNameVerdict("Omar", "Omar Khan", ("Mira",)) in desk.acts(acts.ScreenNameVerdict)


def test_g7_4_a_screen_name_that_is_refused_is_asked_again_with_the_reason() -> None:
    desk = asking().write("1", "Amira Khan")
    desk.answers[acts.ScreenNameVerdict] = TAKEN
    desk.write("Mira")
    assert (desk.lines, desk.asked) == (["refused_screen_name_taken"], "screen_name_1_again_2")


def test_g7_4_after_some_tries_the_first_name_is_taken() -> None:
    desk = asking().write("1", "Amira Khan")
    desk.answers[acts.ScreenNameVerdict] = TAKEN
    desk.write("Anna", "Khan", "Anna")
    assert (desk.lines, desk.asked) == (["refused_screen_name_taken", "screen_name_is_first_name"], "is_adult_1")
    assert "Amira" in desk.words()


def test_a_read_back_shows_the_answers_and_changes_one() -> None:
    desk = asking().write("1", *DETAILS[:9])
    assert desk.asked == "read_back_adult_1"
    desk.write("changing the name on the screen")
    assert desk.asked == "screen_name_1"
    desk.write("Sunny")
    assert desk.asked == "read_back_adult_1"
    assert desk.turn is not None
    assert getattr(desk.turn.stop, "params", {})["screen_name"] == "Sunny"
    desk.write("1", "5")
    assert desk.asked == "phone_shared"
    desk.write("yes", "1")
    assert desk.acts(acts.OpenCase)[0].details.shared is True


def test_a_correction_reopens_the_question_behind_its_name() -> None:
    kind = Corrections(screen_name="screen_name_1_again_2")
    assert kind.options == ("right", "screen_name")
    assert kind.parse("2", {}) == Reopen("screen_name_1_again_2")
    assert kind.parse("1", {}) is True


def test_somebody_under_eighteen_is_not_turned_away() -> None:
    desk = asking().write("1", "Amira Khan", "Mira", "no")
    assert (desk.lines, desk.asked) == (["under_eighteen"], "ring_number")


def test_g3_12_it_is_said_that_we_may_speak_to_the_referrer_before_anything_about_them_is_asked() -> None:
    desk = asking().write("1", *DETAILS[:8], "yes")
    assert (desk.lines, desk.asked) == (["referrer_may_be_asked"], "referrer_name")


def test_g3_9_everything_about_a_referrer_can_be_left_out() -> None:
    desk = asking().write("1", *DETAILS[:8], "yes", "SKIP", "SKIP", "SKIP", "SKIP", "no", "1", "1", "1")
    details = desk.acts(acts.OpenCase)[0].details
    assert (details.referrer_name, details.referrer_contact, details.may_contact_referrer) == (None, None, False)


def test_back_asks_the_question_before_again() -> None:
    desk = asking().write("1", "Amira Khan").back()
    assert desk.asked == "full_name_1"
    desk.write("Amira Kahn")
    assert desk.asked == "screen_name_1"


# Codes and invitations


def test_g2_2_a_code_that_does_not_work_reads_the_same_whatever_is_wrong_with_it() -> None:
    desk = Desk("joining", answers={acts.LookUpCode: REFUSED}).open().write("1", "1", "yes", "K7Q2-99XB")
    assert (desk.lines, desk.asked) == ([], "code_refused")
    desk.write("1", "other-code", "2")
    assert (desk.lines, desk.asked) == (["no_documents"], "adults_count")


def test_who_goes_on_without_a_code_is_a_stranger() -> None:
    desk = Desk("invited", answers={acts.LookUpCode: REFUSED}).open().write("1", "1", "K7Q2-99XB", "2", "1")
    desk.write(*DETAILS)
    assert desk.acts(acts.OpenCase)[0].road == "asked"
    assert desk.acts(acts.OpenCase)[0].code is None


def test_journey_c_a_referrers_code_goes_with_the_request() -> None:
    desk = Desk("joining", answers={acts.LookUpCode: acts.CodeMeaning("referral")}).open()
    desk.write("1", "1", "yes", "K7Q2-99XB", "1", *DETAILS)
    opened = desk.acts(acts.OpenCase)[0]
    assert (opened.road, opened.code) == ("asked", "K7Q299XB")


def invited(*names: str) -> Desk:
    desk = Desk("invited").open().write("1", "1", "K7Q2-99XB", str(len(names)))
    for name in names:
        desk.write(f"{name} Khan", name, "yes")
    desk.write(*DETAILS[3:9])
    return desk.write(*("1" for _ in names), "1")


def test_g2_2_an_invitation_is_looked_at_first_and_spent_only_with_the_details() -> None:
    desk = Desk("invited").open().write("1", "1", "K7Q2-99XB")
    assert desk.lines == ["invitation", "invitation_personal", "no_documents"]
    assert not desk.acts(acts.OpenCase)
    opened = invited("Mira").acts(acts.OpenCase)[0]
    assert (opened.road, opened.code) == ("invited", "K7Q299XB")


def test_a_code_that_was_written_before_is_not_asked_for() -> None:
    assert Desk("invited", WORLDS["wrote the code"]).open().write("1", "1").asked == "adults_count"


def test_an_invited_family_agrees_before_staff_decide() -> None:
    desk = invited("Mira")
    assert desk.asked == "agreement_1_sample-1"
    assert not desk.acts(acts.SubmitCase)
    desk.write("AGREE", "I UNDERSTAND")
    assert desk.asked == "decision"
    assert desk.acts(acts.SubmitCase)
    desk.decide("approved")
    assert desk.lines == ["joined", "joined_password", "words_reminder"]


def test_an_invited_family_that_does_not_agree_is_never_put_before_staff() -> None:
    desk = invited("Mira").write("no")
    assert (desk.lines, desk.asked) == (["agreement_no"], None)
    assert not desk.acts(acts.SubmitCase)
    assert not desk.acts(acts.Accept)


# Each adult's own agreement


def test_g4_5_on_one_phone_each_adult_answers_for_themselves() -> None:
    desk = invited("Mira", "Omar")
    assert desk.lines[0] == "for_adult"
    desk.write("AGREE", "I UNDERSTAND")
    assert desk.lines[0] == "for_adult"
    assert "Omar" in desk.words("for_adult")
    assert desk.asked == "agreement_2_sample-1"
    desk.write("ok ok")
    assert (desk.lines, desk.asked) == (["write_the_word"], "agreement_2_sample-1")
    desk.write("no")
    assert [each.adult for each in desk.acts(acts.Accept)] == [1, 1]
    assert desk.asked == "decision"


@pytest.mark.parametrize("reply", ["maybe", "disagree", "yes", "1", "agree agree", "ok", "I do not agree", "👍"])
def test_g4_5_anything_but_the_word_is_asked_again(reply: str) -> None:
    desk = Desk("agreement", WORLDS["new agreement"]).open().write(reply)
    assert (desk.lines, desk.asked) == (["write_the_word"], "agreement_1_sample-1")
    assert not desk.acts(acts.Accept)


def test_g10_1_own_risk_is_understood_in_words_of_its_own() -> None:
    desk = Desk("agreement", WORLDS["new agreement"]).open().write("AGREE", "AGREE")
    assert (desk.lines, desk.asked) == (["write_the_word"], "own_risk_1_sample-1")
    desk.write("I understand")
    assert desk.acts(acts.Accept) == [acts.Accept(1, "agreement"), acts.Accept(1, "own_risk")]


def test_g4_6_a_question_gets_a_call_and_ours_stays_open() -> None:
    desk = Desk("agreement", WORLDS["new agreement"]).open().write("questions", "2")
    assert desk.lines == ["agreement_call"]
    assert desk.acts(acts.AskForCall) == [acts.AskForCall(None)]
    desk.write("agree")
    assert desk.acts(acts.Accept) == [acts.Accept(1, "agreement")]


def test_h5_1_a_yes_to_one_version_is_no_yes_to_the_next() -> None:
    desk = Desk("agreement", WORLDS["new agreement"]).open()
    desk.facts = replace(desk.facts, organisation=replace(ORGANISATION, agreement_version="sample-2"))
    desk.write("AGREE")
    assert desk.asked == "agreement_1_sample-2"
    assert not desk.acts(acts.Accept)


def test_an_answer_that_could_not_be_kept_is_said_so() -> None:
    refused: dict[type[Command[Any]], Any] = {acts.Accept: Refused("H5.1", "refused_agreement_changed")}
    desk = Desk("agreement", replace(MEMBER, adults=(NOT_AGREED,)), answers=refused).open().write("AGREE")
    assert desk.lines == ["agreement_not_kept"]


def test_who_has_agreed_to_everything_has_nothing_open() -> None:
    assert Desk("agreement", MEMBER).open().lines == ["agreement_nothing_open"]


# Passwords


def test_g6_4_a_member_who_asks_gets_it_through_the_gate_and_nothing_from_the_flow() -> None:
    desk = Desk("password", MEMBER).open()
    assert (desk.lines, desk.asked) == ([], None)
    assert desk.acts(acts.ReleasePassword) == [acts.ReleasePassword(1)]


@pytest.mark.parametrize("standing", [each for each in Standing if each not in {Standing.ACTIVE, Standing.APPROVED}])
def test_g5_3_a_stranger_hears_the_same_as_somebody_who_may_not_come(standing: Standing) -> None:
    stranger = Desk("password").open()
    refused: dict[type[Command[Any]], Any] = {acts.ReleasePassword: Refused("G6.4", f"refused_{standing}")}
    turned_away = Desk("password", replace(MEMBER, adults=(adult(standing=standing),)), answers=refused).open()
    assert stranger.lines == turned_away.lines == [NOTHING]
    assert stranger.words() == turned_away.words()
    assert not stranger.acts(acts.ReleasePassword)


@pytest.mark.parametrize("reason", TOLD)
def test_a_member_is_told_what_would_work_in_words_for_families(reason: str) -> None:
    desk = Desk("password", MEMBER, answers={acts.ReleasePassword: Refused("G6.4", reason)}).open()
    assert desk.lines == [TOLD[reason]]
    assert "refused" not in desk.words()


@pytest.mark.parametrize("reason", ["refused_barred", "refused_suspended", "refused_too_late", "refused_new_reason"])
def test_any_other_refusal_reads_the_same(reason: str) -> None:
    desk = Desk("password", MEMBER, answers={acts.ReleasePassword: Refused("G6.4", reason)}).open()
    assert desk.lines == [NOTHING]


def test_on_a_shared_phone_the_persons_own_digits_come_first() -> None:
    desk = Desk("password", COUPLE).open()
    assert desk.asked == "which_adult"
    desk.write("2")
    assert desk.asked == "own_code"
    assert not desk.acts(acts.ReleasePassword)
    desk.write("0042")
    assert desk.acts(acts.CheckOwnCode) == [acts.CheckOwnCode(2, "0042")]
    assert desk.acts(acts.ReleasePassword) == [acts.ReleasePassword(2)]


def test_wrong_digits_get_one_guess_for_each_password() -> None:
    desk = Desk("password", COUPLE, answers={acts.CheckOwnCode: False}).open().write("1", "9999")
    assert (desk.lines, desk.asked) == (["own_code_wrong"], None)
    assert not desk.acts(acts.ReleasePassword)


def test_on_a_shared_phone_nobody_without_digits_gets_a_password() -> None:
    desk = Desk("password", WORLDS["shared phone without own digits"]).open()
    assert (desk.lines, desk.asked) == (["own_code_missing"], None)


def test_h5_1_a_new_agreement_is_accepted_before_the_next_password() -> None:
    desk = Desk("password", replace(MEMBER, adults=(NOT_AGREED,))).open()
    assert (desk.lines[0], desk.asked) == ("agreement_to_read", "agreement_1_sample-1")
    assert not desk.acts(acts.ReleasePassword)
    desk.write("AGREE", "I UNDERSTAND")
    assert desk.acts(acts.ReleasePassword) == [acts.ReleasePassword(1)]


def test_whoever_says_no_to_the_agreement_gets_no_password() -> None:
    desk = Desk("password", replace(MEMBER, adults=(NOT_AGREED,))).open().write("no")
    assert desk.lines == ["agreement_no"]
    assert not desk.acts(acts.ReleasePassword)


def test_g6_5_who_reports_a_leak_is_thanked_whether_or_not_anything_changed() -> None:
    assert Desk("leaked", MEMBER).open().lines == ["leaked_thanks", "leaked_changed"]
    assert Desk("leaked", answers={acts.ReportLeak: False}).open().lines == ["leaked_thanks", "leaked_noted"]


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
    assert desk.acts(acts.RaiseConcern) == [acts.RaiseConcern(reply, "help")]
    assert (desk.lines, desk.asked) == (CALM, "safe_to_write")


def test_the_two_harmless_choices_after_help_raise_nothing() -> None:
    assert Desk("help").open().write("2").lines == ["how_this_works", "words_that_work", "words_about_you"]
    assert Desk("help").open().write("3").asked == "ring_time"
    assert not Desk("help").open().write("2").acts(acts.RaiseConcern)
    assert not Desk("help").open().write("3").acts(acts.RaiseConcern)


def test_a_stored_choice_after_help_is_read_strictly() -> None:
    with pytest.raises(Invalid):
        HelpChoice().load("anything")


def test_a_disclosure_is_raised_with_its_words_and_answered_calmly() -> None:
    desk = Desk("disclosure")
    desk.facts = replace(desk.facts, words="he hurts us")
    desk.write("he hurts us")
    assert desk.acts(acts.RaiseConcern) == [acts.RaiseConcern("he hurts us", "words")]
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
    assert desk.acts(acts.MarkSafeToWrite) == [acts.MarkSafeToWrite(safe=False)]


def test_if_writing_is_safe_the_lead_may_write() -> None:
    desk = Desk("disclosure").open().write("yes")
    assert desk.lines == ["safe_to_write_yes"]
    assert desk.acts(acts.MarkSafeToWrite) == [acts.MarkSafeToWrite(safe=True)]


def test_ring_me_is_promised_before_anything_is_asked() -> None:
    desk = Desk("ring_me").open()
    assert desk.acts(acts.AskForCall) == [acts.AskForCall(None)]
    assert desk.lines == ["ring_promised"]
    assert Desk("ring_me").open().write("skip").lines == ["ring_any_time"]


# Complaints


def test_g12_1_a_complaint_needs_no_form_and_gets_its_number_at_once() -> None:
    desk = Desk("complain").open().write("no", "4", "no", "Nobody rang me back.")
    assert desk.acts(acts.OpenComplaint) == [acts.OpenComplaint("Nobody rang me back.", "other", None, hide_name=False)]
    assert desk.lines == ["complaint_received", "complaint_changes_nothing"]
    assert "C-4T2X" in desk.words()
    assert "Carl Sample" in desk.words()


@pytest.mark.parametrize(("reply", "danger"), [("1", "yes"), ("3", "not_sure"), ("not sure", "not_sure")])
def test_g12_3_danger_comes_before_a_complaint(reply: str, danger: str) -> None:
    desk = Desk("complain").open().write(reply)
    assert desk.acts(acts.RaiseConcern) == [acts.RaiseConcern(reply, "complaint", danger)]
    assert desk.asked == "safe_to_write"
    assert not desk.acts(acts.OpenComplaint)


def test_a_complaint_about_staff_may_name_somebody() -> None:
    desk = Desk("complain").open().write("no", "2", "Jo", "yes", "Jo was rude.")
    assert desk.acts(acts.OpenComplaint) == [acts.OpenComplaint("Jo was rude.", "staff", "Jo", hide_name=True)]


def test_a_complaint_about_data_shows_the_way_to_the_ico() -> None:
    desk = Desk("complain").open().write("no", "3", "no", "You lost my letter.")
    assert "ICO" in desk.words("complaint_about_data")


@pytest.mark.parametrize("facts", [FACTS, MEMBER, WORLDS["barred"], WORLDS["declined"]])
def test_g12_1_anybody_can_complain_in_the_same_way(facts: Any) -> None:
    assert Desk("complain", facts).open().lines == ["complain_welcome"]


@pytest.mark.parametrize("stage", ["received", "acknowledged", "late", "answered"])
def test_a_complaint_can_be_asked_after(stage: str) -> None:
    desk = Desk("complaint_status", answers={acts.ComplaintStatus: (stage, "Monday 7 December 2026")}).open()
    assert "Monday 7 December 2026" in desk.words() or stage == "answered"


def test_g9_3_unhappiness_about_the_leader_goes_to_somebody_else() -> None:
    desk = Desk("unhappy", MEMBER).open().write("yes", "She laughed at me.")
    assert desk.acts(acts.ReportUnhappy) == [acts.ReportUnhappy("She laughed at me.", about_leader=True)]
    assert "unhappy_told_another" in desk.lines


# The rest


def test_leaving_is_confirmed_first_and_only_for_one_adult() -> None:
    desk = Desk("leave", COUPLE).open().write("2")
    assert not desk.acts(acts.Leave)
    desk.write("yes")
    assert desk.acts(acts.Leave) == [acts.Leave(2)]
    assert "left_other_words" in desk.lines
    assert Desk("leave", MEMBER).open().write("no").lines == ["leave_stays"]


def test_g5_2_adults_with_a_phone_of_their_own_are_not_shown_to_the_other() -> None:
    apart = replace(COUPLE, shared=False, adults=(MIRA, replace(OMAR, uses_this_contact=False)))
    assert Desk("leave", apart).open().asked == "leave_sure"
    assert Desk("second_phone", apart).open().lines == ["second_phone_nobody"]


def test_a_wish_to_be_deleted_gets_a_date_and_an_honest_word() -> None:
    desk = Desk("my_data", MEMBER).open().write("3")
    assert desk.lines == ["data_asked", "data_checked_first", "data_not_unsent"]
    assert "22 December 2026" in desk.words()
    assert desk.acts(acts.AskForData) == [acts.AskForData("delete")]


def test_a_full_name_or_a_number_is_changed_by_a_person() -> None:
    for option in ("3", "4"):
        desk = Desk("change", MEMBER).open().write(option)
        assert (desk.lines, desk.asked) == (["change_by_phone", "ring_promised"], "ring_time")
        assert not desk.acts(acts.ChangeDetail)


def test_a_screen_name_is_changed_here_and_judged_as_before() -> None:
    desk = Desk("change", MEMBER).open().write("1", "Sunny")
    assert desk.acts(acts.ChangeDetail) == [acts.ChangeDetail("screen_name", 1, "Sunny")]
    assert desk.lines == ["change_done"]
    refused = Desk("change", MEMBER, answers={acts.ChangeDetail: TAKEN}).open().write("1", "Anna", "Anna", "Anna")
    assert refused.lines == ["refused_screen_name_taken", "change_not_done"]


def test_a_second_phone_gets_a_code_of_its_own_and_staff_confirm_it() -> None:
    desk = Desk("second_phone", COUPLE).open().write("2")
    assert "9F2K-7HQ4" in desk.words("second_phone_code")
    assert desk.acts(acts.MakePhoneCode) == [acts.MakePhoneCode(2)]
    used = Desk("joining", answers={acts.LookUpCode: acts.CodeMeaning("second_phone")}).open()
    used.write("1", "1", "yes", "9F2K-7HQ4")
    assert (used.lines, used.asked) == (["phone_code_used"], None)
    assert used.acts(acts.UsePhoneCode) == [acts.UsePhoneCode("9F2K7HQ4")]


@pytest.mark.parametrize(
    ("world", "text"),
    [
        ("stranger", "status_none"),
        ("waiting", "status_waiting"),
        ("approved", "status_unfinished"),
        ("invited, not agreed", "status_unfinished"),
        ("member", "status_member"),
        ("declined", "status_closed"),
    ],
)
def test_anybody_can_ask_what_happens_with_their_own_request(world: str, text: str) -> None:
    assert Desk("status", WORLDS[world]).open().lines == [text]


def test_a_language_that_was_named_is_used_without_a_question() -> None:
    desk = Desk("language", WORLDS["knows the language"]).open()
    assert desk.acts(acts.SetLanguage) == [acts.SetLanguage("pl")]
    assert (desk.lines, desk.asked) == (["language_kept"], None)


def test_privacy_can_be_read_at_any_time() -> None:
    desk = Desk("privacy", MEMBER).open()
    assert {"link_privacy_policy", "link_privacy_notice", "privacy_object"} <= set(desk.lines)

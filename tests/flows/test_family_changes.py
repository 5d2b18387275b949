"""Leaving, data, changes, phones, languages: what a family does with its own."""

from dataclasses import replace
from typing import Any, TypeAlias

import pytest

from flows.chat import Command
from flows.family.acts.care import AskForCall
from flows.family.acts.joining import CodeMeaning, LookUpCode
from flows.family.acts.own import AskForData, ChangeDetail, Leave, PausePushes, SetLanguage
from flows.family.acts.phones import ListOtherContacts, MakePhoneCode, RemoveContact, UsePhoneCode
from flows.policy import Refused
from tests.flows.family_world import (
    COUPLE,
    MEMBER,
    MIRA,
    OMAR,
    SIGNAL,
    TAKEN,
    WHATSAPP,
    WORLDS,
    Desk,
)

Answers: TypeAlias = dict[type[Command[Any]], Any]


def test_leaving_is_confirmed_first_and_only_for_one_adult() -> None:
    desk = Desk("leave", COUPLE).open().write("2")
    assert not desk.acts(Leave)
    desk.write("yes")
    assert desk.acts(Leave) == [Leave(2)]
    assert "left_other_words" in desk.lines
    assert Desk("leave", MEMBER).open().write("no").lines == ["leave_stays"]


@pytest.mark.clause("G5.2")
def test_g5_2_adults_with_a_phone_of_their_own_are_not_shown_to_the_other() -> None:
    apart = replace(COUPLE, shared=False, adults=(MIRA, replace(OMAR, uses_this_contact=False)))
    assert Desk("leave", apart).open().asked == "leave_sure"
    assert Desk("second_phone", apart).open().acts(MakePhoneCode) == [MakePhoneCode(1)]
    assert Desk("second_phone").open().lines == ["second_phone_nobody"]


def test_a_wish_to_be_deleted_gets_a_date_and_an_honest_word() -> None:
    desk = Desk("my_data", MEMBER).open().write("3")
    assert desk.lines == ["data_object_stopped", "data_asked", "data_checked_first", "data_not_unsent"]
    assert desk.acts(PausePushes) == [PausePushes(paused=True, everywhere=True)]
    assert "22 December 2026" in desk.words()
    assert desk.acts(AskForData) == [AskForData("delete")]


@pytest.mark.clause("X4", "A2")
def test_whoever_says_no_to_the_use_of_their_data_is_written_to_no_more_at_once() -> None:
    desk = Desk("my_data", MEMBER).open().write("4")
    assert desk.lines == ["data_object_stopped", "data_asked", "data_checked_first", "data_not_unsent"]
    assert desk.acts(PausePushes) == [PausePushes(paused=True, everywhere=True)]
    assert desk.acts(AskForData) == [AskForData("object")]


def test_a_full_name_or_a_number_is_changed_by_a_person() -> None:
    for option in ("3", "4"):
        desk = Desk("change", MEMBER).open().write(option)
        assert (desk.lines, desk.asked) == (["change_by_phone", "ring_promised"], "ring_time")
        assert not desk.acts(ChangeDetail)


def test_a_screen_name_is_changed_here_and_judged_as_before() -> None:
    desk = Desk("change", MEMBER).open().write("1", "Sunny")
    assert desk.acts(ChangeDetail) == [ChangeDetail("screen_name", 1, "Sunny")]
    assert desk.lines == ["change_done"]
    refused = Desk("change", MEMBER, answers={ChangeDetail: TAKEN}).open().write("1", "Anna", "Anna", "Anna")
    assert refused.lines == ["refused_screen_name_taken", "change_not_done"]


def test_a_second_phone_gets_a_code_of_its_own_and_staff_confirm_it() -> None:
    desk = Desk("second_phone", COUPLE).open().write("2")
    assert "9F2K-7HQ4" in desk.words("second_phone_code")
    assert desk.acts(MakePhoneCode) == [MakePhoneCode(2)]
    used = Desk("joining", answers={LookUpCode: CodeMeaning("second_phone")}).open()
    used.write("1", "1", "yes", "9F2K-7HQ4")
    assert (used.lines, used.asked) == (["phone_code_used"], None)
    assert used.acts(UsePhoneCode) == [UsePhoneCode("9F2K7HQ4")]


def test_an_adult_who_is_alone_here_gets_a_code_for_one_more_phone_or_app() -> None:
    desk = Desk("second_phone", MEMBER).open()
    assert "9F2K-7HQ4" in desk.words("second_phone_own_code")
    assert "on Signal or on WhatsApp" in desk.words("second_phone_own_next")


@pytest.mark.clause("G6.4")
def test_no_code_is_made_in_a_chat_that_has_changed_hands_and_a_person_rings() -> None:
    frozen: Answers = {MakePhoneCode: Refused("G6.4", "refused_contact_frozen")}
    desk = Desk("second_phone", MEMBER, answers=frozen).open()
    assert desk.lines == ["password_talk_first"]
    assert desk.acts(AskForCall)


@pytest.mark.clause("G6.4")
def test_a_lost_app_is_taken_off_from_another_one_after_a_yes() -> None:
    two: Answers = {ListOtherContacts: (SIGNAL, WHATSAPP)}
    desk = Desk("second_phone", MEMBER, answers=two).open().write("2", "no")
    assert not desk.acts(RemoveContact)
    desk.write("yes")
    assert desk.acts(RemoveContact) == [RemoveContact("w-2")]
    assert "WhatsApp" in desk.words("second_phone_removed")
    assert Desk("second_phone", MEMBER, answers=two).open().write("2", "no", "no").lines == ["second_phone_kept"]


def test_a_phone_that_waits_to_be_confirmed_says_what_it_waits_for() -> None:
    for flow in ("password", "joining", "invited"):
        desk = Desk(flow, WORLDS["phone waits"]).open()
        assert (desk.lines, desk.asked) == (["phone_waits"], None)
        assert "A person must talk to you" in desk.words()


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
    assert desk.acts(SetLanguage) == [SetLanguage("pl")]
    assert (desk.lines, desk.asked) == (["language_kept"], None)


def test_privacy_can_be_read_at_any_time() -> None:
    desk = Desk("privacy", MEMBER).open()
    assert {"privacy_short", "privacy_object"} <= set(desk.lines)

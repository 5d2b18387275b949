"""A code is read however it was typed: with a gap, a dash of any kind, or in one piece; a sentence is no code."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from bot import commands
from flows.staff import WORDS
from storage import codes
from storage.crypto import KeyRing
from tests.stage import Stage, stage
from tests.words import TEXTS


@pytest.fixture
def playground(staffed: Engine, keys: KeyRing) -> Iterator[Stage]:
    with stage(staffed, keys) as built:
        yield built


def staff_word(text: str) -> commands.Word | commands.Unread | None:
    return commands.staff_word(TEXTS, "en", WORDS, text)


@pytest.mark.parametrize("typed", ["X8M6-BJCC", "X8M6 BJCC", "x8m6 bjcc", "X8M6 - BJCC", "X8M6\u2013BJCC"])
def test_a_secret_code_behind_a_staff_word(typed: str) -> None:
    assert staff_word(f"REVOKE {typed}") == commands.Word("revoke", "X8M6-BJCC")


@pytest.mark.parametrize("typed", ["F-ACDE", "F ACDE", "f acde", "F \u2014 ACDE", "F-ACDE."])
def test_a_pointer_without_a_digit_behind_a_staff_word(typed: str) -> None:
    assert staff_word(f"CASE {typed}") == commands.Word("case", "F-ACDE")


def test_a_code_in_one_piece() -> None:
    assert staff_word("CASE F7Q2X") == commands.Word("case", "F7Q2X")
    assert staff_word("REVOKE X8M6BJCC") == commands.Word("revoke", "X8M6BJCC")


@pytest.mark.parametrize("typed", ["CASE: F-7Q2X", "CASE - F-7Q2X", "case #F-7Q2X", "CASE F-7Q2X!"])
def test_signs_around_a_code_are_no_part_of_it(typed: str) -> None:
    assert staff_word(typed) == commands.Word("case", "F-7Q2X")


@pytest.mark.parametrize("said", ["REVOKE THAT CODE", "LATE 10", "CASE IN HAND", "MOVE 1030 1130", "START A CALL"])
def test_a_sentence_that_begins_with_a_staff_word_holds_no_code(said: str) -> None:
    assert isinstance(staff_word(said), commands.Unread)


@pytest.mark.parametrize("said", ["CASE M-7Q2X", "CASE 7Q2X", "CASE F", "CASE F-", "MOVE F-7Q2X", "REVOKE X1"])
def test_a_code_of_another_kind_or_length_is_not_taken(said: str) -> None:
    assert isinstance(staff_word(said), commands.Unread)


@pytest.mark.parametrize("said", ["CASEWORK IS HEAVY", "CASES", "help me please", "menu 3", "hello"])
def test_what_only_looks_like_a_word_and_a_code_is_neither(said: str) -> None:
    assert not isinstance(staff_word(said), commands.Unread)


@pytest.mark.parametrize("typed", ["K7QM-2XYZ", "K7QM 2XYZ", "k7qm2xyz", "K7QM \u2013 2XYZ", " K7QM 2XYZ. "])
def test_a_familys_first_message_is_its_code(typed: str) -> None:
    found = commands.code_in(typed)
    assert found is not None
    assert codes.pointer(found) == codes.pointer("K7QM-2XYZ")


def test_in_a_sentence_only_a_dash_makes_a_code() -> None:
    assert commands.code_in("hello, my code is K7QM-2XYZ thank you") == "K7QM-2XYZ"
    assert commands.code_in("good news") is None
    assert commands.code_in("7700 9001") is None


def test_every_secret_code_that_is_made_is_told_from_a_word_and_from_a_number() -> None:
    assert all(commands.code_in(codes.secret_code().replace("-", " ")) for _ in range(500))


@pytest.mark.parametrize("said", ["polski", "LANGUAGE polski", "language po polsku", "JĘZYK polski"])
def test_staff_name_a_language_as_families_do(said: str) -> None:
    assert staff_word(said) == commands.family_word(TEXTS, said) == commands.Word("language", "pl")


def test_a_code_with_a_gap_is_taken_back_and_a_language_is_spoken_at_once(playground: Stage) -> None:
    talk = playground.talk
    talk.do("anna> INVITE")
    answer = "\n".join(talk.do("anna> 1"))
    code = answer.partition("this code: ")[2][:9]
    shown = talk.names.written(code)
    talk.do(f"anna> REVOKE {shown.replace('-', ' ')}")
    assert "Done" in "\n".join(talk.do("anna> yes"))
    assert "Polski" in "\n".join(talk.do("anna> LANGUAGE polski"))


def test_who_leaves_out_the_safe_time_is_listed_without_a_gap(playground: Stage) -> None:
    talk = playground.talk
    for line in ("phone amira signal", "amira> hello", "amira> English", "amira> RING ME", "amira> SKIP"):
        talk.do(line)
    listed = "\n".join(talk.do("maria> RINGS"))
    assert "no name yet, amira, safe time: not said, due" in listed

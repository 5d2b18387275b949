"""What people write, and what each kind of question makes of it."""

import ast
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, assert_type

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import flows.questions
from flows.chat import Chat
from flows.questions import (
    HINTS,
    Agree,
    Choice,
    Code,
    Day,
    Digits,
    Email,
    Exact,
    Invalid,
    Kind,
    Name,
    Number,
    Phone,
    ReadBack,
    Reopen,
    Skippable,
    Text,
    TimeOfDay,
    YesNo,
    folded,
    plain_code,
    visible,
)
from tests.flows.reading import ENGLISH, TODAY, hint, parsed
from tests.trees import tree

ALL_KINDS: list[Kind[Any]] = [
    Text(),
    Name(),
    Name(full=False),
    Choice("friend", "health_visitor", "nursery"),
    Exact("safe", "unsafe"),
    Agree("agree", "questions", "no"),
    YesNo(),
    Number(2, 20),
    Day(TODAY),
    TimeOfDay(),
    Phone(),
    Email(),
    Digits(),
    Code(),
    Skippable(Number(2, 20)),
    ReadBack(("full_name", "phone")),
]


# Every kind


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: type(kind).__name__)
@settings(max_examples=60, deadline=None)
@given(raw=st.text(max_size=60))
def test_any_text_is_an_answer_that_can_be_stored_or_gets_a_known_hint(kind: Kind[Any], raw: str) -> None:
    answer = parsed(kind, raw)
    if isinstance(answer, Invalid):
        assert answer.hint in HINTS
    elif not isinstance(answer, Reopen):
        assert kind.load(json.loads(json.dumps(kind.dump(answer)))) == answer


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: type(kind).__name__)
@pytest.mark.parametrize("raw", ["", " \n ", "\u200b\u202e", "\ud800", "1" * 100_000, "a." * 50_000])
def test_emptiness_and_endless_texts_get_a_hint(kind: Kind[Any], raw: str) -> None:
    assert hint(kind, raw) in HINTS


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: type(kind).__name__)
@pytest.mark.parametrize("stored", ["\ue001", 10**9, ["x"], {"a": 1}, -0.5])
def test_a_stored_answer_that_no_longer_fits_is_refused(kind: Kind[Any], stored: Any) -> None:
    if isinstance(kind, Text) and isinstance(stored, str):
        return
    with pytest.raises(Invalid):
        kind.load(stored)


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: type(kind).__name__)
def test_a_refusal_never_repeats_what_was_typed(kind: Kind[Any]) -> None:
    with pytest.raises(Invalid) as refused:
        kind.parse("Zanzibar@@" * 1000, ENGLISH)
    assert "Zanzibar" not in f"{refused.value!r} {refused.value.params} {refused.value.__cause__}"
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


def test_hints_are_exactly_those_that_the_kinds_use() -> None:
    used = set()
    for file in Path(flows.questions.__file__).parent.glob("*.py"):
        for node in ast.walk(tree(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Invalid":
                assert isinstance(node.args[0], ast.Constant)
                used.add(node.args[0].value)
    assert used == HINTS


def test_a_kind_gives_its_question_the_type_of_the_answer() -> None:
    chat = Chat()
    assert_type(chat.ask("a", Day(TODAY)).kind.load("2026-12-01"), date)
    assert_type(chat.ask("b", Choice("x", "y")).kind.load("x"), str)
    assert_type(chat.ask("c", Skippable(Number(1, 2))).kind.load(None), int | None)
    assert chat.ask("d", YesNo()).kind.load(stored=True) is True


# Text and names


def test_text_is_kept_as_written_without_what_cannot_be_seen() -> None:
    assert Text().parse("  two  spaces\r\nnew\u200b line\u202e\x00 \n", {}) == "two  spaces\nnew line"


@pytest.mark.parametrize("raw", ["1", " 2. ", "3)", "12", "1\ufe0f\u20e3", "?!", "...", "-", "\U0001f44d", "\u0663"])
def test_a_lone_number_of_a_choice_or_a_sign_is_no_free_text(raw: str) -> None:
    assert hint(Text(), raw) == "in_words"


@pytest.mark.parametrize("raw", ["10-12", "10:30", "after 6", "07700900123", "x", "nie", "是", "לא", "1 or 2"])
def test_whatever_says_something_is_free_text(raw: str) -> None:
    assert Text().parse(raw, {}) == raw


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("", "empty_answer"), ("ab", "too_short"), ("a" * 11, "too_long"), ("a" * 99, "too_long")],
)
def test_text_has_a_shortest_and_a_longest_length(raw: str, expected: str) -> None:
    assert hint(Text(longest=10, shortest=3), raw) == expected


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Amira  Khan ", "Amira Khan"),
        ("Se\u0301an O\u2019Neill", "S\u00e9an O'Neill"),
        ("Anna-Maria Żółć", "Anna-Maria Żółć"),
        ("J.R. Smith Jr.", "J. R. Smith Jr."),
        ("محمد علي", "محمد علي"),
        ("अमीरा खान", "अमीरा खान"),
        ("Оксана Шевченко", "Оксана Шевченко"),
        ("王小明", "王小明"),
        ("김민준", "김민준"),
    ],
)
def test_full_names_of_any_script_are_names(raw: str, name: str) -> None:
    assert Name().parse(raw, {}) == name


def test_one_word_is_a_name_for_the_screen_but_no_full_name() -> None:
    assert Name(full=False).parse("Sunny", {}) == "Sunny"
    assert hint(Name(), "Sunny") == "name_two_words"


@pytest.mark.parametrize(
    "raw",
    [
        "Amira Khan 2",
        "Amira evil.com",
        "www.evil.com Khan",
        "https://x.y z",
        "Amira\nKhan",
        "Amira @khan",
        "- Khan",
        "Amira Khan 🙂",
        "A" + "\u0316" * 9 + " Khan",
        "Amira <b>Khan",
    ],
)
def test_digits_links_lines_and_signs_are_no_name(raw: str) -> None:
    assert hint(Name(), raw) == "name_letters_only"


def test_a_name_can_hold_no_short_web_address() -> None:
    assert Name(full=False).parse("t.me", {}) == "t. me"


def test_a_name_of_blank_letters_is_empty() -> None:
    assert hint(Name(), "\u3164 \u115f") == "empty_answer"


# Numbers and codes


def test_a_number_is_whole_and_in_range() -> None:
    assert [Number(2, 20).parse(raw, {}) for raw in ("2", " 20.", "1️⃣2️⃣", "\N{ARABIC-INDIC DIGIT SEVEN}")] == [
        2,
        20,
        12,
        7,
    ]
    assert {hint(Number(2, 20), raw) for raw in ("1", "21", "-5", "3.5", "two", "9" * 40)} == {"not_in_range"}
    with pytest.raises(Invalid):
        Number(0, 1).load(stored=True)


def test_a_persons_own_digits_keep_their_noughts() -> None:
    assert Digits().parse("00 4-2", {}) == "0042"
    assert {hint(Digits(), raw) for raw in ("123", "12345", "12a4")} == {"digits_needed"}


def test_codes_are_read_whatever_their_case_gaps_and_look_alikes() -> None:
    assert Code().parse(" o7il-kq 2m ", {}) == plain_code("0711KQ2M") == "0711KQ2M"
    assert {hint(Code(), raw) for raw in ("abc", "a" * 25, "żółw7", "ab?cd")} == {"not_a_code"}


# Ways to reach a person


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("020 7946 0018", "+442079460018"),
        ("07700 900123", "+447700900123"),
        ("+44 (0)7700 900123", "+447700900123"),
        ("0044 7700-900123", "+447700900123"),
        ("+48 22 123 45 67", "+48221234567"),
    ],
)
def test_phone_numbers_become_international(raw: str, number: str) -> None:
    assert Phone().parse(raw, {}) == number


@pytest.mark.parametrize("raw", ["999", "12", "0800 FLOWERS", "0909 8790123", "020 7946 0018 ext 3", "no phone", "+"])
def test_what_cannot_be_rung_is_no_phone(raw: str) -> None:
    assert hint(Phone(), raw) == "not_a_phone"


def test_an_email_address_is_normalised_without_looking_it_up() -> None:
    assert Email().parse(" Ann.Lee@EXAMPLE.org ", {}) == "Ann.Lee@example.org"
    assert {hint(Email(), raw) for raw in ("ann", "ann@", "ann@x", "a b@example.org")} == {"not_an_email"}


# Reading


def test_accents_case_and_closing_signs_are_folded() -> None:
    assert folded(" ŻÓŁW, Łódź. ") == "zolw, lodz"


def test_new_lines_of_every_sort_stay_one_new_line() -> None:
    assert visible("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"


def test_a_kind_of_ones_own_fits_in() -> None:
    @dataclass(frozen=True)
    class Loud:
        options: tuple[str, ...] = ()

        def parse(self, raw: str, _spoken: Mapping[str, str], /) -> str:
            return raw.upper()

        def load(self, stored: Any) -> str:
            return str(stored)

        def dump(self, value: str) -> str:
            return value

    assert Skippable(Loud()).parse("hello", ENGLISH) == "HELLO"

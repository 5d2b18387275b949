"""What people write, and what each kind of question makes of it."""

import ast
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
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
from tests.trees import tree

TODAY = date(2026, 11, 24)  # A Tuesday.
ENGLISH = {"yes": "Yes", "no": "No", "skip": "SKIP", "today": "today", "tomorrow": "tomorrow"}
POLISH = {
    "yes": "Tak",
    "no": "Nie",
    "skip": "POMIŃ",
    "agree": "ZGODA",
    "today": "dziś, dzisiaj",
    "tomorrow": "jutro",
}
SOURCES = {
    "friend": "A friend told me",
    "health_visitor": "My health visitor",
    "nursery": "Nursery or school",
}
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


def hint(kind: Kind[Any], raw: str, spoken: Mapping[str, str] = ENGLISH) -> str:
    with pytest.raises(Invalid) as refused:
        kind.parse(raw, spoken)
    return refused.value.hint


def parsed(kind: Kind[Any], raw: str) -> Any:
    try:
        return kind.parse(raw, ENGLISH)
    except Invalid as refused:
        return refused


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


def test_text_may_be_only_punctuation() -> None:
    assert Text().parse("?!", {}) == "?!"


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


# Choices


@pytest.mark.parametrize(
    "raw",
    [
        "2",
        " 2)",
        "2.",
        "(2)",
        "2\ufe0f\u20e3",
        "\N{FULLWIDTH DIGIT TWO}",
        "٢",
        "health_visitor",
        "Health visitor",
        "my HEALTH visitor!",
        "my helth visitor",
        "my health visiter",
    ],
)
def test_a_choice_is_read_from_number_key_label_or_slip(raw: str) -> None:
    assert Choice(*SOURCES).parse(raw, SOURCES) == "health_visitor"


@pytest.mark.parametrize("raw", ["0", "4", "22222", "2 or 3", "my health", "not my health visitor", "hello", "2?"])
def test_a_choice_that_is_unclear_is_asked_again(raw: str) -> None:
    assert hint(Choice(*SOURCES), raw, SOURCES) == "pick_a_number"


@pytest.mark.parametrize(
    ("raw", "label"),
    [
        ("disagree", "agree"),
        ("unshared", "shared"),
        ("not shared", "shared"),
        ("i cant come", "i can come"),
        ("unavailable", "available"),
        ("incorrect", "correct"),
        ("nieznany", "znany"),
    ],
)
def test_the_opposite_is_no_slip(raw: str, label: str) -> None:
    assert hint(Choice("one", "two"), raw, {"one": label, "two": "something else"}) == "pick_a_number"


def test_a_slip_between_two_likely_options_is_asked_again() -> None:
    spoken = {"a": "morning", "b": "mornings"}
    assert hint(Choice("a", "b"), "mornin", spoken) == "pick_a_number"


def test_a_choice_without_near_misses_still_forgives_accents() -> None:
    spoken = {"friday": "piątek", "other": "żaden"}
    assert Choice("friday", "other", near=False).parse("Piatek", spoken) == "friday"
    assert hint(Choice("friday", "other", near=False), "piatec", spoken) == "pick_a_number"


@pytest.mark.parametrize("raw", ["saef", "safee", "unsaf", "Safe?", "I am safe"])
def test_an_exact_choice_takes_no_near_miss(raw: str) -> None:
    assert hint(Exact("safe", "unsafe"), raw) == "pick_a_number"


@pytest.mark.parametrize("raw", ["1", "safe", " SAFE. ", "“safe”"])
def test_an_exact_choice_takes_number_and_word(raw: str) -> None:
    assert Exact("safe", "unsafe").parse(raw, {}) == "safe"


@pytest.mark.parametrize("raw", ["AGREE", "agree", " Agree. ", '"AGREE"', "*agree*", "zgoda", "ZGODA!"])
@pytest.mark.clause("G4.5")
def test_g4_5_the_exact_word_agrees(raw: str) -> None:
    assert Agree("agree", "questions", "no").parse(raw, POLISH) == "agree"


@pytest.mark.parametrize(
    "raw",
    [
        "1",
        "1.",
        "1️⃣",
        "maybe",
        "disagree",
        "agre",
        "agreed",
        "ok ok",
        "yes",
        "👍",
        "agree?",
        "I do not agree",
        "zgodą",
    ],
)
@pytest.mark.clause("G4.5")
def test_g4_5_anything_but_the_exact_word_is_asked_again(raw: str) -> None:
    assert hint(Agree("agree", "questions", "no"), raw, POLISH) == "write_the_word"


def test_g4_5_the_other_options_are_picked_by_number_or_word() -> None:
    kind = Agree("agree", "questions", "no")
    assert [kind.parse(raw, POLISH) for raw in ("2", "questions", "3", "Nie")] == [
        "questions",
        "questions",
        "no",
        "no",
    ]


@pytest.mark.clause("G4.5")
def test_g4_5_the_hint_shows_the_word_in_the_language() -> None:
    with pytest.raises(Invalid) as refused:
        Agree().parse("x", POLISH)
    assert refused.value.params == {"word": "ZGODA", "count": 1}


def test_g10_own_risk_needs_its_own_word() -> None:
    kind = Agree("understand", "questions")
    assert kind.parse("i understand", {}) == "understand"
    assert hint(kind, "agree") == "write_the_word"


@pytest.mark.parametrize(
    ("raw", "answer"),
    [("1", True), ("YES", True), ("tak", True), ("2", False), ("nie!", False), ("no", False)],
)
def test_yes_and_no_are_read(raw: str, answer: object) -> None:
    assert YesNo().parse(raw, POLISH) is answer


@pytest.mark.parametrize("raw", ["yess", "nope", "yes and no", "3"])
def test_anything_near_yes_or_no_is_asked_again(raw: str) -> None:
    assert hint(YesNo(), raw) == "yes_or_no"


def test_a_read_back_is_right_or_reopens_one_field() -> None:
    kind, spoken = ReadBack(("full_name", "phone")), {"right": "All is right", "phone": "Telefon", **POLISH}
    assert kind.options == ("right", "full_name", "phone")
    assert [kind.parse(raw, spoken) for raw in ("1", "all is right", "tak", "yes")] == [True] * 4
    assert [kind.parse(raw, spoken) for raw in ("3", "telefon", "phone")] == [Reopen("phone")] * 3
    assert hint(kind, "no", spoken) == "pick_a_number"


def test_a_question_is_skipped_only_by_the_word() -> None:
    kind = Skippable(Number(1, 20))
    assert [kind.parse(raw, POLISH) for raw in ("skip", "Pomiń", "pomin.")] == [None] * 3
    assert kind.parse("1", POLISH) == 1
    assert hint(kind, "no", POLISH) == "not_in_range"
    assert (kind.options, Skippable(YesNo()).options) == (("skip",), ("yes", "no", "skip"))
    assert (kind.load(None), kind.dump(None)) == (None, None)


def test_options_that_cannot_be_told_apart_are_a_mistake_of_ours() -> None:
    for build in (Choice, lambda: Exact("a", "a"), lambda: Agree("maybe")):
        with pytest.raises(ValueError, match=r"."):
            build()


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


# Days and times


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("1/12/2026", date(2026, 12, 1)),
        ("1.12.26", date(2026, 12, 1)),
        ("1 December", date(2026, 12, 1)),
        ("1st of December 2026", date(2026, 12, 1)),
        ("Dec 1, 2026", date(2026, 12, 1)),
        ("Tuesday 1 Dec 2026", date(2026, 12, 1)),
        ("on Tues, 1/12", date(2026, 12, 1)),
        ("1 grudnia 2026 r.", date(2026, 12, 1)),
        ("5 paź", date(2027, 10, 5)),
        ("5 pazdziernik", date(2027, 10, 5)),
        ("3 Sept", date(2027, 9, 3)),
        ("29 feb", date(2028, 2, 29)),
        ("24 Nov", TODAY),
        ("today", TODAY),
        ("dzisiaj", TODAY),
        ("jutro", date(2026, 11, 25)),
        ("tomorrow", date(2026, 11, 25)),
        ("yesterday", date(2026, 11, 23)),
        ("Wednesday", date(2026, 11, 25)),
        ("Tuesday", date(2026, 12, 1)),
        ("piatek", date(2026, 11, 27)),
        ("w środę", date(2026, 11, 25)),
    ],
)
def test_days_are_read_as_people_write_them(raw: str, day: date) -> None:
    assert Day(TODAY).parse(raw, POLISH) == day


@pytest.mark.parametrize(
    "raw",
    [
        "12/25/2026",
        "31 June",
        "soon",
        "nie",
        "1",
        "December",
        "next Tuesday",
        "1/12/0001",
        "first of May",
        "29/2/2027",
    ],
)
def test_what_is_no_day_is_asked_again(raw: str) -> None:
    assert hint(Day(TODAY), raw, POLISH) == "not_a_day"


def test_a_weekday_that_does_not_fit_its_date_is_asked_again() -> None:
    assert hint(Day(TODAY), "Monday 1 December 2026") == "weekday_differs"


def test_a_day_outside_its_limits_gets_the_limit() -> None:
    kind = Day(TODAY, earliest=TODAY, latest=date(2026, 12, 31))
    assert hint(kind, "yesterday") == "day_too_early"
    assert hint(kind, "1/1/2027") == "day_too_late"
    with pytest.raises(Invalid) as refused:
        kind.load("2020-01-01")
    assert refused.value.params == {"earliest": TODAY}


def test_a_question_about_the_past_looks_back() -> None:
    kind = Day(TODAY, latest=TODAY)
    assert kind.parse("1 December", {}) == date(2025, 12, 1)
    assert kind.parse("Monday", {}) == date(2026, 11, 23)


def test_a_month_that_two_languages_disagree_on_is_asked_again() -> None:
    assert Day(TODAY, languages=("cs",)).parse("5 listopad", {}) == date(2027, 11, 5)
    assert hint(Day(TODAY, languages=("cs", "hr")), "5 listopad") == "not_a_day"


@pytest.mark.parametrize(
    ("raw", "clock"),
    [
        ("10:30", time(10, 30)),
        ("10.30", time(10, 30)),
        ("9:05 PM", time(21, 5)),
        ("10am", time(10)),
        ("2 p.m.", time(14)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("14h", time(14)),
        ("14h30", time(14, 30)),
        ("godz. 18:00", time(18)),
    ],
)
def test_times_are_read_as_people_write_them(raw: str, clock: time) -> None:
    assert TimeOfDay().parse(raw, {}) == clock


@pytest.mark.parametrize("raw", ["10", "25:00", "10:60", "13pm", "0am", "half past ten", "noonish"])
def test_what_is_no_clear_time_is_asked_again(raw: str) -> None:
    assert hint(TimeOfDay(), raw) == "not_a_time"


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

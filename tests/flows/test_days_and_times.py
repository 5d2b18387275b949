"""Days and times as people write them."""

from datetime import date, time

import pytest

from flows.questions import Day, Invalid, TimeOfDay
from tests.flows.reading import POLISH, TODAY, hint


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

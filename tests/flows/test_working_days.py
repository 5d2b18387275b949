from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from flows.working_days import add_working_days, is_working_day

FRIDAY, SATURDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)


def test_a_weekend_does_not_count() -> None:
    assert add_working_days(FRIDAY, 1, ()) == MONDAY


def test_a_bank_holiday_does_not_count() -> None:
    assert add_working_days(FRIDAY, 1, {MONDAY}) == date(2026, 11, 24)


def test_what_starts_on_a_saturday_counts_from_monday() -> None:
    assert add_working_days(SATURDAY, 1, ()) == MONDAY
    assert add_working_days(SATURDAY, 2, ()) == date(2026, 11, 24)


def test_no_days_is_the_start_or_the_first_working_day_after_it() -> None:
    assert add_working_days(FRIDAY, 0, ()) == FRIDAY
    assert add_working_days(SATURDAY, 0, ()) == MONDAY


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 60), st.frozensets(st.integers(0, 100)))
def test_exactly_so_many_working_days_lie_after_the_start(start: date, days: int, off: frozenset[int]) -> None:
    holidays = {start + timedelta(days=number) for number in off}
    end = add_working_days(start, days, holidays)
    passed = [start + timedelta(days=number) for number in range(1, (end - start).days + 1)]
    assert sum(is_working_day(day, holidays) for day in passed) == days
    assert is_working_day(end, holidays)

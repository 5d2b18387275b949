"""Counting working days. Which days are bank holidays is told, never known here."""

from collections.abc import Collection
from datetime import date, timedelta

_FRIDAY = 4


def is_working_day(day: date, holidays: Collection[date]) -> bool:
    """Tell whether people are at work: Monday to Friday, bank holidays apart."""
    return day.weekday() <= _FRIDAY and day not in holidays


def add_working_days(start: date, days: int, holidays: Collection[date]) -> date:
    """Return the day that is so many working days after the start, which itself does not count.

    No days at all is the start, or the first working day after it.
    """
    day = start
    while days > 0 or not is_working_day(day, holidays):
        day += timedelta(days=1)
        days -= is_working_day(day, holidays)
    return day

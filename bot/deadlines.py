"""Dates by which something is promised, in the organisation's own working days."""

from datetime import UTC, date, datetime

from bot.organisation import Organisation, bank_holidays
from flows.working_days import add_working_days


def after_working_days(organisation: Organisation, start: datetime, days: int) -> datetime:
    """Return the same time of day, so many working days later."""
    local = start.astimezone(organisation.zone)
    holidays = bank_holidays(organisation, (local.year, local.year + 1))
    day = add_working_days(local.date(), days, holidays)
    return datetime.combine(day, local.time(), organisation.zone).astimezone(UTC)


def a_month_after(start: date) -> date:
    """Return the same day of the next month, or its last day (2.5: data requests)."""
    year, month = (start.year + 1, 1) if start.month == 12 else (start.year, start.month + 1)
    for day in range(start.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return date(year, month, start.day)

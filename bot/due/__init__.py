"""What falls due, by the kind of its timer."""

from collections.abc import Callable, Mapping
from uuid import UUID

from bot.due import bars, care, cases, erasing, incidents, meetings, one_to_ones, people
from bot.due.cases import Handler
from bot.due.meetings import Opening
from storage.work import Work

DUE: Mapping[str, Handler] = {
    **bars.DUE,
    **cases.DUE,
    **care.DUE,
    **erasing.DUE,
    **incidents.DUE,
    **meetings.DUE,
    **one_to_ones.DUE,
    **people.DUE,
}

OPENINGS: Mapping[str, Callable[[Work, UUID], list[Opening]]] = {"list": meetings.before_the_start}
"""What falls due as a conversation with somebody of the staff."""

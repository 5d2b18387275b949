"""What falls due, by the kind of its timer."""

from collections.abc import Callable, Mapping
from uuid import UUID

from bot.due import care, cases, erasing, meetings, one_to_ones, people
from bot.due.cases import Handler
from bot.due.meetings import Opening
from storage.work import Work

DUE: Mapping[str, Handler] = {
    **cases.DUE,
    **care.DUE,
    **erasing.DUE,
    **meetings.DUE,
    **one_to_ones.DUE,
    **people.DUE,
}

OPENINGS: Mapping[str, Callable[[Work, UUID], list[Opening]]] = {"list": meetings.before_the_start}
"""What falls due as a conversation with somebody of the staff."""

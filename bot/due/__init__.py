"""What falls due, by the kind of its timer."""

from collections.abc import Callable, Mapping
from uuid import UUID

from bot.due import bars, care, cases, erasing, incidents, meetings, one_to_ones, people, readings
from bot.due.cases import Handler
from bot.due.meetings import Opening
from bot.organisation import Organisation
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
    **readings.DUE,
}


def begin(work: Work, organisation: Organisation) -> None:
    """Let what runs daily and monthly fall due, if it does not yet."""
    erasing.begin(work, organisation)
    readings.begin(work, organisation)


OPENINGS: Mapping[str, Callable[[Work, UUID], list[Opening]]] = {"list": meetings.before_the_start}
"""What falls due as a conversation with somebody of the staff."""

"""What falls due, by the kind of its timer."""

from collections.abc import Mapping

from bot.due import bars, care, cases, erasing, incidents, meetings, one_to_ones, people
from bot.due.cases import Handler

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

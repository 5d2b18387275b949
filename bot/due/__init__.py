"""What falls due, by the kind of its timer."""

from collections.abc import Mapping

from bot.due import care, cases, erasing, meetings, one_to_ones, people
from bot.due.cases import Handler

DUE: Mapping[str, Handler] = {
    **cases.DUE,
    **care.DUE,
    **erasing.DUE,
    **meetings.DUE,
    **one_to_ones.DUE,
    **people.DUE,
}

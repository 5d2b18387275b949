"""What falls due, by the kind of its timer."""

from collections.abc import Mapping

from bot.due import care, cases, meetings, one_to_ones, people
from bot.due.cases import Handler

DUE: Mapping[str, Handler] = {**cases.DUE, **care.DUE, **meetings.DUE, **people.DUE, **one_to_ones.DUE}

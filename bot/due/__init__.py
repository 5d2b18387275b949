"""What falls due, by the kind of its timer."""

from collections.abc import Mapping

from bot.due import care, cases, meetings
from bot.due.cases import Handler

DUE: Mapping[str, Handler] = {**cases.DUE, **care.DUE, **meetings.DUE}

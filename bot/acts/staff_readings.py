"""A manager reads who read what (H2.2). Reading that is on record too."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.acts.actor import actor
from bot.acts.once import is_first_time
from bot.moment import Moment
from flows.policy import Refused
from flows.policy.deciding import may_see_readings
from flows.staff.acts.readings import ListReadings, ReadingLine
from storage import readings


def list_readings(moment: Moment, command: ListReadings) -> tuple[ReadingLine, ...] | Refused:
    """H2.2: the last readings; what was written to ask for them is not kept, unless there is such a thing."""
    work, by = moment.work, actor(moment)
    verdict = may_see_readings(by)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "list", "readings", "unknown")
    found = readings.last(work, command.asked, by.handle)
    if is_first_time(moment, command):
        work.record("list", "readings", _known(found, command.asked), clause="H2.2")
    return tuple(ReadingLine(each.at, each.by, each.code, each.broken, each.reason, each.exported) for each in found)


def _known(found: list[readings.Reading], asked: str) -> str:
    if not found:
        return "unknown"
    return asked.upper() if found[0].code == asked.upper() else found[0].by


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {ListReadings: list_readings}

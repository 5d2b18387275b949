"""A3: on a call the person said their warning word, or was not free to speak. Nothing of it shows on the phone."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from bot import paging
from bot.acts.once import Perform
from bot.acts.staff_frozen import frozen_of
from bot.acts.staff_rings import facts_of
from bot.moment import Moment
from flows.policy import Refused
from flows.policy.members import may_close_callback
from flows.staff.acts.care import ReportWarning
from storage import callbacks
from storage.concerns import WARNING

UNKNOWN = Refused("A1", "refused_not_the_team")


def report_warning(moment: Moment, command: ReportWarning) -> str | Refused:
    """A3: the safeguarding lead is paged and decides what follows; a phone that is frozen stays so till then (G6.4)."""
    found = _whom(moment, command)
    if isinstance(found, Refused):
        return moment.work.refuse(found, "raise", "concern", "unknown")
    return paging.raise_concern(
        moment.work,
        moment.organisation,
        moment.own_id("warning"),
        words=command.words,
        source=WARNING,
        contact_id=found,
        raised_by=moment.staff_id,
    )


def _whom(moment: Moment, command: ReportWarning) -> UUID | Refused:
    if command.contact is not None:
        line = frozen_of(moment, command.code, command.contact)
        return line if isinstance(line, Refused) else line.id
    ring = callbacks.by_code(moment.work, command.code)
    verdict = UNKNOWN if ring is None else may_close_callback(replace(facts_of(moment, ring), done=False))
    if ring is None or isinstance(verdict, Refused):
        return verdict if isinstance(verdict, Refused) else UNKNOWN
    return ring.contact_id


ACTS: Mapping[type, Perform] = {ReportWarning: report_warning}

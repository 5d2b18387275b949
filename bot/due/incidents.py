"""What falls due for data incidents: the regulator's hours (2.5)."""

from collections.abc import Mapping
from uuid import UUID

from bot import incidents as opening
from bot.due.cases import Handler
from bot.organisation import Organisation
from flows.policy.incidents import NO_RISK
from storage import incidents, outbox
from storage.work import Work


def incident(work: Work, organisation: Organisation, incident_id: UUID, step: str) -> None:
    """Remind before the hours are over, and when they are, unless there is no risk or the regulator knows."""
    found = incidents.by_id(work, incident_id)
    if found is None or found.closed_at is not None or found.risk == NO_RISK or found.regulator_told_at is not None:
        return
    is_over = work.now >= found.regulator_by
    if is_over != (step == "0"):
        return
    text, regulator = "staff_incident_late" if is_over else "staff_incident_due", organisation.incidents.regulator
    for line in opening.lines(work, found.kept_from):
        outbox.tell(work, line, text, code=found.code, until=found.regulator_by, regulator=regulator)
    work.record("remind", "incident", found.code, outcome=f"hours:{step}", clause="H3.4")


DUE: Mapping[str, Handler] = {opening.CLOCK: incident}

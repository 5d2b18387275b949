"""A data incident is opened: its record at once, those who settle it told, the regulator's clock started (2.5)."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from bot.organisation import Organisation
from flows.policy import Role
from storage import incidents, outbox, staff
from storage.contacts import Contact
from storage.incidents import NewIncident
from storage.work import Work

CLOCK = "incident"
REMIND_HOURS = (48, 24, 6, 0)
"""How long before the regulator's hours are over the reminders go out."""


def open_incident(
    work: Work,
    organisation: Organisation,
    incident_id: UUID,
    *,
    kind: str,
    words: str,
    reported_by: str,
    kept_from: Collection[str] = (),
    group_id: UUID | None = None,
) -> tuple[str, bool]:
    """Write it down and start the clock; its code, and whether it is new. Who hears of it is the caller's to say."""
    until = work.now + timedelta(hours=organisation.incidents.regulator_hours)
    new = NewIncident(kind, words, reported_by, until, kept_from, group_id)
    code, is_new = incidents.add(work, incident_id, new)
    if is_new:
        work.record("report", "incident", code, clause="H3.4")
        wind(work, incident_id, until)
    return code, is_new


def wind(work: Work, incident_id: UUID, until: datetime) -> None:
    """Set the reminders that are still to come; after the hours are over the last one, in an hour."""
    for hours in REMIND_HOURS:
        due = until - timedelta(hours=hours)
        if due > work.now or hours == 0:
            work.set_timer(CLOCK, incident_id, max(due, work.now + timedelta(hours=1)), step=str(hours))


def tell(work: Work, code: str, kept_from: Collection[str], but: UUID | None = None) -> None:
    """Tell the managers and the data lead, but nobody whom it is about."""
    for line in lines(work, kept_from, but):
        outbox.tell(work, line, "staff_incident_new", code=code)


def lines(work: Work, kept_from: Collection[str], but: UUID | None = None) -> list[Contact]:
    """Find the private lines of those who settle incidents."""
    those = staff.by_role(work, Role.DATA_LEAD, Role.MANAGER)
    return staff.lines(work, [one.id for one in those if one.handle not in kept_from and one.id != but])

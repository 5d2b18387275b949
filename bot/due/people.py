"""What falls due for staff themselves: a qualification mark that ends (G1.1)."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from bot.due.cases import Handler
from bot.organisation import Organisation
from flows.policy import Role
from storage import contacts, outbox, staff
from storage.work import Work

A_MOMENT = timedelta(seconds=1)
"""A mark holds to the end of its last day."""


def qualification(work: Work, organisation: Organisation, staff_id: UUID, _step: str) -> None:
    """G1.1: a month before a mark ends, its owner and the managers hear of it."""
    member = staff.by_id(work, staff_id)
    if member is None or member.left_at is not None or member.qualified_until is None:
        return
    managers = [each.id for each in staff.by_role(work, Role.MANAGER)]
    for line in staff.lines(work, managers):
        outbox.tell(work, line, "staff_qualification_ends")
    own = contacts.of_staff(work, staff_id)
    if own is not None:
        day = (member.qualified_until - A_MOMENT).astimezone(organisation.zone).date()
        outbox.tell(work, own, "staff_qualification_yours", day=day)
    work.record("remind", "staff", member.handle, clause="G1.1")


DUE: Mapping[str, Handler] = {"qualification": qualification}

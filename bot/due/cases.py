"""What falls due for a case: the first contact with a family, and a decision that was put off (G3.8)."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TypeAlias
from uuid import UUID

from bot.deadlines import after_working_days
from bot.organisation import Organisation
from flows.policy import Role
from storage import cases, contacts, outbox, staff
from storage.work import Work

Handler: TypeAlias = Callable[[Work, Organisation, UUID, str], None]

SOON, LATE = "soon", "late"


def first_contact(work: Work, organisation: Organisation, case_id: UUID, step: str) -> None:
    """G3.8: remind whoever claimed it, or the leaders; once it is late, the managers too, every working day."""
    case = cases.by_id(work, case_id)
    if case is None or not case.is_open or cases.has_live_contact(work, case_id):
        return
    to = [case.claimed_by] if case.claimed_by is not None else cases.leaders(work, case)
    if step == LATE:
        to = [*to, *(one.id for one in staff.by_role(work, Role.MANAGER))]
        work.set_timer("first_contact", case_id, after_working_days(organisation, work.now, 1), step=LATE)
    days = max(1, (work.now - case.opened_at) // timedelta(days=1))
    for line in staff.lines(work, to):
        outbox.tell(work, line, "staff_first_contact_late", case=case.code, n=days)
    work.record("remind", "case", case.code, outcome=step, clause="G3.8")
    _tell_family(work, case_id, step)


def _tell_family(work: Work, case_id: UUID, step: str) -> None:
    """Say once that it takes longer."""
    contact_id = cases.contact_of(work, case_id)
    contact = None if contact_id is None or step != LATE else contacts.by_id(work, contact_id)
    if contact is not None and not outbox.was_told(work, contact, "case_late"):
        outbox.tell(work, contact, "case_late")


def on_hold(work: Work, organisation: Organisation, case_id: UUID, step: str) -> None:
    """G3.8: the day is there: remind who put it on hold and who decides; a day later the managers, and the family."""
    case = cases.by_id(work, case_id)
    if case is None or not case.is_open or case.held_until is None or case.held_until > work.now:
        return
    to = [each for each in (case.held_by, case.claimed_by) if each is not None] + cases.leaders(work, case)
    if step == LATE:
        to += [one.id for one in staff.by_role(work, Role.MANAGER)]
    work.set_timer("on_hold", case_id, after_working_days(organisation, work.now, 1), step=LATE)
    for line in staff.lines(work, to):
        outbox.tell(work, line, "staff_hold_over", case=case.code, until=case.held_until)
    work.record("remind", "case", case.code, outcome=step or SOON, clause="G3.8")
    _tell_family(work, case_id, step)


DUE: Mapping[str, Handler] = {"first_contact": first_contact, "on_hold": on_hold}

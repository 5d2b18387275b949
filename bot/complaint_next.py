"""A complaint that its handler has not acknowledged in time goes to the next in line (G12.2, G12.5)."""

from uuid import UUID

from bot.deadlines import after_working_days
from bot.organisation import Organisation
from flows.policy.complaints import ComplaintFacts, complaint_handler, concern_chain
from storage import complaint_steps, complaints, contacts, outbox, spoken, staff
from storage.complaint_steps import HANDED_ON
from storage.complaints import Complaint
from storage.ids import id_for
from storage.staff import Member
from storage.work import Work

DAYS = 2
"""How many working days the next one has."""


def hand_on(work: Work, organisation: Organisation, found: Complaint) -> bool:
    """Give it to somebody whom it neither names nor involves, and who has not had it; False if nobody is left."""
    chosen = _next(work, found)
    if chosen is None:
        return False
    by = after_working_days(organisation, work.now, DAYS)
    step_id = id_for("handed on", found.id, chosen.handle, work.now.isoformat())
    complaint_steps.add(work, step_id, found.id, HANDED_ON, stage=found.stage, by=found.handler_id)
    complaints.change(work, found.id, handler_id=chosen.id, acknowledge_by=by)
    for line in staff.lines(work, [] if found.handler_id is None else [found.handler_id]):
        outbox.tell(work, line, "staff_complaint_handed_on", code=found.code)
    for line in staff.lines(work, [chosen.id]):
        outbox.tell(work, line, "staff_complaint_new", code=found.code, when=by)
    contact = None if found.contact_id is None else contacts.by_id(work, found.contact_id)
    if contact is not None:
        outbox.tell(work, contact, "complaint_handed_on", code=found.code, handler=chosen.name, acknowledge_by=by)
    work.set_timer("complaint", found.id, by, step="acknowledge")
    work.record("hand_on", "complaint", found.code, clause="G12.5")
    return True


def keeper(work: Work, found: Complaint) -> Member | None:
    """Whoever handled it; once they have left, whoever would be the next in line. Never anybody whom it names."""
    here = next((one for one in staff.everybody(work) if one.id == found.handler_id), None)
    return here if here is not None and here.handle not in found.about else _next(work, found)


def successor(work: Work, found: Complaint) -> Member | None:
    """G12.2: who takes it up when its handler has left: the next in line, else whoever is paged for a concern.

    Never anybody whom it names or involves, or who has answered it before.
    """
    chosen, members = _next(work, found), staff.everybody(work)
    if chosen is not None:
        return chosen
    out = frozenset(one.handle for one in members if one.id in _involved(work, found))
    handle = next(iter(concern_chain(staff.chart(members), out | frozenset(found.about))), None)
    return next((one for one in members if one.handle == handle), None)


def _involved(work: Work, found: Complaint) -> set[UUID]:
    """Who had it before, decided about the family, or speaks for it."""
    had_it = {step.by for step in complaint_steps.of(work, found.id) if step.by is not None}
    contact = None if found.contact_id is None else contacts.by_id(work, found.contact_id)
    if contact is None:
        return had_it
    line = spoken.of_contact(work, contact.id)
    return had_it | complaints.deciders(work, contact.lane_id) | ({line.staff_id} if line is not None else set())


def _next(work: Work, found: Complaint) -> Member | None:
    members = staff.everybody(work)
    out = frozenset(one.handle for one in members if one.id in {*_involved(work, found), found.handler_id})
    facts = ComplaintFacts(found.kind, frozenset(found.about), staff.chart(members), out, review=found.stage != "1")
    chosen = complaint_handler(facts)
    return next((one for one in members if one.handle == chosen), None)

"""Promised calls: whom to ring, when it is safe, and how it went (1.5)."""

from collections.abc import Mapping

from bot.acts.actor import actor
from bot.acts.once import Perform, is_first_time, once
from bot.acts.staff_frozen import known_before
from bot.deadlines import after_working_days
from bot.moment import Moment
from bot.ringing import given_number, safe_times
from flows.family.acts import Done
from flows.policy import Refused
from flows.policy.members import CallbackFacts, may_close_callback
from flows.policy.staff import staff_account_works
from flows.staff.acts.care import CloseRing, ListRings, RingLine
from storage import callbacks, cases, contacts, people, staff
from storage.callbacks import Ring

SPOKE = "spoke"


def list_rings(moment: Moment, command: ListRings) -> tuple[RingLine, ...]:
    """List the calls that this member of staff has promised; managers also see those that nobody has."""
    work, by = moment.work, actor(moment)
    if moment.staff_id is None or not staff_account_works(by):
        return ()
    waiting = callbacks.open_for(work, moment.staff_id, of_nobody=by.is_manager)
    if waiting and is_first_time(moment, (command, [ring.code for ring in waiting])):
        for ring in waiting:
            work.record("read", "ring", ring.code, clause="H2.2")
    return tuple(_line(moment, ring) for ring in waiting)


def close_ring(moment: Moment, command: CloseRing) -> Done | Refused:
    """A2: they spoke, and it is done; nobody answered, and it is due again."""
    work = moment.work
    found = callbacks.by_code(work, command.code)
    if found is None:
        return work.refuse(Refused("A1", "refused_not_the_team"), "close", "ring", "unknown")
    verdict = may_close_callback(facts_of(moment, found))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "close", "ring", found.code)
    if command.outcome == SPOKE and moment.staff_id is not None:
        callbacks.close(work, found, moment.staff_id, command.outcome)
        work.cancel_timers(found.id, "ring")
    else:
        due = after_working_days(moment.organisation, work.now, 1)
        callbacks.postpone(work, found, due)
        work.set_timer("ring", found.id, due)
    work.record("close", "ring", found.code, outcome=command.outcome)
    return Done()


def facts_of(moment: Moment, found: Ring) -> CallbackFacts:
    """Gather what decides who may say how a promised call went."""
    case = None if found.case_id is None else cases.by_id(moment.work, found.case_id)
    owner = None if found.owner_id is None else staff.handle(moment.work, found.owner_id)
    by = actor(moment, None if case is None else case.group_id)
    return CallbackFacts(by, owner, found.done_at is not None)


def _line(moment: Moment, ring: Ring) -> RingLine:
    """G6.4: a phone that may be in other hands is rung on a number known before, never on its own."""
    work = moment.work
    contact = contacts.by_id(work, ring.contact_id)
    adults = people.on_contact(work, ring.contact_id)
    case = None if ring.case_id is None else cases.by_id(work, ring.case_id)
    told = given_number(work, case, contact)
    changed = contact is not None and contact.frozen_at is not None
    number = told or ("" if contact is None else contact.phone(work))
    if contact is not None and changed:
        number = known_before(moment, contact.lane_id, contact, told)
    return RingLine(
        code=ring.code,
        name=", ".join(person.full_name for person in adults),
        number=number,
        safe_time=ring.safe_time(work) or (safe_times(work, case, contact) if adults else ""),
        due_at=ring.due_at,
        changed=changed,
    )


ACTS: Mapping[type, Perform] = {ListRings: list_rings, CloseRing: once(close_ring)}

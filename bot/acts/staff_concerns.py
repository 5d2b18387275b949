"""Safeguarding concerns, for the lead, the deputy and whoever was paged; anybody raises one (A3)."""

from collections.abc import Mapping

from bot import paging
from bot.acts.actor import actor
from bot.acts.once import Perform, is_first_time, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Refused
from flows.policy.complaints import SeeConcernFacts, may_close_concern, may_raise_concern, may_see_concern
from flows.staff.acts.concerns import (
    AcknowledgeConcern,
    CloseConcern,
    ConcernDetails,
    LiftPause,
    ListConcerns,
    RaiseStaffConcern,
    ReadConcern,
)
from storage import concerns, contacts, people, staff
from storage.concerns import Concern


def list_concerns(moment: Moment, _command: ListConcerns) -> tuple[str, ...]:
    """List the open concerns that this member of staff may see."""
    still = concerns.open_of(moment.work)
    by = actor(moment)
    return tuple(
        each.code
        for each in still
        if may_see_concern(SeeConcernFacts(by, by.handle in each.paged, frozenset(each.not_to)))
    )


def read_concern(moment: Moment, command: ReadConcern) -> ConcernDetails | Refused:
    """A3, H2.2: the exact words; each reading is recorded once."""
    work = moment.work
    found = concerns.by_code(work, command.code)
    verdict = may_see_concern(_see(moment, found))
    if isinstance(verdict, Refused) or found is None:
        return _refuse(moment, "read", verdict)
    if is_first_time(moment, command):
        work.record("read", "concern", found.code, clause="H2.2")
    return _details(moment, found)


def acknowledge_concern(moment: Moment, command: AcknowledgeConcern) -> Done | Refused:
    """A3, A4: a human has it, the first who says so; the paging stops."""
    work = moment.work
    found = concerns.hold_still(work, command.code)
    verdict = may_see_concern(_see(moment, found))
    if isinstance(verdict, Refused) or found is None:
        return _refuse(moment, "acknowledge", verdict)
    if found.acknowledged_by not in {None, moment.staff_id}:
        return _refuse(moment, "acknowledge", Refused("A4", "refused_already_done"))
    if found.acknowledged_at is None:
        concerns.change(work, found.id, acknowledged_by=moment.staff_id, acknowledged_at=work.now)
        work.cancel_timers(found.id, paging.PAGE)
        work.record("acknowledge", "concern", found.code)
    return Done()


def close_concern(moment: Moment, command: CloseConcern) -> Done | Refused:
    """A3: it is in the organisation's own record; the contact hears from the bot again."""
    work = moment.work
    found = concerns.by_code(work, command.code)
    verdict = may_close_concern(_see(moment, found))
    if isinstance(verdict, Refused) or found is None:
        return _refuse(moment, "close", verdict)
    concerns.change(work, found.id, closed_at=work.now)
    work.cancel_timers(found.id)
    work.record("close", "concern", found.code)
    paging.release_pushes(work, found)
    paging.forget_later(work, moment.organisation, found.id)
    return Done()


def lift_pause(moment: Moment, command: LiftPause) -> Done | Refused:
    """A3: the safeguarding lead has decided that the bot may write to this person again."""
    work = moment.work
    found = concerns.by_code(work, command.code)
    verdict = may_see_concern(_see(moment, found))
    if isinstance(verdict, Refused) or found is None:
        return _refuse(moment, "lift_pause", verdict)
    if found.contact_id is not None:
        concerns.mark_safe(work, found.contact_id, safe=True)
        paging.lift_pause(work, found.contact_id)
        work.record("lift_pause", "concern", found.code)
    return Done()


def raise_by_staff(moment: Moment, command: RaiseStaffConcern) -> str:
    """A3: a member of staff raises a concern; nothing stands before it."""
    verdict = may_raise_concern(actor(moment))
    if isinstance(verdict, Refused):
        moment.work.refuse(verdict, "raise", "concern", "unknown")
        return ""
    concern_id = moment.own_id("concern")
    return paging.raise_concern(
        moment.work,
        moment.organisation,
        concern_id,
        words=command.words,
        source="staff",
        raised_by=moment.staff_id,
    )


def _see(moment: Moment, found: Concern | None) -> SeeConcernFacts:
    by = actor(moment)
    if found is None:
        return SeeConcernFacts(by, paged=False, named=frozenset({by.handle}))
    is_closed = found.closed_at is not None
    return SeeConcernFacts(by, by.handle in found.paged, frozenset(found.not_to), is_closed)


def _refuse(moment: Moment, act: str, verdict: object) -> Refused:
    refused = verdict if isinstance(verdict, Refused) else Refused("A3", "refused_no_such_concern")
    return moment.work.refuse(refused, act, "concern", "unknown")


def _details(moment: Moment, found: Concern) -> ConcernDetails:
    work = moment.work
    contact = None if found.contact_id is None else contacts.by_id(work, found.contact_id)
    adults = [] if contact is None else people.on_contact(work, contact.id)
    raised_by = None if found.raised_by is None else staff.by_id(work, found.raised_by)
    names = [one.full_name for one in adults] + ([] if raised_by is None else [raised_by.name])
    taken_by = None if found.acknowledged_by is None else staff.handle(work, found.acknowledged_by)
    return ConcernDetails(
        code=found.code,
        words=found.words(work),
        danger=found.danger,
        safe_to_write=found.safe_to_write,
        name=", ".join(names) or None,
        contact="" if contact is None else f"{contact.channel} {contact.address(work)}",
        opened_at=found.opened_at,
        acknowledged_by=taken_by,
    )


ACTS: Mapping[type, Perform] = {
    ListConcerns: list_concerns,
    ReadConcern: read_concern,
    AcknowledgeConcern: once(acknowledge_concern),
    CloseConcern: once(close_concern),
    LiftPause: once(lift_pause),
    RaiseStaffConcern: raise_by_staff,
}

"""FLAG: an alert on a family's file is put on by one, and taken off by another (2.3: court order, abusive ex)."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.acts.actor import actor
from bot.acts.once import is_first_time, once
from bot.moment import Moment
from bot.submitting import flag_whoever_names
from flows.family.acts import Done
from flows.policy import Refused, Role
from flows.policy.alerts import LiftFacts, may_flag, may_lift
from flows.staff.acts.alerts import ReadAlert, SetAlert
from storage import alerts, cases, lanes, outbox, staff
from storage.work import Work

GUARDS = (Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.DEPUTY)
UNKNOWN = Refused("G5.1", "refused_not_the_team")


def read_alert(moment: Moment, command: ReadAlert) -> bool | Refused:
    """Whether there is one; each reading is recorded once."""
    work, case = moment.work, cases.by_code(moment.work, command.case)
    verdict = may_flag(actor(moment))
    if case is None or isinstance(verdict, Refused):
        return work.refuse(verdict if isinstance(verdict, Refused) else UNKNOWN, "flag", "case", command.case)
    if is_first_time(moment, command):
        work.record("read_flag", "case", case.code, clause="H2.2")
    return alerts.standing(work, case.family_id) is not None


def set_alert(moment: Moment, command: SetAlert) -> Done | Refused:
    """On: at once and by one. Off: by somebody else. Managers and safeguarding hear of both, by code only."""
    work, case = moment.work, cases.by_code(moment.work, command.case)
    if case is None or moment.staff_id is None:
        return work.refuse(UNKNOWN, "flag", "case", command.case)
    lanes.lock(work, case.family_id)
    standing = alerts.standing(work, case.family_id)
    own = standing is not None and standing.set_by == moment.staff_id
    verdict = may_flag(actor(moment)) if command.on else may_lift(LiftFacts(actor(moment), own=own))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "flag", "case", case.code)
    if command.on and standing is None:
        alerts.put_on(work, moment.own_id("alert"), case.family_id, moment.staff_id)
        flag_whoever_names(work, case.family_id)
    if not command.on and standing is not None:
        alerts.take_off(work, standing, moment.staff_id)
    work.record("flag" if command.on else "unflag", "case", case.code, clause="A1")
    text = "staff_flag_is_on" if command.on else "staff_flag_is_off"
    guards = [each.id for each in staff.by_role(work, *GUARDS) if each.id != moment.staff_id]
    for line in staff.lines(work, guards):
        outbox.tell(work, line, text, case=case.code)
    return Done()


def tell_guards(work: Work, text: str, case: str) -> None:
    """Point managers, the safeguarding lead and the deputy to a case."""
    for line in staff.lines(work, [each.id for each in staff.by_role(work, *GUARDS)]):
        outbox.tell(work, line, text, case=case)


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {ReadAlert: read_alert, SetAlert: once(set_alert)}

"""RESTRICT: a manager's own act about how a family may write, kept with its reason on the case (G12.2)."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.acts.actor import actor
from bot.acts.once import is_first_time, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Refused
from flows.policy.members import RestrictFacts, may_restrict
from flows.staff.acts.restricting import ReadRestriction, Restrict
from storage import cases, contacts, lanes, outbox, several
from storage.cases import Case

UNKNOWN = Refused("G5.1", "refused_not_the_team")
RESTRICTION = "restriction"


def read_restriction(moment: Moment, command: ReadRestriction) -> bool | Refused:
    """H2.2: whether there is one; each reading is recorded once."""
    work, case = moment.work, cases.by_code(moment.work, command.case)
    verdict = may_restrict(RestrictFacts(actor(moment), reason_given=True))
    if case is None or isinstance(verdict, Refused):
        return work.refuse(verdict if isinstance(verdict, Refused) else UNKNOWN, "restrict", "case", command.case)
    if is_first_time(moment, command):
        work.record("read_restriction", "case", case.code, clause="H2.2")
    return _is_restricted(moment, case)


def restrict(moment: Moment, command: Restrict) -> Done | Refused:
    """G12.2: for every phone of the family; each is told what stays open."""
    work, case = moment.work, cases.by_code(moment.work, command.case)
    verdict = may_restrict(RestrictFacts(actor(moment), bool(command.reason.strip())))
    if case is None or isinstance(verdict, Refused) or moment.staff_id is None:
        return work.refuse(verdict if isinstance(verdict, Refused) else UNKNOWN, "restrict", "case", command.case)
    lanes.lock(work, case.family_id)
    if _is_restricted(moment, case) == command.on:
        return work.refuse(Refused("A4", "refused_already_done"), "restrict", "case", case.code)
    outcome, check_id = "restricted" if command.on else "lifted", moment.own_id(RESTRICTION)
    cases.add_check(work, check_id, case.id, moment.staff_id, kind=RESTRICTION, outcome=outcome, reason=command.reason)
    lines = contacts.of_family(work, case.family_id)
    for line in lines:
        contacts.change(work, line.id, restricted_at=work.now if command.on else None)
    for line in several.once_each(lines):
        outbox.tell(work, line, "restricted_notice" if command.on else "unrestricted_notice")
    work.record("restrict" if command.on else "unrestrict", "case", case.code, clause="G12.2")
    return Done()


def _is_restricted(moment: Moment, case: Case) -> bool:
    return any(line.restricted_at is not None for line in contacts.of_family(moment.work, case.family_id))


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {ReadRestriction: read_restriction, Restrict: once(restrict)}

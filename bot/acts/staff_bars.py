"""Managers' acts on bars and exclusions: read, extend, lift (G11.3, G11.5, G3.13, G3.15)."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from bot.acts import second_manager
from bot.acts.actor import actor
from bot.acts.once import is_first_time, once
from bot.acts.out_at_once import change_passwords
from bot.acts.reviewing import review
from bot.acts.staff_exclusions import exclude
from bot.moment import Moment
from bot.submitting import submit
from bot.withdrawing import call_off_talks
from flows.family.acts import Done
from flows.policy import Refused
from flows.policy.deciding import ExclusionFacts, may_exclude, may_readmit, may_see_bars
from flows.staff.acts.bars import BarLine, ExtendBar, LiftBar, ListBars, ReadBar
from flows.staff.acts.cases import Exclude
from storage import agreements, bars, cases, contacts, lanes, outbox, people, several, staff
from storage.bars import ALL_GROUPS, FAMILY, Bar, NewBar


def list_bars(moment: Moment, _command: ListBars) -> tuple[str, ...] | Refused:
    """List the codes of what is in force."""
    verdict = may_see_bars(actor(moment))
    if isinstance(verdict, Refused):
        return moment.work.refuse(verdict, "list", "bar", "unknown")
    return tuple(bar.code for bar in bars.in_force(moment.work))


def read_bar(moment: Moment, command: ReadBar) -> BarLine | Refused:
    """H2.2: whom it is about, and who decided it; each reading is recorded once."""
    work, bar = moment.work, _open(moment, command.code)
    verdict = may_see_bars(actor(moment))
    if isinstance(verdict, Refused) or bar is None:
        return _refuse(moment, verdict, "read")
    if is_first_time(moment, command):
        work.record("read", "bar", bar.code, clause="H2.2")
    return BarLine(
        code=bar.code,
        name=", ".join(bars.names(work, bar)),
        scope=bar.scope,
        group=bar.group_name or "",
        since=bar.since,
        decided_by=staff.handle(work, bar.decided_by),
        others=bars.others(work, bar),
    )


def lift_bar(moment: Moment, command: LiftBar) -> Done | Refused:
    """G11.5, G3.15: a manager without a part in it lets them back in; an excluded family is decided about anew."""
    work, bar = moment.work, _held_still(moment, command.code)
    verdict = may_readmit(_facts(moment, bar, command.reason))
    if isinstance(verdict, Refused) or bar is None or moment.staff_id is None:
        return _refuse(moment, verdict, "lift")
    if not bars.lift(work, bar, moment.staff_id, command.reason):
        return work.refuse(Refused("A4", "refused_already_done"), "lift", "bar", bar.code)
    bars.readmit(work, bar, moment.staff_id)
    if bar.scope == ALL_GROUPS and bar.person_id is not None:
        agreements.activate(work, [bar.person_id], moment.organisation.agreement.version)
    work.cancel_timers(bar.id, "bar_review")
    work.record("lift", "bar", bar.code, clause="G11.5")
    if bar.scope == FAMILY:
        _reopen_case(moment, bar)
    _tell(moment, bar)
    return Done()


def extend_bar(moment: Moment, command: ExtendBar) -> Done | Refused:
    """G11.3, G3.13: from all groups, or the whole family: a manager's own act, with a reason of its own."""
    work, bar = moment.work, _held_still(moment, command.code)
    reported_by = None if bar is None else bar.reported_by
    verdict = may_exclude(ExclusionFacts(actor(moment), bool(command.reason.strip()), reported_by))
    if isinstance(verdict, Refused) or bar is None or moment.staff_id is None:
        return _refuse(moment, verdict, "extend")
    case = cases.of_family(work, bar.family_id)
    found = None if case is None else review(moment, case.code, drafts=True)
    if command.scope == FAMILY:
        return _refuse(moment, None, "extend") if case is None else exclude(moment, Exclude(case.code, command.reason))
    if found is not None and isinstance(second := second_manager.alone(moment, found, bar.code), Refused):
        return second_manager.ask(moment, found, second, command.reason, bar=bar.code)
    new = NewBar(ALL_GROUPS, bar.family_id, moment.staff_id, bar.person_id, reason=command.reason)
    code = bars.add(work, moment.own_id("bar"), new)
    theirs = [] if bar.person_id is None else [bar.person_id]
    shut = agreements.groups_of(work, theirs)
    bars.widen(work, bar, moment.staff_id)
    call_off_talks(work, theirs)
    for group_id in shut:
        change_passwords(moment, group_id, "barred", held_by=theirs)
    later = work.now + timedelta(days=moment.organisation.retention.excluded_review)
    work.set_timer("bar_review", moment.own_id("bar"), later)
    work.record("extend", "bar", code, clause="G11.3")
    return Done()


def _held_still(moment: Moment, code: str) -> Bar | None:
    """Lock the family first: another manager may be lifting the bar, or making it wider, at this moment."""
    found = bars.by_code(moment.work, code)
    if found is not None:
        lanes.lock(moment.work, found.family_id)
    return _open(moment, code)


def _open(moment: Moment, code: str) -> Bar | None:
    found = bars.by_code(moment.work, code)
    return found if found is not None and found.lifted_at is None else None


def _facts(moment: Moment, bar: Bar | None, reason: str) -> ExclusionFacts:
    acting = actor(moment)
    if bar is None:
        return ExclusionFacts(acting, bool(reason.strip()))
    decided_by = staff.handle(moment.work, bar.decided_by)
    return ExclusionFacts(acting, bool(reason.strip()), bar.reported_by, decided_by)


def _refuse(moment: Moment, verdict: object, act: str) -> Refused:
    gone = Refused("A4", "refused_no_such_bar" if act == "read" else "refused_already_done")
    refused = verdict if isinstance(verdict, Refused) else gone
    return moment.work.refuse(refused, act, "bar", "unknown")


def _reopen_case(moment: Moment, bar: Bar) -> None:
    """G3.7: nobody is a member by it: their case waits for a decision again."""
    work, case = moment.work, cases.of_family(moment.work, bar.family_id)
    if case is None or case.status != cases.EXCLUDED:
        return
    again = {"status": cases.OPEN, "decided_by": None, "decided_at": None, "claimed_by": None}
    cases.change(work, case.id, **again, version=case.version + 1)
    fresh = cases.by_id(work, case.id)
    if fresh is not None:
        submit(work, moment.organisation, fresh)
        work.set_timer("readmitted", case.id, work.now)


def _tell(moment: Moment, bar: Bar) -> None:
    """Say what is true now: who is still shut out by another bar hears nothing, who had left can ask again."""
    work = moment.work
    if bar.person_id is None:
        for line in several.once_each(contacts.of_family(work, bar.family_id)):
            outbox.tell(work, line, "readmitted_family")
        return
    person, contact = people.by_id(work, bar.person_id), contacts.of_person(work, bar.person_id)
    has_place = bars.has_place(work, bar)
    if contact is None or person is None:
        return
    if has_place:
        outbox.tell(work, contact, "unbarred_notice", screen_name=person.screen_name)
    elif not bars.others(work, bar):
        outbox.tell(work, contact, "readmitted_notice")


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {
    ListBars: list_bars,
    ReadBar: read_bar,
    LiftBar: once(lift_bar),
    ExtendBar: once(extend_bar),
}

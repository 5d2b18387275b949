"""Staff's acts on breaches of the Group Agreement: report, read, decide."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from bot import incidents
from bot.acts.actor import actor
from bot.acts.meeting_access import on_duty
from bot.acts.once import is_first_time, once
from bot.acts.out_at_once import change_passwords
from bot.moment import Moment
from bot.withdrawing import call_off_talks
from flows.family.acts import Done
from flows.policy import Refused, Role
from flows.policy.breaches import (
    BreachDecisionFacts,
    BreachFacts,
    may_decide_breach,
    may_report_breach,
    may_see_breach,
    membership_after,
)
from flows.staff.acts.breaches import BreachDetails, DecideBreach, ListBreaches, ReadBreach, ReportBreach
from storage import agreements, bars, breaches, contacts, groups, lanes, outbox, people, staff
from storage.bars import NewBar
from storage.breaches import Breach, Report
from storage.groups import Group, Member
from storage.work import Work

RECORDING = "no_recording"


def report_breach(moment: Moment, command: ReportBreach) -> str | Refused:
    """G11.1, H3.4: suspended at once; a recording is a data incident too."""
    work, group = moment.work, groups.by_code(moment.work, command.group)
    acting = on_duty(moment, None if group is None else group.id)
    person = None if group is None else _chosen(moment, group, command.member)
    verdict = may_report_breach(BreachFacts(acting, person is not None, bool(command.point)))
    if group is None or person is None or isinstance(verdict, Refused):
        refused = verdict if isinstance(verdict, Refused) else Refused("A1", "refused_not_staff_of_group")
        return work.refuse(refused, "report", "group", command.group)
    _hold_still(work, person.person_id)
    report = Report("breach", person.person_id, group.id, command.point, command.words, acting.handle)
    code, is_new = breaches.add(work, moment.own_id("breach"), report)
    if is_new:
        _act_at_once(moment, group, person, code, command)
    return code


def _chosen(moment: Moment, group: Group, number: str) -> Member | None:
    members = groups.members(moment.work, group.id, moment.organisation.agreement.version)
    return next((each for each in members if str(each.number) == number.strip()), None)


def _hold_still(work: Work, person_id: UUID) -> None:
    """Lock the family: at this moment a colleague may report the same person, or a manager decide about them."""
    person = people.by_id(work, person_id)
    if person is not None:
        lanes.lock(work, person.family_id)


def _act_at_once(moment: Moment, group: Group, person: Member, code: str, command: ReportBreach) -> None:
    work = moment.work
    if breaches.suspend(work, person.person_id, group.id):
        work.record("suspend", "person", person.person_id, clause="G11.1")
        _tell_person(moment, person.person_id, "suspended_notice", point=command.point, since=work.now)
    change_passwords(moment, group.id, "breach")
    for member in staff.by_role(work, Role.MANAGER):
        line = contacts.of_staff(work, member.id)
        if line is not None and member.id != moment.staff_id:
            outbox.tell(work, line, "staff_breach_waiting", code=code)
    if command.point == RECORDING:
        _open_incident(moment, group, command)


def _open_incident(moment: Moment, group: Group, command: ReportBreach) -> None:
    code, is_new = incidents.open_incident(
        moment.work,
        moment.organisation,
        moment.own_id("incident"),
        kind="recording",
        words=command.words,
        reported_by=actor(moment, group.id).handle,
        group_id=group.id,
    )
    if is_new:
        incidents.tell(moment.work, code, (), moment.staff_id)


def list_breaches(moment: Moment, _: ListBreaches) -> tuple[str, ...]:
    """G11.1: what waits for a decision by this manager."""
    acting = actor(moment)
    if not may_see_breach(BreachDecisionFacts(acting, "", decided=False, outcome="")):
        return ()
    return breaches.waiting(moment.work, acting.handle)


def read_breach(moment: Moment, command: ReadBreach) -> BreachDetails | Refused:
    """G11.1: all of one report, for a manager who may decide it."""
    work, breach = moment.work, breaches.by_code(moment.work, command.code)
    verdict = may_see_breach(_facts(moment, breach, ""))
    if breach is None or isinstance(verdict, Refused):
        refused = verdict if isinstance(verdict, Refused) else Refused("G11.1", "refused_no_such_breach")
        return work.refuse(refused, "read", "breach", command.code)
    if is_first_time(moment, command):
        work.record("read", "breach", breach.code)
    return BreachDetails(
        code=breach.code,
        name=breach.name,
        group=breach.group_name or "",
        point=breach.point,
        words=breach.words,
        reported_by=breach.reported_by,
        at=breach.at,
        decided=breach.outcome is not None,
    )


def decide_breach(moment: Moment, command: DecideBreach) -> Done | Refused:
    """G11.1, G11.2, A4: a second person decides, once: barred, or a member as before."""
    work, breach = moment.work, breaches.by_code(moment.work, command.code)
    if breach is not None and breach.person_id is not None:
        _hold_still(work, breach.person_id)
    verdict = may_decide_breach(_facts(moment, breach, command.outcome))
    if breach is None or moment.staff_id is None or isinstance(verdict, Refused):
        refused = verdict if isinstance(verdict, Refused) else Refused("G11.1", "refused_person_missing")
        return work.refuse(refused, "decide", "breach", command.code)
    if not breaches.decide(work, breach, command.outcome, moment.staff_id):
        return work.refuse(Refused("A4", "refused_already_decided"), "decide", "breach", breach.code)
    work.record(command.outcome, "breach", breach.code)
    _carry_out(moment, breach, upheld=command.outcome == "upheld")
    return Done()


def _facts(moment: Moment, breach: Breach | None, outcome: str) -> BreachDecisionFacts:
    acting = actor(moment)
    if breach is None:
        return BreachDecisionFacts(acting, "", decided=False, outcome=outcome)
    named = breach.person_id is not None
    is_decided, kept = breach.outcome is not None, frozenset(breach.kept_from)
    return BreachDecisionFacts(acting, breach.reported_by, is_decided, outcome, named, kept)


def _carry_out(moment: Moment, breach: Breach, *, upheld: bool) -> None:
    work = moment.work
    if breach.person_id is None or breach.group_id is None:
        return
    if not upheld and breaches.keeps_out(work, breach.person_id, breach.group_id):
        return
    has_left = agreements.has_left(work, breach.person_id, breach.group_id)
    status = membership_after(upheld=upheld, has_left=has_left).value
    was = "left" if has_left else breaches.comes_back_as(work, breach.person_id, breach.group_id)
    before = ("approved", "active", "suspended", "left") if upheld else ("suspended",)
    if upheld:
        breaches.suspend(work, breach.person_id, breach.group_id)
    if not breaches.set_status(work, breach.person_id, breach.group_id, status, before=before):
        return
    if not upheld and not has_left:  # A member as before, if they had agreed.
        agreements.activate(work, [breach.person_id], moment.organisation.agreement.version)
    work.record(status, "person", breach.person_id, clause="G11.2")
    if upheld:
        _write_bar(moment, breach, breach.person_id, was)
        change_passwords(moment, breach.group_id, "barred", held_by=[breach.person_id])
        call_off_talks(work, [breach.person_id], breach.group_id)
        _tell_person(moment, breach.person_id, "barred_notice", point=breach.point, since=work.now)
    elif not has_left:
        _tell_person(moment, breach.person_id, "restored_notice")


def _write_bar(moment: Moment, breach: Breach, person_id: UUID, before: str) -> None:
    """G11.3: for this person and this group; somebody looks again in a year."""
    work, person = moment.work, people.by_id(moment.work, person_id)
    if person is None or moment.staff_id is None:
        return
    bar_id = moment.own_id("bar")
    about = (person.family_id, moment.staff_id, person.id, breach.group_id, breach.id)
    bars.add(work, bar_id, NewBar(bars.GROUP, *about, before=before))
    work.set_timer("bar_review", bar_id, work.now + timedelta(days=moment.organisation.retention.excluded_review))


def _tell_person(moment: Moment, person_id: UUID, text_id: str, **params: Any) -> None:
    """G11.6: what, from when and how to complain, to that person only; never who reported it."""
    line, person = contacts.of_person(moment.work, person_id), people.by_id(moment.work, person_id)
    if line is not None and person is not None:
        outbox.tell(moment.work, line, text_id, screen_name=person.screen_name, **params)


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {
    ReportBreach: report_breach,
    ListBreaches: list_breaches,
    ReadBreach: read_breach,
    DecideBreach: once(decide_breach),
}

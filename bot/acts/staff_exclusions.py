"""EXCLUDE: a manager shuts a family out, of one group or of everything, at any stage (G3.13, G3.14)."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from bot import case_cards
from bot.acts import second_manager
from bot.acts.once import Perform, once
from bot.acts.out_at_once import change_passwords
from bot.acts.reviewing import Review, review
from bot.moment import Moment
from bot.withdrawing import call_off_talks
from flows.family.acts import Done
from flows.policy import Refused
from flows.policy.deciding import ExclusionFacts, may_exclude
from flows.staff.acts.cases import AskToExclude, Excludable, Exclude
from storage import (
    agreements,
    bars,
    breaches,
    cases,
    contacts,
    conversations,
    groups,
    invitations,
    outbox,
    people,
    several,
)
from storage.bars import NewBar
from storage.cases import Case
from storage.groups import Group

NO_SUCH_CASE = Refused("G3.13", "refused_no_such_case")
NOT_IN_IT = Refused("G3.13", "refused_family_not_in_group")


def ask_to_exclude(moment: Moment, command: AskToExclude) -> Excludable | Refused:
    """G3.13, G5.1: which family it is, without opening its case: no name is read, so no reading is recorded."""
    found = review(moment, command.code, drafts=True)
    if found is None:
        return moment.work.refuse(NO_SUCH_CASE, "exclude", "case", "unknown")
    verdict = may_exclude(_facts(moment, found, reason_given=True))
    if isinstance(verdict, Refused):
        return moment.work.refuse(verdict, "exclude", "case", found.case.code)
    adults = people.of_family(moment.work, found.case.family_id)
    theirs = tuple((group.code, group.name) for group in _groups_of(moment, found.case))
    return Excludable(found.case.code, len(adults), found.case.opened_at, theirs)


def exclude(moment: Moment, command: Exclude) -> Done | Refused:
    """G3.13, G3.14: a manager excludes the family, from everything, at once; the notice gives no reason."""
    work = moment.work
    found = review(moment, command.code, drafts=True)
    if found is None or moment.staff_id is None:
        return work.refuse(NO_SUCH_CASE, "exclude", "case", "unknown")
    verdict = may_exclude(_facts(moment, found, reason_given=bool(command.reason.strip())))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "exclude", "case", found.case.code)
    theirs = _groups_of(moment, found.case)
    if isinstance(second := second_manager.alone(moment, found, command.group), Refused):
        return second_manager.ask(moment, found, second, command.reason, group=command.group)
    if command.group is not None:
        group = next((each for each in theirs if each.code == command.group), None)
        if group is None:
            return work.refuse(NOT_IN_IT, "exclude", "case", found.case.code)
        return _exclude_from_group(moment, found, group.id, command)
    case, ids = found.case, [person.id for person in people.of_family(work, found.case.family_id)]
    for group in theirs:
        change_passwords(moment, group.id, "excluded", held_by=ids)
    check_id, outcome = moment.own_id("exclusion"), cases.EXCLUDED
    cases.add_check(work, check_id, case.id, moment.staff_id, kind="exclusion", outcome=outcome, reason=command.reason)
    cases.set_aside(work, case.family_id, moment.staff_id)
    cases.change(work, case.id, decided_by=moment.staff_id)
    agreements.exclude(work, ids, moment.staff_id)
    call_off_talks(work, ids)
    outbox.void(work, release_ids=people.release_ids(work, ids), reason="excluded")
    work.cancel_timers(case.id, "first_contact", "on_hold")
    bar = NewBar(bars.FAMILY, case.family_id, moment.staff_id, reason=command.reason)
    _write_down(moment, bar)
    work.record("exclude", "case", case.code, clause="G3.13")
    _give_notice(moment, case)
    case_cards.show_decision(work, case, cases.EXCLUDED, found.actor.handle)
    return Done()


def _exclude_from_group(moment: Moment, found: Review, group_id: UUID, command: Exclude) -> Done | Refused:
    """G3.13: out of one group: each adult of the family is barred from it, and from nothing else."""
    work, case = moment.work, found.case
    if moment.staff_id is None:
        return work.refuse(NO_SUCH_CASE, "exclude", "case", "unknown")
    adults = people.of_family(work, case.family_id)
    change_passwords(moment, group_id, "excluded", held_by=[person.id for person in adults])
    for person in adults:
        was = breaches.comes_back_as(work, person.id, group_id)
        breaches.suspend(work, person.id, group_id)
        breaches.set_status(work, person.id, group_id, "barred", before=("approved", "active", "suspended", "left"))
        about = (case.family_id, moment.staff_id, person.id, group_id)
        bar = NewBar(bars.GROUP, *about, reason=command.reason, before=was)
        _write_down(moment, bar)
    call_off_talks(work, [person.id for person in adults], group_id)
    work.record("exclude", "case", case.code, outcome="one_group", clause="G3.13")
    for line in several.once_each(contacts.of_family(work, case.family_id)):
        outbox.tell(work, line, "excluded_notice", phone=moment.organisation.phones[0].number)
    return Done()


def _write_down(moment: Moment, bar: NewBar) -> None:
    """Keep who decided it and why; somebody looks again in a year."""
    bar_id = moment.own_id("bar", bar.scope, bar.person_id)
    bars.add(moment.work, bar_id, bar)
    later = moment.work.now + timedelta(days=moment.organisation.retention.excluded_review)
    moment.work.set_timer("bar_review", bar_id, later)


def _give_notice(moment: Moment, case: Case) -> None:
    work = moment.work
    lines = contacts.of_family(work, case.family_id)
    invitations.revoke_for_family(work, case.family_id, [line.id for line in lines])
    for line in lines:
        outbox.void(work, contact_id=line.id, reason="excluded")
        conversations.close_all(work, line.id)
    for line in several.once_each(lines):
        outbox.tell(work, line, "excluded_notice", phone=moment.organisation.phones[0].number)


def _facts(moment: Moment, found: Review, *, reason_given: bool) -> ExclusionFacts:
    work, family_id, by = moment.work, found.case.family_id, found.actor.handle
    reported_by = by if breaches.is_reported_by(work, family_id, by) else None
    already = people.is_excluded(work, family_id)
    return ExclusionFacts(found.actor, reason_given, reported_by, already=already)


def _groups_of(moment: Moment, case: Case) -> list[Group]:
    """The groups that the family is in, and the one that it was invited into."""
    ids = [person.id for person in people.of_family(moment.work, case.family_id)]
    joined = agreements.groups_of(moment.work, ids)
    wanted = dict.fromkeys([*joined, *([] if case.group_id is None else [case.group_id])])
    found = (groups.by_id(moment.work, group_id) for group_id in wanted)
    return [group for group in found if group is not None]


ACTS: Mapping[type, Perform] = {AskToExclude: ask_to_exclude, Exclude: once(exclude)}

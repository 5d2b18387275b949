"""What a family changes of its own: names on screen, safe times, phones, leaving, silence (1.5, G7.4)."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from bot import case_cards
from bot.acts.guessing import may_try
from bot.acts.once import Perform, once
from bot.moment import Moment
from flows.family.acts import (
    ChangeDetail,
    CheckOwnCode,
    Done,
    Leave,
    MakePhoneCode,
    PausePushes,
    ScreenNameVerdict,
    UsePhoneCode,
)
from flows.policy import Refused, Verdict
from flows.policy.joining import may_redeem_invitation
from flows.policy.screen_names import ScreenNameFacts, screen_name_verdict
from flows.policy.verdict import judge
from storage import agreements, cases, contacts, guesses, invitations, likeness, outbox, people, staff
from storage.invitations import Invitation
from storage.people import Person


def check_own_code(moment: Moment, command: CheckOwnCode) -> bool:
    """G6.4: compare somebody's own digits; five wrong ones in an hour, and nothing is right any more."""
    work = moment.work
    person = people.of_lane(work, moment.contact, command.adult)
    if person is None:
        return False
    try_id = moment.own_id(work.keys.token("tries", command.digits).hex())
    correct = likeness.try_own_code(work, try_id, person, command.digits)
    if not correct:
        work.refuse(Refused("G6.4", "refused_own_digits"), "check_own_code", "person", person.id)
    return correct


def leave(moment: Moment, command: Leave) -> Done:
    """LEAVE: one adult is no member any more; nothing secret is on its way to them."""
    work = moment.work
    person = people.of_lane(work, moment.contact, command.adult)
    if person is None:
        return Done()
    agreements.leave(work, person.id)
    outbox.void(work, release_ids=people.release_ids(work, [person.id]), reason="left")
    work.record("leave", "person", person.id)
    if not agreements.of_people(work, [person.id]):
        _withdraw(moment, person)
    return Done()


def pause_pushes(moment: Moment, command: PausePushes) -> Done:
    """STOP holds back what nobody asked for; START resumes it."""
    stopped_at = moment.work.now if command.paused else None
    contacts.change(moment.work, moment.contact.id, stopped_at=stopped_at)
    moment.work.record("stop" if command.paused else "start", "contact", moment.contact.id)
    return Done()


def make_phone_code(moment: Moment, command: MakePhoneCode) -> str | Refused:
    """G2.2: a one-use code by which another adult of the family joins from their own phone."""
    work = moment.work
    person = people.of_lane(work, moment.contact, command.adult)
    verdict = judge((person is not None, "G2.2", "refused_code"))
    if isinstance(verdict, Refused) or person is None:
        return work.refuse(Refused("G2.2", "refused_code"), "make_code", "contact", moment.contact.id)
    made = invitations.make(
        work,
        moment.own_id("phone", command.adult),
        invitations.SECOND_PHONE,
        work.now + timedelta(days=moment.organisation.joining.invitation_days),
        family_id=person.family_id,
        person_id=person.id,
    )
    return made.code(work)


def use_phone_code(moment: Moment, command: UsePhoneCode) -> Done | Refused:
    """G2.2: the code is used; staff speak to that adult before the phone counts as theirs."""
    work = moment.work
    limit = may_try(work, moment.contact)
    if isinstance(limit, Refused):
        return limit
    found = invitations.hold_code(work, command.code)
    verdict = may_redeem_invitation(invitations.redeem_facts(work, found, moment.contact))
    phone_of = {one.family_id for one in people.on_contact(work, moment.contact.id)}
    is_theirs = found is not None and found.purpose == invitations.SECOND_PHONE and not phone_of - {found.family_id}
    if isinstance(verdict, Refused) or found is None or not is_theirs:
        guesses.count(work, moment.contact)
        refused = verdict if isinstance(verdict, Refused) else Refused("G2.2", "refused_code")
        return work.refuse(refused, "use_code", "contact", moment.contact.id)
    invitations.change(work, found.id, contact_id=moment.contact.id, spent_at=work.now)
    work.record("use_code", found.purpose, found.id)
    _tell_reviewers(moment, found)
    return Done()


def change_detail(moment: Moment, command: ChangeDetail) -> Done | Refused:
    """CHANGE: the screen name, judged as before, or the safe times."""
    work = moment.work
    person = people.of_lane(work, moment.contact, command.adult)
    if command.field == "safe_times":
        people.set_safe_times(work, moment.contact.lane_id, command.value)
    elif person is not None:
        verdict = _judge_name(moment, command.value, person.full_name, ())
        if isinstance(verdict, Refused):
            return work.refuse(verdict, "change", "person", person.id)
        people.change(work, person, screen_name=command.value)
    work.record("change", command.field, moment.contact.lane_id)
    return Done()


def judge_screen_name(moment: Moment, command: ScreenNameVerdict) -> Done | Refused:
    """G7.4: judge a name for the screen; nothing is kept of it."""
    verdict = _judge_name(moment, command.screen_name, command.full_name, command.taken)
    return verdict if isinstance(verdict, Refused) else Done()


def _withdraw(moment: Moment, person: Person) -> None:
    """End a request before its decision: for one adult, or altogether when nobody is left in it."""
    work = moment.work
    people.change(work, person, number=0)
    case = cases.of_family(work, person.family_id)
    if case is None or case.status in cases.DECIDED or people.of_family(work, person.family_id):
        return
    cases.change(work, case.id, status=cases.WITHDRAWN, version=case.version + 1, decided_at=work.now)
    work.cancel_timers(case.id)
    work.record("withdraw", "case", case.code)
    case_cards.show_decision(work, case, cases.WITHDRAWN, "-")


def _judge_name(moment: Moment, name: str, full_name: str, taken: tuple[str, ...]) -> Verdict:
    return screen_name_verdict(name_facts(moment, moment.contact.lane_id, name, full_name, taken))


def name_facts(moment: Moment, family_id: UUID, name: str, full_name: str, taken: tuple[str, ...]) -> ScreenNameFacts:
    """G7.4: what a name on the screen is compared with."""
    work = moment.work
    ids = [person.id for person in people.of_family(work, family_id)]
    others = people.screen_names(work, agreements.groups_of(work, ids), but_family=family_id)
    rude = moment.organisation.meetings.rude_names
    return ScreenNameFacts(name, full_name, staff.names(work), [*taken, *others], rude)


def _tell_reviewers(moment: Moment, found: Invitation) -> None:
    work = moment.work
    case = None if found.family_id is None else cases.of_family(work, found.family_id)
    if case is None:
        return
    reviewers = [case.claimed_by] if case.claimed_by is not None else cases.leaders(work, case)
    for line in staff.lines(work, reviewers):
        outbox.tell(work, line, "staff_second_phone", code=case.code)


ACTS: Mapping[type, Perform] = {
    CheckOwnCode: check_own_code,
    Leave: once(leave),
    PausePushes: once(pause_pushes),
    MakePhoneCode: make_phone_code,
    UsePhoneCode: once(use_phone_code),
    ChangeDetail: once(change_detail),
    ScreenNameVerdict: judge_screen_name,
}

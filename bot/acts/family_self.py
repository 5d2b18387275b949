"""What a family changes of its own: names on screen, safe times, leaving, silence (1.5, G7.4)."""

from collections.abc import Mapping
from uuid import UUID

from bot.acts.once import Perform, once
from bot.moment import Moment
from bot.withdrawing import call_off_talks, withdraw
from flows.family.acts import Done
from flows.family.acts.joining import ScreenNameVerdict
from flows.family.acts.own import ChangeDetail, Leave, MayDecide, PausePushes
from flows.family.acts.passwords import CheckOwnCode
from flows.policy import Refused, Verdict
from flows.policy.screen_names import ScreenNameFacts, screen_name_verdict
from flows.policy.several import ChangeFacts, may_decide_from_here
from storage import agreements, cases, contacts, likeness, outbox, people, several, staff
from storage.people import Person
from storage.work import Work


def check_own_code(moment: Moment, command: CheckOwnCode) -> bool:
    """G6.4: compare somebody's own digits; five wrong ones in an hour, and nothing is right any more."""
    work = moment.work
    person = people.of_lane(work, moment.contact, command.adult)
    if person is None:
        return False
    try_id = moment.own_id(work.keys.token("tries", command.digits).hex())
    correct = likeness.try_own_code(work, try_id, person, command.digits, moment.contact.id)
    if not correct:
        work.refuse(Refused("G6.4", "refused_own_digits"), "check_own_code", "person", person.id)
    return correct


def may_decide(moment: Moment, _command: MayDecide) -> Done | Refused:
    """G6.4: asked before anything that counts."""
    verdict = from_here(moment)
    return moment.work.refuse(verdict, "decide", "contact", moment.contact.id) if verdict is not None else Done()


def from_here(moment: Moment) -> Refused | None:
    """G6.4: what refuses to decide for an adult from this phone now."""
    work = moment.work
    now = contacts.by_id(work, moment.contact.id) or moment.contact
    doubt = several.shared(work, now).number_in_doubt
    verdict = may_decide_from_here(ChangeFacts(now.frozen_at is not None, doubt))
    return verdict if isinstance(verdict, Refused) else None


def leave(moment: Moment, command: Leave) -> Done | Refused:
    """LEAVE: one adult is no member any more; nothing secret is on its way to them."""
    work = moment.work
    if (refused := from_here(moment)) is not None:
        return work.refuse(refused, "leave", "contact", moment.contact.id)
    person = people.of_lane(work, moment.contact, command.adult)
    if person is None:
        return Done()
    agreements.leave(work, person.id)
    call_off_talks(work, [person.id])
    outbox.void(work, release_ids=people.release_ids(work, [person.id]), reason="left")
    work.record("leave", "person", person.id)
    if not agreements.of_people(work, [person.id]):
        _withdraw(moment, person)
    return Done()


def pause_pushes(moment: Moment, command: PausePushes) -> Done:
    """STOP holds back what nobody asked for; START resumes it."""
    work, stopped_at = moment.work, moment.work.now if command.paused else None
    everywhere = several.ids_with_it(work, moment.contact) if command.everywhere else [moment.contact.id]
    for contact_id in everywhere:
        contacts.change(work, contact_id, stopped_at=stopped_at)
        work.record("stop" if command.paused else "start", "contact", contact_id)
    return Done()


def change_detail(moment: Moment, command: ChangeDetail) -> Done | Refused:
    """CHANGE: the screen name, judged as before, or the safe times."""
    work = moment.work
    if (refused := from_here(moment)) is not None:
        return work.refuse(refused, "change", "contact", moment.contact.id)
    person = people.of_lane(work, moment.contact, command.adult)
    if command.field == "safe_times":
        people.set_safe_times(work, moment.contact.lane_id, command.value)
    elif person is not None:
        verdict = _judge_name(moment, command.value, person.full_name, taken_at_home(work, person))
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
    withdraw(work, case)


def _judge_name(moment: Moment, name: str, full_name: str, taken: tuple[str, ...]) -> Verdict:
    return screen_name_verdict(name_facts(moment, moment.contact.lane_id, name, full_name, taken))


def taken_at_home(work: Work, person: Person) -> tuple[str, ...]:
    """G7.4: the names on the screen of the other adults of the family."""
    return tuple(each.screen_name for each in people.of_family(work, person.family_id) if each.id != person.id)


def name_facts(moment: Moment, family_id: UUID, name: str, full_name: str, taken: tuple[str, ...]) -> ScreenNameFacts:
    """G7.4: what a name on the screen is compared with."""
    work = moment.work
    ids = [person.id for person in people.of_family(work, family_id)]
    others = people.screen_names(work, agreements.groups_of(work, ids), but_family=family_id)
    rude = moment.organisation.meetings.rude_names
    return ScreenNameFacts(name, full_name, staff.names(work), [*taken, *others], rude)


ACTS: Mapping[type, Perform] = {
    CheckOwnCode: check_own_code,
    MayDecide: may_decide,
    Leave: once(leave),
    PausePushes: once(pause_pushes),
    ChangeDetail: once(change_detail),
    ScreenNameVerdict: judge_screen_name,
}

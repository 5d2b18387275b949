"""The leader's own word about a name on the screen (G7.4)."""

from collections.abc import Mapping

from bot.acts.actor import actor
from bot.acts.family_self import name_facts, taken_at_home
from bot.acts.once import Perform, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Refused
from flows.policy.screen_names import LeaderNameFacts, may_set_screen_name
from flows.staff.acts.running import SetScreenName
from storage import contacts, groups, outbox, people
from storage.people import Person


def set_screen_name(moment: Moment, command: SetScreenName) -> Done | Refused:
    """G7.4: the person is told the name, on a phone where that gives nothing away."""
    work, group = moment.work, groups.by_code(moment.work, command.group)
    members = [] if group is None else groups.members(work, group.id, moment.organisation.agreement.version)
    chosen = next((each for each in members if str(each.number) == command.member.strip()), None)
    person = None if chosen is None else people.by_id(work, chosen.person_id)
    if group is None or person is None:
        return work.refuse(Refused("A1", "refused_person_missing"), "rename", "group", command.group)
    judged = name_facts(moment, person.family_id, command.name, person.full_name, taken_at_home(work, person))
    verdict = may_set_screen_name(LeaderNameFacts(actor(moment, group.id), judged))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "rename", "person", person.id)
    people.change(work, person, screen_name=command.name)
    work.record("rename", "person", person.id, clause="G7.4")
    _tell(moment, person, command.name)
    return Done()


def _tell(moment: Moment, person: Person, name: str) -> None:
    line = None if person.contact_id is None else contacts.by_id(moment.work, person.contact_id)
    if line is not None and not line.silent:
        outbox.tell(moment.work, line, "screen_name_set", screen_name=name)


ACTS: Mapping[type, Perform] = {SetScreenName: once(set_screen_name)}

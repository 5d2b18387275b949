"""The group that a family belongs to, or that its case is for."""

from bot.moment import Moment
from storage import agreements, cases, groups, people
from storage.groups import Group


def group_of(moment: Moment) -> Group | None:
    """Find the group that a family is in, or that its case is for."""
    work = moment.work
    ids = [person.id for person in people.of_family(work, moment.contact.lane_id)]
    found = agreements.groups_of(work, ids)
    case = None if found else cases.of_family(work, moment.contact.lane_id)
    group_id = found[0] if found else None if case is None else case.group_id
    return None if group_id is None else groups.by_id(work, group_id)

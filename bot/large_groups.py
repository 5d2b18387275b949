"""L1.2: a group that grows towards the size at which a third person must moderate."""

from flows.policy import Role, Seat
from flows.policy.meetings import LARGE, is_nearly_large, moderator_needed
from storage import deeds, groups, outbox, staff
from storage.groups import Group
from storage.work import Work, id_for


def note_growth(work: Work, before: Group) -> None:
    """L1.1, L1.2: once at each size, tell the leader and the managers; a moderator in the seat is all it needs."""
    group = groups.by_id(work, before.id)
    if group is None or Seat.MODERATOR in group.holders:
        return
    if moderator_needed(group.adults):
        _tell_once(work, group, "staff_now_large")
    elif is_nearly_large(group.adults):
        _tell_once(work, group, "staff_nearly_large")


def _tell_once(work: Work, group: Group, text_id: str) -> None:
    if not deeds.first_time(work, id_for(text_id, group.id)):
        return
    managers = [one.id for one in staff.by_role(work, Role.MANAGER)]
    leader = [] if group.leader_id is None else [group.leader_id]
    for line in staff.lines(work, [*leader, *managers]):
        outbox.tell(work, line, text_id, group=group.name, n=group.adults, limit=LARGE)
    work.record("warn", "group", group.code, outcome=text_id, clause="L1.2")

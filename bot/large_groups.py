"""L1.2: a group that grows towards the size at which a third person must moderate."""

from typing import Any

from flows.policy import Role, Seat
from flows.policy.meetings import LARGE, is_nearly_large, moderator_needed
from storage import deeds, groups, headcount, outbox, staff
from storage.groups import Group
from storage.ids import id_for
from storage.work import Work


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
    expected = headcount.of_group(work, group.id)
    managers = [one.id for one in staff.by_role(work, Role.MANAGER)]
    leader = [] if group.leader_id is None else [group.leader_id]
    for line in staff.lines(work, [*leader, *managers]):
        told: dict[str, Any] = {"group": group.name, "families": expected.families, "screens": expected.screens}
        outbox.tell(work, line, text_id, n=expected.adults, limit=LARGE, **told)
    work.record("warn", "group", group.code, outcome=text_id, clause="L1.2")

"""H3.4: a family says that somebody records or takes screenshots."""

from collections.abc import Mapping
from uuid import UUID

from bot.acts.allegations import kept_from
from bot.acts.family_group import group_of
from bot.acts.once import Perform, once
from bot.moment import Moment
from flows.family.acts import Done, ReportRecording
from flows.policy import Role
from storage import breaches, outbox, staff
from storage.breaches import FAMILY, Report
from storage.groups import Group

POINT = "no_recording"


def report_recording(moment: Moment, command: ReportRecording) -> Done:
    """H3.4: a breach that names nobody yet, and a data incident; the leader, managers and data lead hear of both."""
    work, group = moment.work, group_of(moment)
    group_id = None if group is None else group.id
    codes = [
        breaches.add(work, moment.own_id(kind), Report(kind, None, group_id, POINT, command.words, FAMILY))[0]
        for kind in ("breach", "incident")
    ]
    for line in staff.lines(work, _who_hears(moment, group, command.words)):
        outbox.tell(work, line, "staff_recording_reported", breach=codes[0], code=codes[1])
    return Done()


def _who_hears(moment: Moment, group: Group | None, words: str) -> list[UUID]:
    """The leader and those who answer for it, but nobody whom the words are about."""
    out = kept_from(moment, words)
    answer = staff.by_role(moment.work, Role.DATA_LEAD, Role.MANAGER)
    leader = None if group is None else staff.by_id(moment.work, group.leader_id)
    heard = [*([] if leader is None else [leader]), *answer]
    return [one.id for one in heard if one.handle not in out]


ACTS: Mapping[type, Perform] = {ReportRecording: once(report_recording)}

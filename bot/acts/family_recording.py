"""H3.4: a family says that somebody records or takes screenshots."""

from collections.abc import Collection, Mapping
from uuid import UUID

from bot import incidents
from bot.acts.allegations import kept_from
from bot.acts.family_group import group_of
from bot.acts.once import Perform, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.family.acts.care import ReportRecording
from flows.policy import Role
from storage import breaches, outbox, staff
from storage.breaches import FAMILY, Report
from storage.groups import Group

POINT = "no_recording"


def report_recording(moment: Moment, command: ReportRecording) -> Done:
    """H3.3, H3.4: a breach that names nobody yet, and a data incident; those who answer for them hear of both."""
    work, group = moment.work, group_of(moment)
    group_id = None if group is None else group.id
    out = kept_from(moment, command.words)
    # Where that leaves nobody to decide it, it is kept from nobody.
    decides = any(one.handle not in out for one in staff.by_role(work, Role.MANAGER))
    report = Report("breach", None, group_id, POINT, command.words, FAMILY, kept_from=out if decides else ())
    breach, _ = breaches.add(work, moment.own_id("breach"), report)
    incident, _ = incidents.open_incident(
        work,
        moment.organisation,
        moment.own_id("incident"),
        kind="recording",
        words=command.words,
        reported_by=FAMILY,
        kept_from=out,
        group_id=group_id,
    )
    for line in staff.lines(work, _who_hears(moment, group, out)):
        outbox.tell(work, line, "staff_recording_reported", breach=breach, code=incident)
    return Done()


def _who_hears(moment: Moment, group: Group | None, out: Collection[str]) -> list[UUID]:
    """The leader and those who answer for it, but nobody whom the words are about."""
    answer = staff.by_role(moment.work, Role.DATA_LEAD, Role.MANAGER)
    leader = None if group is None else staff.by_id(moment.work, group.leader_id)
    heard = [*([] if leader is None else [leader]), *answer]
    return [one.id for one in heard if one.handle not in out]


ACTS: Mapping[type, Perform] = {ReportRecording: once(report_recording)}

"""Whether sensitive things may come up in a group, and what that asks of its meetings (I2.2)."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.acts.actor import actor
from bot.acts.once import once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Actor, Refused, Verdict
from flows.policy.meetings import may_see_meeting
from flows.policy.one_to_ones import SensitiveFacts, is_end_to_end, is_private_enough_for_group, may_set_theme
from flows.staff.acts.groups import GroupTheme, SetTheme
from flows.staff.acts.meetings import ScheduleMeeting
from storage import groups
from storage.diary import Talk
from storage.groups import Group

UNKNOWN = Refused("A1", "refused_not_staff_of_group")


def group_theme(moment: Moment, command: GroupTheme) -> str | Refused | None:
    """I2.2: what was said about a group, to those who work with it."""
    group = groups.by_code(moment.work, command.group)
    verdict = may_see_meeting(actor(moment, None if group is None else group.id))
    if group is None or isinstance(verdict, Refused):
        refused = verdict if isinstance(verdict, Refused) else UNKNOWN
        return moment.work.refuse(refused, "read_theme", "group", command.group)
    return group.sensitive


def set_theme(moment: Moment, command: SetTheme) -> Done | Refused:
    """I2.2: it holds for the meetings that are planned from now on."""
    work, group = moment.work, groups.by_code(moment.work, command.group)
    verdict = may_set_theme(actor(moment, None if group is None else group.id))
    if group is None or isinstance(verdict, Refused):
        refused = verdict if isinstance(verdict, Refused) else UNKNOWN
        return work.refuse(refused, "set_theme", "group", command.group)
    _keep(moment, group, command.sensitive)
    return Done()


def may_meet_there(acting: Actor, group: Group, command: ScheduleMeeting) -> Verdict:
    """I2.2: what was said of the group holds; a manager may say why it must be so."""
    sensitive = group.sensitive or command.sensitive
    given = bool(command.reason and command.reason.strip())
    private = is_end_to_end(command.platform, ticked=command.end_to_end)
    return is_private_enough_for_group(SensitiveFacts(sensitive, private, acting if given else None, given))


def talk(moment: Moment, command: ScheduleMeeting) -> Talk:
    """What is kept of it with each meeting."""
    private = is_end_to_end(command.platform, ticked=command.end_to_end)
    return Talk(private, moment.staff_id if command.reason else None, command.reason)


def keep_answer(moment: Moment, group: Group, command: ScheduleMeeting) -> None:
    """The first answer holds for the group; a manager's exception is on record with each first meeting of a row."""
    if group.sensitive is None and command.sensitive is not None:
        _keep(moment, group, command.sensitive)
    if command.reason:
        moment.work.record("override_privacy", "group", group.code, clause="I2.2")


def _keep(moment: Moment, group: Group, sensitive: str) -> None:
    groups.set_sensitive(moment.work, group.id, sensitive)
    moment.work.record("set_theme", "group", group.code, outcome=f"sensitive:{sensitive}", clause="I2.2")


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {GroupTheme: group_theme, SetTheme: once(set_theme)}

"""Staff's acts on meetings that a provider makes: begin anew, be the host, see who came. It is asked elsewhere."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.acts.meeting_access import find, is_private
from bot.acts.once import once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import MeetingStatus, Refused
from flows.policy.members import SeeFacts, may_see_waiting_list
from flows.policy.platform import HostFacts, RestartFacts, may_have_host_link, may_restart
from flows.staff.acts.rooms import AskHostLink, ListSeen, RestartRoom
from storage import groups, meetings, room_events, rooms
from storage.meetings import Meeting


def state(moment: Moment, meeting: Meeting) -> tuple[str, tuple[str, ...]]:
    """How far the provider is with the room for the password that counts, and what is left to tick."""
    if _provider(moment, meeting) is None or meeting.password_version == 0:
        return "", ()
    room = rooms.of_version(moment.work, meeting)
    if room is None:
        return ("restart" if rooms.needs_a_human(moment.work, meeting) else "making"), ()
    if room.status == rooms.MADE:
        return "made", tuple(room.to_tick)
    return ("making" if room.status == rooms.WANTED and room.told is None else ""), ()


def restart_room(moment: Moment, command: RestartRoom) -> Done | Refused:
    """G6.5: by the word of the leader's team the running meeting is ended and a new one is made."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "restart_room", "meeting", command.code)
    meeting = meetings.lock(work, found[0].id)
    status = MeetingStatus(meeting.status)
    verdict = may_restart(RestartFacts(found[1], status, command.version, meeting.password_version))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "restart_room", "meeting", meeting.code)
    provider = _provider(moment, meeting)
    if provider is None:
        return work.refuse(Refused("G6.3", "refused_no_room"), "restart_room", "meeting", meeting.code)
    rooms.want(work, meeting, provider)
    work.record("restart_room", "meeting", meeting.code, clause="G6.5")
    return Done()


def ask_host_link(moment: Moment, command: AskHostLink) -> Done | Refused:
    """G6.7: the worker fetches the link; whoever asked gets it on their private line."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "host_link", "meeting", command.code)
    meeting, acting = found
    room = rooms.of_version(work, meeting)
    made = room is not None and room.status == rooms.MADE
    verdict = may_have_host_link(HostFacts(acting, is_private(moment), MeetingStatus(meeting.status), made))
    if isinstance(verdict, Refused) or room is None:
        refused = verdict if isinstance(verdict, Refused) else Refused("G6.3", "refused_no_room")
        return work.refuse(refused, "host_link", "meeting", meeting.code)
    rooms.change(work, room, host_for=moment.staff_id, due_at=work.now)
    work.record("host_link", "meeting", meeting.code, clause="G6.7")
    return Done()


def list_seen(moment: Moment, command: ListSeen) -> tuple[int, ...]:
    """G7.3: a proposal by screen names only; the leader's team ticks whom they saw."""
    found = find(moment, command.code)
    if isinstance(found, Refused) or not may_see_waiting_list(SeeFacts(found[1], is_private(moment))):
        return ()
    meeting = found[0]
    inside = {
        room_events.plain(each.name)
        for each in room_events.seen(moment.work, meeting.id)
        if each.kind == room_events.JOINED
    }
    members = groups.members(moment.work, meeting.group_id, moment.organisation.agreement.version)
    expected = [each.screen_name for each in members if each.expected and meeting.is_for(each.person_id)]
    return tuple(number for number, name in enumerate(expected, start=1) if room_events.plain(name) in inside)


def _provider(moment: Moment, meeting: Meeting) -> str | None:
    return moment.organisation.meetings.providers.get(meeting.platform)


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {
    RestartRoom: once(restart_room),
    AskHostLink: once(ask_host_link),
    ListSeen: list_seen,
}

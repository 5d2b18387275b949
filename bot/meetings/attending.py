"""What follows from what a provider tells of a running meeting: the leader hears of strangers; who came is noted."""

from bot.house import House
from bot.meetings.leader import tell_leader
from bot.meetings.zoom_inbound import Happened, Kind
from flows.policy import Refused
from flows.policy.platform import WaitingFacts, may_be_let_in
from flows.texts import inert
from storage import groups, meetings, room_events, rooms, staff
from storage.meetings import Meeting
from storage.room_events import Seen, plain
from storage.rooms import Room
from storage.work import Work

ACTOR = "provider"
MOST_STRANGERS = 30
LONGEST_NAME = 60
TOLD = {"refused_not_on_list": "staff_stranger_waits", "refused_name_twice": "staff_name_twice"}


def note(house: House, provider: str, happened: Happened) -> None:
    """Write one thing down, once, and do what follows; a meeting that is not ours is none of our business."""
    with house.work(ACTOR) as work:
        found = rooms.by_number(work, provider, happened.number)
        if found is None or found.status != rooms.MADE:
            return
        meeting, room = meetings.lock(work, found.meeting_id), rooms.lock(work, found.id)
        if not room_events.note(work, room, happened.key, happened.kind, happened.name, happened.at):
            return
        _follow(work, house, meeting, room, happened)


def _follow(work: Work, house: House, meeting: Meeting, room: Room, happened: Happened) -> None:
    match happened.kind:
        case Kind.STARTED:
            ended = room.ended_at if room.ended_at is not None and room.ended_at > happened.at else None
            rooms.change(work, room, started_at=happened.at, ended_at=ended)
        case Kind.ENDED:
            rooms.change(work, room, ended_at=happened.at)
            if meeting.status == "started" and room.version == meeting.password_version:
                tell_leader(work, meeting, "staff_room_over")
        case Kind.CHANGED:
            rooms.change(work, room, due_at=work.now)
        case Kind.WAITS:
            _judge(work, house, meeting, happened.name or "")


def _judge(work: Work, house: House, meeting: Meeting, name: str) -> None:
    """G7.3, G7.6: by the name on the screen; the leader is told of each name once."""
    seen = room_events.seen(work, meeting.id)
    waited = [plain(each.name) for each in seen if each.kind == room_events.WAITS]
    facts = WaitingFacts(plain(name) in _listed(work, house, meeting), _inside(seen, name) > 0)
    verdict = may_be_let_in(facts)
    if isinstance(verdict, Refused):
        work.refuse(verdict, "wait", "meeting", meeting.code)
        if waited.count(plain(name)) == 1 and len(waited) <= MOST_STRANGERS:
            shown = inert(name, LONGEST_NAME) or "-"
            tell_leader(work, meeting, TOLD[verdict.reason], screen_name=shown)


def _listed(work: Work, house: House, meeting: Meeting) -> set[str]:
    """Members by their screen names, and the team by their own."""
    members = groups.members(work, meeting.group_id, house.organisation.agreement.version)
    team = [each.name for each in staff.everybody(work) if each.id in meeting.team_ids]
    return {plain(name) for name in [*(each.screen_name for each in members if each.expected), *team]}


def _inside(seen: list[Seen], name: str) -> int:
    steps = {room_events.JOINED: 1, room_events.LEFT: -1}
    return sum(steps.get(each.kind, 0) for each in seen if plain(each.name) == plain(name))

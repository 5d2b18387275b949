"""What came of asking a provider: written down, told to the leader in plain words, and what follows from it."""

from datetime import timedelta

from bot.acts.meeting_access import terms
from bot.house import House
from bot.meetings.leader import tell_leader
from bot.meetings.provider import Made, Reason, Seen, Trouble
from flows.policy import MeetingStatus, Refused
from flows.policy.platform import ConfirmedFacts, Tick, provider_confirms
from storage import contacts, meetings, outbox, passcodes, platforms, rooms, rotations
from storage.meetings import Meeting
from storage.rooms import Room
from storage.work import Work

LOOK_AGAIN = timedelta(minutes=10)
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=15), timedelta(minutes=5)
TOLD_AT_ONCE = frozenset({Reason.SIGN_IN, Reason.NOT_ALLOWED, Reason.SPENT, Reason.REFUSED, Reason.PASSCODE})
PATIENCE = 3
MOST_TO_LEAVE = 12
MOVED = "moved"
ACTOR = "provider"


def made(house: House, claimed: Room, found: Made) -> None:
    """G6.3, G6.5: the meeting is there; where its provider vouches for everything, members are served."""
    with house.work(ACTOR) as work:
        meeting, room = _locked(work, claimed)
        rooms.remember_number(work, room, found.number)
        if room.status != rooms.WANTED:
            rooms.change(work, room, due_at=work.now)
            return
        to_tick = [tick.value for tick in Tick if tick not in found.confirmed]
        values = {"status": rooms.MADE, "to_tick": to_tick, "made_at": work.now, "attempts": 0, "trouble": None}
        rooms.change(work, room, due_at=work.now + LOOK_AGAIN, told=None, **values)
        work.record("make_room", "meeting", meeting.code)
        if found.rules is not None:
            passcodes.keep_rules(work, meeting.platform, found.rules)
        _open(work, house, meeting, room, found)


def _open(work: Work, house: House, meeting: Meeting, room: Room, found: Made) -> None:
    status, current = MeetingStatus(meeting.status), meeting.password_version
    if room.version != current or meeting.platform_version == current:
        rooms.change(work, room, status=rooms.LEAVING, due_at=work.now)
        return
    verdict = provider_confirms(ConfirmedFacts(status, room.version, current, found.link, found.confirmed))
    if isinstance(verdict, Refused):
        work.refuse(verdict, "set_platform", "meeting", meeting.code)
        platforms.propose(work, meeting, found.link)
        tell_leader(work, meeting, "staff_room_to_tick")
        return
    platforms.confirm(work, meeting, found.link, terms(house.organisation))
    tell_leader(work, meeting, "staff_room_ready")


def checked(house: House, claimed: Room, seen: Seen) -> None:
    """G6.3: what was confirmed may have been changed by hand since: then it is no meeting of ours any more."""
    with house.work(ACTOR) as work:
        meeting, room = _locked(work, claimed)
        rooms.change(work, room, due_at=work.now + LOOK_AGAIN, attempts=0)
        confirmed = {tick for tick in Tick if tick.value not in room.to_tick} - {Tick.LINK_PLAIN}
        if room.status != rooms.MADE:
            return
        if confirmed - seen.holds:
            _changed(work, meeting, room, confirmed & seen.holds)
        elif (room.told == MOVED) == seen.on_time:
            _moved(work, meeting, room, on_time=seen.on_time)


def host_link(house: House, claimed: Room, link: str) -> None:
    """G6.7: to whoever asked for it, on their private line; the outbox forgets it once it is sent."""
    with house.work(ACTOR) as work:
        meeting, room = _locked(work, claimed)
        rooms.change(work, room, due_at=work.now + LOOK_AGAIN, host_for=None, attempts=0)
        line = contacts.of_staff(work, room.host_for)
        if line is not None and link:
            outbox.tell(work, line, "staff_host_link", meeting=meeting.code, link=link)


def closed(house: House, claimed: Room) -> None:
    """It is ended and taken away."""
    with house.work(ACTOR) as work:
        meeting, room = _locked(work, claimed)
        rooms.change(work, room, status=rooms.CLOSED, due_at=None, ended_at=room.ended_at or work.now)
        if room.number_sealed is not None:
            work.record("close_room", "meeting", meeting.code)


def troubled(house: House, claimed: Room, trouble: Trouble) -> None:
    """It did not work: try again later, and say so in time for the meeting to be set up by hand."""
    with house.work(ACTOR) as work:
        meeting, room = _locked(work, claimed)
        work.record("ask_room", "meeting", meeting.code, outcome=f"failed:{trouble.reason}")
        if trouble.rules is not None:
            platforms.redraw(work, meeting, trouble.rules)
            rooms.change(work, room, status=rooms.CLOSED, due_at=None)
        elif trouble.reason is Reason.GONE and room.number_sealed is not None:
            _gone(work, meeting, room)
        else:
            _try_again(work, meeting, room, trouble)


def _try_again(work: Work, meeting: Meeting, room: Room, trouble: Trouble) -> None:
    wait = trouble.after or min(FIRST_WAIT * 2 ** min(room.attempts - 1, 6), LONGEST_WAIT)
    leaving = room.status == rooms.LEAVING
    gives_up = leaving and room.attempts >= MOST_TO_LEAVE
    rooms.change(work, room, due_at=None if gives_up else work.now + wait, trouble=trouble.reason.value)
    in_time = trouble.reason in TOLD_AT_ONCE or room.attempts >= PATIENCE
    if in_time and room.told != trouble.reason:
        rooms.change(work, room, told=trouble.reason.value)
        tell_leader(
            work, meeting, "staff_room_not_ended" if leaving else "staff_room_trouble", why=trouble.reason.value
        )


def _changed(work: Work, meeting: Meeting, room: Room, holds: set[Tick]) -> None:
    """Somebody changed it by hand: members get a new one; before they had it, the leader ticks what changed."""
    if not _is_in_use(meeting, room):
        to_tick = [tick.value for tick in Tick if tick not in holds | {Tick.LINK_PLAIN} or tick.value in room.to_tick]
        rooms.change(work, room, to_tick=to_tick)
    _begin_anew(work, meeting, room, "staff_room_changed")


def _moved(work: Work, meeting: Meeting, room: Room, *, on_time: bool) -> None:
    """Another time at the provider shuts nobody out and lets nobody in: the leader hears of it, once."""
    rooms.change(work, room, told=None if on_time else MOVED)
    if not on_time and meeting.is_open:
        tell_leader(work, meeting, "staff_room_moved", when=meeting.starts_at)


def _gone(work: Work, meeting: Meeting, room: Room) -> None:
    """Somebody deleted it by hand: a new one is made, with a new password if members have this one."""
    if _is_in_use(meeting, room) or room.version != meeting.password_version or not meeting.is_open:
        rooms.change(work, room, status=rooms.CLOSED, due_at=None, host_for=None)
    else:
        fresh = {"number_sealed": None, "number_token": None, "host_for": None}
        rooms.change(work, room, status=rooms.WANTED, due_at=work.now, **fresh)
    _begin_anew(work, meeting, room, "staff_room_gone")


def _begin_anew(work: Work, meeting: Meeting, room: Room, notice: str) -> None:
    """G6.5: what members have leads to no meeting of ours any more, so their password is dead."""
    if _is_in_use(meeting, room):
        rotations.rotate(work, meeting, notice.removeprefix("staff_"))
    if meeting.is_open and room.version == meeting.password_version:
        tell_leader(work, meeting, notice)


def _is_in_use(meeting: Meeting, room: Room) -> bool:
    return meeting.is_open and room.version == meeting.password_version == meeting.platform_version


def _locked(work: Work, claimed: Room) -> tuple[Meeting, Room]:
    return meetings.lock(work, claimed.meeting_id), rooms.lock(work, claimed.id)

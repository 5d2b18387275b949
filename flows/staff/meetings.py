"""NOW, MEETING, HERE, MOVE, CANCEL, LATE and END: a meeting's way through the diary."""

from collections.abc import Iterator

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Day, Number, ReadBack, TimeOfDay, YesNo
from flows.staff.acts.meetings import (
    CancelMeeting,
    ConfirmSeat,
    EndMeeting,
    ListExpected,
    ListMeetings,
    MeetingDetails,
    MoveMeeting,
    NoteAttendance,
    ReadMeeting,
    SayLate,
    ScheduleMeeting,
)
from flows.staff.acts.rooms import ListSeen
from flows.staff.kinds import Several
from flows.staff.lists import (
    finish,
    is_sure,
    meeting_lines,
    nothing,
    pick_group,
    pick_meeting,
    pick_platform,
    refuse,
    subject_of,
)
from flows.texts import inert

TAPS = {
    "blocks_no_leader": "group",
    "blocks_no_second": "group",
    "blocks_moderator": "group",
    "blocks_leader_not_here": "here",
    "blocks_second_not_here": "here",
    "blocks_platform": "ready",
    "blocks_no_password": "ready",
    "blocks_no_link": "ready",
    "blocks_paused": "group",
}
"""The word that takes away what blocks a meeting."""


async def now(chat: Chat, facts: StaffFacts) -> None:
    """NOW (1.5): what blocks the next meeting, who lacks a password, and the next tap."""
    code = subject_of(facts)
    if code is None:
        coming = await chat.act("list_meetings", ListMeetings())
        if not coming:
            await nothing(chat, facts, "staff_meetings_none")
            return
        code = coming[0].code
    details = await chat.act("read_meeting", ReadMeeting(code))
    if isinstance(details, Refused):
        await refuse(chat, details)
        return
    lines = "\n".join(_state(facts, details))
    await chat.say("staff_now", meeting=details.code, group=details.group, when=details.starts_at, lines=lines)


def _state(facts: StaffFacts, details: MeetingDetails) -> Iterator[str]:
    for seat, name, is_here in details.seats:
        yield facts.told("staff_now_seat", seat=seat, name=name, here=is_here)
    yield facts.told("staff_now_expected", count=details.expected)
    if details.blocks:
        yield facts.told("staff_now_blocked")
        yield from (facts.told(block) for block in details.blocks)
    else:
        yield facts.told("staff_now_clear")
    if details.without_password:
        names = ", ".join(inert(name) for name in details.without_password)
        yield facts.told("staff_now_without", count=len(details.without_password), names=names)
    yield facts.told("staff_now_tap", step=_next_tap(details), meeting=details.code)


def _next_tap(details: MeetingDetails) -> str:
    if details.blocks:
        return TAPS.get(details.blocks[0], "none")
    if details.one_to_one:
        return "one"
    return {"planned": "start", "started": "end"}.get(details.status, "none")


async def meeting(chat: Chat, facts: StaffFacts) -> None:
    """H1.1: put a meeting in the diary, or one for each of several weeks."""
    group = await pick_group(chat, facts, "staff_meeting_group")
    if group is None:
        return
    day = await chat.ask("staff_meeting_day", Day(facts.today, earliest=facts.today))
    at = await chat.ask("staff_meeting_time", TimeOfDay())
    minutes = await chat.ask("staff_meeting_minutes", Number(15, 240))
    weeks = await chat.ask("staff_meeting_weeks", Number(1, 26))
    platform = await pick_platform(chat, facts, "staff_meeting_platform")
    fields = ("staff_meeting_day", "staff_meeting_time", "staff_meeting_minutes", "staff_meeting_weeks")
    right = ReadBack(fields)
    await chat.ask("staff_meeting_right", right, day=day, at=at, minutes=minutes, n=weeks)
    made = await chat.act("schedule", ScheduleMeeting(group, day, at, minutes, platform, weeks))
    if isinstance(made, Refused):
        await refuse(chat, made)
        return
    await chat.say("staff_meeting_made", lines=meeting_lines(facts, made))


async def here(chat: Chat, facts: StaffFacts) -> None:
    """G1.4: "I am here", for one's own seat."""
    code = await pick_meeting(chat, facts, "staff_here_which")
    if code is not None:
        confirmed = await chat.act("confirm_seat", ConfirmSeat(code))
        await finish(chat, confirmed, "staff_here_done", meeting=code)


async def late(chat: Chat, facts: StaffFacts) -> None:
    """LATE (1.5): tell members that it starts late."""
    code = await pick_meeting(chat, facts, "staff_late_which")
    if code is None:
        return
    minutes = await chat.ask("staff_late_minutes", Number(1, 60))
    told = await chat.act("say_late", SayLate(code, minutes))
    await finish(chat, told, "staff_late_done", meeting=code, minutes=minutes)


async def end(chat: Chat, facts: StaffFacts) -> None:
    """G6.4: the meeting is over, its password is void; then who came, and whether anything happened."""
    code = await pick_meeting(chat, facts, "staff_end_which")
    if code is None or not await is_sure(chat, "staff_end_sure", "staff_end_sure", meeting=code):
        return
    ended = await chat.act("end_meeting", EndMeeting(code))
    if isinstance(ended, Refused):
        await refuse(chat, ended)
        return
    await chat.say("staff_end_done", meeting=code)
    if await _attendance(chat, code):
        happened = await chat.ask("staff_end_incident", YesNo())
        await chat.say("staff_end_report" if happened else "staff_end_thanks")


async def _attendance(chat: Chat, code: str) -> bool:
    """Ask the leader's team who came; False if it could not be kept, and then it was said why."""
    expected = await chat.act("list_expected", ListExpected(code))
    if not expected:
        return True
    lines = "\n".join(f"{number}. {inert(name)}" for number, name in expected)
    await _say_whom_it_saw(chat, code, expected)
    came = await chat.ask("staff_end_came", Several(len(expected)), lines=lines)
    noted = await chat.act("note_attendance", NoteAttendance(code, came))
    if isinstance(noted, Refused):
        await refuse(chat, noted)
    return not isinstance(noted, Refused)


async def _say_whom_it_saw(chat: Chat, code: str, expected: tuple[tuple[str, str], ...]) -> None:
    """What the platform's provider saw, by names on the screen: a proposal, and no more."""
    seen = await chat.act("list_seen", ListSeen(code))
    if seen:
        lines = "\n".join(f"{number}. {inert(name)}" for number, name in expected if int(number) in seen)
        await chat.say("staff_end_seen", lines=lines)


async def cancel_meeting(chat: Chat, facts: StaffFacts) -> None:
    """G6.8: cancel a meeting; members are told without a reason."""
    code = await pick_meeting(chat, facts, "staff_cancel_which")
    if code is not None and await is_sure(chat, "staff_cancel_sure", "staff_cancel_sure", meeting=code):
        cancelled = await chat.act("cancel_meeting", CancelMeeting(code))
        await finish(chat, cancelled, "staff_cancel_done", meeting=code)


async def move(chat: Chat, facts: StaffFacts) -> None:
    """G6.8: a moved meeting is a new one, with a new password."""
    code = await pick_meeting(chat, facts, "staff_move_which")
    if code is None:
        return
    day = await chat.ask("staff_move_day", Day(facts.today, earliest=facts.today))
    at = await chat.ask("staff_move_time", TimeOfDay())
    if not await is_sure(chat, "staff_move_sure", "staff_move_sure", meeting=code, day=day, at=at):
        return
    moved = await chat.act("move_meeting", MoveMeeting(code, day, at))
    if isinstance(moved, Refused):
        await refuse(chat, moved)
        return
    await chat.say("staff_move_done", meeting=moved.code, when=moved.starts_at)

"""MEETING, HERE, MOVE, CANCEL, LATE and END: a meeting's way through the diary."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Day, Exact, Number, ReadBack, TimeOfDay
from flows.staff import breaches, concerns
from flows.staff.acts.groups import GroupTheme
from flows.staff.acts.meetings import (
    CancelMeeting,
    ConfirmSeat,
    EndMeeting,
    ListExpected,
    MoveMeeting,
    NoteAttendance,
    ReadMeeting,
    SayLate,
    ScheduleMeeting,
)
from flows.staff.acts.rooms import ListSeen
from flows.staff.acts.running import NoteIncident
from flows.staff.kinds import Several
from flows.staff.lists import (
    afresh,
    finish,
    is_sure,
    meeting_lines,
    pick_group,
    pick_meeting,
    refuse,
)
from flows.staff.sensitive import SENSITIVE, ask_where
from flows.texts import inert

INCIDENTS = Exact("nothing", "broken", "hurt", "other")


async def meeting(chat: Chat, facts: StaffFacts) -> None:
    """H1.1, I2.2: put a meeting in the diary, or one for each of several weeks."""
    group = await pick_group(chat, facts, "staff_meeting_group")
    if group is None:
        return None
    day = await chat.ask("staff_meeting_day", Day(facts.today, earliest=facts.today))
    at = await chat.ask("staff_meeting_time", TimeOfDay())
    minutes = await chat.ask("staff_meeting_minutes", Number(15, 240))
    weeks = await chat.ask("staff_meeting_weeks", Number(1, 26))
    theme = await chat.act("group_theme", GroupTheme(group))
    if isinstance(theme, Refused):
        return await refuse(chat, theme)
    sensitive = theme or await chat.ask("staff_meeting_sensitive", SENSITIVE)
    where = await ask_where(chat, facts, sensitive, "staff_meeting")
    if where is None:
        return await chat.say("staff_nothing_done")
    fields = ("staff_meeting_day", "staff_meeting_time", "staff_meeting_minutes", "staff_meeting_weeks")
    right = ReadBack(fields)
    await chat.ask("staff_meeting_right", right, day=day, at=at, minutes=minutes, n=weeks)
    wanted = ScheduleMeeting(group, day, at, minutes, where.platform, weeks, sensitive, where.end_to_end, where.reason)
    made = await chat.act("schedule", wanted)
    if isinstance(made, Refused):
        return await refuse(chat, made)
    return await chat.say("staff_meeting_made", lines=meeting_lines(facts, made))


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
    if code is None:
        return
    details = await chat.act("end_read", ReadMeeting(code))
    if isinstance(details, Refused):
        await refuse(chat, details)
        return
    if details.status == "ended" and await chat.kept("staff_end_sure") is None:
        await _what_happened(chat, facts, code)
        return
    if not await is_sure(chat, "staff_end_sure", "staff_end_sure", meeting=code):
        return
    ended = await chat.act("end_meeting", EndMeeting(code))
    if isinstance(ended, Refused):
        await refuse(chat, ended)
        return
    await chat.say("staff_end_done", meeting=code)
    await _what_happened(chat, facts, code)


async def report(chat: Chat, facts: StaffFacts) -> None:
    """G9.2: its time has ended it: who came, and whether anything happened."""
    code = await pick_meeting(chat, facts, "staff_end_which")
    if code is not None:
        await _what_happened(chat, facts, code)


async def _what_happened(chat: Chat, facts: StaffFacts, code: str) -> None:
    if await _attendance(chat, code):
        await _incident(chat, facts, code)


async def _incident(chat: Chat, facts: StaffFacts, code: str) -> None:
    """What happened goes on at once as the conversation that it needs."""
    kind = await chat.ask("staff_end_incident", INCIDENTS)
    noted = await chat.act("note_incident", NoteIncident(code, kind))
    if isinstance(noted, Refused):
        return await refuse(chat, noted)
    if kind == "broken":
        return await breaches.breach(chat, afresh(facts))
    if kind == "hurt":
        return await concerns.concern(chat, afresh(facts))
    return await chat.say("staff_end_other" if kind == "other" else "staff_end_thanks")


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

"""COVER, QUALIFY and OFFBOARD: a colleague stands in for one evening, is marked as qualified, or leaves."""

from datetime import timedelta

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Day, Skippable, Text
from flows.staff.acts.groups import ListStaff
from flows.staff.acts.meetings import CancelMeeting
from flows.staff.acts.people import Attest, Cover, ListCovers, ListQualified, LockDown, Offboard, Qualified
from flows.staff.groups import SEATS
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, is_sure, numbered, pick_meeting, pick_staff, refuse
from flows.texts import inert

LEFT_BEHIND = {
    "groups": "staff_left_groups",
    "paused": "staff_left_paused",
    "meetings": "staff_left_meetings",
    "passwords": "staff_left_passwords",
    "one_to_ones": "staff_left_one_to_ones",
    "cases": "staff_left_cases",
    "rings": "staff_left_rings",
    "complaints": "staff_left_complaints",
    "concerns": "staff_left_concerns",
}
"""What an account may leave behind, in the order in which it is told."""
VOIDED = {
    "approvals": "staff_voided_approvals",
    "halves": "staff_voided_halves",
    "invitations": "staff_voided_invitations",
    "passwords": "staff_left_passwords",
    "shut": "staff_voided_shut",
    "yeses": "staff_voided_yeses",
    "concerns": "staff_left_concerns",
}
"""What a lockdown may void, in the order in which it is told."""


async def cover(chat: Chat, facts: StaffFacts) -> None:
    """G1.5: somebody qualified stands in for one meeting; where nobody can, it is cancelled."""
    code = await pick_meeting(chat, facts, "staff_cover_which")
    if code is None:
        return None
    seat = await chat.ask("staff_cover_seat", SEATS)
    fit = await chat.act("list_covers", ListCovers(code, seat))
    if isinstance(fit, Refused):
        return await refuse(chat, fit)
    handle = await _who(chat, facts, fit)
    if handle is None:
        return await _cancel(chat, code)
    covered = await chat.act("cover", Cover(code, seat, handle))
    return await finish(chat, covered, "staff_cover_done", meeting=code, name=dict(fit).get(handle, handle))


async def _who(chat: Chat, facts: StaffFacts, fit: tuple[tuple[str, str], ...]) -> str | None:
    if not fit:
        await chat.say("staff_cover_nobody")
        return None
    lines = numbered(facts, "staff_line_member", ({"name": name} for _, name in fit))
    handles = Skippable(OneOf(tuple(handle for handle, _ in fit)))
    chosen: str | None = await chat.ask("staff_cover_who", handles, lines=lines)
    return chosen


async def _cancel(chat: Chat, code: str) -> None:
    if await is_sure(chat, "staff_cover_cancel", "staff_cancel_sure", meeting=code):
        cancelled = await chat.act("cancel_meeting", CancelMeeting(code))
        await finish(chat, cancelled, "staff_cancel_done", meeting=code)


async def qualify(chat: Chat, facts: StaffFacts) -> None:
    """G1.1: a manager says what somebody's qualification is, and until when the mark holds."""
    people = await chat.act("list_qualified", ListQualified())
    if isinstance(people, Refused):
        return await refuse(chat, people)
    lines = numbered(facts, "staff_line_qualified", ({"name": each.name, "until": _until(each)} for each in people))
    if not people:
        return await chat.say("staff_offboard_nobody")
    handle = await chat.ask("staff_qualify_who", OneOf(tuple(each.handle for each in people)), lines=lines)
    chosen = next((each for each in people if each.handle == handle), None)
    if chosen is not None and chosen.words:
        await chat.say("staff_qualify_now", name=chosen.name, qualification=inert(chosen.words))
    words = await chat.ask("staff_qualify_words", Text(longest=200))
    last_day = await chat.ask("staff_qualify_until", Day(facts.today, earliest=facts.today + timedelta(days=1)))
    name = handle if chosen is None else chosen.name
    if await is_sure(chat, "staff_qualify_sure", "staff_qualify_sure", name=name, day=last_day):
        marked = await chat.act("attest", Attest(handle, words, last_day))
        return await finish(chat, marked, "staff_qualify_done", name=name, day=last_day)
    return None


def _until(each: Qualified) -> object:
    return "none" if each.until is None else (each.until - timedelta(seconds=1)).date()


async def offboard(chat: Chat, facts: StaffFacts) -> None:
    """H2.4: one act ends a colleague's account, and what they had is handed on."""
    staff = await chat.act("list_staff", ListStaff())
    others = tuple(each for each in staff if each[0] != facts.handle)
    if not others:
        return await chat.say("staff_offboard_nobody")
    handle = await pick_staff(chat, facts, others, "staff_offboard_who")
    name = dict(others).get(handle, handle)
    if not await is_sure(chat, "staff_offboard_sure", "staff_offboard_sure", name=name):
        return None
    left = await chat.act("offboard", Offboard(handle))
    if isinstance(left, Refused):
        return await refuse(chat, left)
    told = [facts.told(text, n=left.counts[kind]) for kind, text in LEFT_BEHIND.items() if left.counts.get(kind)]
    lines = "\n".join(told or [facts.told("staff_left_none")])
    return await chat.say("staff_offboard_done", name=left.name, lines=lines)


async def lockdown(chat: Chat, facts: StaffFacts) -> None:
    """H2.3: an account that somebody else may have is shut at once."""
    everybody = await chat.act("list_staff", ListStaff())
    if not everybody:
        return await chat.say("staff_offboard_nobody")
    handle = await pick_staff(chat, facts, everybody, "staff_lockdown_who")
    name = dict(everybody).get(handle, handle)
    if not await is_sure(chat, "staff_lockdown_sure", "staff_lockdown_sure", name=name):
        return None
    locked = await chat.act("lock_down", LockDown(handle))
    if isinstance(locked, Refused):
        return await refuse(chat, locked)
    told = [facts.told(text, n=locked.counts[kind]) for kind, text in VOIDED.items() if locked.counts.get(kind)]
    lines = "\n".join(told or [facts.told("staff_voided_none")])
    return await chat.say("staff_lockdown_done", name=locked.name, lines=lines)

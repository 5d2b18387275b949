"""MODERATE and OPEN: the third person of a large session, and the switch that lets unverified people in."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.staff.acts.running import (
    CloseOpenSession,
    OpenSession,
    ReadOpenSession,
    SwitchOpenSession,
    TickModeration,
)
from flows.staff.kinds import Ticks
from flows.staff.lists import finish, is_sure, numbered, pick_meeting, refuse

DUTIES = (
    "staff_duty_names",
    "staff_duty_rules",
    "staff_duty_support",
    "staff_duty_tools",
    "staff_duty_words",
)
"""L1.5: what a moderator looks after."""

STEPS = (
    "staff_step_waiting_room",
    "staff_step_chat",
    "staff_step_sharing",
    "staff_step_unmute",
    "staff_step_video",
)
"""L1.3: what an open session has besides its moderator, in the order of policy's numbers."""

FURTHER = (
    "staff_step_one_by_one",
    "staff_step_lock",
    "staff_step_helper",
    "staff_step_rung",
    "staff_step_own",
)
"""L1.4: at least one of these; the list is open."""


async def moderate(chat: Chat, facts: StaffFacts) -> None:
    """L1.5: the moderator's own list, and the words that help at once."""
    code = await pick_meeting(chat, facts, "staff_moderate_which")
    if code is None:
        return
    ticks = await chat.ask("staff_moderate", Ticks(len(DUTIES)), lines=_lines(facts, DUTIES))
    ticked = await chat.act("tick_moderation", TickModeration(code, ticks))
    missing = tuple(text for number, text in enumerate(DUTIES, 1) if number not in ticks)
    if missing and not isinstance(ticked, Refused):
        await chat.say("staff_moderate_missing", meeting=code, lines=_lines(facts, missing))
    else:
        await finish(chat, ticked, "staff_moderate_done", meeting=code)


async def open_session(chat: Chat, facts: StaffFacts) -> None:
    """L1.3, L1.4: a manager opens a large session to people who are not verified, with more steps for safety."""
    code = await pick_meeting(chat, facts, "staff_open_which")
    if code is None:
        return None
    session = await chat.act("read_open_session", ReadOpenSession(code))
    if isinstance(session, Refused):
        return await refuse(chat, session)
    if session.is_open:
        return await _close(chat, code)
    return await _open(chat, facts, session)


async def _open(chat: Chat, facts: StaffFacts, session: OpenSession) -> None:
    await chat.say(
        "staff_open_what",
        meeting=session.code,
        group=session.group,
        count=session.adults,
        families=session.families,
        screens=session.screens,
        moderator=session.moderator,
    )
    steps = await chat.ask("staff_open_steps", Ticks(len(STEPS)), lines=_lines(facts, STEPS))
    further = await chat.ask("staff_open_further", Ticks(len(FURTHER)), lines=_lines(facts, FURTHER))
    if not await is_sure(chat, "staff_open_sure", "staff_open_sure", meeting=session.code):
        return
    switched = await chat.act("switch_open", SwitchOpenSession(session.code, steps, further))
    await finish(chat, switched, "staff_open_done", meeting=session.code)


async def _close(chat: Chat, code: str) -> None:
    if await is_sure(chat, "staff_open_close_sure", "staff_open_close_sure", meeting=code):
        closed = await chat.act("close_open", CloseOpenSession(code))
        await finish(chat, closed, "staff_open_closed", meeting=code)


def _lines(facts: StaffFacts, texts: tuple[str, ...]) -> str:
    return numbered(facts, "staff_line_tick", ({"words": facts.told(text)} for text in texts))

"""LIST and START: who may come in from the waiting room, and what is explained at the start."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.staff.acts.meetings import ReadMeeting, StartMeeting, WaitingList
from flows.staff.kinds import Ticks
from flows.staff.lists import finish, is_sure, numbered, pick_meeting, refuse
from flows.texts import inert

TICKS = (
    "staff_tick_agreement",
    "staff_tick_video",
    "staff_tick_mute",
    "staff_tick_leave",
    "staff_tick_unhappy",
    "staff_tick_name",
    "staff_tick_recording",
)
"""G9.2: what the leader shares and explains, in the order of the numbers 1 to 7."""

AGREEMENT = 1


async def waiting_list(chat: Chat, facts: StaffFacts) -> None:
    """G7.3, G5.5: screen name, full name, verified, agreed: for the leader's team only."""
    code = await pick_meeting(chat, facts, "staff_list_which")
    if code is None:
        return
    people = await chat.act("waiting_list", WaitingList(code))
    if isinstance(people, Refused):
        await refuse(chat, people)
    elif not people:
        await chat.say("staff_list_none", meeting=code)
    else:
        items = (
            {
                "screen_name": inert(screen_name),
                "full_name": inert(full_name),
                "verified": verified,
                "agreed": agreed,
            }
            for screen_name, full_name, verified, agreed in people
        )
        await chat.say(
            "staff_list",
            meeting=code,
            by=facts.handle,
            when=facts.now,
            lines=numbered(facts, "staff_line_waiting", items),
        )


async def start(chat: Chat, facts: StaffFacts) -> None:
    """G9.1, G9.2: the agreement to read aloud, then the seven ticks; once it runs, only those that are missing."""
    code = await pick_meeting(chat, facts, "staff_start_which")
    if code is None:
        return None
    details = await chat.act("start_read", ReadMeeting(code))
    if isinstance(details, Refused):
        return await refuse(chat, details)
    if not details.unticked:
        return await chat.say("staff_start_complete", meeting=code)
    if AGREEMENT in details.unticked:
        await chat.say("staff_start_read", lines=facts.organisation.agreement)
    ticks = await chat.ask("staff_start_ticks", Ticks(len(TICKS)), lines=_points(facts, details.unticked))
    missing = tuple(n for n in details.unticked if n not in ticks)
    if missing and not await _go_on_without(chat, facts, missing):
        return None
    started = await chat.act("start_meeting", StartMeeting(code, ticks))
    return await finish(chat, started, "staff_start_done", meeting=code)


async def _go_on_without(chat: Chat, facts: StaffFacts, missing: tuple[int, ...]) -> bool:
    lines = _points(facts, missing)
    return await is_sure(chat, "staff_start_missing", "staff_start_missing", n=len(missing), lines=lines)


def _points(facts: StaffFacts, numbers: tuple[int, ...]) -> str:
    told = (facts.told("staff_line_tick", n=n, words=facts.told(TICKS[n - 1])) for n in numbers)
    return "\n".join(told)

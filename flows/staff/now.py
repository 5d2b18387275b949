"""NOW: the next meeting at one glance: what is in the way, who has no password, and the next taps."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.staff import groups, meetings, moderating, one_to_ones, platform, room, strangers
from flows.staff.acts.meetings import ListMeetings, MeetingDetails, ReadMeeting
from flows.staff.kinds import Tap
from flows.staff.lists import refuse, subject_of
from flows.texts import inert

STEPS: Mapping[str, Callable[[Chat, StaffFacts], Awaitable[None]]] = {
    "here": meetings.here,
    "ready": platform.ready,
    "group": groups.group,
    "list": room.waiting_list,
    "start": room.start,
    "tick": room.start,
    "moderate": moderating.moderate,
    "stranger": strangers.stranger,
    "rotate": platform.rotate,
    "end": meetings.end,
    "report": meetings.report,
    "one": one_to_ones.one_to_one,
}
"""What can follow with one tap: the conversation of the word."""

SETTING = frozenset({"blocks_platform", "blocks_no_password"})
SEATING = frozenset({"blocks_no_leader", "blocks_no_second", "blocks_moderator", "blocks_paused"})
IN_THE_ROOM = ("leader", "second")
OPEN = frozenset({"planned", "started"})


async def now(chat: Chat, facts: StaffFacts) -> None:
    """NOW (1.5): what blocks the next meeting, who lacks a password, and the next tap."""
    begun = await chat.kept("staff_now") or ""
    code = subject_of(facts)
    if code is None:
        coming = await chat.act("now_meetings", ListMeetings())
        code = begun.partition(" ")[2] or next((each.code for each in coming), "")
        if not code:
            return await chat.say("staff_meetings_none")
    details = await chat.act("now_read", ReadMeeting(code))
    if isinstance(details, Refused):
        return await refuse(chat, details)
    steps = tuple(_steps(facts, details))
    told: dict[str, Any] = {"meeting": code, "group": details.group, "when": details.starts_at}
    lines = "\n".join(_state(facts, details))
    if not steps and not begun:
        text = "staff_now_waits" if details.status in OPEN else "staff_now_closed"
        return await chat.say(text, lines=lines, **told)
    step = await chat.ask("staff_now", Tap(steps, tuple(STEPS), code), lines=lines, **told)
    subject = details.group_code if step == "group" else code
    return await STEPS[step](chat, replace(facts, subject=subject))


def _state(facts: StaffFacts, details: MeetingDetails) -> Iterator[str]:
    if details.status not in OPEN:
        yield from _afterwards(facts, details)
        return
    if details.status == "started":
        runs = "staff_now_talk_runs" if details.one_to_one else "staff_now_runs"
        yield facts.told(runs, n=len(details.unticked))
    if details.blocks:
        yield facts.told("staff_now_blocked", count=len(details.blocks))
        yield from (facts.told(block) for block in details.blocks)
    elif details.status == "planned":
        yield facts.told("staff_now_clear")
    if details.version and details.without_password:
        names = ", ".join(inert(name) for name in details.without_password)
        yield facts.told("staff_now_without", count=len(details.without_password), names=names)
    if not details.one_to_one:
        seats = (facts.told("staff_now_seat", seat=seat, name=name, here=here) for seat, name, here in details.seats)
        yield "; ".join(seats)
        yield facts.told(
            "staff_now_expected", count=details.expected, families=details.families, screens=details.screens
        )


def _afterwards(facts: StaffFacts, details: MeetingDetails) -> Iterator[str]:
    yield facts.told("staff_now_over", status=details.status)
    if details.to_report:
        yield facts.told("staff_now_unreported")
    if details.to_check_out:
        yield facts.told("staff_now_unchecked")


def _steps(facts: StaffFacts, details: MeetingDetails) -> Iterator[str]:
    """The likeliest first: for this reader, at this moment."""
    if details.status not in OPEN:
        yield from _after_it(facts, details)
        return
    if details.one_to_one:
        yield from _one_to_one(details)
        return
    if any(seat in details.mine and not here for seat, _, here in details.seats):
        yield "here"
    in_the_room = any(seat in details.mine for seat in IN_THE_ROOM)
    if details.status == "planned":
        yield from _before_it(facts, details, in_the_room)
    if "moderator" in details.mine and not details.moderated:
        yield "moderate"
    if details.status == "started":
        yield from _while_it_runs(details, in_the_room)


def _before_it(facts: StaffFacts, details: MeetingDetails, in_the_room: bool) -> Iterator[str]:
    blocked = frozenset(details.blocks)
    if blocked & SETTING and details.password is not None:
        yield "ready"
    if blocked & SEATING and (in_the_room or facts.has_role("manager")):
        yield "group"
    if not blocked and in_the_room:
        yield "list"
        if "leader" in details.mine:
            yield "start"


def _one_to_one(details: MeetingDetails) -> Iterator[str]:
    if "blocks_leader_not_here" in details.blocks and "leader" in details.mine:
        yield "here"
    if SETTING.intersection(details.blocks) and details.password is not None:
        yield "ready"
    leads = "leader" in details.mine and not details.blocks
    if leads or (details.status == "started" and details.mine):
        yield "one"


def _after_it(facts: StaffFacts, details: MeetingDetails) -> Iterator[str]:
    """What is still to be said of a meeting that is over."""
    if details.to_report and details.mine:
        yield "report"
    if details.to_check_out and (details.mine or facts.has_role("manager")):
        yield "one"


def _while_it_runs(details: MeetingDetails, in_the_room: bool) -> Iterator[str]:
    """A password that leaked goes on the platform before anything else."""
    if SETTING.intersection(details.blocks) and details.password is not None:
        yield "ready"
    if details.unticked and "leader" in details.mine:
        yield "tick"
    if in_the_room:
        yield "list"
    yield from ("stranger", "rotate", "end")

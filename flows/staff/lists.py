"""What all staff flows share: numbered lists, choosing from them, and how an act's result is told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Exact
from flows.staff.acts.groups import GroupLine, ListGroups
from flows.staff.acts.meetings import ListMeetings, MeetingLine
from flows.staff.kinds import OneOf

SURE = Exact("yes", "no")
"""A yes that has consequences: by number or exact word, never a near miss."""


def numbered(facts: StaffFacts, text: str, items: Iterable[Mapping[str, Any]]) -> str:
    """Tell one text for each item, with its place as `n`."""
    return "\n".join(facts.told(text, **({"n": n} | dict(item))) for n, item in enumerate(items, 1))


def subject_of(facts: StaffFacts) -> str | None:
    """Return the code that was written after the word, in capitals."""
    return (facts.subject or "").strip().upper() or None


def afresh(facts: StaffFacts) -> StaffFacts:
    """Return the facts as if no code had been written after the word."""
    return replace(facts, subject=None)


async def refuse(chat: Chat, refused: Refused) -> None:
    """Say why an act was refused, and by which clause."""
    await chat.say(refused.reason, clause=refused.clause)
    await chat.say("refusal_clause", clause=refused.clause)


async def finish(chat: Chat, result: object, text: str, **params: Any) -> None:
    """Say that an act was done, or why it was refused."""
    if isinstance(result, Refused):
        return await refuse(chat, result)
    await chat.say(text, **params)
    return None


async def is_sure(chat: Chat, key: str, text: str, **params: Any) -> bool:
    """Ask for an exact yes or no after saying what follows; a no is answered here."""
    if await chat.ask(key, SURE, text, **params) == "yes":
        return True
    await chat.say("staff_nothing_done")
    return False


async def pick_group(chat: Chat, facts: StaffFacts, key: str, *, covering: bool = False) -> str | None:
    """Return the code of a group: the subject, or one of the member's own; None if there is none.

    `covering`: also of a group where they hold a seat in one meeting only.
    """
    if subject := subject_of(facts):
        return subject
    groups = await chat.act("list_groups", ListGroups(covering))
    if not groups:
        await chat.say("staff_groups_none")
        return None
    chosen: str = await chat.ask(key, OneOf(tuple(group.code for group in groups)), lines=group_lines(facts, groups))
    return chosen


async def pick_meeting(chat: Chat, facts: StaffFacts, key: str) -> str | None:
    """Return the code of a meeting: the subject, or one of those to come; None if there is none."""
    if subject := subject_of(facts):
        return subject
    meetings = await chat.act("list_meetings", ListMeetings())
    if not meetings and await chat.kept(key) is None:
        await chat.say("staff_meetings_none")
        return None
    codes = tuple(meeting.code for meeting in meetings)
    chosen: str = await chat.ask(key, OneOf(codes), lines=meeting_lines(facts, meetings))
    return chosen


async def pick_staff(chat: Chat, facts: StaffFacts, staff: Sequence[tuple[str, str]], key: str) -> str:
    """Return the handle of one of these members of staff."""
    lines = numbered(facts, "staff_line_member", ({"name": name} for _, name in staff))
    chosen: str = await chat.ask(key, OneOf(tuple(handle for handle, _ in staff)), lines=lines)
    return chosen


async def pick_platform(chat: Chat, facts: StaffFacts, key: str) -> str:
    """Return one of the platforms on the list; the only one is not asked for (H1.3)."""
    if len(facts.platforms) == 1:
        return facts.platforms[0]
    lines = numbered(facts, "staff_line_platform", ({"platform": each} for each in facts.platforms))
    chosen: str = await chat.ask(key, OneOf(facts.platforms), lines=lines)
    return chosen


def group_lines(facts: StaffFacts, groups: Iterable[GroupLine]) -> str:
    """Tell each group with the names of its seats."""
    items = (
        {
            "group": group.name,
            "leader": group.leader or "none",
            "second": group.second or "none",
            "adults": group.adults,
        }
        for group in groups
    )
    return numbered(facts, "staff_line_group", items)


def meeting_lines(facts: StaffFacts, meetings: Iterable[MeetingLine]) -> str:
    """Tell each meeting with its code and time."""
    items = ({"meeting": each.code, "group": each.group, "when": each.starts_at} for each in meetings)
    return numbered(facts, "staff_line_meeting", items)

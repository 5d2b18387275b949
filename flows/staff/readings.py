"""READS: who read what, for managers (H2.2). Codes and handles, never words."""

from collections.abc import Mapping
from typing import Any

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Text
from flows.staff.acts.readings import ListReadings, ReadingLine
from flows.staff.lists import numbered, refuse, subject_of
from flows.texts import inert

ASKED = Text(longest=40)


async def reads(chat: Chat, facts: StaffFacts) -> None:
    """Ask for a code or a colleague, then list the last readings."""
    asked = subject_of(facts) or await chat.ask("staff_reads", ASKED)
    found = await chat.act("list_readings", ListReadings(asked.strip()))
    if isinstance(found, Refused):
        return await refuse(chat, found)
    if not found:
        return await chat.say("staff_reads_none")
    return await chat.say("staff_reads_found", lines=numbered(facts, "staff_line_reading", map(_shown, found)))


def _shown(each: ReadingLine) -> Mapping[str, Any]:
    told = {"when": each.at, "by": each.by, "code": each.code}
    return told | {"how": _how(each), "reason": inert(each.reason or "")}


def _how(each: ReadingLine) -> str:
    if each.exported:
        return "exported"
    if not each.broken:
        return "read"
    return "forgotten" if each.reason is None else "broken"

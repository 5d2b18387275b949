"""BREAK GLASS: somebody outside the team opens a case in an emergency, says why, and others hear of it (G5.1)."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Code, Text
from flows.staff.acts.glass import AskForGlass, BreakGlass
from flows.staff.case_lines import case_lines
from flows.staff.lists import is_sure, refuse, subject_of

ROLES = ("manager", "safeguarding_lead", "deputy", "data_lead")
REASON = Text(shortest=10, longest=300)


async def break_glass(chat: Chat, facts: StaffFacts) -> None:
    """Ask for the reason, say what follows, then show the case once. Nothing can be done to it here."""
    code = subject_of(facts) or await chat.ask("staff_glass_case", Code())
    may = await chat.act("ask_for_glass", AskForGlass(code))
    if isinstance(may, Refused):
        return await refuse(chat, may)
    reason = await chat.ask("staff_glass_reason", REASON, case=code)
    if not await is_sure(chat, "staff_glass_sure", "staff_glass_sure", case=code):
        return None
    opened = await chat.act("break_glass", BreakGlass(code, reason))
    if isinstance(opened, Refused):
        return await refuse(chat, opened)
    details = opened.details
    await chat.say("staff_case", case=details.code, lines="\n".join(case_lines(facts, details)))
    return await chat.say("staff_glass_done", case=details.code, n=opened.told)


async def offer(chat: Chat, facts: StaffFacts, refused: Refused, code: str) -> None:
    """After CASE was refused: whoever may break the glass reads how, and a manager how to exclude without reading."""
    if refused.reason == "refused_behind_glass":
        await chat.say("staff_glass_offered", case=code)
        if facts.has_role("manager"):
            await chat.say("staff_exclude_offered", case=code)

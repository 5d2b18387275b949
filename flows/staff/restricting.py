"""RESTRICT: a manager lets a family that writes beyond reason write in a few ways only (G12.2)."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Code, Text
from flows.staff.acts.restricting import ReadRestriction, Restrict
from flows.staff.lists import finish, is_sure, refuse, subject_of


async def restrict(chat: Chat, facts: StaffFacts) -> None:
    """G12.2: on or off, with a reason; complaints, data, danger and the meetings stay open all the time."""
    code = subject_of(facts) or await chat.ask("staff_restrict_case", Code())
    restricted = await chat.act("read_restriction", ReadRestriction(code))
    if isinstance(restricted, Refused):
        return await refuse(chat, restricted)
    question = "staff_restrict_off_sure" if restricted else "staff_restrict_on_sure"
    if not await is_sure(chat, question, question, case=code):
        return None
    reason = await chat.ask("staff_restrict_reason", Text(longest=500))
    done = await chat.act("restrict", Restrict(code, not restricted, reason))
    return await finish(chat, done, "staff_restrict_off" if restricted else "staff_restrict_on", case=code)

"""WEEK and CLOCKS: the meetings of seven days, and what is due when."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.staff.acts.overview import Clock, ReadClocks, ReadWeek, WeekLine


async def week(chat: Chat, facts: StaffFacts) -> None:
    """1.5: every meeting of the coming seven days, and what it still lacks."""
    meetings = await chat.act("read_week", ReadWeek())
    if not meetings:
        return await chat.say("staff_week_none")
    return await chat.say("staff_week", lines="\n".join(_line(facts, each) for each in meetings))


def _line(facts: StaffFacts, each: WeekLine) -> str:
    told = {"meeting": each.code, "group": each.group, "when": each.starts_at, "count": each.expected}
    lacks = " ".join(facts.told(block) for block in each.lacks)
    return facts.told("staff_line_week", why=lacks or "none", **told)


async def clocks(chat: Chat, facts: StaffFacts) -> None:
    """G3.8, G12.5: what is due for me, and when; the late ones first."""
    due = await chat.act("read_clocks", ReadClocks())
    if not due:
        return await chat.say("staff_clocks_none")
    return await chat.say("staff_clocks", lines="\n".join(_clock(facts, each) for each in due))


def _clock(facts: StaffFacts, each: Clock) -> str:
    why = facts.told(each.kind, code=each.code, when=each.due_at)
    return facts.told("staff_line_clock", why=why, late=each.late)

"""BARS and UNBAR: who is shut out; a manager extends it (rule 3c), or one who had no part in it lifts it."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Exact, Text
from flows.staff.acts.bars import BarLine, ExtendBar, LiftBar, ListBars, ReadBar
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, is_sure, refuse, subject_of
from flows.texts import inert

REASON = Text(longest=500)


async def bars(chat: Chat, facts: StaffFacts) -> None:
    """Choose one of those in force, read it, and decide about it."""
    code = subject_of(facts)
    if code is None:
        found = await chat.act("list_bars", ListBars())
        if isinstance(found, Refused):
            await refuse(chat, found)
            return
        if not found:
            await chat.say("staff_bars_none")
            return
        lines = "\n".join(f"{n}. {each}" for n, each in enumerate(found, 1))
        code = await chat.ask("staff_bars", OneOf(found), lines=lines)
    await _one(chat, code)


async def _one(chat: Chat, code: str) -> None:
    bar = await chat.act("read_bar", ReadBar(code))
    if isinstance(bar, Refused):
        await refuse(chat, bar)
        return
    told = {"code": bar.code, "name": inert(bar.name), "scope": bar.scope, "group": bar.group, "since": bar.since}
    await chat.say("staff_bar", **told, by=bar.decided_by)
    step = await chat.ask("staff_bar_next", Exact(*_steps(bar)))
    if step == "lift":
        await _lift(chat, bar)
    elif step == "leave":
        await chat.say("staff_nothing_done")
    else:
        await _extend(chat, bar, step)


def _steps(bar: BarLine) -> tuple[str, ...]:
    """G11.3: a bar can be extended; an exclusion is everything already."""
    wider = {"group": ("all_groups", "family"), "all_groups": ("family",)}
    return ("lift", *wider.get(bar.scope, ()), "leave")


async def _lift(chat: Chat, bar: BarLine) -> None:
    reason = await chat.ask("staff_bar_lift_reason", REASON)
    text = "staff_bar_lift_family" if bar.scope == "family" else "staff_bar_lift_sure"
    others = ", ".join(bar.others) or "none"
    if await is_sure(chat, "staff_bar_lift_sure", text, name=inert(bar.name), codes=others):
        lifted = await chat.act("lift_bar", LiftBar(bar.code, reason))
        await finish(chat, lifted, "staff_bar_lifted", code=bar.code, codes=others)


async def _extend(chat: Chat, bar: BarLine, scope: str) -> None:
    reason = await chat.ask("staff_bar_extend_reason", REASON)
    text = "staff_bar_extend_family" if scope == "family" else "staff_bar_extend_groups"
    if await is_sure(chat, "staff_bar_extend_sure", text, name=inert(bar.name)):
        extended = await chat.act("extend_bar", ExtendBar(bar.code, scope, reason))
        await finish(chat, extended, "staff_bar_extended", code=bar.code)

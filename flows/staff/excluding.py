"""EXCLUDE: a manager shuts a family out of a group or of all, at any stage, without reading its case (G3.13, G5.1)."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Code, Text
from flows.staff.acts.cases import AskToExclude, Excludable, Exclude
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, is_sure, refuse, subject_of

ALL = "all"
REASON = Text(longest=500)


async def exclude(chat: Chat, facts: StaffFacts) -> None:
    """Take the code behind the word, or ask for it."""
    await exclude_family(chat, facts, subject_of(facts) or await chat.ask("staff_exclude_case", Code()))


async def exclude_family(chat: Chat, facts: StaffFacts, code: str) -> None:
    """G3.13, G3.14: from what, and why; what is said before the yes shows which family it is, and no name."""
    found = await chat.act("ask_to_exclude", AskToExclude(code))
    if isinstance(found, Refused):
        return await refuse(chat, found)
    group = await _from_what(chat, facts, found)
    reason = await chat.ask("staff_exclude_reason", REASON, case=found.code)
    told = {"case": found.code, "n": found.adults, "since": found.since, "group": dict(found.groups).get(group or "")}
    text = "staff_exclude_sure" if group is None else "staff_exclude_sure_group"
    if not await is_sure(chat, "staff_exclude_sure", text, **{**told, "group": told["group"] or "none"}):
        return None
    excluded = await chat.act("exclude", Exclude(found.code, reason, group))
    return await finish(chat, excluded, "staff_excluded", case=found.code)


async def _from_what(chat: Chat, facts: StaffFacts, found: Excludable) -> str | None:
    if not found.groups:
        return None
    lines = [facts.told("staff_line_all_groups", n=1)]
    lines += [facts.told("staff_line_only_group", n=n, group=name) for n, (_, name) in enumerate(found.groups, 2)]
    listed = OneOf((ALL, *(code for code, _ in found.groups)))
    chosen = await chat.ask("staff_exclude_from", listed, case=found.code, lines="\n".join(lines))
    return None if chosen == ALL else chosen

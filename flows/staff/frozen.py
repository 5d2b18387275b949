"""UNFREEZE: a family's changed phone gets passwords again once staff have checked live who uses it."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Code, Exact
from flows.staff.acts.care import FrozenLine, ListFrozen, ReportWarning, Unfreeze
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, is_sure, numbered, refuse, subject_of
from flows.texts import inert


async def unfreeze(chat: Chat, facts: StaffFacts) -> None:
    """G6.4, G7.2: whose phone, how it was checked, and a last question."""
    code = subject_of(facts) or await chat.ask("staff_unfreeze_code", Code())
    frozen = await chat.act("list_frozen", ListFrozen(code))
    if isinstance(frozen, Refused):
        await refuse(chat, frozen)
    elif not frozen:
        await chat.say("staff_unfreeze_none", code=code)
    else:
        await _unfreeze(chat, facts, code, frozen)


async def _unfreeze(chat: Chat, facts: StaffFacts, code: str, frozen: tuple[FrozenLine, ...]) -> None:
    items = ({"name": inert(each.name), "phone": each.phone or "none", "channel": each.channel} for each in frozen)
    lines = numbered(facts, "staff_line_frozen", items)
    contact = await chat.ask("staff_unfreeze_which", OneOf(tuple(each.contact for each in frozen)), lines=lines)
    chosen = next((each for each in frozen if each.contact == contact), None)
    change = chosen.change if chosen is not None else ""
    rang = "call" if chosen is None or chosen.phone else "agency"
    ways = Exact(rang, "video", "in_person", "warned", "leave")
    method = await chat.ask(f"staff_unfreeze_method_{change}", ways, "staff_unfreeze_method")
    if method == "leave":
        await chat.say("staff_nothing_done")
        return
    if method == "warned":
        await warn(chat, facts, code, contact)
        return
    name = "?" if chosen is None else inert(chosen.name)
    if await is_sure(chat, f"staff_unfreeze_sure_{change}", "staff_unfreeze_sure", name=name):
        done = await chat.act("unfreeze", Unfreeze(code, contact, method))
        await finish(chat, done, "staff_unfreeze_done", name=name)


async def warn(chat: Chat, facts: StaffFacts, code: str, contact: str | None) -> None:
    """A3: they gave their warning word, or were not free to speak: the safeguarding lead is paged, and nobody else."""
    raised = await chat.act("warn", ReportWarning(code, contact, facts.told("staff_warned_words")))
    if isinstance(raised, Refused):
        await refuse(chat, raised)
        return
    await chat.say("staff_warned", code=raised, phone=facts.organisation.emergency)

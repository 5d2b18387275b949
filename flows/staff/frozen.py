"""UNFREEZE: a family's changed phone gets passwords again once staff have checked live who uses it."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Code, Exact
from flows.staff.acts.care import ListFrozen, Unfreeze
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, is_sure, refuse, subject_of
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


async def _unfreeze(chat: Chat, facts: StaffFacts, code: str, frozen: tuple[tuple[str, str, str], ...]) -> None:
    items = ({"number": number, "name": inert(name), "phone": phone or "none"} for number, name, phone in frozen)
    lines = "\n".join(facts.told("staff_line_frozen", **each) for each in items)
    numbers = OneOf(tuple(number for number, _, _ in frozen), numbered=False)
    adult = await chat.ask("staff_unfreeze_which", numbers, lines=lines)
    method = await chat.ask("staff_unfreeze_method", Exact("call", "video", "in_person", "leave"))
    if method == "leave":
        await chat.say("staff_nothing_done")
        return
    name = inert({number: name for number, name, _ in frozen}.get(adult, adult))
    if await is_sure(chat, "staff_unfreeze_sure", "staff_unfreeze_sure", name=name):
        done = await chat.act("unfreeze", Unfreeze(code, adult, method))
        await finish(chat, done, "staff_unfreeze_done", name=name)

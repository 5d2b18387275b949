"""RINGS and PHONE: promised calls, and a second adult's own phone that staff confirm."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Code, Exact
from flows.staff.acts.care import CloseRing, ConfirmPhone, ListRings, RingLine
from flows.staff.frozen import warn
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, is_sure, numbered, refuse, subject_of
from flows.texts import inert


async def rings(chat: Chat, facts: StaffFacts) -> None:
    """RING ME (1.5): whom to ring, when it is safe, and how it went."""
    waiting = await chat.act("list_rings", ListRings())
    if not waiting:
        await chat.say("staff_rings_none")
        return
    await chat.say("staff_rings", lines=_lines(facts, waiting))
    code = subject_of(facts) or await chat.ask("staff_rings_which", OneOf(tuple(each.code for each in waiting)))
    outcome = await chat.ask("staff_ring_outcome", Exact("spoke", "no_answer", "warned", "leave"))
    if outcome == "leave":
        await chat.say("staff_nothing_done")
        return
    if outcome == "warned":
        closed = await chat.act("close_ring", CloseRing(code, "spoke"))
        await (refuse(chat, closed) if isinstance(closed, Refused) else warn(chat, facts, code, None))
        return
    closed = await chat.act("close_ring", CloseRing(code, outcome))
    await finish(chat, closed, f"staff_ring_{outcome}", code=code)


def _lines(facts: StaffFacts, waiting: tuple[RingLine, ...]) -> str:
    items = (
        {
            "code": each.code,
            "name": inert(each.name) or "none",
            "phone": each.number or "none",
            "changed": "yes" if each.changed else "no",
            "safe_time": inert(each.safe_time) or "none",
            "when": each.due_at,
        }
        for each in waiting
    )
    return numbered(facts, "staff_line_ring", items)


async def confirm_phone(chat: Chat, facts: StaffFacts) -> None:
    """G2.2: a second phone counts when staff have spoken to that adult."""
    code = subject_of(facts) or await chat.ask("staff_phone_code", Code())
    if await is_sure(chat, "staff_phone_sure", "staff_phone_sure", code=code):
        confirmed = await chat.act("confirm_phone", ConfirmPhone(code))
        await finish(chat, confirmed, "staff_phone_confirmed", code=code)

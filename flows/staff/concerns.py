"""CONCERN and CONCERNS: anybody raises one; the safeguarding lead reads it, takes it, closes it."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Exact, Text
from flows.staff.acts.concerns import (
    LONGEST,
    AcknowledgeConcern,
    CloseConcern,
    ConcernDetails,
    LiftPause,
    ListConcerns,
    RaiseStaffConcern,
    ReadConcern,
)
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, is_sure, refuse, subject_of
from flows.texts import inert

WORDS = Text(longest=LONGEST)


async def concern(chat: Chat, facts: StaffFacts) -> None:
    """A1, A3: raise a concern by hand, in exact words."""
    words = await chat.ask("staff_concern_words", WORDS, phone=facts.organisation.emergency)
    raised = await chat.act("raise_concern", RaiseStaffConcern(words))
    await chat.say("staff_concern_raised", code=raised, phone=facts.organisation.emergency)


async def concerns(chat: Chat, facts: StaffFacts) -> None:
    """A3: open one of the concerns that this member of staff may see."""
    code = subject_of(facts)
    if code is None:
        waiting = await chat.act("list_concerns", ListConcerns())
        if not waiting:
            await chat.say("staff_concerns_none")
            return
        lines = "\n".join(f"{n}. {each}" for n, each in enumerate(waiting, 1))
        code = await chat.ask("staff_concerns", OneOf(waiting), lines=lines)
    details = await chat.act("read_concern", ReadConcern(code))
    if isinstance(details, Refused):
        await refuse(chat, details)
        return
    await _show(chat, facts, details)
    await _go_on(chat, details)


async def _show(chat: Chat, facts: StaffFacts, details: ConcernDetails) -> None:
    name = inert(details.name) if details.name else "none"
    safe = "none" if details.safe_to_write is None else "yes" if details.safe_to_write else "no"
    lines = (
        facts.told("staff_concern_who", name=name, phone=details.contact),
        facts.told("staff_concern_danger", danger=details.danger or "none"),
        facts.told("staff_concern_safe", safe=safe),
        facts.told("staff_concern_taken", by=details.acknowledged_by or "none"),
    )
    await chat.say(
        "staff_concern",
        code=details.code,
        when=details.opened_at,
        words=inert(details.words, LONGEST),
        lines="\n".join(lines),
    )


async def _go_on(chat: Chat, details: ConcernDetails) -> None:
    lift = ("lift",) if details.contact else ()
    steps = (*lift, "close", "leave") if details.acknowledged_by else ("acknowledge", "close", "leave")
    step = await chat.ask("staff_concern_next", Exact(*steps))
    if step == "acknowledge":
        done = await chat.act("acknowledge_concern", AcknowledgeConcern(details.code))
        await finish(chat, done, "staff_concern_acknowledged", code=details.code)
    elif step == "lift":
        done = await chat.act("lift_pause", LiftPause(details.code))
        await finish(chat, done, "staff_concern_lifted", code=details.code)
    elif step == "leave":
        await chat.say("staff_nothing_done")
    elif await is_sure(chat, "staff_concern_sure", "staff_concern_sure", code=details.code):
        closed = await chat.act("close_concern", CloseConcern(details.code))
        await finish(chat, closed, "staff_concern_closed", code=details.code)

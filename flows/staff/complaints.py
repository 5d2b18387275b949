"""COMPLAINTS: its handler reads a complaint, acknowledges it, and answers it (G12.4, G12.5)."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Exact, Text
from flows.staff.acts.complaints import (
    AcknowledgeComplaint,
    CloseComplaint,
    ComplaintDetails,
    ListComplaints,
    ReadComplaint,
)
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, is_sure, nothing, refuse, subject_of
from flows.texts import inert

ANSWER = Text(longest=1500)
OUTCOMES = Exact("upheld", "partly_upheld", "not_upheld")


async def complaints(chat: Chat, facts: StaffFacts) -> None:
    """Open one of the complaints that this member of staff handles."""
    code = subject_of(facts)
    if code is None:
        mine = await chat.act("list_complaints", ListComplaints())
        if not mine:
            await nothing(chat, facts, "staff_complaints_none")
            return
        lines = "\n".join(f"{n}. {each}" for n, each in enumerate(mine, 1))
        code = await chat.ask("staff_complaints", OneOf(mine), lines=lines)
    details = await chat.act("read_complaint", ReadComplaint(code))
    if isinstance(details, Refused):
        await refuse(chat, details)
        return
    await _show(chat, facts, details)
    await _go_on(chat, details)


async def _show(chat: Chat, facts: StaffFacts, details: ComplaintDetails) -> None:
    who = facts.told("staff_complaint_by", name=inert(details.name) if details.name else "none")
    dates = facts.told(
        "staff_complaint_dates",
        acknowledged=details.acknowledged,
        acknowledge_by=details.acknowledge_by,
        answer_by=details.answer_by,
    )
    kind = facts.told("staff_complaint_kind", kind=details.kind)
    await chat.say(
        "staff_complaint",
        code=details.code,
        when=details.opened_at,
        words=inert(details.words, 3000),
        lines=f"{kind}\n{who}\n{dates}",
    )


async def _go_on(chat: Chat, details: ComplaintDetails) -> None:
    steps = ("close", "leave") if details.acknowledged else ("acknowledge", "close", "leave")
    step = await chat.ask("staff_complaint_next", Exact(*steps))
    if step == "acknowledge":
        done = await chat.act("acknowledge_complaint", AcknowledgeComplaint(details.code))
        await finish(chat, done, "staff_complaint_acknowledged", code=details.code)
    elif step == "close":
        await _close(chat, details)
    else:
        await chat.say("staff_nothing_done")


async def _close(chat: Chat, details: ComplaintDetails) -> None:
    outcome = await chat.ask("staff_complaint_outcome", OUTCOMES)
    answer = await chat.ask("staff_complaint_answer", ANSWER)
    if not await is_sure(chat, "staff_complaint_sure", "staff_complaint_sure", code=details.code, words=answer):
        return
    closed = await chat.act("close_complaint", CloseComplaint(details.code, outcome, answer))
    await finish(chat, closed, "staff_complaint_closed", code=details.code)

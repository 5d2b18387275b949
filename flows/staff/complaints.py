"""COMPLAINTS: its handler reads a complaint, acknowledges it, and answers it (G12.4, G12.5)."""

from datetime import timedelta

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Day, Exact, Skippable, Text
from flows.staff.acts.complaints import (
    AcknowledgeComplaint,
    CloseComplaint,
    ComplaintDetails,
    CountComplaints,
    ListComplaints,
    ReadComplaint,
    WriteProgress,
)
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, is_sure, numbered, refuse, subject_of
from flows.texts import inert

ANSWER = Text(longest=1500)
OUTCOMES = Exact("upheld", "partly_upheld", "not_upheld")


async def complaints(chat: Chat, facts: StaffFacts) -> None:
    """Open one of the complaints that this member of staff handles."""
    code = subject_of(facts)
    if code is None:
        mine = await chat.act("list_complaints", ListComplaints())
        if not mine:
            await chat.say("staff_complaints_none")
            return
        lines = "\n".join(f"{n}. {each}" for n, each in enumerate(mine, 1))
        code = await chat.ask("staff_complaints", OneOf(mine), lines=lines)
    details = await chat.act("read_complaint", ReadComplaint(code))
    if isinstance(details, Refused):
        await refuse(chat, details)
        return
    await _show(chat, facts, details)
    if not details.closed:
        await _go_on(chat, facts, details)


async def counts(chat: Chat, facts: StaffFacts) -> None:
    """COUNTS: numbers for the trustees, without a name."""
    found = await chat.act("count_complaints", CountComplaints())
    if isinstance(found, Refused):
        await refuse(chat, found)
        return
    items = ({"kind": kind, "outcome": outcome, "count": count} for kind, outcome, count in found)
    lines = "\n".join(facts.told("staff_line_count", **each) for each in items)
    await chat.say("staff_counts", lines=lines or facts.told("staff_counts_none"))


async def _show(chat: Chat, facts: StaffFacts, details: ComplaintDetails) -> None:
    if details.closed:
        await chat.say("staff_complaint_settled", code=details.code)
        return await _show_steps(chat, facts, details)
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
    return await _show_steps(chat, facts, details)


async def _show_steps(chat: Chat, facts: StaffFacts, details: ComplaintDetails) -> None:
    if details.steps:
        items = (
            {"kind": each.kind, "by": each.by or "none", "when": each.at, "words": inert(each.words, 1500) or "none"}
            for each in details.steps
        )
        await chat.say("staff_complaint_steps", lines=numbered(facts, "staff_line_complaint_step", items))


async def _go_on(chat: Chat, facts: StaffFacts, details: ComplaintDetails) -> None:
    steps = ("later", "close", "leave") if details.acknowledged else ("acknowledge", "later", "close", "leave")
    step = await chat.ask("staff_complaint_next", Exact(*steps))
    if step == "acknowledge":
        done = await chat.act("acknowledge_complaint", AcknowledgeComplaint(details.code))
        await finish(chat, done, "staff_complaint_acknowledged", code=details.code)
    elif step == "later":
        day = await chat.ask("staff_complaint_day", Day(facts.today, earliest=facts.today + timedelta(days=1)))
        words = await chat.ask("staff_complaint_progress", ANSWER)
        done = await chat.act("write_progress", WriteProgress(details.code, day, words))
        await finish(chat, done, "staff_complaint_later", code=details.code, day=day)
    elif step == "close":
        await _close(chat, details)
    else:
        await chat.say("staff_nothing_done")


async def _close(chat: Chat, details: ComplaintDetails) -> None:
    outcome = await chat.ask("staff_complaint_outcome", OUTCOMES)
    answer = await chat.ask("staff_complaint_answer", ANSWER)
    learned = await chat.ask("staff_complaint_learned", Skippable(Text(longest=500)))
    if not await is_sure(chat, "staff_complaint_sure", "staff_complaint_sure", code=details.code, words=answer):
        return
    closed = await chat.act("close_complaint", CloseComplaint(details.code, outcome, answer, learned or ""))
    await finish(chat, closed, "staff_complaint_closed", code=details.code)

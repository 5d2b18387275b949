"""DATA: the data lead answers a request to see, correct or erase what is kept (X4)."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Exact, Name, Phone, Text
from flows.staff.acts.data_rights import (
    AnswerDataRequest,
    CheckAsker,
    CorrectAnswer,
    CorrectName,
    DataRequestDetails,
    EraseData,
    HoldData,
    ListDataRequests,
    OpenDataRequest,
    ReadDataRequest,
)
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, is_sure, refuse, subject_of
from flows.texts import inert

WORDS = Text(longest=1500)
CASE = Text(longest=20)
TOLD = Text(longest=500)
NEW = "NEW"


async def data_requests(chat: Chat, facts: StaffFacts) -> None:
    """Open one of the requests, or write down one that came by telephone or by letter."""
    code = subject_of(facts) or await _pick(chat)
    if code == NEW:
        await _write_down(chat)
        return
    details = await chat.act("read_request", ReadDataRequest(code))
    if isinstance(details, Refused):
        await refuse(chat, details)
        return
    await _show(chat, facts, details)
    await _go_on(chat, facts, details)


async def _pick(chat: Chat) -> str:
    waiting = await chat.act("list_requests", ListDataRequests())
    lines = "\n".join(f"{n}. {each}" for n, each in enumerate((*waiting, NEW), 1))
    chosen: str = await chat.ask("staff_data_which", OneOf((*waiting, NEW)), lines=lines)
    return chosen


async def _write_down(chat: Chat) -> None:
    case = await chat.ask("staff_data_case", CASE)
    kind = await chat.ask("staff_data_kind", Exact("see", "change", "delete", "object"))
    opened = await chat.act("open_request", OpenDataRequest(case, kind))
    if isinstance(opened, Refused):
        await refuse(chat, opened)
        return
    await chat.say("staff_data_opened", code=opened)


async def _show(chat: Chat, facts: StaffFacts, details: DataRequestDetails) -> None:
    lines = [facts.told("staff_data_checked", outcome=details.checked or "none")]
    lines += [facts.told("staff_data_held", kind=why) for why in details.held_back]
    lines += [facts.told("staff_data_stays", kind=what) for what in details.stays]
    await chat.say(
        "staff_data_request_shown",
        code=details.code,
        kind=details.kind,
        name=inert(details.name),
        when=details.asked_at,
        answer_by=details.answer_by,
        lines="\n".join(lines),
    )


async def _go_on(chat: Chat, facts: StaffFacts, details: DataRequestDetails) -> None:
    corrects = ("name", "told") if details.kind == "change" and details.adults else ()
    done = ("export", *corrects, "erase", "answer", "check") if details.checked else ("check",)
    hold = "lift" if details.on_hold else "hold"
    match await chat.ask("staff_data_next", Exact(*done, hold, "leave")):
        case "check":
            method = await chat.ask("staff_data_method", Exact("call", "video", "in_person"))
            checked = await chat.act("check", CheckAsker(details.code, method))
            await finish(chat, checked, "staff_data_now", code=details.code)
        case "export":
            await chat.say("staff_data_export", code=details.code, by=facts.handle)
        case "name":
            await _correct(chat, details)
        case "told":
            await _correct_answer(chat, facts, details)
        case "erase":
            await _erase(chat, details)
        case "answer":
            await _answer(chat, details)
        case "leave":
            await chat.say("staff_nothing_done")
        case _:
            held = await chat.act("hold", HoldData(details.code, hold == "hold"))
            await finish(chat, held, f"staff_data_{hold}", code=details.code)


async def _correct(chat: Chat, details: DataRequestDetails) -> None:
    numbers = tuple(number for number, _ in details.adults)
    lines = "\n".join(f"{number}. {inert(name)}" for number, name in details.adults)
    chosen = await chat.ask("staff_data_adult", OneOf(numbers), lines=lines) if len(numbers) > 1 else numbers[0]
    name: str = await chat.ask("staff_data_name", Name())
    if not await is_sure(chat, "staff_data_name_sure", "staff_data_name_sure", name=name):
        return
    corrected = await chat.act("correct", CorrectName(details.code, int(chosen), name))
    await finish(chat, corrected, "staff_data_name_kept", code=details.code)


async def _correct_answer(chat: Chat, facts: StaffFacts, details: DataRequestDetails) -> None:
    answer = await chat.ask("staff_data_answer", Exact("ring_number", "known_from", "access_needs"))
    new = Phone(facts.organisation.region) if answer == "ring_number" else TOLD
    words: str = await chat.ask("staff_data_told", new)
    if not await is_sure(chat, "staff_data_told_sure", "staff_data_told_sure", words=words):
        return
    corrected = await chat.act("correct_answer", CorrectAnswer(details.code, answer, words))
    await finish(chat, corrected, "staff_data_told_kept", code=details.code)


async def _erase(chat: Chat, details: DataRequestDetails) -> None:
    if not await is_sure(chat, "staff_data_erase_sure", "staff_data_erase_sure", code=details.code):
        return
    erased = await chat.act("erase", EraseData(details.code))
    if isinstance(erased, Refused):
        await refuse(chat, erased)
        return
    await chat.say("staff_data_erased", code=details.code)


async def _answer(chat: Chat, details: DataRequestDetails) -> None:
    outcome = await chat.ask("staff_data_outcome", Exact("given", "corrected", "refused"))
    words = await chat.ask("staff_data_words", WORDS)
    if not await is_sure(chat, "staff_data_answer_sure", "staff_data_answer_sure", code=details.code, words=words):
        return
    answered = await chat.act("answer", AnswerDataRequest(details.code, outcome, words))
    await finish(chat, answered, "staff_data_answered", code=details.code)

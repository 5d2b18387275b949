"""HEAR: an adult with a phone of their own is read the agreement, and says the word (X5, G4.5)."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Agree, Code, Digits, Exact
from flows.staff.acts.hearing import Hear, Hearing, ListToHear, ReadOut, ToHear
from flows.staff.kinds import OneOf
from flows.staff.lists import numbered, refuse, subject_of
from flows.texts import inert

ANSWERS = {
    "agreement": ("staff_hear_read_agreement", "staff_heard_agreement", Agree("agree", "questions", "no")),
    "own_risk": ("staff_hear_read_own_risk", "staff_heard_own_risk", Agree("understand", "questions", "no")),
}
"""How each text is begun, and how its answer is asked for."""


async def hear(chat: Chat, facts: StaffFacts) -> None:
    """Who is heard, and how; then each text word for word, and the adult's own word. Passwords are never taken so."""
    case = subject_of(facts) or await chat.ask("staff_hear_case", Code())
    found = await chat.act("list_to_hear", ListToHear(case))
    if isinstance(found, Refused):
        return await refuse(chat, found)
    if not found:
        return await chat.say("staff_hear_nobody", case=case)
    adult = await _which(chat, facts, found)
    name = inert(adult.screen_name)
    method = await chat.ask("staff_hear_method", Exact("rang", "rang_me", "video", "in_person", "leave"), name=name)
    if method == "leave":
        return await chat.say("staff_nothing_done")
    digits = await chat.ask("staff_hear_digits", Digits(4), name=name) if adult.has_own_code else None
    hearing = Hearing(case, adult.number, method, digits)
    for what in adult.open:
        if not await _heard(chat, hearing, what, name):
            return None
    return await chat.say("staff_hear_done", name=name)


async def _heard(chat: Chat, hearing: Hearing, what: str, name: str) -> bool:
    begin, question, kind = ANSWERS[what]
    texts = await chat.act(f"read_{what}", ReadOut(hearing, what))
    if isinstance(texts, Refused):
        await refuse(chat, texts)
        return False
    await chat.say(begin, name=name)
    for text in texts:
        await chat.say("staff_read_out", agreement=text)
    answer = await chat.ask(question, kind, name=name)
    if answer in {"questions", "no"}:
        await chat.say("staff_hear_questions" if answer == "questions" else "staff_hear_no", name=name)
        return False
    done = await chat.act(f"hear_{what}", Hear(hearing, what))
    if isinstance(done, Refused):
        await refuse(chat, done)
        return False
    return True


async def _which(chat: Chat, facts: StaffFacts, found: tuple[ToHear, ...]) -> ToHear:
    if len(found) == 1:
        return found[0]
    lines = numbered(facts, "staff_line_to_hear", ({"name": inert(each.screen_name)} for each in found))
    numbers = tuple(f"A{each.number}" for each in found)
    chosen = await chat.ask("staff_hear_which", OneOf(numbers), lines=lines)
    return next((each for each in found if f"A{each.number}" == chosen), found[0])

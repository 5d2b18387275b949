"""FOR and OVER: a family without a phone of its own takes each step through a member of staff, live (X5)."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Exact
from flows.staff.acts.speaking import ListSpokenFor, SpeakFor, SpokenFor, StopSpeaking
from flows.staff.hearing import hear
from flows.staff.kinds import OneOf
from flows.staff.lists import numbered, refuse, subject_of
from flows.texts import inert

NEW = "NEW"


async def speak(chat: Chat, facts: StaffFacts) -> None:
    """X5: whose words, and how they are heard. Then each message of this line is theirs, until OVER."""
    code = subject_of(facts)
    if code is not None and code.startswith("F"):
        await chat.say("staff_for_is_for")
        return await hear(chat, facts)
    if code is None:
        known = await chat.act("list_spoken_for", ListSpokenFor())
        if isinstance(known, Refused):
            return await refuse(chat, known)
        code = await _which(chat, facts, known)
    method = await chat.ask("staff_speak_method", Exact("call", "video", "in_person", "leave"))
    if method == "leave":
        await chat.say("staff_nothing_done")
        return None
    spoken = await chat.act("speak_for", SpeakFor(None if code == NEW else code, method))
    if isinstance(spoken, Refused):
        return await refuse(chat, spoken)
    await chat.say("staff_speak_begun", code=spoken)
    await chat.say("staff_speak_how")
    if code == NEW:
        await chat.say("staff_speak_new")
    return None


async def over(chat: Chat, _facts: StaffFacts) -> None:
    """OVER: from now on this line is the member of staff's own again."""
    done = await chat.act("stop_speaking", StopSpeaking())
    await chat.say("staff_speak_none" if done is None else "staff_speak_over")


async def _which(chat: Chat, facts: StaffFacts, known: tuple[SpokenFor, ...]) -> str:
    if not known:
        return NEW
    items = ({"code": each.code, "names": ", ".join(map(inert, each.names)) or "none"} for each in known)
    lines = numbered(facts, "staff_line_spoken_for", items)
    codes = (*(each.code for each in known), NEW)
    chosen: str = await chat.ask("staff_speak_which", OneOf(codes), lines=lines, n=len(codes))
    return chosen

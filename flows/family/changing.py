"""CHANGE: the screen name and the safe times here; a full name or a number only after a call."""

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts.own import ChangeDetail
from flows.family.calls import is_in_their_hands, ring_me
from flows.family.screen_names import change_screen_name
from flows.family.who import here, pick
from flows.policy import Refused
from flows.questions import Exact, Text


async def change(chat: Chat, facts: FamilyFacts) -> None:
    """Change one detail of one adult on this contact."""
    if not here(facts):
        await chat.say("change_nothing")
        return
    if not await is_in_their_hands(chat):
        return
    what = await chat.ask("change_what", Exact("screen_name", "safe_times", "full_name", "number"))
    if what in {"full_name", "number"}:
        await chat.say("change_by_phone")
        await ring_me(chat, facts)
    elif what == "screen_name":
        await _told(chat, facts, done=await _screen_name(chat, facts))
    else:
        await _told(chat, facts, done=await _safe_times(chat, facts))


async def _screen_name(chat: Chat, facts: FamilyFacts) -> bool:
    adult = await pick(chat, here(facts))
    return adult is not None and await change_screen_name(chat, adult.number)


async def _safe_times(chat: Chat, facts: FamilyFacts) -> bool:
    times = await chat.ask("new_safe_times", Text(longest=200))
    number = here(facts)[0].number
    changed = await chat.act("change_safe_times", ChangeDetail("safe_times", number, times))
    return not isinstance(changed, Refused)


async def _told(chat: Chat, facts: FamilyFacts, *, done: bool) -> None:
    if done:
        await chat.say("change_done")
    else:
        await chat.say("change_not_done", phone=facts.organisation.phone)

"""LEAVE: one adult goes, nobody asks why, and the door stays open."""

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts.own import Leave
from flows.family.calls import is_in_their_hands
from flows.family.who import here, pick
from flows.questions import Exact


async def leave(chat: Chat, facts: FamilyFacts) -> None:
    """Journey I: confirm, end this adult's membership or request, offer UNHAPPY and COMPLAIN without pressing."""
    if here(facts) and not await is_in_their_hands(chat):
        return
    adult = await pick(chat, here(facts))
    if adult is None:
        await chat.say("leave_nothing")
        return
    if await chat.ask("leave_sure", Exact("yes", "no"), screen_name=adult.screen_name) == "no":
        await chat.say("leave_stays")
        return
    await chat.act("leave", Leave(adult.number))
    await chat.say("left", screen_name=adult.screen_name)
    await chat.say("left_data")
    await chat.say("left_other_words")

"""RING ME: a person rings back. The task is there before the first question, whatever is answered."""

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts.care import AskForCall
from flows.family.acts.own import MayDecide
from flows.policy import Refused
from flows.questions import Skippable, Text


async def ring_me(chat: Chat, facts: FamilyFacts) -> None:
    """Promise a call, then ask for a safe time."""
    await chat.act("call", AskForCall(None))
    await chat.say("ring_promised", phone=facts.organisation.phone)
    safe_time = await chat.ask("ring_time", Skippable(Text(longest=120)))
    if safe_time is not None:
        await chat.act("call_time", AskForCall(safe_time))
    await chat.say("ring_time_kept" if safe_time else "ring_any_time")


async def is_in_their_hands(chat: Chat, step: str = "may_decide") -> bool:
    """G6.4: from a phone that may be somebody else's by now nothing is decided and nobody named: a person rings."""
    if not isinstance(await chat.act(step, MayDecide()), Refused):
        return True
    await chat.act("ring_frozen", AskForCall(None))
    await chat.say("frozen_notice")
    return False

"""I2.3: a family that begins to tell sensitive things is offered a call. What it wrote is not repeated or asked on."""

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts.care import AskForCall
from flows.questions import Exact


async def talk_instead(chat: Chat, facts: FamilyFacts) -> None:
    """Thank, and offer a person; a no is fine."""
    if facts.shared:
        await chat.say("neutral_first_line")
    await chat.say("talk_instead")
    if await chat.ask("talk_instead_call", Exact("yes", "no")) == "yes":
        await chat.act("call", AskForCall(None))
        await chat.say("ring_any_time")
    else:
        await chat.say("talk_instead_no", phone=facts.organisation.phone)

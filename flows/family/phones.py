"""SECOND PHONE: a code by which another adult of the family writes from their own phone."""

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts import MakePhoneCode
from flows.family.who import here, pick
from flows.policy import Refused


async def second_phone(chat: Chat, facts: FamilyFacts) -> None:
    """Section 1.5: a one-use code; a member of staff confirms the phone before it counts."""
    adults = here(facts)
    adult = await pick(chat, adults) if len(adults) > 1 else None
    code = await chat.act("make_phone_code", MakePhoneCode(adult.number)) if adult else None
    if adult is None or code is None or isinstance(code, Refused):
        await chat.say("second_phone_nobody", phone=facts.organisation.phone)
        return
    await chat.say("second_phone_code", screen_name=adult.screen_name, code=code)
    await chat.say("second_phone_next")

"""SECOND PHONE: another adult's own phone, or one more phone or messenger of the same adult; and one that is lost."""

from collections.abc import Sequence

from flows.chat import Chat
from flows.facts import Adult, FamilyFacts
from flows.family.acts.care import AskForCall
from flows.family.acts.phones import ListOtherContacts, MakePhoneCode, OtherContact, RemoveContact
from flows.family.calls import is_in_their_hands
from flows.family.who import here, pick
from flows.policy import Refused
from flows.questions import Exact

NOT_THEIRS = "refused_code"


async def second_phone(chat: Chat, facts: FamilyFacts) -> None:
    """Section 1.5: a one-use code, which a member of staff confirms; or a contact that counts no more (G6.4)."""
    others = await chat.act("list_contacts", ListOtherContacts())
    what = await chat.ask("second_phone_what", Exact("add", "remove", "leave")) if others else "add"
    if what == "add":
        await _add(chat, facts)
    elif what == "leave" or not await _remove(chat, others):
        await chat.say("second_phone_kept")


async def _add(chat: Chat, facts: FamilyFacts) -> None:
    adults = here(facts)
    if len(adults) > 1 and not await is_in_their_hands(chat):
        return
    adult = await pick(chat, adults) if adults else None
    code = await chat.act("make_phone_code", MakePhoneCode(adult.number)) if adult else None
    if adult is None or code is None or (isinstance(code, Refused) and code.reason == NOT_THEIRS):
        await chat.say("second_phone_nobody", phone=facts.organisation.phone)
    elif isinstance(code, Refused):
        await _talk_first(chat)
    else:
        await _tell_code(chat, adult, code, alone=len(adults) == 1)


async def _tell_code(chat: Chat, adult: Adult, code: str, *, alone: bool) -> None:
    """G2.2: for another adult it is their own phone; for one who is alone here, one more of theirs."""
    which = "second_phone_own" if alone else "second_phone"
    await chat.say(f"{which}_code", screen_name=adult.screen_name, code=code)
    await chat.say(f"{which}_next")


async def _remove(chat: Chat, others: Sequence[OtherContact]) -> bool:
    """Ask about each other contact; True once one of them was spoken about with a yes."""
    for other in others:
        told = {"channel": other.channel, "when": other.last or "none"}
        if await chat.ask(f"remove_{other.id}", Exact("yes", "no"), "second_phone_remove", **told) == "yes":
            removed = await chat.act("remove_contact", RemoveContact(other.id))
            if isinstance(removed, Refused):
                await _talk_first(chat)
            else:
                await chat.say("second_phone_removed", channel=other.channel)
            return True
    return False


async def _talk_first(chat: Chat) -> None:
    await chat.act("ring_phones", AskForCall(None))
    await chat.say("password_talk_first")

"""The first words with anybody: who is writing here, in which language, and what happens with what they say."""

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts.care import AskForCall
from flows.family.acts.own import SetLanguage
from flows.family.calls import ring_me
from flows.family.privacy import notice
from flows.questions import Choice, Exact, Text

OTHER = "other"


async def welcome(chat: Chat, facts: FamilyFacts) -> bool:
    """G5.4, I2.4: no question about anybody before the notice; False if they would rather speak to a person."""
    organisation = facts.organisation
    await chat.say("hello", organisation=organisation.name, emergency=organisation.emergency)
    if not await _choose_language(chat, facts):
        return False
    await chat.say("hello_how_it_works", organisation=organisation.name, emergency=organisation.emergency)
    await notice(chat, facts)
    if await chat.ask("go_on", Exact("go_on", "person")) == "go_on":
        return True
    await ring_me(chat, facts)
    return False


async def language(chat: Chat, facts: FamilyFacts) -> None:
    """LANGUAGE, or a language's name: use it from now on."""
    if facts.subject is not None and facts.subject in facts.organisation.languages:
        await chat.act("set_language", SetLanguage(facts.subject))
    elif not await _choose_language(chat, facts):
        return
    await chat.say("language_kept")


async def _choose_language(chat: Chat, facts: FamilyFacts) -> bool:
    """False if it is none of ours: then a person rings, with an interpreter."""
    codes = tuple(facts.organisation.languages)
    if len(codes) == 1:
        return True
    chosen = await chat.ask("language_choice", Choice(*codes, OTHER))
    if chosen != OTHER:
        await chat.act("set_language", SetLanguage(chosen))
        return True
    await chat.act("call", AskForCall(None))
    await chat.say("language_other", phone=facts.organisation.phone, emergency=facts.organisation.emergency)
    wanted = await chat.ask("language_other_name", Text(longest=60))
    await chat.act("call_language", AskForCall(None, wanted))
    await chat.say("ring_any_time")
    return False

"""PRIVACY and MY DATA: the short notice, both links, and what people may ask for."""

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts import AskForData
from flows.questions import Exact


async def notice(chat: Chat, facts: FamilyFacts) -> None:
    """G5.4: the short form of the privacy notice, and the links to both long ones."""
    organisation = facts.organisation.name
    await chat.say("privacy_what", organisation=organisation)
    await chat.say("privacy_who")
    await chat.say("privacy_carried_whatsapp" if facts.channel == "whatsapp" else "privacy_carried_signal")
    await chat.say("privacy_how_long")
    await chat.say("privacy_rights")
    await chat.say("privacy_object")
    await chat.say("privacy_complain", organisation=organisation)
    await links(chat, facts)


async def links(chat: Chat, facts: FamilyFacts) -> None:
    """G4.3, G5.4: the Privacy Policy and the Privacy Notice for groups are two documents."""
    await chat.say("link_privacy_policy", privacy_policy=facts.organisation.privacy_policy)
    await chat.say("link_privacy_notice", privacy_notice=facts.organisation.privacy_notice)


async def privacy(chat: Chat, facts: FamilyFacts) -> None:
    """PRIVACY: the notice again, at any time."""
    await notice(chat, facts)
    await chat.say("privacy_my_data")


async def my_data(chat: Chat, _facts: FamilyFacts) -> None:
    """MY DATA: ask to see, to correct or to delete what is kept; a person answers."""
    kind = await chat.ask("data_wish", Exact("see", "change", "delete"))
    when = await chat.act("ask_for_data", AskForData(kind))
    await chat.say("data_asked", when=when)
    await chat.say("data_checked_first")
    if kind == "delete":
        await chat.say("data_not_unsent")

"""PRIVACY and MY DATA: the short notice, both links, and what people may ask for."""

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts.own import AskForData, PausePushes
from flows.questions import Exact


async def notice(chat: Chat, facts: FamilyFacts) -> None:
    """G5.4: the short form of the notice; apart from it the right to object, and the links to both long ones."""
    await chat.say("privacy_short", organisation=facts.organisation.name, channel=facts.channel)
    await chat.say("privacy_object", **links(facts))


def links(facts: FamilyFacts) -> dict[str, str]:
    """G4.3, G5.4: the Privacy Policy and the Privacy Notice for groups are two documents."""
    organisation = facts.organisation
    return {"privacy_policy": organisation.privacy_policy, "privacy_notice": organisation.privacy_notice}


async def privacy(chat: Chat, facts: FamilyFacts) -> None:
    """PRIVACY: the notice again, at any time."""
    await notice(chat, facts)
    await chat.say("privacy_my_data")


async def my_data(chat: Chat, _facts: FamilyFacts) -> None:
    """MY DATA: ask to see, to correct or to delete what is kept, or say no to its use; a person answers."""
    kind = await chat.ask("data_wish", Exact("see", "change", "delete", "object"))
    when = await chat.act("ask_for_data", AskForData(kind))
    if kind in {"delete", "object"}:
        await chat.act("stop", PausePushes(paused=True, everywhere=True))
        await chat.say("data_object_stopped")
    await chat.say("data_asked", when=when)
    await chat.say("data_checked_first")
    if kind in {"delete", "object"}:
        await chat.say("data_not_unsent")

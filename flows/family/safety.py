"""HELP, and the calm reply when somebody may get hurt. Nothing is asked but whether writing here is safe."""

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts import MarkSafeToWrite, RaiseConcern
from flows.family.calls import ring_me
from flows.family.kinds import HelpChoice
from flows.questions import Exact


async def ask_for_help(chat: Chat, facts: FamilyFacts) -> None:
    """HELP: the emergency line at once, then three choices; whatever is not harmless is a concern."""
    await chat.say("help_emergency", emergency=facts.organisation.emergency, number=facts.organisation.silent)
    match await chat.ask("help_choice", HelpChoice()):
        case "how":
            await chat.say("how_this_works", organisation=facts.organisation.name)
            await chat.say("words_that_work")
            await chat.say("words_about_you")
        case "ring_me":
            await ring_me(chat, facts)
        case _:
            await raise_concern(chat, facts, "help")


async def disclosure(chat: Chat, facts: FamilyFacts) -> None:
    """Words of disclosure in any message."""
    await raise_concern(chat, facts, "words")


async def raise_concern(
    chat: Chat, facts: FamilyFacts, source: str, danger: str | None = None, *, words: str | None = None
) -> None:
    """Tell the safeguarding lead first; then thank, say what happens next, and promise no secrecy.

    The words are those of the message, or `words` where they are an answer that was given earlier.
    """
    organisation = facts.organisation
    await chat.act("concern", RaiseConcern(facts.words if words is None else words, source, danger))
    if facts.shared:
        await chat.say("neutral_first_line")
    await chat.say("concern_thanks")
    await chat.say("concern_emergency", emergency=organisation.emergency, number=organisation.silent)
    await chat.say("concern_told")
    await chat.say("concern_may_tell_others")
    await chat.say("concern_helpline", helpline=organisation.helpline)
    safe = await chat.ask("safe_to_write", Exact("yes", "no")) == "yes"
    await chat.act("mark_safe", MarkSafeToWrite(safe))
    await chat.say("safe_to_write_yes" if safe else "clear_line")

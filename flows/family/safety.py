"""HELP, and the calm reply when somebody may get hurt. Nothing is asked but whether writing here is safe."""

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts.care import MarkSafeToWrite, RaiseConcern
from flows.family.calls import ring_me
from flows.family.kinds import HelpChoice
from flows.questions import Exact

UNEASE = Exact("yes", "no", "ring_me")
SAFE_TO_WRITE = Exact("yes", "no")


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
    """Words of disclosure in any message; the subject is what was written just before it, if that was asked about."""
    words = facts.words if facts.subject is None else f"{facts.subject}\n{facts.words}"
    await raise_concern(chat, facts, "words", words=words)


async def unease(chat: Chat, facts: FamilyFacts) -> None:
    """A3: words that no list knows, but that may be about harm. One gentle question; a no costs nothing."""
    if facts.shared:
        await chat.say("neutral_first_line")
    await chat.say("unease_why")
    match await chat.ask("unease", UNEASE, emergency=facts.organisation.emergency):
        case "yes":
            await raise_concern(chat, facts, "asked", words=facts.subject)
        case "ring_me":
            await ring_me(chat, facts)
        case _:
            await chat.say("unease_no")


async def raise_concern(
    chat: Chat, facts: FamilyFacts, source: str, danger: str | None = None, *, words: str | None = None
) -> None:
    """Tell the safeguarding lead first; then thank, say what happens next, and promise no secrecy.

    The words are those of the message, or `words` where they are an answer that was given earlier. What is told after
    them instead of an answer never reaches the question: it is kept with them (bot/desk.py).
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
    safe = await chat.ask("safe_to_write", SAFE_TO_WRITE) == "yes"
    await chat.act("mark_safe", MarkSafeToWrite(safe))
    await chat.say("safe_to_write_yes" if safe else "clear_line")

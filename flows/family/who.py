"""Which adult of the family is meant, where several write from one chat."""

from collections.abc import Sequence

from flows.chat import Chat
from flows.facts import Adult, FamilyFacts
from flows.questions import Number


def here(facts: FamilyFacts) -> tuple[Adult, ...]:
    """Return the adults who write from this contact; the others' details stay theirs (G5.2)."""
    return tuple(adult for adult in facts.adults if adult.uses_this_contact)


async def pick(chat: Chat, adults: Sequence[Adult]) -> Adult | None:
    """Ask which adult it is, if there is a choice; None if there is nobody."""
    if len(adults) < 2:
        return adults[0] if adults else None
    names = "\n".join(f"{n}: {adult.screen_name}" for n, adult in enumerate(adults, 1))
    place = await chat.ask("which_adult", Number(1, len(adults)), names=names)
    return adults[place - 1]

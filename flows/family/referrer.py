"""G3.9, G3.12: who sent the family, all of it optional, and whether staff may speak to them."""

from dataclasses import dataclass

from flows.chat import Chat
from flows.family.kinds import Corrections
from flows.questions import Skippable, Text, YesNo


@dataclass(frozen=True)
class Referrer:
    """A professional who sent the family. Staff ring them on a number that staff found (G3.10)."""

    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    contact: str | None = None
    may_contact: bool | None = None


async def ask_referrer(chat: Chat) -> Referrer | None:
    """Ask about the referrer, after saying that staff may speak to them; None if there is none."""
    if not await chat.ask("referred", YesNo()):
        return None
    await chat.say("referrer_may_be_asked")
    return Referrer(
        name=await chat.ask("referrer_name", Skippable(Text(longest=80))),
        role=await chat.ask("referrer_role", Skippable(Text(longest=80))),
        organisation=await chat.ask("referrer_organisation", Skippable(Text(longest=120))),
        contact=await chat.ask("referrer_contact", Skippable(Text(longest=120))),
        may_contact=await chat.ask("may_contact_referrer", YesNo()),
    )


async def read_back_referrer(chat: Chat, referrer: Referrer) -> None:
    """Show what was said about the referrer, to be corrected."""
    subjects = ("referrer_name", "referrer_role", "referrer_organisation", "referrer_contact")
    await chat.ask(
        "read_back_referrer",
        Corrections(**{each: each for each in (*subjects, "may_contact_referrer")}),
        referrer_name=referrer.name or "none",
        referrer_role=referrer.role or "none",
        referrer_organisation=referrer.organisation or "none",
        referrer_contact=referrer.contact or "none",
        asked=bool(referrer.may_contact),
    )

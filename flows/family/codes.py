"""Codes that staff, a referrer or another adult gave: looked up here, spent only on use (G2.2)."""

from dataclasses import dataclass
from itertools import count

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts.joining import CodeMeaning, LookUpCode
from flows.family.acts.phones import UsePhoneCode
from flows.policy import Refused
from flows.questions import Code, Exact, plain_code

TOO_MANY = "refused_too_many_codes"


@dataclass(frozen=True)
class Given:
    """A code that works, and what it is for."""

    code: str
    meaning: CodeMeaning


async def ask_code(chat: Chat, written: str | None = None) -> Given | None:
    """Ask for a code, or take the one that was written; None to go on without. Every refusal reads the same."""
    for attempt in count(1):
        key = "code" if attempt == 1 else f"code_{attempt}"
        code = plain_code(written) if written and attempt == 1 else await chat.ask(key, Code(), "code")
        meaning = await chat.act(f"look_up_{key}", LookUpCode(code))
        if not isinstance(meaning, Refused):
            return Given(code, meaning)
        told = "code_wait" if meaning.reason == TOO_MANY else "code_refused"
        if await chat.ask(f"{key}_refused", Exact("again", "without"), told) == "without":
            break
    return None


async def use_phone_code(chat: Chat, facts: FamilyFacts) -> None:
    """A second adult's own phone: it is theirs when a member of staff has confirmed it."""
    code = plain_code(facts.subject) if facts.subject else await chat.ask("phone_code", Code())
    await spend_phone_code(chat, code)


async def spend_phone_code(chat: Chat, code: str) -> None:
    """Ask staff to confirm this phone."""
    used = await chat.act("use_phone_code", UsePhoneCode(code))
    if isinstance(used, Refused):
        await chat.say("phone_code_wait" if used.reason == TOO_MANY else "phone_code_refused")
    else:
        await chat.say("phone_code_used")

"""WHY, POLICIES and LANGUAGE: what concerns the member of staff alone."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.family.acts.own import SetLanguage
from flows.questions import Agree
from flows.staff.acts.account import ConfirmPolicies, LastRefusal
from flows.staff.kinds import OneOf


async def why(chat: Chat, _facts: StaffFacts) -> None:
    """WHY (1.5): the last refusal, its reason, and its clause in plain words."""
    refused = await chat.act("last_refusal", LastRefusal())
    if refused is None:
        await chat.say("staff_why_none")
        return
    await chat.say(refused.reason, clause=refused.clause)
    await chat.say("staff_why", clause=refused.clause)
    await chat.say(refused.clause_text)


async def policies(chat: Chat, facts: StaffFacts) -> None:
    """H2.1: confirm both policies in their named, dated versions."""
    lines = "\n".join(facts.policies)
    answer = await chat.ask(
        "staff_policies", Agree("agree", "later"), organisation=facts.organisation.name, lines=lines
    )
    if answer == "later":
        await chat.say("staff_policies_later")
        return
    await chat.act("confirm_policies", ConfirmPolicies())
    await chat.say("staff_policies_done")


async def language(chat: Chat, facts: StaffFacts) -> None:
    """Change the language of this private line."""
    spoken = facts.organisation.languages
    code = facts.subject if facts.subject in spoken else None
    if code is None:
        lines = "\n".join(f"{n}. {name}" for n, name in enumerate(spoken.values(), 1))
        code = await chat.ask("staff_language", OneOf(tuple(spoken)), lines=lines)
    await chat.act("set_language", SetLanguage(code))
    await chat.say("staff_language_done", language=spoken.get(code, code))

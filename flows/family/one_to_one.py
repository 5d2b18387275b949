"""MY MEETING: the invitation to a one-to-one, with its own wording of the agreement, and the adult's own yes."""

from itertools import count

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts.care import AskForCall
from flows.family.acts.one_to_one import AcceptOneToOne, DeclineOneToOne, Invited, ListInvited
from flows.family.calls import is_in_their_hands
from flows.family.privacy import links
from flows.policy import Refused
from flows.policy.one_to_ones import CALLS
from flows.questions import Agree

_AGREE = Agree("agree", "questions", "no")


async def one_to_one(chat: Chat, facts: FamilyFacts) -> None:
    """I1.1: what was proposed, and a yes or a no to each that is open."""
    invited = await chat.act("list_invited", ListInvited())
    if not invited:
        await chat.say("one_to_one_none")
        return
    if not await is_in_their_hands(chat):
        return
    for each in invited:
        if facts.shared or len({one.adult for one in invited}) > 1:
            await chat.say("for_adult", screen_name=each.screen_name)
        if each.accepted or await _answer(chat, facts, each):
            await _reminder(chat, each)


async def _answer(chat: Chat, facts: FamilyFacts, each: Invited) -> bool:
    await chat.say("one_to_one_invitation", staff=each.leader, when=each.when)
    await chat.say("one_to_one_points")
    await chat.say("camera_advice")
    await chat.say("privacy_links", **links(facts))
    await chat.say("own_risk_care")
    await chat.say("own_risk_rights")
    if await _said(chat, facts, each) == "no":
        await chat.act(f"decline_{each.code}", DeclineOneToOne(each.code, each.adult))
        await chat.say("one_to_one_no")
        return False
    accepted = await chat.act(f"accept_{each.code}", AcceptOneToOne(each.code, each.adult))
    if isinstance(accepted, Refused):
        text = "password_agree_first" if accepted.reason == "refused_agreement_changed" else "agreement_not_kept"
        await chat.say(text)
        return False
    return True


async def _said(chat: Chat, facts: FamilyFacts, each: Invited) -> str:
    """Ask for the exact word; a question of theirs gets a call, and ours stays open."""
    for attempt in count(1):
        suffix = "" if attempt == 1 else f"_{attempt}"
        answer = await chat.ask(f"one_to_one_{each.code}{suffix}", _AGREE, "one_to_one_question")
        if answer != "questions":
            return answer
        await chat.act(f"call_{each.code}{suffix}", AskForCall(None))
        await chat.say("agreement_call", phone=facts.organisation.phone)
    return "no"


async def _reminder(chat: Chat, each: Invited) -> None:
    await chat.say("one_to_one_settled", staff=each.leader, when=each.when)
    if each.platform in CALLS:
        await chat.say("one_to_one_call", staff=each.leader, platform=each.platform)
    else:
        await chat.say("one_to_one_password")

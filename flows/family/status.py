"""STATUS: what is happening with my request."""

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.agreement import is_complete
from flows.family.calls import is_in_their_hands
from flows.family.who import here


async def status(chat: Chat, facts: FamilyFacts) -> None:
    """Say where their own request stands, without a reason and without a word about a group."""
    case = facts.case_code
    if case is None or facts.case_status is None:
        await chat.say("status_none")
    elif not await is_in_their_hands(chat):
        return
    elif any(adult.standing == "active" for adult in here(facts)):
        await chat.say("status_member")
    elif facts.held_until is not None:
        await chat.say("status_on_hold", case=case, day=facts.held_until)
    elif facts.case_status == "open" or (here(facts) and all(is_complete(adult) for adult in here(facts))):
        await chat.say("status_waiting", case=case, days=facts.organisation.first_contact_days)
    elif facts.case_status in {"draft", "approved"}:
        await chat.say("status_unfinished", case=case)
    else:
        await chat.say("status_closed", phone=facts.organisation.phone)

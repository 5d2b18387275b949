"""The two roads in: asking to join, and an invitation. A person decides about each (G3.7)."""

from itertools import starmap

from flows.chat import Chat
from flows.facts import Adult, FamilyFacts
from flows.family.acts.joining import Decision, Details, OpenCase, SubmitCase
from flows.family.agreement import activate, agreements
from flows.family.codes import Given, ask_code, spend_phone_code
from flows.family.details import ask_details
from flows.family.welcome import welcome
from flows.family.who import here
from flows.questions import YesNo

_NOT_YET_SUBMITTED = (None, "draft")


async def joining(chat: Chat, facts: FamilyFacts) -> None:
    """G2.1: a stranger may ask to join and learns nothing about any group. A code can be given on the way."""
    if facts.case_code is not None:
        await _go_on(chat, facts, facts.case_code)
    elif facts.phone_waits:
        await chat.say("phone_waits")
    elif await welcome(chat, facts):
        has_code = await chat.ask("have_code", YesNo())
        await _apply(chat, facts, await ask_code(chat) if has_code else None)


async def invited(chat: Chat, facts: FamilyFacts) -> None:
    """G2.2, G4.1: the road of a family that staff invited; the code comes first."""
    if facts.case_code is not None:
        await _go_on(chat, facts, facts.case_code)
    elif facts.phone_waits:
        await chat.say("phone_waits")
    elif await welcome(chat, facts):
        await _apply(chat, facts, await ask_code(chat, facts.subject))


async def _apply(chat: Chat, facts: FamilyFacts, given: Given | None) -> None:
    """Collect the details and open the case; here the code is spent."""
    purpose = given.meaning.purpose if given else None
    code = given.code if given else None
    if purpose == "second_phone" and code is not None:
        await spend_phone_code(chat, code)
        return
    if purpose == "invitation" and given is not None:
        await _invite(chat, given.meaning.group)
    details = await ask_details(chat, facts)
    road = "invited" if purpose == "invitation" else "asked"
    if details.access_needs is not None:
        await chat.say("needs_noted")
        await chat.say("needs_captions")
    case = await chat.act("open_case", OpenCase(road, details, code))
    adults = facts.adults or tuple(starmap(_new_adult, enumerate(_names(details), 1)))
    if road == "asked" or any(await agreements(chat, facts, adults)):
        await _submit(chat, facts, case, agreed=road == "invited")


async def _go_on(chat: Chat, facts: FamilyFacts, case: str) -> None:
    """Play on after the case was opened: what came before is kept in it. Only invited families have drafts."""
    if facts.case_status != "draft" or any(await agreements(chat, facts, facts.adults)):
        await _submit(chat, facts, case, agreed=facts.case_status == "draft")


async def _submit(chat: Chat, facts: FamilyFacts, case: str, *, agreed: bool) -> None:
    if facts.case_status in _NOT_YET_SUBMITTED:
        await chat.act("submit_case", SubmitCase())
    await chat.say("case_sent", days=facts.organisation.first_contact_days)
    await chat.say("case_proof", case=case)
    await chat.say("words_reminder")
    decided = await chat.do("decision", Decision(case))
    if decided == "withdrawn":
        return
    if decided != "approved":
        await chat.say("case_declined", phone=facts.organisation.phone)
    elif agreed:
        await activate(chat, facts, ())
    elif any(answers := await _agree_after_approval(chat, facts)):
        await activate(chat, facts, answers)


async def _agree_after_approval(chat: Chat, facts: FamilyFacts) -> tuple[bool, ...]:
    """The invitation follows the decision for those who asked; those who came with one have agreed."""
    if not any(adult.agreed for adult in here(facts)):
        await chat.say("case_approved")
        await _invite(chat, facts.group)
    return await agreements(chat, facts, facts.adults)


async def _invite(chat: Chat, group: str | None) -> None:
    """G2.4, G4.2: the invitation holds no link and no password; its points come with the agreement."""
    await chat.say("invitation", group=group or "none")


def _names(details: Details) -> tuple[str, ...]:
    return tuple(adult.screen_name for adult in details.adults)


def _new_adult(number: int, screen_name: str) -> Adult:
    return Adult(
        number=number,
        screen_name=screen_name,
        uses_this_contact=True,
        has_own_code=False,
        agreed=False,
        understood_risk=False,
        standing="applying",
    )

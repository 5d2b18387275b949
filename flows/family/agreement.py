"""Each adult's own agreement: the five points, the whole text, both links, and own risk (G4.1-G4.6, G10)."""

from collections.abc import Mapping, Sequence
from itertools import count

from flows.chat import Chat
from flows.facts import Adult, FamilyFacts
from flows.family.acts.agreement import Accept, Activate, Disown
from flows.family.acts.care import AskForCall
from flows.family.calls import is_in_their_hands
from flows.family.privacy import links
from flows.family.who import here
from flows.policy import Refused
from flows.policy.confidentiality import SPOKEN
from flows.questions import Agree

_AGREE = Agree("agree", "questions", "no")
_UNDERSTAND = Agree("understand", "questions", "no")


def is_complete(adult: Adult) -> bool:
    """Tell whether this adult accepted all that there is to accept now."""
    return adult.agreed and adult.understood_risk


async def agreements(chat: Chat, facts: FamilyFacts, adults: Sequence[Adult]) -> tuple[bool, ...]:
    """G4.5: every adult on this contact answers for themselves; who has agreed, in their order."""
    asked = [adult for adult in adults if adult.uses_this_contact]
    named = facts.shared or len(asked) > 1
    agreed = [is_complete(adult) or await _ask_adult(chat, facts, adult, named=named) for adult in asked]
    return tuple(agreed)


async def agreement(chat: Chat, facts: FamilyFacts) -> None:
    """H5.1, G4.5: a new version, or an adult who has not answered yet, perhaps on a phone of their own by now."""
    open_to = open_adults(facts)
    if not open_to:
        await chat.say("agreement_nothing_open")
    elif not await is_in_their_hands(chat):
        return
    elif not all(adult.standing == "active" for adult in open_to):
        await _join(chat, facts, open_to)
    elif await accept_now(chat, facts, open_to):
        await chat.say("agreement_thanks")


async def _join(chat: Chat, facts: FamilyFacts, adults: Sequence[Adult]) -> None:
    """G4.5: who joins reads the whole invitation on their own phone, and answers there."""
    if not any(adult.agreed for adult in adults):
        await chat.say("invitation", group=facts.group or "none")
    agreed = await agreements(chat, facts, adults)
    if any(adult.standing == "approved" for adult in adults) and any(agreed):
        await activate(chat, facts, agreed, adults)
    elif any(agreed):
        await chat.say("case_sent", days=facts.organisation.first_contact_days)


async def activate(
    chat: Chat, facts: FamilyFacts, agreed: Sequence[bool], asked: Sequence[Adult] | None = None
) -> None:
    """G3.7: who was approved and has agreed is a member now, and hears what comes next.

    `agreed`: the answers, in the order of those who were `asked`, else of all who are here.
    """
    answered = zip(here(facts) if asked is None else asked, agreed, strict=False)
    names = [adult.screen_name for adult, yes in answered if yes]
    to = {"screen_name": names[0]} if len(names) == 1 < len(agreed) else {}
    activated = await chat.act("activate", Activate())
    if isinstance(activated, Refused):
        await chat.say("not_joined_yet", phone=facts.organisation.phone)
        return
    await chat.say("joined", group=facts.group or "none", **to)
    if not all(agreed):
        await chat.say("joined_who_agreed")
    await chat.say("joined_password", minutes=facts.organisation.window_minutes, **to)
    await chat.say("words_reminder")


def open_adults(facts: FamilyFacts) -> tuple[Adult, ...]:
    """The adults on this contact who have something to read or to become; who asked to join reads once approved."""
    joining = tuple(adult for adult in here(facts) if adult.standing in {"approved", "active"})
    invited = tuple(adult for adult in here(facts) if adult.standing == "applying" and facts.group is not None)
    approved = tuple(adult for adult in joining if adult.standing == "approved")
    return approved + tuple(adult for adult in joining + invited if adult not in approved and not is_complete(adult))


async def accept_now(chat: Chat, facts: FamilyFacts, adults: Sequence[Adult]) -> bool:
    """Ask these adults now; who was approved and has agreed becomes a member."""
    if not any(adult.agreed for adult in adults):
        changed = any(adult.agreed_before for adult in adults)
        await chat.say("agreement_new_version" if changed else "agreement_to_read")
    if not any(await agreements(chat, facts, adults)):
        return False
    if any(adult.standing == "approved" for adult in adults):
        await chat.act("activate", Activate())
    return True


async def read_all(chat: Chat, facts: FamilyFacts) -> None:
    """G4.1-G4.4, G10.1: everything that an invited adult reads before they are asked to agree."""
    await read(chat, facts, "agreement", {})
    await read(chat, facts, "own_risk", {})


async def read(chat: Chat, facts: FamilyFacts, what: str, to: Mapping[str, str]) -> None:
    """G4.1, G10.1: what is read before one of the two answers; `to`: the adult, where several are there."""
    if what == "agreement":
        await _show_agreement(chat, facts, to)
    else:
        await _show_own_risk(chat, to)


async def not_me(chat: Chat, facts: FamilyFacts) -> None:
    """X5: an adult says that the yes which staff wrote down for them was not theirs: it counts no more."""
    done = await chat.act("disown", Disown())
    if done is None:
        await chat.say("not_me_nothing", phone=facts.organisation.phone)
        return
    await chat.say("not_me_done")
    await chat.say("not_me_rings", phone=facts.organisation.phone, emergency=facts.organisation.emergency)


async def _ask_adult(chat: Chat, facts: FamilyFacts, adult: Adult, *, named: bool) -> bool:
    to = {"screen_name": adult.screen_name} if named else {}
    if named:
        await chat.say("for_adult", **to)
    if not adult.agreed and not await _accepted(chat, facts, adult, "agreement", to):
        return False
    return adult.understood_risk or await _accepted(chat, facts, adult, "own_risk", to)


async def _accepted(chat: Chat, facts: FamilyFacts, adult: Adult, what: str, to: Mapping[str, str]) -> bool:
    """A yes holds for one adult, one version and the language in which it was read: all are in the key."""
    key = f"{what}_{adult.number}_{facts.organisation.agreement_version}_{facts.language}"
    await read(chat, facts, what, to)
    if await _answered(chat, facts, key, what, to) == "no":
        await chat.say("agreement_no", phone=facts.organisation.phone, **to)
        return False
    accepted = await chat.act(f"accept_{key}", Accept(adult.number, what))
    if isinstance(accepted, Refused):
        await chat.say("agreement_not_kept", **to)
        return False
    return True


async def _show_agreement(chat: Chat, facts: FamilyFacts, to: Mapping[str, str]) -> None:
    """G4.1, G4.2, G4.3, G8.1: each point on a line of its own, then the whole text, the camera, the links."""
    await chat.say("points", **to)
    await chat.say("agreement_text", agreement=facts.organisation.agreement, **to)
    if facts.organisation.agreement_audio is not None and facts.channel != SPOKEN:
        await chat.say("agreement_audio", audio=facts.organisation.agreement_audio, **to)
    await chat.say("camera_advice", **to)
    await chat.say("privacy_links", **links(facts), **to)


async def _show_own_risk(chat: Chat, to: Mapping[str, str]) -> None:
    """G10.1, G10.2: the care that is taken, the risk that stays, and the rights that stay too."""
    await chat.say("own_risk_care", **to)
    await chat.say("own_risk_rights", **to)


async def _answered(chat: Chat, facts: FamilyFacts, key: str, what: str, to: Mapping[str, str]) -> str:
    """Ask for the exact word; a question of theirs gets a call, and ours stays open."""
    kind = _AGREE if what == "agreement" else _UNDERSTAND
    for attempt in count(1):
        suffix = "" if attempt == 1 else f"_{attempt}"
        answer = await chat.ask(key + suffix, kind, f"{what}_question", **to)
        if answer != "questions":
            return answer
        await chat.act(f"call_{key}{suffix}", AskForCall(None))
        await chat.say("agreement_call", phone=facts.organisation.phone, **to)
    return "no"

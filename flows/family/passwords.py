"""PASSWORD and LEAKED. Whether somebody may have it is policy's to say; strangers hear the same as the barred."""

from collections.abc import Mapping

from flows.chat import Chat
from flows.facts import Adult, FamilyFacts
from flows.family.acts.care import AskForCall
from flows.family.acts.passwords import CheckOwnCode, ReleasePassword, ReportLeak
from flows.family.agreement import accept_now, is_complete
from flows.family.calls import is_in_their_hands
from flows.family.who import here, pick
from flows.policy import Refused
from flows.questions import Digits

NOTHING = "password_nothing"
_JOINING = frozenset({"approved", "active"})
FROZEN = "frozen_notice"
_SOON = (
    "refused_too_early",
    "refused_no_password_yet",
    "refused_platform_not_ready",
    "refused_waiting_room",
    "refused_link_missing",
    "refused_leader_not_confirmed",
    "refused_second_not_confirmed",
    "refused_moderator_not_confirmed",
    "refused_no_leader",
    "refused_no_second",
    "refused_no_moderator",
)
TOLD: Mapping[str, str] = dict.fromkeys(_SOON, "password_not_yet") | {
    "refused_meeting_cancelled": "password_off_today",
    "refused_rotation_waits": "password_changing",
    "refused_password_replaced": "password_changing",
    "refused_contact_frozen": FROZEN,
    "refused_number_in_doubt": FROZEN,
    "refused_contact_held": "password_talk_first",
    "refused_not_agreed": "password_agree_first",
    "refused_agreement_changed": "password_agree_first",
    "refused_risk_not_understood": "password_agree_first",
    "refused_own_digits": "own_code_wrong",
}
"""What a family is told instead of policy's own words; for any other reason, that there is nothing now."""


async def password(chat: Chat, facts: FamilyFacts) -> None:
    """G6.4: ask for the link and the password; they come through the gate, never from here."""
    if _anybody_joins(facts) and len(here(facts)) > 1 and not await is_in_their_hands(chat, "may_choose"):
        return
    adult = await pick(chat, here(facts)) if _anybody_joins(facts) else None
    if adult is None:
        await chat.act("release", ReleasePassword(1))
        await (chat.say("phone_waits") if facts.phone_waits else _nothing(chat, facts))
    elif await _is_themselves(chat, facts, adult) and await _has_agreed(chat, facts, adult):
        await _release(chat, facts, adult)


async def leaked(chat: Chat, facts: FamilyFacts) -> None:
    """G6.5: a report is enough; who reports has done right."""
    changed = await chat.act("report_leak", ReportLeak(facts.words))
    await chat.say("leaked_changed" if changed else "leaked_noted")


def _anybody_joins(facts: FamilyFacts) -> bool:
    """G2.1, G5.3: whoever was not offered a place is asked nothing that a stranger is not asked."""
    return any(adult.standing in _JOINING for adult in here(facts))


async def _is_themselves(chat: Chat, facts: FamilyFacts, adult: Adult) -> bool:
    """On a shared phone the person's own four digits are needed; one guess for each PASSWORD."""
    if not facts.shared:
        return True
    if not adult.has_own_code:
        await chat.say("own_code_missing", screen_name=adult.screen_name)
        return False
    digits = await chat.ask("own_code", Digits(), screen_name=adult.screen_name)
    if await chat.act("check_own_code", CheckOwnCode(adult.number, digits)):
        return True
    await chat.say("own_code_wrong", screen_name=adult.screen_name)
    return False


async def _has_agreed(chat: Chat, facts: FamilyFacts, adult: Adult) -> bool:
    if adult.standing not in _JOINING or (is_complete(adult) and adult.standing == "active"):
        return True
    if not await is_in_their_hands(chat):
        return False
    return await accept_now(chat, facts, (adult,))


async def _release(chat: Chat, facts: FamilyFacts, adult: Adult) -> None:
    released = await chat.act("release", ReleasePassword(adult.number))
    if not isinstance(released, Refused):
        return
    text = TOLD.get(released.reason, NOTHING)
    if text == "password_not_yet":
        await chat.say(text, minutes=facts.organisation.window_minutes)
    elif text == NOTHING:
        await _nothing(chat, facts)
    elif text == FROZEN:
        await chat.act("ring_frozen", AskForCall(None))
        await chat.say(text)
    else:
        await chat.say(text)


async def _nothing(chat: Chat, facts: FamilyFacts) -> None:
    """G5.3: the same words for a stranger, an applicant and somebody who is barred."""
    await chat.say(NOTHING, phone=facts.organisation.phone)

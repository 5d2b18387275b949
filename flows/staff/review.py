"""What staff write down about a case: claim, known or not, the call, identity, suitability, the referrer."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias

from flows.chat import Chat, Command
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Digits, Exact, Number, Text, YesNo
from flows.staff.acts.cases import (
    CaseDetails,
    ClaimCase,
    MarkKnown,
    RecordCall,
    RecordIdentity,
    RecordReferrer,
    RecordSuitability,
    TakeUp,
)
from flows.staff.lists import finish, is_sure, refuse
from flows.texts import inert

Step: TypeAlias = Callable[[Chat, StaffFacts, CaseDetails], Awaitable[None]]

REASON = Text(longest=300)
RESULT = Exact("confirmed", "not_confirmed", "doubt")
METHODS = Exact("recognised", "referrer_callback", "referrer_confirmed", "id_seen")


async def claim(chat: Chat, _facts: StaffFacts, details: CaseDetails) -> None:
    """Take the case, or hear who has it."""
    claimed = await chat.act("claim_case", ClaimCase(details.code))
    await finish(chat, claimed, "staff_claimed", case=details.code)


async def take_up(chat: Chat, _facts: StaffFacts, details: CaseDetails) -> None:
    """X5: the family was spoken to and does not finish by itself, for example since somebody reads little."""
    if await is_sure(chat, "staff_take_up_sure", "staff_take_up_sure", case=details.code):
        taken = await chat.act("take_up", TakeUp(details.code))
        await finish(chat, taken, "staff_taken_up", case=details.code)


async def known(chat: Chat, _facts: StaffFacts, details: CaseDetails) -> None:
    """G3.1: known needs a ground: which group or activity, and roughly when."""
    ground = None
    is_known = await chat.ask("staff_known", Exact("known", "not_known")) == "known"
    if is_known:
        kind = await chat.ask("staff_known_ground", Exact("group", "nursery", "activity"))
        when = await chat.ask("staff_known_when", REASON)
        ground = f"{kind}: {when}"
    marked = await chat.act("mark_known", MarkKnown(details.code, is_known, ground))
    await finish(chat, marked, "staff_recorded", case=details.code)


async def call(chat: Chat, _facts: StaffFacts, details: CaseDetails) -> None:
    """G3.2: a live contact; what was checked on it can be written down in one go."""
    method = await chat.ask("staff_call_method", Exact("call", "video", "in_person", "interpreted"))
    outcome = await chat.ask("staff_call_outcome", Exact("reached", "no_answer"))
    if outcome == "no_answer":
        tried = await chat.act("record_call", RecordCall(details.code, method, outcome, {}))
        return await finish(chat, tried, "staff_call_no_answer", case=details.code)
    codes = await _own_codes(chat, details)
    checked = await _checked(chat, details) if await chat.ask("staff_call_checked", YesNo()) else []
    record = RecordCall(details.code, method, outcome, codes)
    return await _write_down(chat, details, [("record_call", record), *checked])


async def identity(chat: Chat, _facts: StaffFacts, details: CaseDetails) -> None:
    """G3.3, G7.2: how one adult's identity was checked, and what came of it. No copy, no number."""
    adult = 1
    if len(details.adults) > 1:
        names = "\n".join(f"{n}. {inert(full)}" for n, (full, _, _) in enumerate(details.adults, 1))
        adult = await chat.ask("staff_identity_adult", Number(1, len(details.adults)), lines=names)
    await _write_down(chat, details, [await _identity(chat, details, adult)])


async def suitability(chat: Chat, _facts: StaffFacts, details: CaseDetails) -> None:
    """G3.4: an outcome and a short reason."""
    await _write_down(chat, details, [await _suitability(chat, details)])


async def referrer(chat: Chat, _facts: StaffFacts, details: CaseDetails) -> None:
    """G3.10, G3.12: only the outcome; the family's no is shown before."""
    for_safety = False
    if details.may_contact_referrer is False:
        await chat.say("staff_referrer_no")
        for_safety = await chat.ask("staff_referrer_safety", Exact("not_asked", "for_safety")) == "for_safety"
        if not for_safety:
            await _write_down(chat, details, [("record_referrer", RecordReferrer(details.code, "not_asked"))])
            return
    outcomes = Exact("confirmed", "not_confirmed", "not_reached", "not_asked")
    outcome = await chat.ask("staff_referrer", outcomes)
    await _write_down(chat, details, [("record_referrer", RecordReferrer(details.code, outcome, for_safety))])


STEPS: Mapping[str, Step] = {
    "take_up": take_up,
    "claim": claim,
    "known": known,
    "call": call,
    "identity": identity,
    "suitability": suitability,
    "referrer": referrer,
}


async def _own_codes(chat: Chat, details: CaseDetails) -> dict[int, str]:
    """On a shared phone each adult's own four digits are agreed on the first call (2.3)."""
    if not details.shared:
        return {}
    await chat.say("staff_call_codes")
    codes: dict[int, str] = {}
    for n, (_, screen_name, _) in enumerate(details.adults, 1):
        codes[n] = await chat.ask(f"staff_call_code_{n}", Digits(4), "staff_call_code", name=inert(screen_name))
    return codes


async def _checked(chat: Chat, details: CaseDetails) -> list[tuple[str, Command[Any]]]:
    acts = [await _identity(chat, details, n) for n in range(1, len(details.adults) + 1)]
    return acts if details.known else [*acts, await _suitability(chat, details)]


async def _identity(chat: Chat, details: CaseDetails, adult: int) -> tuple[str, Command[Any]]:
    name = inert(details.adults[adult - 1][0])
    method = await chat.ask(f"staff_identity_method_{adult}", METHODS, "staff_identity_method", full_name=name)
    result = await chat.ask(f"staff_identity_result_{adult}", RESULT, "staff_identity_result", full_name=name)
    return f"record_identity_{adult}", RecordIdentity(details.code, adult, method, result)


async def _suitability(chat: Chat, details: CaseDetails) -> tuple[str, Command[Any]]:
    outcome = await chat.ask("staff_suitability", Exact("suitable", "not_suitable"))
    reason = await chat.ask("staff_suitability_reason", REASON)
    return "record_suitability", RecordSuitability(details.code, outcome, reason)


async def _write_down(chat: Chat, details: CaseDetails, acts: list[tuple[str, Command[Any]]]) -> None:
    for key, command in acts:
        result = await chat.act(key, command)
        if isinstance(result, Refused):
            await refuse(chat, result)
            return
    await chat.say("staff_recorded", case=details.code)

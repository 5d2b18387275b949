"""CASES and CASE: the families under review, the details of one, and what to do next with it."""

from collections.abc import Iterator

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Exact
from flows.staff import deciding, review
from flows.staff.acts.cases import CaseDetails, ListCases, ReadCase
from flows.staff.kinds import OneOf
from flows.staff.lists import nothing, numbered, refuse, subject_of
from flows.texts import inert

DECIDED = frozenset({"approved", "declined", "excluded", "withdrawn", "closed"})


async def cases(chat: Chat, facts: StaffFacts) -> None:
    """List the open cases of this member of staff, and open one."""
    waiting = await chat.act("list_cases", ListCases())
    if not waiting:
        await nothing(chat, facts, "staff_cases_none")
        return
    items = ({"case": each.code, "days": each.waiting_days, "by": each.claimed_by or "none"} for each in waiting)
    lines = numbered(facts, "staff_line_case", items)
    code = await chat.ask("staff_cases", OneOf(tuple(each.code for each in waiting)), lines=lines)
    await _open(chat, facts, code)


async def case(chat: Chat, facts: StaffFacts) -> None:
    """G5.1, H2.2: show one case, and take it one step further."""
    code = subject_of(facts)
    if code is None:
        await cases(chat, facts)
    else:
        await _open(chat, facts, code)


async def _open(chat: Chat, facts: StaffFacts, code: str) -> None:
    details = await chat.act("read_case", ReadCase(code))
    if isinstance(details, Refused):
        await refuse(chat, details)
        return
    await chat.say("staff_case", case=details.code, lines="\n".join(_shown(facts, details)))
    step = await chat.ask("staff_case_next", Exact(*_steps(facts, details)), case=details.code)
    if step == "leave":
        await chat.say("staff_case_left", case=details.code)
    elif step in deciding.STEPS:
        await deciding.STEPS[step](chat, facts, details)
    else:
        await review.STEPS[step](chat, facts, details)


def _steps(facts: StaffFacts, details: CaseDetails) -> tuple[str, ...]:
    """Offer what can come next. Whether it may be done is policy's to say."""
    open_case = details.status not in DECIDED
    offered = (
        ("claim", open_case and details.claimed_by is None),
        ("known", open_case and details.claimed_by is not None),
        ("call", open_case and details.claimed_by is not None),
        ("identity", open_case and details.claimed_by is not None),
        ("suitability", open_case and details.claimed_by is not None and details.known is not True),
        ("referrer", open_case and details.claimed_by is not None and details.referrer is not None),
        ("approve", open_case),
        ("decline", open_case),
        ("exclude", facts.has_role("manager") and details.status != "excluded"),
        ("leave", True),
    )
    return tuple(step for step, is_offered in offered if is_offered)


def _shown(facts: StaffFacts, details: CaseDetails) -> Iterator[str]:
    told = facts.told
    yield told("staff_case_status", status=details.status, road=details.road, by=details.claimed_by or "none")
    if details.flagged:
        yield told("staff_case_flagged")
    if details.look_alike:
        yield told("staff_case_look_alike")
    if details.group:
        yield told("staff_case_group", group=details.group)
    yield from _adults(facts, details)
    if details.spoken_for:
        yield told("staff_case_spoken_for", code=details.spoken_for)
    for name, method, by in details.heard_live:
        yield told("staff_case_heard_live", screen_name=inert(name), method=method, by=by)
    number = details.ring_number or "none"
    yield told(
        "staff_case_ring",
        phone=number,
        safe_time=inert(details.safe_times),
        shared="no_phone" if details.spoken_for else details.shared,
    )
    yield told("staff_case_known_from", words=inert(details.known_from))
    if details.access_needs:
        yield told("staff_case_access", words=inert(details.access_needs))
    yield from _how_they_came(facts, details)
    yield from _checks(facts, details)
    yield told("staff_case_step", step=details.next_step)


def _how_they_came(facts: StaffFacts, details: CaseDetails) -> Iterator[str]:
    if details.referral:
        code, by, made_at = details.referral
        yield facts.told("staff_case_by_referral", code=code, by=by, when=made_at)
    if details.referrer is not None:
        yield facts.told(
            "staff_case_referrer", words=inert(details.referrer) or "none", asked=_said(details.may_contact_referrer)
        )


def _adults(facts: StaffFacts, details: CaseDetails) -> Iterator[str]:
    for n, (full_name, screen_name, is_adult) in enumerate(details.adults, 1):
        identity = details.identity[n - 1] if n <= len(details.identity) else ""
        yield facts.told(
            "staff_case_adult",
            n=n,
            full_name=inert(full_name),
            screen_name=inert(screen_name),
            adult=is_adult,
            result=identity or "none",
        )


def _checks(facts: StaffFacts, details: CaseDetails) -> Iterator[str]:
    yield facts.told(
        "staff_case_checks",
        known=_said(details.known),
        call=details.call or "none",
        suitability=details.suitability or "none",
    )
    if details.referrer:
        yield facts.told("staff_case_referrer_outcome", result=details.referrer_outcome or "none")


def _said(answer: bool | None) -> str:
    return "none" if answer is None else "yes" if answer else "no"

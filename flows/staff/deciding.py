"""Approve, decline, put on hold, exclude: what follows is said first, and one exact yes is asked for (G3.7, G3.13)."""

from collections.abc import Mapping

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Number
from flows.staff import excluding
from flows.staff.acts.cases import CaseDetails, Decide, Hold, MayDecide
from flows.staff.lists import afresh, finish, is_sure, pick_group, refuse
from flows.staff.review import REASON, Step

_PRESSED = {"approved": "staff_press_approved", "declined": "staff_press_declined"}


async def approve(chat: Chat, facts: StaffFacts, details: CaseDetails) -> None:
    """G3.7: approve into a group; the yes holds for the version of the case that was shown."""
    if not await _may_decide(chat, details.code, details.version, "approved"):
        return
    group = details.group or await pick_group(chat, afresh(facts), "staff_approve_group")
    key = f"staff_approve_sure_{details.version}"
    if group is None or not await is_sure(chat, key, "staff_approve_sure", case=details.code, group=group):
        return
    decided = await chat.act("decide", Decide(details.code, details.version, "approved", group))
    await finish(chat, decided, "staff_approved", case=details.code)


async def decline(chat: Chat, _facts: StaffFacts, details: CaseDetails) -> None:
    """G3.7: decline; no reason goes to the family."""
    if not await _may_decide(chat, details.code, details.version, "declined"):
        return
    key = f"staff_decline_sure_{details.version}"
    if not await is_sure(chat, key, "staff_decline_sure", case=details.code):
        return
    decided = await chat.act("decide", Decide(details.code, details.version, "declined", None))
    await finish(chat, decided, "staff_declined", case=details.code)


async def hold(chat: Chat, facts: StaffFacts, details: CaseDetails) -> None:
    """G3.7, G3.8: decide later: until when, and why; the family hears the day and no reason."""
    if not await _may_decide(chat, details.code, details.version, "on_hold"):
        return
    longest = facts.organisation.on_hold_days
    days = await chat.ask("staff_hold_days", Number(1, longest), case=details.code, number=longest)
    reason = await chat.ask("staff_hold_reason", REASON)
    key = f"staff_hold_sure_{details.version}"
    if not await is_sure(chat, key, "staff_hold_sure", case=details.code, n=days):
        return
    held = await chat.act("hold", Hold(details.code, details.version, days, reason))
    if isinstance(held, Refused):
        await refuse(chat, held)
        return
    await chat.say("staff_put_on_hold", case=details.code, until=held)


async def exclude(chat: Chat, facts: StaffFacts, details: CaseDetails) -> None:
    """G3.13: the same as EXCLUDE, from inside the case."""
    await excluding.exclude_family(chat, facts, details.code)


async def confirm_decision(chat: Chat, facts: StaffFacts) -> None:
    """1.4: what was pressed in the staff channel counts after one yes on the private line, if it can be done."""
    code, version, decision, group = _pressed(facts.subject or "")
    if decision not in _PRESSED or version is None:
        await chat.say("staff_press_unreadable")
        return
    if not await _may_decide(chat, code, version, decision):
        return
    if decision == "approved" and group is None:
        group = await pick_group(chat, afresh(facts), "staff_approve_group")
        if group is None:
            return
    if not await is_sure(chat, "staff_press_sure", _PRESSED[decision], case=code):
        return
    decided = await chat.act("decide", Decide(code, version, decision, group))
    await finish(chat, decided, f"staff_{decision}", case=code)


STEPS: Mapping[str, Step] = {"approve": approve, "decline": decline, "hold": hold, "exclude": exclude}


async def _may_decide(chat: Chat, code: str, version: int, decision: str) -> bool:
    """Refuse at once what could not be done after all questions, by its clause, and say what comes next."""
    verdict = await chat.act("may_decide", MayDecide(code, version, decision))
    if isinstance(verdict, Refused):
        await chat.say(verdict.reason, clause=verdict.clause)
        await chat.say("refusal_clause_case", clause=verdict.clause, case=code)
    return not isinstance(verdict, Refused)


def _pressed(subject: str) -> tuple[str, int | None, str, str | None]:
    """Read <case>:<version>:<decision>[:<group>]."""
    code, version, decision, group = [*subject.split(":"), "", "", ""][:4]
    return code, int(version) if version.isdecimal() else None, decision, group or None

"""What stands before every conversation of staff: an account that works (H2.1), and for some a role (A1)."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.staff.acts.account import MayBegin
from flows.staff.lists import refuse

StaffFlow: TypeAlias = Callable[[Chat, StaffFacts], Awaitable[None]]

FOR_A_ROLE = frozenset(
    {
        "break_glass",
        "breaches",
        "data_requests",
        "excluding",
        "flag",
        "hear",
        "lockdown",
        "offboard",
        "reads",
        "restrict",
    }
)
"""Whoever lacks the role is refused before any question, whatever they would answer."""


def begun(name: str, flow: StaffFlow) -> StaffFlow:
    """Play a flow for whoever may begin it; asked at every play, so also where the policies lapse half-way."""

    async def played(chat: Chat, facts: StaffFacts) -> None:
        if not facts.policies_current or name in FOR_A_ROLE:
            verdict = await chat.act(f"may_begin_{name}", MayBegin(name))
            if isinstance(verdict, Refused):
                return await refuse(chat, verdict)
        return await flow(chat, facts)

    return played

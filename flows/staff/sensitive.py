"""Where to meet when sensitive things may come up (I2.1, I2.2): the same questions for one adult and for a group."""

from dataclasses import dataclass

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy.one_to_ones import CALLS, SensitiveFacts, is_end_to_end, is_private_enough
from flows.questions import Exact, Skippable, Text
from flows.staff.lists import pick_platform

SENSITIVE = Exact("yes", "no", "not_sure")


@dataclass(frozen=True)
class Where:
    """The platform, whether its end-to-end mode is on, and a manager's reason if it is not."""

    platform: str
    end_to_end: bool
    reason: str | None = None


async def ask_where(chat: Chat, facts: StaffFacts, sensitive: str, about: str) -> Where | None:
    """Ask for a platform that is private enough; None to leave it. `about`: staff_one or staff_meeting."""
    platform = await pick_platform(chat, facts, f"{about}_platform")
    if platform in CALLS or sensitive == "no":
        return Where(platform, platform in CALLS)
    ticked = platform == "zoom" and await chat.ask(f"{about}_end_to_end", Exact("yes", "no")) == "yes"
    if is_private_enough(SensitiveFacts(sensitive, is_end_to_end(platform, ticked=ticked))):
        return Where(platform, end_to_end=True)
    if facts.has_role("manager"):
        reason = await chat.ask(f"{about}_reason", Skippable(Text(longest=200)))
        if reason is not None:
            return Where(platform, end_to_end=False, reason=reason)
    call = await chat.ask(f"{about}_instead", Exact("signal_call", "whatsapp_call", "leave"))
    return None if call == "leave" else Where(call, end_to_end=True)

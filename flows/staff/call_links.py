"""READY for a group that meets by a Signal or WhatsApp call: it has no password, its link is the secret (I2.2, G6)."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.staff.acts.meetings import MeetingDetails
from flows.staff.acts.platform import SetPlatform
from flows.staff.kinds import Link, Several
from flows.staff.lists import finish, numbered

TICKS = ("staff_call_approved", "staff_call_fresh", "staff_call_nothing_kept")
"""G6.3, G6.5, H3.2: what is ticked for each link of a call."""


async def set_up(chat: Chat, facts: StaffFacts, details: MeetingDetails) -> None:
    """G6.3: a fresh call link for each meeting and after each leak, and whoever follows it waits to be let in."""
    told = {"meeting": details.code, "platform": details.platform}
    await chat.say("staff_call_steps", **told, group=details.group, when=details.starts_at)
    link = await chat.ask(f"staff_call_link_{details.version}", Link(details.link_hosts), "staff_call_link")
    lines = numbered(facts, "staff_line_tick", ({"words": facts.told(text)} for text in TICKS))
    asked = f"staff_ready_ticks_{details.version}"
    ticked = await chat.ask(asked, Several(len(TICKS)), "staff_ready_ticks", lines=lines)
    if len(ticked) < len(TICKS):
        return await chat.say("staff_ready_not_yet", meeting=details.code)
    done = await chat.act("set_platform", SetPlatform(details.code, details.version, link))
    return await finish(chat, done, "staff_ready_done", meeting=details.code)

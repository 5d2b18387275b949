"""READY where a provider makes the meeting by itself, and HOST: the link that begins it."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Exact
from flows.staff.acts.meetings import MeetingDetails
from flows.staff.acts.rooms import AskHostLink, RestartRoom
from flows.staff.lists import finish, pick_meeting, refuse

MAKING, RESTART, MADE = "making", "restart", "made"


async def by_itself(chat: Chat, details: MeetingDetails) -> bool:
    """Offer to wait for the provider; True if nothing is left for hands to do now."""
    told = {"meeting": details.code, "platform": details.platform}
    if details.room == MAKING:
        choice = await chat.ask(
            f"staff_room_wait_{details.version}", Exact("wait", "by_hand"), "staff_room_wait", **told
        )
        if choice == "wait":
            await chat.say("staff_room_waiting", meeting=details.code)
        return bool(choice == "wait")
    if details.room == RESTART:
        key = f"staff_room_restart_{details.version}"
        choice = await chat.ask(key, Exact("restart", "by_hand"), "staff_room_restart", **told)
        return choice == "restart" and await _restart(chat, details)
    return False


async def _restart(chat: Chat, details: MeetingDetails) -> bool:
    """G6.5: people are inside, so a human says when they are all sent out."""
    restarted = await chat.act("restart_room", RestartRoom(details.code, details.version))
    if isinstance(restarted, Refused):
        await refuse(chat, restarted)
    else:
        await chat.say("staff_room_restarted", meeting=details.code)
    return True


async def host(chat: Chat, facts: StaffFacts) -> None:
    """G6.7: ask for the link that makes one the host."""
    code = await pick_meeting(chat, facts, "staff_host_which")
    if code is not None:
        asked = await chat.act("ask_host_link", AskHostLink(code))
        await finish(chat, asked, "staff_host_coming", meeting=code)

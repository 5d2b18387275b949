"""STRANGER: a face, a voice or a name that nobody knows; it waits outside, and the password may be changed."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Exact, YesNo
from flows.staff.acts.running import NoteStranger
from flows.staff.lists import pick_meeting, refuse
from flows.staff.platform import change_password

KINDS = Exact("name", "face", "extra")


async def stranger(chat: Chat, facts: StaffFacts) -> None:
    """G7.6: hold them in the waiting room, write it down, offer to change the password."""
    code = await pick_meeting(chat, facts, "staff_stranger_which")
    if code is None:
        return None
    kind = await chat.ask("staff_stranger_kind", KINDS)
    noted = await chat.act("note_stranger", NoteStranger(code, kind))
    if isinstance(noted, Refused):
        return await refuse(chat, noted)
    await chat.say("staff_stranger_open" if noted.open_large else "staff_stranger_wait", meeting=code)
    if noted.large:
        await chat.say("staff_stranger_large", meeting=code)
    if await chat.ask("staff_stranger_rotate", YesNo()):
        await change_password(chat, facts, code, "unknown_person")
    else:
        await chat.say("staff_stranger_noted", meeting=code)
    return None

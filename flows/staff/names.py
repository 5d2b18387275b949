"""NAME: the leader decides about a name on the screen: one that may be rude, or that shows a letter of the surname."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.policy.screen_names import LONGEST
from flows.questions import Name
from flows.staff.acts.groups import ListMembers
from flows.staff.acts.running import SetScreenName
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, pick_group, refuse
from flows.texts import inert


async def name(chat: Chat, facts: StaffFacts) -> None:
    """G7.4: what the bot refused, the leader may allow; surnames and names of others stay refused."""
    group = await pick_group(chat, facts, "staff_name_group")
    if group is None:
        return None
    members = await chat.act("list_members", ListMembers(group))
    if isinstance(members, Refused):
        return await refuse(chat, members)
    if not members:
        return await chat.say("staff_name_nobody")
    lines = "\n".join(f"{number}. {inert(full_name)}" for number, full_name in members)
    numbers = OneOf(tuple(number for number, _ in members), numbered=False)
    member = await chat.ask("staff_name_whose", numbers, lines=lines)
    wanted = await chat.ask("staff_name_new", Name(longest=LONGEST, full=False))
    changed = await chat.act("set_screen_name", SetScreenName(group, member, wanted))
    return await finish(chat, changed, "staff_name_set", screen_name=wanted)

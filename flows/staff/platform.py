"""READY, ROTATE and HELD: the password on the platform, its change, and who had the old one."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.policy.platform import Tick
from flows.questions import Exact, Skippable
from flows.staff import call_links, rooms
from flows.staff.acts.meetings import MeetingDetails, ReadMeeting
from flows.staff.acts.platform import ClearHold, Rotate, SetPlatform, WhoHeld
from flows.staff.kinds import Link, OneOf, Several
from flows.staff.lists import finish, is_sure, numbered, pick_meeting, refuse
from flows.texts import grouped, in_words, inert

TICKS = {
    Tick.PASSCODE_SET: "staff_ready_password_set",
    Tick.WAITING_ROOM: "staff_ready_waiting_room",
    Tick.LINK_PLAIN: "staff_ready_link_plain",
    Tick.NOTHING_KEPT: "staff_ready_nothing_kept",
}
"""G6.3, H3.2: what is ticked for each version of the password, unless the platform's provider has confirmed it."""

REASONS = Exact("passed_on", "unknown_person", "lost_phone", "other")


async def ready(chat: Chat, facts: StaffFacts) -> None:
    """G6.1, G6.3: show the password to whoever sets it on the platform, and tick that it is set."""
    code = await pick_meeting(chat, facts, "staff_ready_which")
    if code is not None:
        await _prepare(chat, facts, code)


async def rotate(chat: Chat, facts: StaffFacts) -> None:
    """G6.5: the old password is dead at once; then the new one goes on the platform."""
    code = await pick_meeting(chat, facts, "staff_rotate_which")
    if code is None:
        return
    reason = await chat.ask("staff_rotate_reason", REASONS)
    await change_password(chat, facts, code, reason)


async def change_password(chat: Chat, facts: StaffFacts, code: str, reason: str) -> None:
    """G6.5: for this reason, and go on to setting the new one."""
    rotated = await chat.act("rotate", Rotate(code, reason))
    if isinstance(rotated, Refused):
        await refuse(chat, rotated)
        return
    await _prepare(chat, facts, code, "staff_rotated")


async def _prepare(chat: Chat, facts: StaffFacts, code: str, before: str | None = None) -> None:
    details = await chat.act("read_meeting", ReadMeeting(code))
    if before is not None and not isinstance(details, Refused):
        await chat.say(_what_to_do(details, before), meeting=code)
    if isinstance(details, Refused):
        return await (refuse(chat, details) if before is None else chat.say("staff_rotated_unseen", meeting=code))
    if details.status not in {"planned", "started"}:
        return await chat.say("staff_now_over", status=details.status)
    if details.platform_ready:
        return await chat.say("staff_ready_already", meeting=code)
    if details.password is None:
        early = "staff_call_too_early" if details.by_link else "staff_ready_no_password"
        missing = early if details.version == 0 else "staff_ready_only_leader"
        return await chat.say(missing, meeting=code)
    if details.by_link:
        return await call_links.set_up(chat, facts, details)
    if await rooms.by_itself(chat, details):
        return None
    await _show(chat, facts, details, details.password)
    return await _tick(chat, facts, details)


def _what_to_do(details: MeetingDetails, before: str) -> str:
    if details.by_link:
        return "staff_call_changed"
    return "staff_live_leak" if details.new_link else before


async def _show(chat: Chat, facts: StaffFacts, details: MeetingDetails, password: str) -> None:
    await chat.say(
        "staff_ready_password",
        meeting=details.code,
        group=details.group,
        when=details.starts_at,
        password=grouped(password),
        password_words=in_words(password, facts.told),
    )
    if details.room == rooms.MADE:
        await chat.say("staff_ready_room", platform=details.platform, link=details.link or "")
    else:
        steps = "staff_ready_new_meeting" if details.new_link else "staff_ready_steps"
        await chat.say(steps, platform=details.platform)
    await _say_private(chat, details)


async def _say_private(chat: Chat, details: MeetingDetails) -> None:
    """I2.1, I2.2: a mode of the platform that was promised when the meeting was planned."""
    if details.end_to_end and details.room != rooms.MADE:
        await chat.say("staff_ready_end_to_end", platform=details.platform)


async def _tick(chat: Chat, facts: StaffFacts, details: MeetingDetails) -> None:
    """All in one message. Ticks belong to one version of the password: after a change they are asked again."""
    version, made = details.version, details.room == rooms.MADE
    link = None if made else await _link(chat, details)
    wanted = [text for tick, text in TICKS.items() if not made or tick in details.to_tick]
    lines = numbered(facts, "staff_line_tick", ({"words": facts.told(text)} for text in wanted))
    ticked = await chat.ask(f"staff_ready_ticks_{version}", Several(len(wanted)), "staff_ready_ticks", lines=lines)
    if len(ticked) < len(wanted):
        return await chat.say("staff_ready_not_yet", meeting=details.code)
    done = await chat.act("set_platform", SetPlatform(details.code, version, link))
    text = "staff_ready_done_live" if details.new_link else "staff_ready_done"
    return await finish(chat, done, text, meeting=details.code)


async def _link(chat: Chat, details: MeetingDetails) -> str | None:
    """G6.3, G6.5: a first link, and a new one after a leak in a running meeting, is needed; else it may stay."""
    key = f"staff_ready_link_{details.version}"
    link: str | None
    if details.new_link:
        link = await chat.ask(key, Link(details.link_hosts), "staff_ready_new_link")
    elif not details.has_link:
        link = await chat.ask(key, Link(details.link_hosts), "staff_ready_first_link")
    else:
        link = await chat.ask(key, Skippable(Link(details.link_hosts)), "staff_ready_link")
    return link


async def held(chat: Chat, facts: StaffFacts) -> None:
    """G6.6: who had the last dead password; clear one who was held back, after speaking to them."""
    code = await pick_meeting(chat, facts, "staff_held_which")
    if code is None:
        return
    holders = await chat.act("who_held", WhoHeld(code))
    if isinstance(holders, Refused):
        await refuse(chat, holders)
    elif not holders:
        await chat.say("staff_held_none", meeting=code)
    else:
        await _holders(chat, facts, code, holders)


async def _holders(chat: Chat, facts: StaffFacts, code: str, holders: tuple[tuple[str, str, bool], ...]) -> None:
    items = ({"screen_name": inert(name), "reference": ref, "waiting": back} for name, ref, back in holders)
    await chat.say("staff_held", meeting=code, lines=numbered(facts, "staff_line_holder", items))
    back = tuple((name, ref) for name, ref, is_held in holders if is_held)
    if not back:
        await chat.say("staff_held_nobody_back")
        return
    lines = numbered(facts, "staff_line_held", ({"screen_name": inert(n), "reference": r} for n, r in back))
    references = tuple(ref for _, ref in back)
    reference = await chat.ask("staff_held_clear", Skippable(OneOf(references)), lines=lines)
    if reference is None:
        await chat.say("staff_nothing_done")
    elif await is_sure(chat, "staff_held_sure", "staff_held_sure", reference=reference):
        cleared = await chat.act("clear_hold", ClearHold(code, reference))
        await finish(chat, cleared, "staff_held_cleared", reference=reference)

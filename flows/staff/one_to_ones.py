"""ONE: a meeting with one adult of a family. Proposed with a buddy, begun with two ticks, ended with a check-out."""

from dataclasses import replace

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.policy.one_to_ones import CALLS, SensitiveFacts, is_end_to_end, is_private_enough
from flows.questions import Choice, Day, Exact, Number, Skippable, Text, TimeOfDay
from flows.staff.acts.groups import ListStaff
from flows.staff.acts.one_to_ones import (
    BeginOneToOne,
    EndOneToOne,
    ListAdults,
    ListOneToOnes,
    OneToOneLine,
    ReadOneToOne,
    ScheduleOneToOne,
)
from flows.staff.kinds import OneOf
from flows.staff.lists import (
    finish,
    is_sure,
    nothing,
    numbered,
    pick_group,
    pick_platform,
    pick_staff,
    refuse,
    subject_of,
)
from flows.texts import inert

SENSITIVE = Exact("yes", "no", "not_sure")
MEETING = "M-"


async def one_to_one(chat: Chat, facts: StaffFacts) -> None:
    """I1: propose one, or go on with one that is planned or runs."""
    subject = subject_of(facts) or ""
    planned = await chat.act("list_one_to_ones", ListOneToOnes())
    if subject.startswith(MEETING):
        return await _go_on(chat, subject, planned)
    if planned and not subject and await chat.ask("staff_one", Choice("open", "new")) == "open":
        items = ({"meeting": each.code, "when": each.when, "begun": each.begun} for each in planned)
        lines = numbered(facts, "staff_line_one", items)
        code = await chat.ask("staff_one_which", OneOf(tuple(each.code for each in planned)), lines=lines)
        return await _go_on(chat, code, planned)
    return await _propose(chat, facts)


async def _propose(chat: Chat, facts: StaffFacts) -> None:
    code = await pick_group(chat, facts, "staff_one_group")
    if code is None:
        return None
    found = await chat.act("list_adults", ListAdults(code))
    if isinstance(found, Refused):
        return await refuse(chat, found)
    if not found.adults:
        return await chat.say("staff_one_nobody")
    lines = "\n".join(f"{number}. {inert(name)}" for number, name in found.adults)
    numbers = OneOf(tuple(number for number, _ in found.adults), numbered=False)
    number = await chat.ask("staff_one_who", numbers, lines=lines)
    sensitive = await chat.ask("staff_one_sensitive", SENSITIVE)
    where = await _where(chat, facts, sensitive)
    if where is None:
        return await chat.say("staff_nothing_done")
    day = await chat.ask("staff_one_day", Day(facts.today, earliest=facts.today))
    at = await chat.ask("staff_one_time", TimeOfDay())
    minutes = await chat.ask("staff_one_minutes", Number(10, 120))
    staff = await chat.act("list_staff", ListStaff())
    others = tuple(each for each in staff if each[0] != facts.handle)
    if not others:
        return await nothing(chat, facts, "staff_offboard_nobody")
    buddy = await pick_staff(chat, facts, others, "staff_one_buddy")
    name = inert(dict(found.adults).get(number, number))
    platform, end_to_end, reason = where
    told = {"name": name, "day": day, "at": at, "minutes": minutes, "platform": platform}
    if not await is_sure(chat, "staff_one_sure", "staff_one_sure", **told):
        return None
    wanted = ScheduleOneToOne(found.group, number, day, at, minutes, platform, end_to_end, sensitive, buddy, reason)
    made = await chat.act("schedule_one_to_one", wanted)
    if isinstance(made, Refused):
        return await refuse(chat, made)
    return await chat.say("staff_one_made" if made.told else "staff_one_made_silent", meeting=made.code, when=made.when)


async def _where(chat: Chat, facts: StaffFacts, sensitive: str) -> tuple[str, bool, str | None] | None:
    """I2.1: the platform, whether its end-to-end mode is on, and a manager's reason; None to leave it."""
    platform = await pick_platform(chat, facts, "staff_one_platform")
    if platform in CALLS or sensitive == "no":
        return platform, platform in CALLS, None
    ticked = platform == "zoom" and await chat.ask("staff_one_end_to_end", Exact("yes", "no")) == "yes"
    if is_private_enough(SensitiveFacts(sensitive, is_end_to_end(platform, ticked=ticked))):
        return platform, True, None
    if facts.has_role("manager"):
        reason = await chat.ask("staff_one_reason", Skippable(Text(longest=200)))
        if reason is not None:
            return platform, False, reason
    call = await chat.ask("staff_one_instead", Exact("signal_call", "whatsapp_call", "leave"))
    return None if call == "leave" else (call, True, None)


async def _go_on(chat: Chat, code: str, planned: tuple[OneToOneLine, ...]) -> None:
    line = next((each for each in planned if each.code == code), None)
    if line is not None and line.begun:
        if await is_sure(chat, "staff_one_end_sure", "staff_one_end_sure", meeting=code):
            ended = await chat.act("end_one_to_one", EndOneToOne(code))
            await finish(chat, ended, "staff_one_ended", meeting=code)
    else:
        await _begin(chat, code)


async def _begin(chat: Chat, code: str) -> None:
    """H3.3, G7.2: nothing records, and voice or face is theirs. Nothing of what is said is written down here."""
    details = await chat.act("read_one_to_one", ReadOneToOne(code))
    if isinstance(details, Refused):
        return await refuse(chat, details)
    shown = replace(details, name=inert(details.name))
    await chat.say(
        "staff_one_details",
        meeting=shown.code,
        when=shown.when,
        name=shown.name,
        phone=shown.phone,
        platform=shown.platform,
        agreed=shown.accepted,
    )
    nothing_recorded = await chat.ask("staff_one_not_recorded", Exact("yes", "no")) == "yes"
    recognised = await chat.ask("staff_one_recognised", Exact("yes", "no")) == "yes"
    begun = await chat.act("begin_one_to_one", BeginOneToOne(code, nothing_recorded, recognised))
    return await finish(chat, begun, "staff_one_begun", meeting=code)

"""ONE: a meeting with one adult of a family. Proposed with a buddy, begun with two ticks, ended with a check-out."""

from dataclasses import replace

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Choice, Day, Exact, Number, TimeOfDay
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
    numbered,
    pick_group,
    pick_staff,
    refuse,
    subject_of,
)
from flows.staff.sensitive import SENSITIVE, ask_where
from flows.texts import inert

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
    where = await ask_where(chat, facts, sensitive, "staff_one")
    if where is None:
        return await chat.say("staff_nothing_done")
    day = await chat.ask("staff_one_day", Day(facts.today, earliest=facts.today))
    at = await chat.ask("staff_one_time", TimeOfDay())
    minutes = await chat.ask("staff_one_minutes", Number(10, 120))
    staff = await chat.act("list_staff", ListStaff())
    others = tuple(each for each in staff if each[0] != facts.handle)
    if not others:
        return await chat.say("staff_offboard_nobody")
    buddy = await pick_staff(chat, facts, others, "staff_one_buddy")
    name = inert(dict(found.adults).get(number, number))
    told = {"name": name, "day": day, "at": at, "minutes": minutes, "platform": where.platform}
    if not await is_sure(chat, "staff_one_sure", "staff_one_sure", **told):
        return None
    wanted = ScheduleOneToOne(
        found.group, number, day, at, minutes, where.platform, where.end_to_end, sensitive, buddy, where.reason
    )
    made = await chat.act("schedule_one_to_one", wanted)
    if isinstance(made, Refused):
        return await refuse(chat, made)
    return await chat.say("staff_one_made" if made.told else "staff_one_made_silent", meeting=made.code, when=made.when)


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

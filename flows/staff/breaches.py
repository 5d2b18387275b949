"""BREACH and BREACHES: staff report that the agreement was broken; another person, a manager, decides."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Exact, Text
from flows.staff.acts.breaches import DecideBreach, ListBreaches, ReadBreach, ReportBreach
from flows.staff.acts.groups import ListMembers
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, is_sure, pick_group, refuse, subject_of
from flows.texts import inert

POINTS = Exact("keep_invitation", "no_screenshots", "no_recording", "be_kind", "keep_private", "other")
WORDS = Text(longest=1500)


async def breach(chat: Chat, facts: StaffFacts) -> None:
    """G11.1: report one person's breach; they are suspended at once."""
    group = await pick_group(chat, facts, "staff_breach_group", covering=True)
    if group is None:
        return
    members = await chat.act("list_members", ListMembers(group))
    if isinstance(members, Refused):
        await refuse(chat, members)
    elif not members:
        await chat.say("staff_breach_nobody")
    else:
        await _report(chat, group, members)


async def _report(chat: Chat, group: str, members: tuple[tuple[str, str], ...]) -> None:
    lines = "\n".join(f"{number}. {inert(name)}" for number, name in members)
    numbers = OneOf(tuple(number for number, _ in members), numbered=False)
    member = await chat.ask("staff_breach_member", numbers, lines=lines)
    point = await chat.ask("staff_breach_point", POINTS)
    words = await chat.ask("staff_breach_words", WORDS)
    name = inert(dict(members).get(member, member))
    if not await is_sure(chat, "staff_breach_sure", "staff_breach_sure", name=name):
        return
    reported = await chat.act("report_breach", ReportBreach(group, member, point, words))
    if isinstance(reported, Refused):
        await refuse(chat, reported)
        return
    await chat.say("staff_breach_reported", code=reported)


async def breaches(chat: Chat, facts: StaffFacts) -> None:
    """G11.1, G11.2: a manager who did not report it decides: barred, or a member as before."""
    code = subject_of(facts)
    if code is None:
        waiting = await chat.act("list_breaches", ListBreaches())
        if not waiting:
            await chat.say("staff_breaches_none")
            return
        lines = "\n".join(f"{n}. {each}" for n, each in enumerate(waiting, 1))
        code = await chat.ask("staff_breaches", OneOf(waiting), lines=lines)
    await _decide(chat, facts, code)


async def _decide(chat: Chat, facts: StaffFacts, code: str) -> None:
    details = await chat.act("read_breach", ReadBreach(code))
    if isinstance(details, Refused):
        await refuse(chat, details)
        return
    if details.decided:
        await chat.say("staff_breach_settled", code=code)
        return
    await chat.say(
        "staff_breach_details",
        code=code,
        name=inert(details.name) or "none",
        group=details.group,
        when=details.at,
        by=details.reported_by,
        lines=facts.told("staff_breach_point_told", point=details.point, words=inert(details.words, 1500)),
    )
    outcome = await _outcome(chat, names_person=bool(details.name))
    if outcome == "leave":
        await chat.say("staff_nothing_done")
        return
    decided = await chat.act("decide_breach", DecideBreach(code, outcome))
    await finish(chat, decided, f"staff_breach_{outcome}" if details.name else "staff_breach_closed", code=code)


async def _outcome(chat: Chat, *, names_person: bool) -> str:
    """G11.3: only a person can be barred; a report that names nobody is closed once it was looked into."""
    key = "staff_breach_outcome" if names_person else "staff_breach_nameless"
    options = ("upheld", "not_upheld", "leave") if names_person else ("not_upheld", "leave")
    outcome: str = await chat.ask(key, Exact(*options))
    return outcome

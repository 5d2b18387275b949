"""MENU: what this member of staff can do, with the word for each. Policy still decides every act."""

from collections.abc import Mapping
from dataclasses import dataclass

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.questions import Choice
from flows.staff import (
    account,
    alerts,
    bars,
    breaches,
    cases,
    complaints,
    concerns,
    data_rights,
    excluding,
    frozen,
    glass,
    groups,
    hearing,
    incidents,
    lost,
    meetings,
    moderating,
    names,
    now,
    one_to_ones,
    overview,
    people,
    platform,
    publishing,
    readings,
    restricting,
    revoking,
    rings,
    room,
    rooms,
    speaking,
    strangers,
)
from flows.staff.beginning import StaffFlow, begun
from flows.staff.lists import afresh

TEAM = ("practitioner", "assistant", "manager")
LEADERS = ("practitioner", "manager")
MANAGERS = ("manager",)
FLAGGERS = ("manager", "safeguarding_lead", "deputy")
GUARDS = ("safeguarding_lead", "deputy", "manager", "chief_executive", "chair")
ABOVE = ("manager", "chief_executive", "chair", "trustee")
HANDLERS = ("complaints_lead", "data_lead", "manager", "chief_executive", "chair", "trustee")


@dataclass(frozen=True)
class Item:
    """One line of the menu; no roles means everybody."""

    flow: StaffFlow
    roles: tuple[str, ...] = ()
    often: bool = False


ITEMS: Mapping[str, Item] = {
    "policies": Item(account.policies, often=True),
    "now": Item(now.now, TEAM, often=True),
    "clocks": Item(overview.clocks, often=True),
    "cases": Item(cases.cases, TEAM, often=True),
    "breaches": Item(breaches.breaches, ("manager",), often=True),
    "incidents": Item(incidents.incidents, ("manager", "data_lead"), often=True),
    "complaints": Item(complaints.complaints, HANDLERS, often=True),
    "concerns": Item(concerns.concerns, GUARDS, often=True),
    "data_requests": Item(data_rights.data_requests, ("data_lead",), often=True),
    "here": Item(meetings.here, TEAM, often=True),
    "ready": Item(platform.ready, TEAM, often=True),
    "list": Item(room.waiting_list, TEAM, often=True),
    "start": Item(room.start, LEADERS, often=True),
    "stranger": Item(strangers.stranger, TEAM, often=True),
    "end": Item(meetings.end, TEAM, often=True),
    "rotate": Item(platform.rotate, TEAM, often=True),
    "concern": Item(concerns.concern, often=True),
    "rings": Item(rings.rings, TEAM, often=True),
    "invite": Item(groups.invite, LEADERS),
    "referral_code": Item(groups.referral_code, TEAM),
    "revoke": Item(revoking.revoke, TEAM),
    "week": Item(overview.week, TEAM),
    "meeting": Item(meetings.meeting, LEADERS),
    "late": Item(meetings.late, TEAM),
    "move": Item(meetings.move, TEAM),
    "cancel_meeting": Item(meetings.cancel_meeting, TEAM),
    "held": Item(platform.held, TEAM),
    "host": Item(rooms.host, ("practitioner",)),
    "incident": Item(incidents.incident),
    "breach": Item(breaches.breach, TEAM),
    "moderate": Item(moderating.moderate, TEAM),
    "open_session": Item(moderating.open_session, ("manager",)),
    "counts": Item(complaints.counts, ("manager",)),
    "bars": Item(bars.bars, ("manager",)),
    "excluding": Item(excluding.exclude, MANAGERS),
    "break_glass": Item(glass.break_glass, glass.ROLES),
    "reads": Item(readings.reads, MANAGERS),
    "group": Item(groups.group, LEADERS),
    "one_to_one": Item(one_to_ones.one_to_one, TEAM),
    "cover": Item(people.cover, LEADERS),
    "flag": Item(alerts.flag, FLAGGERS),
    "restrict": Item(restricting.restrict, MANAGERS),
    "qualify": Item(people.qualify, MANAGERS),
    "offboard": Item(people.offboard, MANAGERS),
    "lockdown": Item(people.lockdown, MANAGERS),
    "name": Item(names.name, LEADERS),
    "confirm_phone": Item(rings.confirm_phone, TEAM),
    "unfreeze": Item(frozen.unfreeze, TEAM),
    "lost": Item(lost.lost, TEAM),
    "publish": Item(publishing.publish, ABOVE),
    "speak": Item(speaking.speak, TEAM),
    "hear": Item(hearing.hear, LEADERS),
    "why": Item(account.why),
    "language": Item(account.language),
}


async def menu(chat: Chat, facts: StaffFacts) -> None:
    """Offer what is needed often first, the rest behind "more"."""
    often = [name for name, item in ITEMS.items() if item.often and _is_offered(name, item, facts)]
    choice = await chat.ask("staff_menu", Choice(*often, "more"))
    if choice == "more":
        rest = [name for name, item in ITEMS.items() if not item.often and _is_offered(name, item, facts)]
        choice = await chat.ask("staff_menu_more", Choice(*rest))
    await begun(choice, ITEMS[choice].flow)(chat, afresh(facts))


def _is_offered(name: str, item: Item, facts: StaffFacts) -> bool:
    if name == "policies":
        return not facts.policies_current
    return not item.roles or facts.has_role(*item.roles)

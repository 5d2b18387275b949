"""GROUP, INVITE and REFERRAL: groups and their seats, and the codes by which families come."""

from collections.abc import Sequence

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Choice, Exact, Text
from flows.staff.acts.groups import InvitationMade, Invite, ListStaff, MakeGroup, MakeReferralCode, SeatStaff, SetTheme
from flows.staff.acts.people import SetOnline
from flows.staff.lists import finish, pick_group, pick_platform, pick_staff, refuse, subject_of
from flows.staff.sensitive import SENSITIVE

SEATS = Exact("leader", "second", "moderator")


async def group(chat: Chat, facts: StaffFacts) -> None:
    """G1.1, G1.2, L1.1, H1.2: make a group, change who holds a seat, or say whether it meets online."""
    what = "seats" if subject_of(facts) else await chat.ask("staff_group", Choice("seats", "make", "online", "theme"))
    match what:
        case "seats":
            await _change_seat(chat, facts)
        case "make":
            await _make(chat, facts)
        case "theme":
            await _set_theme(chat, facts)
        case _:
            await _set_online(chat, facts)


async def _change_seat(chat: Chat, facts: StaffFacts) -> None:
    code = await pick_group(chat, facts, "staff_group_which")
    if code is None:
        return
    seat = await chat.ask("staff_group_seat", SEATS)
    staff = await chat.act("list_staff", ListStaff())
    if not staff:
        await chat.say("staff_groups_none")
        return
    handle = await pick_staff(chat, facts, staff, "staff_group_who")
    seated = await chat.act("seat", SeatStaff(code, seat, handle))
    await finish(chat, seated, "staff_group_seated", group=code)


async def _set_online(chat: Chat, facts: StaffFacts) -> None:
    """H1.2: online meetings are a choice; a group without them takes no invitations."""
    code = await pick_group(chat, facts, "staff_group_which")
    if code is None:
        return
    online = await chat.ask("staff_group_online", Exact("online", "not_online"))
    done = await chat.act("set_online", SetOnline(code, online == "online"))
    await finish(chat, done, "staff_group_is_online" if online == "online" else "staff_group_not_online", group=code)


async def _set_theme(chat: Chat, facts: StaffFacts) -> None:
    """I2.2: meetings of a group in which sensitive things may come up need a private platform."""
    code = await pick_group(chat, facts, "staff_group_which")
    if code is None:
        return
    sensitive = await chat.ask("staff_meeting_sensitive", SENSITIVE)
    done = await chat.act("set_theme", SetTheme(code, sensitive))
    await finish(chat, done, "staff_group_theme_set", group=code)


async def _make(chat: Chat, facts: StaffFacts) -> None:
    """A manager says who leads; a practitioner who makes a group leads it."""
    staff = await chat.act("list_staff", ListStaff())
    if not staff:
        return await chat.say("staff_groups_none")
    name = await chat.ask("staff_group_name", Text(longest=60))
    platform = await pick_platform(chat, facts, "staff_group_platform")
    seats: list[tuple[str, str]] = []
    if facts.has_role("manager"):
        seats.append(("leader", await pick_staff(chat, facts, staff, "staff_group_leader")))
    seats.append(("second", await pick_staff(chat, facts, staff, "staff_group_second")))
    made = await chat.act("make_group", MakeGroup(name, platform))
    if isinstance(made, Refused):
        return await refuse(chat, made)
    await chat.say("staff_group_made", group=made, name=name)
    return await _seat(chat, made, seats)


async def _seat(chat: Chat, code: str, seats: Sequence[tuple[str, str]]) -> None:
    for seat, handle in seats:
        seated = await chat.act(f"seat_{seat}", SeatStaff(code, seat, handle))
        if isinstance(seated, Refused):
            await refuse(chat, seated)
            await chat.say("staff_group_seats_open", group=code)
            return
    await chat.say("staff_group_complete", group=code)


async def invite(chat: Chat, facts: StaffFacts) -> None:
    """G2.2, G2.3: one invitation, to be handed on by the leader; the family writes first."""
    code = await pick_group(chat, facts, "staff_invite_which")
    if code is None:
        return
    made = await chat.act("invite", Invite(code))
    if isinstance(made, Refused):
        await refuse(chat, made)
        return
    await chat.say("staff_invitation", group=made.group, when=made.expires_at)
    await _hand_on(chat, facts, made, "staff_hand_on", "staff_hand_on_links")


async def referral_code(chat: Chat, facts: StaffFacts) -> None:
    """Journey C: a code for a referrer to hand to a family, who then asks to join."""
    made = await chat.act("referral_code", MakeReferralCode())
    if isinstance(made, Refused):
        await refuse(chat, made)
        return
    await chat.say("staff_referral", when=made.expires_at)
    await _hand_on(chat, facts, made, "staff_hand_on_referral", "staff_hand_on_referral_links")


async def _hand_on(chat: Chat, facts: StaffFacts, made: InvitationMade, text: str, with_links: str) -> None:
    """Give the words to pass on in a message of their own, so that they can be copied whole."""
    told = {"organisation": facts.organisation.name, "code": made.code}
    if made.links:
        await chat.say(with_links, **told, lines="\n".join(made.links))
    else:
        await chat.say(text, **told)

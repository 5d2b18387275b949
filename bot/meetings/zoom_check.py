"""Asks Zoom, before families rely on it, whether the app may do what it must and the account is closed."""

from datetime import UTC, datetime, timedelta

from bot.meetings.provider import Reason, Trouble, Wanted
from bot.meetings.zoom import Zoom, embeds, keeps, rules_of
from flows.policy.platform import Tick
from storage.passcodes import draw

MEANING = {
    Reason.SIGN_IN: "Zoom does not let the app in: compare ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET with "
    "the app's page, and see that it is activated.",
    Reason.NOT_ALLOWED: "the app lacks a scope: docs/zoom.md lists them all.",
    Reason.BUSY: "Zoom is busy: try again in a minute.",
    Reason.SPENT: "Zoom makes no more meetings for ZOOM_USER today: try again after midnight UTC.",
    Reason.AWAY: "Zoom cannot be reached from this machine.",
    Reason.UNKNOWN: "Zoom did not answer in time: try again.",
    Reason.REFUSED: "Zoom refused it: see that ZOOM_USER is the address of a user of this account.",
}
OPEN = "at Zoom, Settings: %s is on or cannot be seen, so the leader ticks it before each meeting."


async def findings(zoom: Zoom, now: datetime) -> tuple[str, ...]:
    """Make a meeting, look at it and take it away again; a sentence for each thing that is not as it must be."""
    try:
        account = await zoom.account()
        made = await _made_and_taken_away(zoom, draw(rules_of(account)), now)
    except Trouble as trouble:
        return (MEANING.get(trouble.reason, MEANING[Reason.REFUSED]),)
    lines = [OPEN % name for name in keeps(account)]
    if embeds(account):
        lines.append(OPEN % "schedule_meeting.embed_password_in_join_link")
    if Tick.WAITING_ROOM not in made:
        lines.append("at Zoom, Settings: the waiting room is off and locked: unlock it.")
    return tuple(lines)


async def _made_and_taken_away(zoom: Zoom, password: str, now: datetime) -> frozenset[Tick]:
    start = now.astimezone(UTC) + timedelta(days=1)
    wanted = Wanted("Doorstep check", password, start, start + timedelta(minutes=15), "UTC")
    made = await zoom.make(wanted, look_first=False)
    await zoom.close(made.number, wanted.marker)
    return made.confirmed

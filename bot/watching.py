"""Managers hear, once an hour, of an account that decides at night or much at once, and of posts that somebody forged.

The notice names the account by its short name, and nobody else. It stops nothing: LOCKDOWN is a manager's own act.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.channels.channel import name_of
from bot.organisation import Organisation
from flows.policy import Role
from flows.policy.watching import PERIOD, Night, WatchFacts, what_is_unusual
from storage import deeds, outbox, readings, staff
from storage.contacts import Contact
from storage.ids import id_for
from storage.readings import STAFF
from storage.watched import DECISIONS, READINGS, has_done
from storage.work import Work

MANAGERS = (Role.MANAGER,)
A_MONTH, MOST_SAMPLED = timedelta(days=31), 5
ABOVE = (Role.CHIEF_EXECUTIVE, Role.CHAIR)


def look(work: Work, organisation: Organisation) -> None:
    """H2.3, H2.2: after a turn of somebody of the staff, whether what they did is unusual."""
    decides, reads = bool(work.acts & DECISIONS.acts), bool(work.acts & READINGS.acts)
    if not work.actor.startswith(STAFF) or not (decides or reads):
        return
    since, limits = work.now - PERIOD, organisation.watching
    sign = what_is_unusual(
        WatchFacts(
            at=work.now.astimezone(organisation.zone).time(),
            night=Night(limits.night_from, limits.night_until),
            decides=decides,
            many_decisions=decides and has_done(work, DECISIONS, limits.decisions_an_hour, since),
            many_readings=reads and has_done(work, READINGS, limits.readings_an_hour, since),
        )
    )
    if sign is not None:
        _tell(work, work.actor.removeprefix(STAFF), sign)


def tell_forged(work: Work, channel: str) -> None:
    """Threat table: posts in a messenger's name that it did not sign. Once an hour for each."""
    if deeds.first_time(work, id_for("forged", channel, _hour(work.now))):
        work.record("refuse_posts", "channel", channel, outcome="refused:forged")
        for line in others(work, (MANAGERS, ABOVE), ()):
            outbox.tell(work, line, "staff_forged_posts", channel=name_of(channel))


def sample_readings(work: Work) -> None:
    """Threat table: once a month managers look at a few readings, each at those of others."""
    drawn = readings.sample(work, work.now - A_MONTH, MOST_SAMPLED)
    if not drawn or not deeds.first_time(work, id_for("reading sample", work.now.strftime("%Y-%m"))):
        return
    work.record("sample", "readings", "unknown", clause="H2.2")
    for manager in staff.by_role(work, Role.MANAGER):
        told = ", ".join(f"{by} {code}" for by, code in drawn if by != manager.handle)
        for line in staff.lines(work, [manager.id]) if told else []:
            outbox.tell(work, line, "staff_readings_sample", readings=told)


def others(work: Work, roles: Collection[Collection[Role]], but: Collection[str]) -> list[Contact]:
    """The private lines of those with the first of these roles that anybody else holds, but for these handles."""
    found = (staff.by_role(work, *wanted) for wanted in roles)
    ids = ([each.id for each in members if each.handle not in but] for members in found)
    return next((lines for those in ids if (lines := staff.lines(work, those))), [])


def _tell(work: Work, handle: str, sign: str) -> None:
    if deeds.first_time(work, id_for("unusual", handle, sign, _hour(work.now))):
        work.record("notice", "staff", handle, outcome=sign, clause="H2.3")
        for line in others(work, (MANAGERS, ABOVE), {handle}):
            outbox.tell(work, line, f"staff_unusual_{sign}", by=handle, when=work.now)


def _hour(now: datetime) -> str:
    return now.strftime("%Y-%m-%dT%H")

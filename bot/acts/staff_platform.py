"""Staff's acts on a meeting's password: it is set on the platform, changed, and cleared for a suspect."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from bot.acts.meeting_access import find, terms
from bot.acts.once import is_first_time, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Actor, MeetingStatus, Refused
from flows.policy.one_to_ones import CALLS
from flows.policy.passwords import (
    HoldFacts,
    PlatformFacts,
    RotateFacts,
    may_clear_hold,
    may_rotate,
    may_see_who_held,
    may_set_platform,
)
from flows.policy.platform import link_fits, link_hosts
from flows.staff.acts.platform import ClearHold, Rotate, SetPlatform, WhoHeld
from storage import contacts, deeds, meetings, outbox, passwords, platforms, releases, rotations, several
from storage.ids import id_for
from storage.meetings import Meeting
from storage.releases import Holder
from storage.work import Work


def set_platform(moment: Moment, command: SetPlatform) -> Done | Refused:
    """G6.3, G6.5: this version is on the platform; those who waited for it get it now."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "set_platform", "meeting", command.code)
    meeting = meetings.lock(work, found[0].id)
    before = meetings.link(work, meeting) or ""
    link = command.link or before
    hosts = link_hosts(meeting.platform, moment.organisation.meetings.hosts)
    # A link that was there already was judged when it came, or is a provider's own.
    fits = command.link is None or link_fits(command.link, hosts)
    verdict = may_set_platform(_platform(work, found[1], meeting, command.version, link, before, fits))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "set_platform", "meeting", meeting.code)
    if meeting.platform in CALLS:
        deeds.first_time(work, _use_of(work, link))
    platforms.confirm(work, meeting, link, terms(moment.organisation))
    return Done()


def _use_of(work: Work, link: str) -> UUID:
    return id_for("call link", work.keys.token("meetings.link", link).hex())


def _platform(
    work: Work, acting: Actor, meeting: Meeting, version: int, link: str, before: str, fits: bool
) -> PlatformFacts:
    """Take the command for what it says: password set, people wait outside, nothing is kept."""
    return PlatformFacts(
        actor=acting,
        version=version,
        current=meeting.password_version,
        password_set=True,
        waiting_room_on=True,
        link=link,
        recording_off=True,
        new_link_needed=rotations.needs_new_link(meeting),
        link_is_new=link != before,
        link_used=meeting.platform in CALLS and link != before and deeds.is_done(work, _use_of(work, link)),
        link_fits=fits,
    )


def rotate(moment: Moment, command: Rotate) -> Done | Refused:
    """G6.5: the old password is dead at once. A second press while the new one waits changes nothing."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "rotate", "meeting", command.code)
    meeting, acting = found
    status = MeetingStatus(meeting.status)
    version = meeting.password_version
    verdict = may_rotate(
        RotateFacts(acting, member_report=False, sign_seen=False, status=status, password_version=version)
    )
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "rotate", "meeting", meeting.code)
    rotations.rotate(work, meeting, command.reason, but=acting.handle)
    return Done()


def who_held(moment: Moment, command: WhoHeld) -> tuple[tuple[str, str, bool], ...] | Refused:
    """G6.6: screen name, reference and whether held back, of those who had the last dead password."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "who_held", "meeting", command.code)
    meeting, acting = found
    verdict = may_see_who_held(acting)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "who_held", "meeting", meeting.code)
    if is_first_time(moment, command):
        work.record("read", "meeting", meeting.code, clause="H2.2")
    dead = passwords.last_dead(work, meeting.id)
    had = [] if dead is None else releases.holders(work, meeting.id, dead)
    return tuple(sorted((each.screen_name, each.reference, each.held) for each in had))


def clear_hold(moment: Moment, command: ClearHold) -> Done | Refused:
    """G6.5: a human has spoken to the suspect: they may ask again."""
    work, found = moment.work, find(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "clear_hold", "meeting", command.code)
    meeting, acting = found
    verdict = may_clear_hold(HoldFacts(acting, spoken=True))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "clear_hold", "meeting", meeting.code)
    holder = _with_reference(moment, meeting, command.reference)
    if holder is None:
        return work.refuse(Refused("G6.5", "refused_person_missing"), "clear_hold", "meeting", meeting.code)
    line = contacts.by_id(work, holder.contact_id)
    for contact_id in [holder.contact_id] if line is None else several.ids_with_it(work, line):
        contacts.change(work, contact_id, held_at=None)
    work.record("clear_hold", "contact", holder.contact_id, clause="G6.5")
    if line is not None and meeting.is_open:
        outbox.tell(work, line, "reply_password")
    return Done()


def _with_reference(moment: Moment, meeting: Meeting, reference: str) -> Holder | None:
    wanted = reference.strip().upper()
    given = releases.holders(moment.work, meeting.id)
    return next((each for each in given if each.reference == wanted), None)


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {
    SetPlatform: once(set_platform),
    Rotate: once(rotate),
    WhoHeld: who_held,
    ClearHold: once(clear_hold),
}

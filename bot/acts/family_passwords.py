"""Families' acts on passwords: asking for one, saying that it leaked, and quoting one that is not theirs."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time, timedelta
from typing import Any
from uuid import UUID

from bot.acts.meeting_access import local_day, terms, to_utc
from bot.acts.once import once
from bot.moment import Moment
from flows.family.acts import Done
from flows.family.acts.passwords import ReleasePassword, ReportLeak
from flows.policy import MeetingStatus, Refused
from flows.policy.passwords import RotateFacts, may_receive_password, may_rotate
from storage import (
    agreements,
    breaches,
    contacts,
    diary,
    meetings,
    outbox,
    passwords,
    people,
    quotes,
    releases,
    rotations,
    standings,
)
from storage.breaches import BOT, Report
from storage.meetings import Meeting
from storage.people import Person
from storage.quotes import Quote
from storage.work import Work

NOTICE = "staff_password_leak"
TOO_EARLY = "refused_too_early"


def release_password(moment: Moment, command: ReleasePassword) -> Done | Refused:
    """G6.4, G6.9, G9.1: the link and the password for one adult, and the agreement in short."""
    work = moment.work
    person = people.of_lane(work, moment.contact, command.adult)
    soonest = None if person is None else meetings.next_of_person(work, person.id)
    if person is None or soonest is None:
        return work.refuse(_nothing_near(moment, person), "release", "contact", moment.contact.id)
    meeting = meetings.hold_still(work, soonest.id) or soonest
    asked = terms(moment.organisation)
    known = standings.read(work, meeting.group_id, [person.id], asked.agreement_version)[person.id]
    asked = replace(asked, identified=standings.gave_digits(work, person.id, moment.contact.id))
    facts = standings.facts(work, meeting, known, moment.contact.id, asked)
    verdict = may_receive_password(facts)
    if isinstance(verdict, Refused):
        return work.refuse(_off_today(moment, person, meeting, verdict), "release", "person", person.id)
    if meeting.status == MeetingStatus.STARTED and not releases.had_any(work, person.id, meeting.id):
        _tell_leader(moment, meeting, person)
    passwords.release(work, person.id, moment.contact, meeting, asked, reply=True)
    outbox.tell(work, moment.contact, "agreement_short", reply=True, screen_name=person.screen_name)
    return Done()


def _nothing_near(moment: Moment, person: Person | None) -> Refused:
    """G5.3: only a member hears that it is too early; to anybody else no meeting is mentioned."""
    standing = None if person is None else agreements.of_people(moment.work, [person.id]).get(person.id)
    if person is None or standing != "active":
        return Refused("G6.4", "refused_not_approved")
    return _off_today(moment, person, None, Refused("G6.4", TOO_EARLY))


def _off_today(moment: Moment, person: Person, soonest: Meeting | None, refused: Refused) -> Refused:
    """G6.8: who would wait in vain for the password of today hears that there is no meeting today."""
    today = local_day(moment, moment.work.now)
    if refused.reason != TOO_EARLY or (soonest is not None and local_day(moment, soonest.starts_at) == today):
        return refused
    since = to_utc(moment.organisation, today, time.min)
    until = to_utc(moment.organisation, today + timedelta(days=1), time.min)
    off = diary.is_off(moment.work, person.id, since, until)
    return Refused("G6.8", "refused_meeting_cancelled") if off else refused


def _tell_leader(moment: Moment, meeting: Meeting, person: Person) -> None:
    """G9.4: somebody comes late: the reminders are said again."""
    line = contacts.of_staff(moment.work, meeting.leader_id)
    if line is not None:
        outbox.tell(moment.work, line, "staff_late_comer", meeting=meeting.code, screen_name=person.screen_name)


def report_leak(moment: Moment, command: ReportLeak) -> bool:
    """G6.5: a member's word is enough; a password in anybody's is proof, though only a member hears what came of it.

    Somebody else's reference in it shows whose release leaked.
    """
    work = moment.work
    _suspect(moment, quotes.shown_to(work, command.words, moment.contact))
    changed = [
        _change(moment, meeting, "member_report", member_report=True)
        for meeting in _believed_of(work, moment.contact.id)
    ]
    notice_quote(moment, command.words)
    return any(changed)


def _believed_of(work: Work, contact_id: UUID) -> list[Meeting]:
    """G6.5: the meetings of their groups, and of whoever has no place any more those whose live password they hold.

    Otherwise somebody who was barred could have it changed again and again.
    """
    given = (meetings.by_id(work, each) for each in releases.live_on(work, contact_id))
    theirs = {each.id: each for each in (*meetings.guarded_of(work, contact_id), *given) if each is not None}
    return [theirs[each] for each in sorted(theirs)]


def notice_quote(moment: Moment, text: str) -> bool:
    """G6.5, G6.6: somebody who is no holder in good standing writes a live password or a reference.

    A reference shows whose release it was: that contact is held. A bare password makes nobody a suspect.
    """
    found = quotes.foreign(moment.work, text, moment.contact)
    _suspect(moment, found)
    for meeting_id in sorted({quote.meeting_id for quote in found}):
        meeting = meetings.by_id(moment.work, meeting_id)
        current = [quote for quote in found if meeting and quote.version == meeting.password_version]
        if meeting is not None and current:
            _change(moment, meeting, "quoted", sign_seen=True, is_known=True)
    return bool(found)


def change_of_lost(moment: Moment, contact_id: UUID) -> None:
    """G6.5: a password stands on a phone that is lost: whoever finds it could read it."""
    for meeting_id in releases.live_on(moment.work, contact_id):
        meeting = meetings.by_id(moment.work, meeting_id)
        if meeting is not None:
            _change(moment, meeting, "lost_phone", sign_seen=True)


def _change(
    moment: Moment,
    meeting: Meeting,
    reason: str,
    *,
    member_report: bool = False,
    sign_seen: bool = False,
    is_known: bool = False,
) -> bool:
    """Change the password; True too while a change made a moment ago still waits for the platform."""
    facts = RotateFacts(
        actor=None,
        member_report=member_report,
        sign_seen=sign_seen,
        status=MeetingStatus(meeting.status),
        password_version=meeting.password_version,
    )
    verdict = may_rotate(facts)
    if isinstance(verdict, Refused):
        moment.work.refuse(verdict, "rotate", "meeting", meeting.code)
        return False
    reporter = moment.contact.id if member_report else None
    changed = rotations.rotate(moment.work, meeting, reason, NOTICE, reporter=reporter, is_known=is_known)
    return changed or rotations.is_waiting(meeting)


def _suspect(moment: Moment, found: list[Quote]) -> None:
    newly = quotes.hold(moment.work, {quote.shown_by for quote in found if quote.shown_by is not None})
    for quote in found:
        if quote.person_id is not None and quote.shown_by in newly:
            _open_case(moment, quote, quote.person_id)


def _open_case(moment: Moment, quote: Quote, person_id: UUID) -> None:
    """G6.6: a case about the suspect for the managers; they stay a member, but are held back."""
    meeting = meetings.by_id(moment.work, quote.meeting_id)
    if meeting is None:
        return
    report = Report("leak", person_id, meeting.group_id, "keep_invitation", "", BOT, meeting.id)
    breaches.add(moment.work, moment.own_id("leak", person_id, meeting.id), report)


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {
    ReleasePassword: once(release_password),
    ReportLeak: report_leak,
}

"""G6.4: a contact that may be in other hands gets no secret until staff have spoken to the person live."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.organisation import Organisation
from flows.policy import MeetingStatus, Refused
from flows.policy.members import UnheardFacts, may_trust_after_silence
from flows.policy.passwords import RotateFacts, may_rotate
from storage import cases, contacts, lanes, meetings, outbox, releases, rotations, staff, unheard
from storage.cases import Case
from storage.contacts import Contact
from storage.work import Work

CHANGED, UNHEARD = "staff_frozen_contact", "staff_unheard_contacts"
LEAK, REASON = "staff_password_leak", "phone_changed"
MOST = 100


def freeze_changed(work: Work, contact: Contact, *, again: bool = False) -> None:
    """G6.5, G6.4: a phone whose keys or id have changed: a password that it was given is dead, and it is frozen.

    `again`: it may have changed once more; then whoever is ringing about it must ring anew.
    """
    for meeting_id in releases.live_on(work, contact.id):
        meeting = meetings.by_id(work, meeting_id)
        if meeting is not None:
            status, version = MeetingStatus(meeting.status), meeting.password_version
            facts = RotateFacts(None, member_report=False, sign_seen=True, status=status, password_version=version)
            if may_rotate(facts):
                rotations.rotate(work, meeting, REASON, LEAK, reporter=contact.id)
    freeze(work, contact)
    if again and contact.frozen_at is not None:
        contacts.change(work, contact.id, frozen_at=work.now)


def freeze(work: Work, contact: Contact) -> None:
    """Freeze a contact that may be in other hands, and tell staff; once, until it is freed."""
    case = _shut(work, contact)
    if contact.frozen_at is None:
        code = "none" if case is None else case.code
        leaders = [] if case is None or case.group_id is None else cases.leaders(work, case)
        _tell(work, CHANGED, {leader: [code] for leader in leaders}, [code])


def freeze_if_unheard(work: Work, organisation: Organisation, contact: Contact) -> Contact:
    """A member writes again after long: the phone is frozen before anything is answered. Answers it as it is then.

    It asks the database nothing unless the phone was silent for so long.
    """
    if contact.audience != "family" or contact.frozen_at is not None or not _is_unheard(work, organisation, contact):
        return contact
    if not unheard.is_members(work, contact.id, work.now - _period(organisation)):
        return contact
    _freeze_all(work, organisation, [contact], work.now)
    return replace(contact, frozen_at=work.now)


def freeze_unheard(work: Work, organisation: Organisation, tell_at: datetime) -> None:
    """Every day: the members' phones from which nobody has written for long, before anything more goes there."""
    found = unheard.since(work, work.now - _period(organisation))[:MOST]
    for lane_id in dict.fromkeys(each.lane_id for each in found):
        lanes.lock(work, lane_id)
    read = (contacts.by_id(work, each.id) for each in found)  # They may have written while this waited.
    still = [each for each in read if each and each.frozen_at is None and _is_unheard(work, organisation, each)]
    _freeze_all(work, organisation, still, tell_at)


def is_too_long(organisation: Organisation, last_heard_at: datetime | None, now: datetime) -> bool:
    """Tell whether nobody has written for so long that the number may have passed to somebody else."""
    facts = UnheardFacts(last_heard_at, now, _period(organisation))
    return isinstance(may_trust_after_silence(facts), Refused)


def _is_unheard(work: Work, organisation: Organisation, contact: Contact) -> bool:
    return is_too_long(organisation, contact.last_inbound_at, work.now)


def _period(organisation: Organisation) -> timedelta:
    return timedelta(days=organisation.meetings.unheard_days)


def _freeze_all(work: Work, organisation: Organisation, found: list[Contact], tell_at: datetime) -> None:
    """One notice for each leader, whose families they are; one for the staff channel."""
    of_leader: dict[UUID, list[str]] = defaultdict(list)
    codes: list[str] = []
    for contact in found:
        case = _shut(work, contact)
        if case is not None and case.code not in codes:
            codes.append(case.code)
            for leader in [] if case.group_id is None else cases.leaders(work, case):
                of_leader[leader].append(case.code)
    if codes:
        _tell(work, UNHEARD, of_leader, codes, due_at=tell_at, days=organisation.meetings.unheard_days)


def _shut(work: Work, contact: Contact) -> Case | None:
    """Take back the secrets that were not sent, and freeze it if it is not; answers the family's case."""
    outbox.void_secrets(work, contact.id, reason="refused_contact_frozen")
    if contact.frozen_at is None:
        contacts.change(work, contact.id, frozen_at=work.now)
        work.record("freeze", "contact", contact.id, clause="G6.4")
    return cases.of_family(work, contact.lane_id)


def _tell(
    work: Work,
    notice: str,
    of_leader: Mapping[UUID, list[str]],
    codes: list[str],
    *,
    days: int = 0,
    due_at: datetime | None = None,
) -> None:
    channel = contacts.staff_channel(work)
    if channel is not None:
        outbox.tell(work, channel, notice, due_at=due_at, case=", ".join(codes), days=days)
    for leader, theirs in of_leader.items():
        for line in staff.lines(work, [leader]):
            outbox.tell(work, line, notice, due_at=due_at, case=", ".join(theirs), days=days)

"""Who hears what became of a meeting: its members, whoever holds a seat, and who acted, of those it does not reach."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from bot.moment import Moment
from flows.policy.confidentiality import SPOKEN
from flows.texts import inert
from storage import contacts, groups, outbox, several, staff, standings
from storage.meetings import Meeting
from storage.work import Work


def tell_colleagues(moment: Moment, staff_ids: Collection[UUID], text: str, **params: Any) -> None:
    """G1.4: whoever holds a seat hears what somebody else did with the meeting."""
    for line_of_theirs in staff.lines(moment.work, [each for each in staff_ids if each != moment.staff_id]):
        outbox.tell(moment.work, line_of_theirs, text, **params)


def tell_members(moment: Moment, meeting: Meeting, text: str, **params: Any) -> None:
    """G6.8: members hear what became of the meeting; who acts hears whom that does not reach, and rings them."""
    work, version = moment.work, moment.organisation.agreement.version
    for contact in groups.reachable(work, meeting.group_id, silent_too=False, only=meeting.person_id):
        outbox.tell(work, contact, text, **params)
    members = groups.members(work, meeting.group_id, version)
    meant = [each for each in members if each.status == "active" and meeting.is_for(each.person_id)]
    known = standings.read(work, meeting.group_id, [each.person_id for each in meant], version)
    unheard = [each for each in meant if known[each.person_id].silent or _is_shut(work, each.person_id)]
    if unheard:
        names = ", ".join(sorted((inert(each.screen_name) for each in unheard), key=str.casefold))
        outbox.tell(work, moment.contact, "staff_not_written_to", meeting=meeting.code, names=names)


def _is_shut(work: Work, person_id: UUID) -> bool:
    """A2: STOP, no phone, or one held back, as its team knows. A3: a concern is no reason, or it would show."""
    contact = contacts.of_person(work, person_id)
    own = [] if contact is None else several.with_it(work, contact)
    return all(each.channel == SPOKEN or each.stopped_at or each.frozen_at or each.held_at for each in own)

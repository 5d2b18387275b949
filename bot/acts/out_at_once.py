"""Whoever is put out of a group may have the password of its next meeting: it is dead at once (G11.1, G3.13, G6.5)."""

from collections.abc import Collection
from uuid import UUID

from bot.acts.actor import actor
from bot.moment import Moment
from flows.policy import MeetingStatus
from flows.policy.passwords import RotateFacts, may_rotate
from storage import meetings, releases, rotations
from storage.meetings import Meeting


def change_passwords(moment: Moment, group_id: UUID, reason: str, held_by: Collection[UUID] | None = None) -> None:
    """Change the passwords of a group's meetings; with `held_by`, only those that one of these people was given."""
    for meeting in meetings.of_group(moment.work, group_id):
        facts = RotateFacts(
            actor=actor(moment, group_id),
            member_report=False,
            sign_seen=True,
            status=MeetingStatus(meeting.status),
            password_version=meeting.password_version,
        )
        if may_rotate(facts) and (held_by is None or _holds(moment, meeting, held_by)):
            rotations.rotate(moment.work, meeting, reason)


def _holds(moment: Moment, meeting: Meeting, people: Collection[UUID]) -> bool:
    given = releases.holders(moment.work, meeting.id, meeting.password_version)
    return any(each.person_id in people for each in given)

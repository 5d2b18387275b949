"""Telling whoever leads a meeting, on their private line."""

from typing import Any

from storage import contacts, outbox
from storage.meetings import Meeting
from storage.work import Work


def tell_leader(work: Work, meeting: Meeting, text_id: str, **params: Any) -> None:
    """Queue one notice about a meeting at its platform."""
    line = contacts.of_staff(work, meeting.leader_id)
    if line is not None:
        outbox.tell(work, line, text_id, meeting=meeting.code, platform=meeting.platform, **params)

"""Telling whoever leads a meeting, on their private line."""

from typing import Any

from flows.policy import Role
from storage import outbox, staff
from storage.meetings import Meeting
from storage.work import Work


def tell_leader(work: Work, meeting: Meeting, text_id: str, **params: Any) -> None:
    """Queue one notice about a meeting at its platform: for its leader, else its second, else the managers."""
    told = {"meeting": meeting.code, "platform": meeting.platform, **params}
    seated = [each for each in (meeting.leader_id, meeting.second_id) if each is not None]
    if any(outbox.tell(work, line, text_id, **told) is not None for line in staff.lines(work, seated)):
        return
    for line in staff.lines(work, [member.id for member in staff.by_role(work, Role.MANAGER)]):
        outbox.tell(work, line, text_id, **told)

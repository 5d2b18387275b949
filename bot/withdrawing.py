"""What ends when a family is no longer there for it: a request that nobody has decided about, a talk to come."""

from collections.abc import Sequence
from uuid import UUID

from bot import case_cards
from storage import cases, contacts, diary, meetings, one_to_ones, outbox, passwords
from storage.cases import Case
from storage.meetings import Meeting
from storage.subjects import Subject
from storage.work import Work


def withdraw(work: Work, case: Case) -> None:
    """End a request before its decision; its card says so."""
    cases.change(work, case.id, status=cases.WITHDRAWN, version=case.version + 1, decided_at=work.now)
    work.cancel_timers(case.id)
    work.record("withdraw", "case", case.code)
    case_cards.show_decision(work, case, cases.WITHDRAWN, "-")


def call_off(work: Work, seen: Meeting) -> None:
    """Let a talk not take place; whoever leads it and the buddy hear it."""
    found = meetings.lock(work, seen.id)
    passwords.kill(work, found.id)
    diary.close(work, found, "cancelled")
    one_to_ones.cancelled(work, found)
    line = contacts.of_staff(work, found.leader_id)
    if line is not None:
        outbox.tell(work, line, "staff_one_declined", meeting=found.code)


def call_off_talks(work: Work, person_ids: Sequence[UUID], group_id: UUID | None = None) -> None:
    """I1.1: no talk with who has no place any more, in this group or in any."""
    for meeting in one_to_ones.coming_with(work, person_ids):
        if group_id in {None, meeting.group_id}:
            call_off(work, meeting)


def end_what_waits(work: Work, subject: Subject) -> None:
    """X4: before they are erased, so that nobody goes on waiting for a family without a name."""
    case = cases.of_family(work, subject.family_id) if subject.whole else None
    if case is not None and case.status not in cases.DECIDED:
        withdraw(work, case)
    call_off_talks(work, subject.person_ids)

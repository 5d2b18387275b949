"""LOCKDOWN, beside approvals: what an account let through lately is shut again, and its concerns are paged again.

Whatever it shut stays shut: that harms nobody who is safe, and a person can open it again.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bot import paging
from bot.data_requests import ERASE, remind
from bot.organisation import Organisation
from bot.submitting import flag_whoever_names
from storage import cases, concerns, contacts, data_requests, let_through, meetings
from storage.staff import Member
from storage.work import Work


@dataclass(frozen=True)
class ShutAgain:
    """`codes`: of bars, breaches, alerts (by case), requests and sessions. `people`: who is out again by it."""

    codes: tuple[str, ...]
    people: tuple[UUID, ...]
    yeses: int
    concerns: int


def shut_again(work: Work, organisation: Organisation, member: Member, since: datetime) -> ShutAgain:
    """H2.3: bars, suspensions, file alerts, holds and checks of who asks count as before; the lanes are locked."""
    barred = let_through.bar_again(work, member, since)
    for bar in barred:
        work.set_timer("bar_review", bar.id, work.now + timedelta(days=organisation.retention.excluded_review))
    suspended = let_through.suspend_again(work, member, since)
    on_again = let_through.flag_again(work, member, since)
    for family_id in on_again:
        flag_whoever_names(work, family_id)
    flagged = (cases.of_family(work, each) for each in on_again)
    codes = [
        *(("bar", bar.code) for bar in barred),
        *(("breach", code) for code, _ in suspended),
        *(("case", case.code) for case in flagged if case is not None),
        *(("data", code) for code in _requests(work, member, since)),
        *(("meeting", code) for code in _sessions(work, member, since)),
    ]
    for kind, code in codes:
        work.record("shut_again", kind, code, clause="H2.3")
    people = (*(bar.person_id for bar in barred if bar.person_id), *(person_id for _, person_id in suspended))
    yeses = let_through.take_back_yeses(work, member, since)
    return ShutAgain(tuple(code for _, code in codes), people, yeses, _page_again(work, organisation, member, since))


def _requests(work: Work, member: Member, since: datetime) -> list[str]:
    """X4: nothing is shown or erased on this account's word, not even what it began to erase minutes ago."""
    decided = let_through.done(work, member, since, "decide", "data")
    checked = let_through.done(work, member, since, "check", "data")
    reopened = []
    for code in dict.fromkeys([*decided, *checked]):
        found = data_requests.by_code(work, code)
        if found is None or (found.closed_at is not None and not work.has_timer(ERASE, found.id)):
            continue
        work.cancel_timers(found.id, ERASE)
        data_requests.reopen(work, found.id)
        remind(work, found)
        reopened.append(code)
    for code in let_through.done(work, member, since, "lift", "data"):
        found = data_requests.by_code(work, code)
        contact = None if found is None else contacts.by_id(work, found.contact_id)
        if contact is not None:
            data_requests.hold(work, contact.lane_id, None)
            reopened.append(code)
    return list(dict.fromkeys(reopened))


def _sessions(work: Work, member: Member, since: datetime) -> list[str]:
    """L1.3: to a session that it opened only verified people come again."""
    shut = []
    for code in let_through.done(work, member, since, "open_session", "meeting"):
        found = meetings.by_code(work, code)
        if found is not None and found.is_open and found.checklist.get("open_large"):
            meetings.change(work, found.id, checklist={**found.checklist, "open_large": False})
            shut.append(code)
    return shut


def _page_again(work: Work, organisation: Organisation, member: Member, since: datetime) -> int:
    """A3: nobody has what this account took or closed; others are paged until a human has it."""
    ids = let_through.concerns_in_hand(work, member, since)
    for concern_id in ids:
        work.cancel_timers(concern_id, paging.PAGE, paging.FORGET)
        concerns.change(work, concern_id, acknowledged_by=None, acknowledged_at=None, closed_at=None)
        paging.begin_again(work, organisation, concern_id)
    return len(ids)

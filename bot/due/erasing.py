"""What is erased when its time has come: on request, and every day by the periods of the organisation (2.4, X4)."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from uuid import UUID

from bot import complaint_next
from bot.data_requests import ERASE, tell_leads
from bot.due.cases import Handler
from bot.freezing import freeze_unheard
from bot.organisation import Organisation
from bot.withdrawing import end_what_waits
from flows.policy import Role
from flows.policy.members import OWED
from storage import (
    audit,
    cases,
    complaints,
    contacts,
    data_requests,
    deeds,
    erasure,
    lanes,
    outbox,
    retention,
    staff,
    subjects,
    sweeping,
    traps,
)
from storage.ids import id_for
from storage.work import Work

RETENTION = "retention"
ERASING = frozenset({ERASE, RETENTION, erasure.TAKEN})
DAILY = id_for(RETENTION)
AT_NIGHT, IN_THE_MORNING = time(3, 0), time(9, 0)
AGAIN = timedelta(minutes=5)
A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
MOST, MOST_NAMED = 100, 50
MONDAY = 0


def begin(work: Work, organisation: Organisation) -> None:
    """Let the periods run daily, if they do not yet."""
    if not work.has_timer(RETENTION, DAILY):
        work.set_timer(RETENTION, DAILY, _next_night(work, organisation))


def erase_requested(work: Work, _organisation: Organisation, request_id: UUID, _step: str) -> None:
    """X4: once they were told, or could not be for a week, and unless something has come between."""
    found = data_requests.by_id(work, request_id)
    contact = None if found is None else contacts.by_id(work, found.contact_id)
    if found is None or contact is None:
        return
    lanes.lock(work, contact.lane_id)
    subject = subjects.of_contact(work, contact)
    if subjects.held_back(work, subject) or outbox.is_on_its_way(work, subject.contact_ids):
        work.set_timer(ERASE, request_id, work.now + AGAIN)
        return
    if outbox.is_held(work, subject.contact_ids, OWED, work.now - A_WEEK):
        if deeds.first_time(work, id_for("erasure waits", request_id)):
            tell_leads(work, "staff_data_unread", found.code, work.now + A_WEEK)
        work.set_timer(ERASE, request_id, work.now + A_DAY)
        return
    end_what_waits(work, subject)
    erasure.erase(work, subject, "request", request_id)


def erase_taken(work: Work, _organisation: Organisation, contact_id: UUID, _step: str) -> None:
    """X4: a phone that they lost before; not if it is somebody's again."""
    contact = contacts.by_id(work, contact_id)
    if contact is None:
        return
    lanes.lock(work, contact.lane_id)
    subject = subjects.of_family(work, contact.lane_id)
    if subject.person_ids or cases.of_family(work, contact.lane_id) is not None:
        return
    if subjects.held_back(work, subject):
        work.set_timer(erasure.TAKEN, contact_id, work.now + A_DAY)
    elif outbox.is_on_its_way(work, subject.contact_ids):
        work.set_timer(erasure.TAKEN, contact_id, work.now + AGAIN)
    else:
        erasure.erase(work, subject, "request")


def run_periods(work: Work, organisation: Organisation, _subject: UUID, _step: str) -> None:
    """2.4: erase what has been kept long enough, and warn of what follows within a week."""
    days = organisation.retention.model_dump()
    traps.renew(work, work.now + timedelta(days=organisation.joining.invitation_days))
    due = list(retention.due_families(work, days))[:MOST]
    for name, subject in sorted(due, key=lambda each: each[1].family_id):
        _erase(work, days, name, subject.family_id)
    for what, count in sweeping.sweep(work, days).items():
        if count:
            work.record("sweep", "table", what, outcome=f"rows:{count}")
    if pruned := audit.prune(work.connection, work.keys, work.now - timedelta(days=days["audit"])):
        work.record("sweep", "table", "audit", outcome=f"rows:{pruned}")
    if len(due) < MOST:
        _warn(work, organisation, days)
    freeze_unheard(work, organisation, _next(work, organisation, IN_THE_MORNING))
    soon = work.now + AGAIN if len(due) == MOST else _next_night(work, organisation)
    work.set_timer(RETENTION, DAILY, soon)


def _erase(work: Work, days: Mapping[str, int], name: str, family_id: UUID) -> None:
    """Somebody may have written, or begun a matter, until its lane was ours: it is looked at once more."""
    lanes.lock(work, family_id)
    subject = retention.still_due(work, days, name, family_id)
    if subject is None or outbox.is_on_its_way(work, subject.contact_ids):
        return
    erasure.erase(work, subject, f"{retention.RETENTION}{name}", forget_bars=name == "excluded")


def _warn(work: Work, organisation: Organisation, days: Mapping[str, int]) -> None:
    """On Mondays: what goes within a week."""
    if work.now.astimezone(organisation.zone).weekday() == MONDAY:
        _warn_leads(work, days)
        _warn_handlers(work, days)


def _warn_leads(work: Work, days: Mapping[str, int]) -> None:
    """How many families' time will be over, and which, by the codes of their cases."""
    soon = [subject.family_id for _, subject in retention.due_families(work, days, ahead=A_WEEK)]
    found = (cases.of_family(work, family_id) for family_id in soon[:MOST_NAMED])
    named = ", ".join(case.code for case in found if case is not None) or "none"
    leads = staff.lines(work, [one.id for one in staff.by_role(work, Role.DATA_LEAD)])
    for line in leads if soon else []:
        outbox.tell(work, line, "staff_retention_soon", n=len(soon), codes=named)


def _warn_handlers(work: Work, days: Mapping[str, int]) -> None:
    """G12.4: of a complaint's words only whoever handled it hears: nobody else may learn that there was one."""
    theirs: dict[UUID, list[str]] = {}
    for complaint_id in sweeping.complaints_due(work, days["complaints"], ahead=A_WEEK):
        found = complaints.by_id(work, complaint_id)
        keeper = None if found is None else complaint_next.keeper(work, found)
        if found is not None and keeper is not None:
            theirs.setdefault(keeper.id, []).append(found.code)
    for staff_id, codes in theirs.items():
        for line in staff.lines(work, [staff_id]):
            outbox.tell(work, line, "staff_words_soon", codes=", ".join(codes[:MOST_NAMED]))


def _next_night(work: Work, organisation: Organisation) -> datetime:
    local = work.now.astimezone(organisation.zone)
    return datetime.combine(local.date() + timedelta(days=1), AT_NIGHT, organisation.zone)


def _next(work: Work, organisation: Organisation, at: time) -> datetime:
    return max(work.now, datetime.combine(work.now.astimezone(organisation.zone).date(), at, organisation.zone))


DUE: Mapping[str, Handler] = {ERASE: erase_requested, erasure.TAKEN: erase_taken, RETENTION: run_periods}

"""A case is put before staff: by a family that finished its details, or by the team that invited it (G3.8)."""

from collections.abc import Sequence
from uuid import UUID

from bot import case_cards
from bot.deadlines import after_working_days
from bot.organisation import Organisation
from flows.policy import Role
from storage import alerts, cases, contacts, likeness, outbox, people, staff
from storage.cases import Case
from storage.contacts import Contact
from storage.work import Work

GUARDS = (Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.DEPUTY)


def submit(work: Work, organisation: Organisation, case: Case) -> None:
    """From now on it waits for a decision, with a deadline for the first contact."""
    days = organisation.joining.first_contact_working_days
    due = after_working_days(organisation, work.now, days)
    cases.change(work, case.id, status=cases.OPEN, contact_due=due)
    reminder = after_working_days(organisation, work.now, max(1, days - 1))
    if reminder < due:
        work.set_timer("first_contact", case.id, reminder, step="soon")
    work.set_timer("first_contact", case.id, due, step="late")
    work.record("submit", "case", case.code)
    case_cards.post(work, case)
    if case.look_alike:
        _warn_of_likeness(work, case)


def known_by(work: Work, contact: Contact | None, ring_number: str | None) -> list[str]:
    """By which numbers and addresses a family could be known from before."""
    own = set() if contact is None else {contact.phone(work), contact.address(work)}
    return sorted(filter(None, own | {ring_number}))


def flag_whoever_names(work: Work, family_id: UUID) -> None:
    """2.3: an alert was put on this family: two people decide about whoever waits and is like it, or named it."""
    for case in [*cases.waiting(work), *cases.unfinished(work)]:
        if case.family_id == family_id or case.flagged or not _has_to_do_with(work, case, family_id):
            continue
        _is_alike(work, case, flagged=True)


def look_again(work: Work, case: Case) -> None:
    """G11.5, 2.3: after a correction they may be like somebody who is shut out or has an alert: staff look."""
    adults, numbers = people.of_family(work, case.family_id), _numbers(work, case)
    is_flagged = likeness.is_like_flagged(work, case.family_id, adults, numbers) or bool(_named(work, case))
    if is_flagged or likeness.is_look_alike(work, case.family_id, adults, numbers):
        _is_alike(work, case, flagged=is_flagged or case.flagged)


def _is_alike(work: Work, case: Case, *, flagged: bool) -> None:
    cases.change(work, case.id, flagged=flagged, look_alike=True, version=case.version + 1)
    fresh = cases.by_id(work, case.id)
    if fresh is not None and fresh.is_open:
        case_cards.refresh(work, fresh)
    if fresh is not None and fresh.status != cases.DRAFT:
        _warn_of_likeness(work, fresh)


def _numbers(work: Work, case: Case) -> list[str]:
    return known_by(work, contacts.by_id(work, case.contact_id), cases.details(work, case.id)["ring_number"])


def _named(work: Work, case: Case) -> Sequence[UUID]:
    """2.3: families with an alert whom they named in where they know us from."""
    return alerts.named_in(work, cases.details(work, case.id)["known_from"] or "", case.family_id)


def _has_to_do_with(work: Work, case: Case, family_id: UUID) -> bool:
    if family_id in _named(work, case):
        return True
    return likeness.is_like_flagged(work, case.family_id, people.of_family(work, case.family_id), _numbers(work, case))


def _warn_of_likeness(work: Work, case: Case) -> None:
    """G11.5: staff look; the applicant hears nothing of it. Those who watch read whom to compare."""
    guards = [one.id for one in staff.by_role(work, *(GUARDS if case.flagged else GUARDS[:1]))]
    leaders = [] if case.group_id is None else [each for each in cases.leaders(work, case) if each not in guards]
    for line in staff.lines(work, leaders):
        outbox.tell(work, line, "staff_look_alike", case=case.code)
    adults, numbers = people.of_family(work, case.family_id), _numbers(work, case)
    codes = ", ".join(likeness.like_whom(work, case.family_id, adults, numbers, _named(work, case))) or "none"
    for line in staff.lines(work, guards):
        outbox.tell(work, line, "staff_look_alike_of", case=case.code, codes=codes)
    work.record("flag", "case", case.code, clause="G11.5")

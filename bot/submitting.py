"""A case is put before staff: by a family that finished its details, or by the team that invited it (G3.8)."""

from bot import case_cards
from bot.deadlines import after_working_days
from bot.organisation import Organisation
from flows.policy import Role
from storage import cases, contacts, likeness, outbox, people, staff
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


def _warn_of_likeness(work: Work, case: Case) -> None:
    """G11.5: staff look; the applicant hears nothing of it. Those who watch read whom to compare."""
    guards = [one.id for one in staff.by_role(work, *(GUARDS if case.flagged else GUARDS[:1]))]
    leaders = [] if case.group_id is None else [each for each in cases.leaders(work, case) if each not in guards]
    for line in staff.lines(work, leaders):
        outbox.tell(work, line, "staff_look_alike", case=case.code)
    ring_number = cases.details(work, case.id)["ring_number"]
    numbers = known_by(work, contacts.by_id(work, case.contact_id), ring_number)
    adults = people.of_family(work, case.family_id)
    codes = ", ".join(likeness.like_whom(work, case.family_id, adults, numbers)) or "none"
    for line in staff.lines(work, guards):
        outbox.tell(work, line, "staff_look_alike_of", case=case.code, codes=codes)
    work.record("flag", "case", case.code, clause="G11.5")

"""On which number an adult is rung: never on that of another adult of the family (G5.2)."""

from storage import cases, contacts, people
from storage.cases import Case
from storage.contacts import Contact
from storage.work import Work


def given_number(work: Work, case: Case | None, contact: Contact | None) -> str:
    """The number that was given with the request, for who asked; whoever has their own phone is rung on that."""
    if case is None or contact is None or not _asked_from(work, case, contact):
        return ""
    return str(cases.details(work, case.id).get("ring_number") or "")


def safe_times(work: Work, case: Case | None, contact: Contact | None) -> str:
    """When it is safe to ring who asked; of another adult nobody knows it."""
    if contact is None or (case is not None and not _asked_from(work, case, contact)):
        return ""
    return people.safe_times(work, contact.lane_id)


def _asked_from(work: Work, case: Case, contact: Contact) -> bool:
    asked = contacts.by_id(work, case.contact_id)
    return asked is not None and asked.home_id == contact.home_id

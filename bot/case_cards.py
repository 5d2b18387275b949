"""The card of a case in the staff channel: a pointer with its age, then who claimed it, then who decided."""

from datetime import datetime

from storage import cards, staff
from storage.cases import Case
from storage.work import Work

KIND = "case"
ACTS = ("claim", "approve", "decline")


def post(work: Work, case: Case) -> None:
    """Put the case before staff."""
    days = waiting_days(case, work.now)
    cards.post(work, KIND, case.id, case.version, "card_case", ACTS, case=case.code, n=days)


def refresh(work: Work, case: Case) -> None:
    """Give the card buttons for the case's new version; who has it, and until when it is on hold, stays on it."""
    if case.held_until is not None and case.held_by is not None:
        return show_hold(work, case, staff.handle(work, case.held_by))
    if case.claimed_by is not None:
        return show_claim(work, case, staff.handle(work, case.claimed_by))
    days = waiting_days(case, work.now)
    return cards.edit(work, KIND, case.id, case.version, "card_case", ACTS, case=case.code, n=days)


def show_claim(work: Work, case: Case, by: str) -> None:
    """Say who has the case; it can still be decided."""
    acts = ("approve", "decline")
    told = {"case": case.code, "by": by, "when": work.now}
    cards.edit(work, KIND, case.id, case.version, "card_case_claimed", acts, **told)


def show_hold(work: Work, case: Case, by: str) -> None:
    """Say until when the decision is put off; it can be decided before."""
    told = {"case": case.code, "by": by, "when": case.held_until}
    cards.edit(work, KIND, case.id, case.version, "card_case_held", ("approve", "decline"), **told)


def show_decision(work: Work, case: Case, decision: str, by: str) -> None:
    """Say who decided and when; the buttons are gone."""
    told = {"case": case.code, "decision": decision, "by": by, "when": work.now}
    cards.edit(work, KIND, case.id, case.version, "card_case_decided", (), **told)


def waiting_days(case: Case, now: datetime) -> int:
    """Count the whole days that a case has waited."""
    return max(0, (now - case.opened_at).days)

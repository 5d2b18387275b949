"""A case as staff act on it: locked, with who asks and what policy needs to know."""

from dataclasses import dataclass
from uuid import UUID

from bot.acts.actor import actor
from bot.moment import Moment
from flows.policy import Actor, Refused
from flows.policy.joining import ReviewFacts
from storage import cases, lanes, staff
from storage.cases import Case, Check
from storage.lockdown import VOID


@dataclass(frozen=True)
class Review:
    """One case, who acts on it, and the facts that every act of the review needs."""

    case: Case
    actor: Actor
    facts: ReviewFacts


def review(moment: Moment, code: str, *, drafts: bool = False) -> Review | None:
    """Lock the family's lane and read its case; None if there is no such case, or not yet.

    `drafts`: also one of a family that was invited and has not finished.
    """
    found = cases.by_code(moment.work, code)
    if found is None:
        return None
    lanes.lock(moment.work, found.family_id)
    case = cases.by_id(moment.work, found.id)
    if case is None or (case.status == cases.DRAFT and not drafts):
        return None
    by = actor(moment, case.group_id)
    claimed_by = None if case.claimed_by is None else staff.handle(moment.work, case.claimed_by)
    return Review(case, by, ReviewFacts(by, claimed_by, case.is_open, case.group_id is not None))


def refuse_unknown(moment: Moment, act: str) -> Refused:
    """G5.1: a case that is not there reads like one that is not theirs."""
    return moment.work.refuse(Refused("G5.1", "refused_not_the_team"), act, "case", "unknown")


def last(found: list[Check], kind: str, person_id: UUID | None = None) -> Check | None:
    """Find what was said last of one kind; it holds, unless a lockdown voided it."""
    fits = [each for each in found if (each.kind, each.person_id) == (kind, person_id) and each.outcome != VOID]
    return fits[-1] if fits else None

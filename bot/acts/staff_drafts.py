"""A family that was invited and has not finished: its team takes the case up, and each adult agrees later (X5)."""

from bot.acts.reviewing import refuse_unknown, review
from bot.moment import Moment
from bot.submitting import submit
from flows.family.acts import Done
from flows.policy import Refused
from flows.policy.joining import TakeUpFacts, may_take_up
from flows.staff.acts.cases import TakeUp
from storage import cases


def take_up(moment: Moment, command: TakeUp) -> Done | Refused:
    """G3.8, G4.5: the case waits for a decision like any other; nobody has agreed by it."""
    work, found = moment.work, review(moment, command.code, drafts=True)
    if found is None:
        return refuse_unknown(moment, "take_up")
    verdict = may_take_up(TakeUpFacts(found.facts, unfinished=found.case.status == cases.DRAFT))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "take_up", "case", found.case.code)
    submit(work, moment.organisation, found.case)
    work.set_timer("taken_up", found.case.id, work.now)
    work.record("take_up", "case", found.case.code, clause="X5")
    return Done()

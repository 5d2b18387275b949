"""BREAK GLASS: a case is opened outside its team, with a reason, before the eyes of others (G5.1, H2.2)."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.acts.meeting_access import is_private
from bot.acts.once import is_first_time
from bot.acts.reviewing import Review, refuse_unknown, review
from bot.acts.staff_reviews import details_of
from bot.moment import Moment
from bot.watching import ABOVE, others
from flows.family.acts import Done
from flows.policy import Refused, Role, Verdict
from flows.policy.joining import may_see_case
from flows.policy.members import GlassFacts, SeeFacts, may_ask_for_glass, may_see_details
from flows.staff.acts.glass import AskForGlass, BreakGlass, Opened
from storage import glass, outbox

ACT = "break_glass"
WATCH = (Role.MANAGER, Role.SAFEGUARDING_LEAD)


def ask_for_glass(moment: Moment, command: AskForGlass) -> Done | Refused:
    """Refuse before anybody has written a reason."""
    found = review(moment, command.case)
    if found is None:
        return refuse_unknown(moment, ACT)
    verdict = _may_ask(moment, found)
    return moment.work.refuse(verdict, ACT, "case", found.case.code) if isinstance(verdict, Refused) else Done()


def break_glass(moment: Moment, command: BreakGlass) -> Opened | Refused:
    """Show it; the first time, write down why and tell those who watch."""
    work, found = moment.work, review(moment, command.case)
    if found is None or moment.staff_id is None:
        return refuse_unknown(moment, ACT)
    see = SeeFacts(found.actor, is_private(moment), break_glass_reason=command.reason)
    verdict = _may_ask(moment, found) and may_see_details(see)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, ACT, "case", found.case.code)
    glass_id = moment.own_id("glass")
    kept_from = glass.keep(work, glass_id, found.case, moment.staff_id, command.reason)
    watching = others(work, (WATCH, ABOVE), {found.actor.handle, *kept_from})
    if is_first_time(moment, command):
        work.record(ACT, "case", found.case.code, clause="G5.1")
        for line in watching:
            outbox.tell(work, line, "staff_glass_broken", case=found.case.code, by=found.actor.handle)
    return Opened(details_of(moment, found), len(watching))


def _may_ask(moment: Moment, found: Review) -> Verdict:
    return may_ask_for_glass(GlassFacts(found.actor, is_private(moment), bool(may_see_case(found.facts))))


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {AskForGlass: ask_for_glass, BreakGlass: break_glass}

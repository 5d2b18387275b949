"""BREAK GLASS: a case is opened outside its team, with a reason, before the eyes of others (G5.1, H2.2)."""

from collections.abc import Callable, Collection, Mapping
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
from flows.policy.members import GLASS_CLOSED, GlassFacts, SeeFacts, may_ask_for_glass, may_see_details
from flows.staff.acts.glass import AskForGlass, BreakGlass, Opened
from storage import alerts, contacts, deeds, glass, outbox
from storage.contacts import Contact
from storage.ids import id_for

ACT = "break_glass"
WATCH = (Role.MANAGER, Role.SAFEGUARDING_LEAD)


def ask_for_glass(moment: Moment, command: AskForGlass) -> Done | Refused:
    """Refuse before anybody has written a reason."""
    found = review(moment, command.case)
    if found is None:
        return refuse_unknown(moment, ACT)
    verdict = _may_ask(moment, found)
    return _refuse(moment, found, verdict) if isinstance(verdict, Refused) else Done()


def break_glass(moment: Moment, command: BreakGlass) -> Opened | Refused:
    """Show it; the first time, write down why and tell those who watch."""
    work, found = moment.work, review(moment, command.case)
    if found is None or moment.staff_id is None:
        return refuse_unknown(moment, ACT)
    see = SeeFacts(found.actor, is_private(moment), break_glass_reason=command.reason)
    verdict = _may_ask(moment, found) and may_see_details(see)
    if isinstance(verdict, Refused):
        return _refuse(moment, found, verdict)
    glass_id = moment.own_id("glass")
    kept_from = glass.keep(work, glass_id, found.case, moment.staff_id, command.reason)
    watching = _watching(moment, found, kept_from)
    if is_first_time(moment, command):
        work.record(ACT, "case", found.case.code, clause="G5.1")
        for line in watching:
            outbox.tell(work, line, "staff_glass_broken", case=found.case.code, by=found.actor.handle)
    return Opened(details_of(moment, found), len(watching))


def _may_ask(moment: Moment, found: Review) -> Verdict:
    work, family_id, by = moment.work, found.case.family_id, found.actor.handle
    matters, phones = glass.open_matters(work, family_id), contacts.of_family(work, family_id)
    frozen = any(each.frozen_at is not None for each in phones)
    facts = GlassFacts(
        found.actor,
        is_private(moment),
        bool(may_see_case(found.facts)),
        named=by in matters.about,
        restricted=any(each.restricted_at is not None for each in phones),
        guarded=matters.any or frozen or alerts.standing(work, family_id) is not None,
        deals_with_it=by in matters.dealing,
    )
    return may_ask_for_glass(facts)


def _refuse(moment: Moment, found: Review, refused: Refused) -> Refused:
    """A case that is closed to somebody is tried before the eyes of others: at most once an hour they hear of it."""
    work, code, by = moment.work, found.case.code, found.actor.handle
    tried = id_for("glass tried", code, by, work.now.strftime("%Y-%m-%dT%H"))
    if refused.reason == GLASS_CLOSED and deeds.first_time(work, tried):
        for line in _watching(moment, found, glass.is_about(work, found.case.family_id)):
            outbox.tell(work, line, "staff_glass_tried", case=code, by=by)
    return work.refuse(refused, ACT, "case", code)


def _watching(moment: Moment, found: Review, kept_from: Collection[str]) -> list[Contact]:
    return others(moment.work, (WATCH, ABOVE), {found.actor.handle, *kept_from})


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {AskForGlass: ask_for_glass, BreakGlass: break_glass}

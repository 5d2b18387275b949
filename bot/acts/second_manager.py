"""While something about a family is open, two people shut it out, and nobody whom it is about counts (A1, G12.4).

Whoever is asked for a second person cannot tell why: it is the same for everybody while a complaint or a concern of the
family is open, its file has an alert, or one of its phones is frozen.
"""

from collections.abc import Collection
from datetime import timedelta

from bot.acts.reviewing import Review
from bot.moment import Moment
from bot.watching import ABOVE, MANAGERS, others
from flows.policy import Refused, Role, Verdict
from flows.policy.deciding import AloneFacts, may_decide_alone
from storage import alerts, cases, contacts, deeds, glass, outbox, staff

ASKED, WHOLE = "exclusion_asked", "asked"
HOLDS = timedelta(days=7)


def alone(moment: Moment, found: Review, only: str | None = None) -> Verdict:
    """A1: whether this manager's word is enough, or another one has asked for the same, or more, within a week.

    `only`: the code of the one group, or of the bar that would be made wider; None is the family from everything.
    """
    work, case, by = moment.work, found.case, found.actor.handle
    matters, phones = glass.open_matters(work, case.family_id), contacts.of_family(work, case.family_id)
    frozen = any(each.frozen_at is not None for each in phones)
    return may_decide_alone(
        AloneFacts(
            found.actor,
            guarded=matters.any or frozen or alerts.standing(work, case.family_id) is not None,
            named=by in matters.about,
            asked=_has_asked(moment, found, matters.about, {WHOLE, _outcome(only)}),
            others=bool(others(work, (MANAGERS,), {by, *matters.about})),
        )
    )


def ask(
    moment: Moment,
    found: Review,
    refused: Refused,
    reason: str,
    *,
    group: str | None = None,
    bar: str | None = None,
) -> Refused:
    """Keep that it was asked for, and tell those who may decide; where no manager is left, those above them."""
    work, case, by = moment.work, found.case, found.actor.handle
    if moment.staff_id is None or not deeds.first_time(work, moment.own_id(ASKED)):
        return refused
    check_id = moment.own_id(ASKED, "check")
    cases.add_check(work, check_id, case.id, moment.staff_id, kind=ASKED, outcome=_outcome(group or bar), reason=reason)
    out = {by, *glass.open_matters(work, case.family_id).about}
    managers = others(work, (MANAGERS,), out)
    asked = "staff_exclude_asked" if bar is None else "staff_extend_asked"
    text = asked if managers else "staff_exclude_asked_above"
    for line in managers or others(work, (ABOVE,), out):
        outbox.tell(work, line, text, case=case.code, by=by, code=bar or "", group=group or "none")
    return work.refuse(refused, "exclude", "case", case.code)


def _outcome(only: str | None) -> str:
    return WHOLE if only is None else f"{WHOLE}:{only}"


def _has_asked(moment: Moment, found: Review, about: Collection[str], wide_enough: Collection[str]) -> bool:
    """Whether somebody else has, lately, who is a manager still and whom nothing of this is about."""
    work, since = moment.work, moment.work.now - HOLDS
    checks = cases.checks_of(work, found.case.id)
    asked = (each for each in checks if each.kind == ASKED and each.outcome in wide_enough)
    lately = {each.staff_id for each in asked if each.staff_id != moment.staff_id and each.at >= since}
    managers = {each.id: each.handle for each in staff.by_role(work, Role.MANAGER)}
    shut = {line.lane_id for line in staff.lines(work, sorted(lately)) if line.frozen_at is not None}
    return any(each in managers and managers[each] not in about for each in lately - shut)

"""A member of staff's own account: confirming the policies, and why something was refused (H2.1, X2)."""

from collections.abc import Callable, Mapping

from bot.acts.actor import actor
from bot.acts.once import Perform, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Actor, Refused, Verdict
from flows.policy.alerts import may_flag
from flows.policy.breaches import BreachDecisionFacts, may_see_breach
from flows.policy.data_rights import DataFacts, may_see_data_request
from flows.policy.deciding import ExclusionFacts, may_exclude, may_see_readings
from flows.policy.groups import OffboardFacts, may_offboard
from flows.policy.members import RestrictFacts, may_break_glass, may_restrict
from flows.policy.speaking import may_hear_anybody
from flows.policy.staff import BeginningFacts, LockdownFacts, may_begin_conversation, may_lock_down
from flows.staff.acts.account import ConfirmPolicies, LastRefusal, MayBegin
from storage import staff

BEGINNINGS: Mapping[str, Callable[[Actor], Verdict]] = {
    "break_glass": may_break_glass,
    "breaches": lambda by: may_see_breach(BreachDecisionFacts(by, "", decided=False, outcome="")),
    "data_requests": lambda by: may_see_data_request(DataFacts(by, is_request=True)),
    "excluding": lambda by: may_exclude(ExclusionFacts(by, reason_given=True)),
    "flag": may_flag,
    "hear": may_hear_anybody,
    "lockdown": lambda by: may_lock_down(LockdownFacts(by, gone=False)),
    "offboard": lambda by: may_offboard(OffboardFacts(by, own=False, gone=False)),
    "reads": may_see_readings,
    "restrict": lambda by: may_restrict(RestrictFacts(by, reason_given=True)),
}
"""Which rule says who may begin what begins with a question (FOR_A_ROLE in flows/staff/beginning.py)."""


def confirm_policies(moment: Moment, _command: ConfirmPolicies) -> Done:
    """H2.1: both policies, in the version that is in force."""
    if moment.staff_id is None:
        raise LookupError("only staff confirm the policies")
    staff.confirm_policies(moment.work, moment.staff_id, moment.organisation.staff_policies.version)
    moment.work.record("confirm", "policies", staff.handle(moment.work, moment.staff_id))
    return Done()


def may_begin(moment: Moment, command: MayBegin) -> Done | Refused:
    """H2.1, A1: asked of policy with nothing else in the way, so that only the account or the role can be refused."""
    by = actor(moment)
    verdict = may_begin_conversation(BeginningFacts(by, command.flow))
    if verdict and command.flow in BEGINNINGS:
        verdict = BEGINNINGS[command.flow](by)
    return moment.work.refuse(verdict, "begin", "word", command.flow) if isinstance(verdict, Refused) else Done()


def last_refusal(moment: Moment, _command: LastRefusal) -> Refused | None:
    """WHY: the last refusal that this member of staff met."""
    return staff.last_refusal(moment.work)


ACTS: Mapping[type, Perform] = {ConfirmPolicies: once(confirm_policies), MayBegin: may_begin, LastRefusal: last_refusal}

"""A member of staff's own account: confirming the policies, and why something was refused (H2.1, X2)."""

from collections.abc import Mapping

from bot.acts.once import Perform, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Refused
from flows.staff.acts.account import ConfirmPolicies, LastRefusal
from storage import staff


def confirm_policies(moment: Moment, _command: ConfirmPolicies) -> Done:
    """H2.1: both policies, in the version that is in force."""
    if moment.staff_id is None:
        raise LookupError("only staff confirm the policies")
    staff.confirm_policies(moment.work, moment.staff_id, moment.organisation.staff_policies.version)
    moment.work.record("confirm", "policies", staff.handle(moment.work, moment.staff_id))
    return Done()


def last_refusal(moment: Moment, _command: LastRefusal) -> Refused | None:
    """WHY: the last refusal that this member of staff met."""
    return staff.last_refusal(moment.work)


ACTS: Mapping[type, Perform] = {ConfirmPolicies: once(confirm_policies), LastRefusal: last_refusal}

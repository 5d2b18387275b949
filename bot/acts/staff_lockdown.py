"""LOCKDOWN in chat: a manager shuts an account, a colleague's or their own."""

from collections.abc import Callable, Mapping
from typing import Any

from bot import locking
from bot.acts.actor import actor
from bot.moment import Moment
from flows.policy import Refused
from flows.policy.staff import LockdownFacts, may_lock_down
from flows.staff.acts.people import LockDown, LockedDown
from storage import deeds, staff


def lock_down(moment: Moment, command: LockDown) -> LockedDown | Refused:
    """H2.3, A1: at once; played again, it only says again what it did."""
    work, deed = moment.work, moment.own_id("lock_down")
    member = staff.by_handle(work, command.handle)
    if member is not None and deeds.is_done(work, deed):
        return LockedDown(member.name, {})
    verdict = may_lock_down(LockdownFacts(actor(moment), gone=member is None))
    if isinstance(verdict, Refused) or member is None:
        refused = verdict if isinstance(verdict, Refused) else Refused("H2.4", "refused_already_done")
        return work.refuse(refused, "lock_down", "staff", command.handle if member is not None else "unknown")
    deeds.first_time(work, deed)
    return LockedDown(member.name, vars(locking.lock_down(work, moment.configured, moment.texts, member)))


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {LockDown: lock_down}

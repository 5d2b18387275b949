"""Who acts, as policy sees them: roles, and the seats held in the group that the act is about."""

from datetime import timedelta
from uuid import UUID

from bot.moment import Moment
from bot.organisation import Organisation
from flows.policy import Actor
from storage import staff
from storage.work import Work


def actor(moment: Moment, group_id: UUID | None = None) -> Actor:
    """The member of staff whose turn it is; without a group, with the seats held in any."""
    if moment.staff_id is None:
        raise LookupError("only staff perform this act")
    return actor_of(moment.work, moment.organisation, moment.staff_id, group_id)


def actor_of(work: Work, organisation: Organisation, staff_id: UUID, group_id: UUID | None = None) -> Actor:
    """Somebody of the staff, as policy sees them."""
    policies = organisation.staff_policies
    lasts = timedelta(days=policies.valid_days)
    return staff.actor(work, staff_id, group_id, version=policies.version, lasts=lasts)

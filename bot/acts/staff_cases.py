"""What staff do with families' cases. The acts stand with their subject: reviewing, deciding, inviting."""

from collections.abc import Mapping

from bot.acts import staff_alerts, staff_decisions, staff_exclusions, staff_frozen, staff_invitations, staff_reviews
from bot.acts.once import Perform

ACTS: Mapping[type, Perform] = {
    **staff_reviews.ACTS,
    **staff_decisions.ACTS,
    **staff_exclusions.ACTS,
    **staff_invitations.ACTS,
    **staff_frozen.ACTS,
    **staff_alerts.ACTS,
}

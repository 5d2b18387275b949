"""What staff do with complaints, concerns and promised calls, and their own account."""

from collections.abc import Mapping

from bot.acts import (
    staff_account,
    staff_complaints,
    staff_concerns,
    staff_lost,
    staff_restricting,
    staff_rings,
    staff_warned,
)
from bot.acts.once import Perform

ACTS: Mapping[type, Perform] = {
    **staff_complaints.ACTS,
    **staff_concerns.ACTS,
    **staff_rings.ACTS,
    **staff_lost.ACTS,
    **staff_account.ACTS,
    **staff_restricting.ACTS,
    **staff_warned.ACTS,
}

"""What falls due for bars and exclusions: somebody looks again each year (G11, retention)."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from bot.due.cases import Handler
from bot.organisation import Organisation
from flows.policy import Role
from storage import bars, outbox, staff
from storage.work import Work


def bar_review(work: Work, organisation: Organisation, bar_id: UUID, _step: str) -> None:
    """Remind the managers, each year until it is lifted: the computer lifts nothing."""
    bar = bars.by_id(work, bar_id)
    if bar is None or bar.lifted_at is not None:
        return
    for line in staff.lines(work, [one.id for one in staff.by_role(work, Role.MANAGER)]):
        outbox.tell(work, line, "staff_bar_review", code=bar.code)
    work.record("remind", "bar", bar.code)
    work.set_timer("bar_review", bar.id, work.now + timedelta(days=organisation.retention.excluded_review))


DUE: Mapping[str, Handler] = {"bar_review": bar_review}

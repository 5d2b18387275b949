"""What the world answers: each wait of a flow, read from what was decided meanwhile. None: not yet."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.moment import Moment
from flows.family.acts.joining import Decision
from storage import cases


def decision(moment: Moment, effect: Decision) -> str | None:
    """G3.7: what a named member of staff decided; a case that closed in any other way is no approval."""
    case = cases.by_code(moment.work, effect.case)
    if case is None or case.status not in cases.DECIDED:
        return None
    return case.status if case.status in {cases.APPROVED, cases.WITHDRAWN} else cases.DECLINED


EFFECTS: Mapping[type, Callable[[Moment, Any], str | None]] = {Decision: decision}

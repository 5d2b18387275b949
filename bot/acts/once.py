"""An act that is performed again, because its flow is played again, does nothing more."""

from collections.abc import Callable
from typing import Any, TypeAlias
from uuid import UUID

from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Refused
from storage import deeds

Perform: TypeAlias = Callable[[Moment, Any], Any]


def once(perform: Callable[[Moment, Any], Done | Refused]) -> Perform:
    """Perform until it is done; after that it stays done for this step of this conversation."""

    def act(moment: Moment, command: Any) -> Done | Refused:
        deed = deed_of(moment, command)
        if deeds.is_done(moment.work, deed):
            return Done()
        result = perform(moment, command)
        if isinstance(result, Done):
            deeds.first_time(moment.work, deed)
        return result

    return act


def deed_of(moment: Moment, command: object) -> UUID:
    """Name one command of one step of one conversation; what it says cannot be read from the name."""
    return moment.own_id(moment.work.keys.token("deeds", repr(command)).hex())


def is_first_time(moment: Moment, command: object) -> bool:
    """Tell whether this command is performed for the first time in its step, and note it."""
    return deeds.first_time(moment.work, deed_of(moment, command))

"""What somebody with a colleague's account would do: decide at night, or much at once. It is told, not forbidden."""

from dataclasses import dataclass
from datetime import time, timedelta

PERIOD = timedelta(hours=1)
AT_NIGHT, MANY_DECISIONS, MANY_READINGS = "at_night", "many_decisions", "many_readings"
FORGED_BEFORE_TOLD = 5
"""One post that cannot be trusted is any scanner's; so many within an hour are somebody's, or a wrong secret."""


@dataclass(frozen=True)
class Night:
    """From one time of day to another, over midnight or not."""

    begins: time
    ends: time

    def holds(self, at: time) -> bool:
        """Tell whether this time of day is in it."""
        if self.begins < self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends


@dataclass(frozen=True)
class WatchFacts:
    """What an account of the staff just did. `at`: the organisation's own time; the others: within the last hour."""

    at: time
    night: Night
    decides: bool
    many_decisions: bool
    many_readings: bool


def what_is_unusual(facts: WatchFacts) -> str | None:
    """H2.3, H2.2: what managers are told of, the likeliest sign of a thief first; None if it is as on other days."""
    signs = (
        (facts.decides and facts.night.holds(facts.at), AT_NIGHT),
        (facts.decides and facts.many_decisions, MANY_DECISIONS),
        (facts.many_readings, MANY_READINGS),
    )
    return next((sign for is_so, sign in signs if is_so), None)

"""What somebody with a colleague's account would do: decide at night, or much at once. It is told, not forbidden."""

from dataclasses import dataclass
from datetime import time, timedelta

PERIOD = timedelta(hours=1)
MOST_DECISIONS = 6
MOST_READINGS = 30
NIGHT_FROM, NIGHT_UNTIL = time(22), time(6)
AT_NIGHT, MANY_DECISIONS, MANY_READINGS = "at_night", "many_decisions", "many_readings"
FORGED_BEFORE_TOLD = 5
"""One post that cannot be trusted is any scanner's; so many within an hour are somebody's, or a wrong secret."""


@dataclass(frozen=True)
class WatchFacts:
    """What an account of the staff just did. `at`: the organisation's own time; the others: within the last hour."""

    at: time
    decides: bool
    many_decisions: bool
    many_readings: bool


def what_is_unusual(facts: WatchFacts) -> str | None:
    """H2.3, H2.2: what managers are told of, the likeliest sign of a thief first; None if it is as on other days."""
    is_night = facts.at >= NIGHT_FROM or facts.at < NIGHT_UNTIL
    signs = (
        (facts.decides and is_night, AT_NIGHT),
        (facts.decides and facts.many_decisions, MANY_DECISIONS),
        (facts.many_readings, MANY_READINGS),
    )
    return next((sign for is_so, sign in signs if is_so), None)

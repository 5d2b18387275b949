"""How many wrong codes are looked at: from one chat, on one messenger, and in all."""

from dataclasses import dataclass
from datetime import timedelta

from flows.policy.verdict import Verdict, judge

PERIOD = timedelta(hours=1)
MOST_FROM_ONE, MOST_ON_A_CHANNEL, MOST_IN_ALL = 5, 60, 100


@dataclass(frozen=True)
class GuessFacts:
    """How many wrong codes were written within the last hour: in this chat, on this messenger, in all."""

    from_contact: int
    on_channel: int
    in_all: int


def may_try_code(facts: GuessFacts) -> Verdict:
    """G2.2: whoever tries many codes waits. What they are told says nothing about the code.

    It stands before looking at a code and before nothing else: HELP and every other word work all the time.
    """
    return judge(
        (facts.from_contact < MOST_FROM_ONE, "G2.2", "refused_too_many_codes"),
        (facts.on_channel < MOST_ON_A_CHANNEL, "G2.2", "refused_too_many_codes"),
        (facts.in_all < MOST_IN_ALL, "G2.2", "refused_too_many_codes"),
    )

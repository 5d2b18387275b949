"""How many inputs are tried, and what they are made of. `make fuzz` tries a million; a few thousand run with the tests."""

import json
import os
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

INPUTS = int(os.environ.get("FUZZ_INPUTS", "4000"))
# Of the processor: how busy the machine is besides says nothing.
LONGEST_SECONDS = 1.0
PAYLOADS = Path(__file__).parents[1] / "payloads"
NASTY = (
    "",
    "\x00",
    "\ud800",
    "\u202e\u200b\u2066",
    "1" * 9_000,
    "a." * 4_000,
    "@" * 4_000,
    "(" * 3_000,
    "e\u0301" * 2_000,
    "👩‍👩‍👧‍👦" * 300,
    "٣٤ \uff15\uff16 ௧ Ⅳ ½ ²",
    "{ $name } { -term } *[other]",
    "%s %d {0} {name!r} ${jndi:x} `id`",
    "'; DROP TABLE people; --",
    "<script>alert(1)</script>",
    "31 February 99999",
    "29/02/2027 25:61",
    "-1e309",
    "NaN",
    "I\u0307 İ ı \u017f ﬁ ß",
    "+" + "4" * 40,
    "x@y@z." + "d" * 300,
    "\n" * 3_000 + "yes",
    "yes\x00no",
)
SCALARS: tuple[Any, ...] = (None, True, False, 0, -1, 2**63, 10**400, 1e308, "", [], {}, [[]], {"": {}}, *NASTY[1:8])

words = st.one_of(
    st.text(max_size=40), st.sampled_from(NASTY), st.lists(st.sampled_from(NASTY), max_size=3).map(" ".join)
)


def tried(inputs: int) -> settings:
    """Settings for so many examples, the same ones every time."""
    return settings(
        max_examples=max(1, inputs),
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def frames_of_signal() -> list[dict[str, Any]]:
    """What signal-cli-rest-api really posts."""
    lines = (PAYLOADS / "signal.jsonl").read_text("utf-8").splitlines()
    read = (json.loads(line) for line in lines)
    return [{"jsonrpc": "2.0", "method": "receive", "params": each["params"]} for each in read if "params" in each]


def bent(frame: Any, chance: Random) -> Any:
    """The same with something in it replaced, left out or put somewhere else."""
    copy = json.loads(json.dumps(frame))
    for _ in range(chance.choice([1, 1, 2, 5])):
        places = list(_places(copy))
        if not places:
            break
        holder, at = chance.choice(places)
        match chance.randrange(4):
            case 0 if isinstance(holder, dict):
                del holder[at]
            case 1:
                holder[at] = [holder[at]]
            case _:
                holder[at] = deepcopy(chance.choice(SCALARS))
    return copy


def _places(found: Any) -> Iterator[tuple[Any, Any]]:
    inside = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
    for at, each in inside:
        yield found, at
        yield from _places(each)

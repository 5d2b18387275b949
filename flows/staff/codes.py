"""Which kind of code can stand behind each staff word, and what it looks like."""

import re
from collections.abc import Mapping

ALONE = "alone"
_MEETING = (
    "now ready here rotate held host list start stranger moderate open_session end cancel_meeting move late cover"
)
_KINDS: Mapping[str, str] = {
    "case": "case flag restrict excluding break_glass hear unfreeze lost",
    "phone": "confirm_phone",
    "meeting": _MEETING,
    "group": "group invite breach meeting name",
    "one_to_one": "one_to_one",
    "spoken": "speak",
    "secret": "revoke",
    "breach": "breaches",
    "bar": "bars",
    "complaint": "complaints data_requests",
    "concern": "concerns",
    "incident": "incidents",
    "ring": "rings",
    "read": "reads",
    "language": "language",
}
KIND_OF: Mapping[str, str] = {flow: kind for kind, flows in _KINDS.items() for flow in flows.split()}
"""The kind of code of each conversation that takes one. Behind every other word stands nothing (ALONE)."""

_SHAPES: Mapping[str, str] = {
    "case": "F[0-9A-Z]{2,12}",
    "phone": "F[0-9A-Z]{2,12}|[0-9A-Z]{8}",
    "meeting": "M[0-9A-Z]{1,12}",
    "one_to_one": "[MG][0-9A-Z]{1,12}",
    "spoken": "[FT][0-9A-Z]{2,12}",
    "secret": "[0-9A-Z]{8}",
    "breach": "B[0-9A-Z]{2,12}",
    "bar": "X[0-9A-Z]{2,12}",
    "complaint": "C[0-9A-Z]{2,12}",
    "concern": "K[0-9A-Z]{2,12}",
    "incident": "D[0-9A-Z]{2,12}",
    "ring": "R[0-9A-Z]{2,12}",
}
"""Their letters without dashes and gaps. A group's code is the organisation's own, and READS takes several kinds."""


def kind_of(flow: str) -> str:
    """Return the kind of code that can stand behind the word of a conversation."""
    return KIND_OF.get(flow, ALONE)


def fits(flow: str, code: str) -> bool:
    """Tell whether a code that somebody wrote behind a word is of the kind that belongs there."""
    kind = kind_of(flow)
    letters = re.sub(r"[^0-9A-Z]", "", code.upper())
    return kind not in {ALONE, "language"} and bool(re.fullmatch(_SHAPES.get(kind, "[0-9A-Z]{2,}"), letters))

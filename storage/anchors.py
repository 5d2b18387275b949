"""The head of the audit's chain in one signed line, to be kept where nobody who can write here can reach it (X1).

A chain alone can be made again from its first row by whoever owns the server; an anchor kept outside shows it.
"""

import hmac
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto

from sqlalchemy import Connection, select

from storage import audit
from storage.crypto import KeyRing
from storage.tables import audit as rows

_PLACE = "audit.anchor"
_LINE = re.compile(r"(doorstep-anchor position=(\d{1,18}) hash=([0-9a-f]{64}) at=(\S{1,40})) signature=([0-9a-f]{64})")


class Verdict(Enum):
    """What became of an anchor."""

    HOLDS = auto()
    MALFORMED = auto()
    FORGED = auto()
    CHANGED = auto()
    PRUNED = auto()


@dataclass(frozen=True)
class Checked:
    """One line's verdict and the position it names, 0 where it names none."""

    verdict: Verdict
    position: int = 0


def make(connection: Connection, keys: KeyRing, now: datetime) -> str:
    """Write the chain's head as one line. It holds a position, a hash and a time, nothing of anybody."""
    position, link = audit.head(connection)
    said = f"doorstep-anchor position={position} hash={link.hex()} at={now.astimezone(UTC).isoformat()}"
    return f"{said} signature={keys.token(_PLACE, said).hex()}"


def check(connection: Connection, keys: KeyRing, line: str) -> Checked:
    """Compare an anchor with the row at its position. Whether the chain itself holds is for `audit.verify`."""
    read = _LINE.fullmatch(line.strip())
    if read is None:
        return Checked(Verdict.MALFORMED)
    said, position, link, signature = read[1], int(read[2]), bytes.fromhex(read[3]), bytes.fromhex(read[5])
    if not hmac.compare_digest(keys.token(_PLACE, said), signature):
        return Checked(Verdict.FORGED, position)
    known = _link_at(connection, position)
    start, start_link = audit.start(connection, keys)
    if position == start:
        known = start_link
    elif position < start:
        return Checked(Verdict.PRUNED, position)
    return Checked(Verdict.HOLDS if known == link else Verdict.CHANGED, position)


def _link_at(connection: Connection, position: int) -> bytes | None:
    found: bytes | None = connection.scalar(select(rows.c.hash).where(rows.c.position == position))
    return found

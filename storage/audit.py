"""The audit trail (X1): rows are added, then chained by hash so that a later change shows.

Chaining happens after the commit, apart from the turns, so that they never wait for one another here.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update
from sqlalchemy.dialects import postgresql

from storage.crypto import KeyRing
from storage.tables import audit, marks

_LOCK = 0x646F6F72_61756474  # "door" "audt"
_PRUNING = 0x646F6F72_7072756E  # "door" "prun"
_HEAD = "audit_head"
_START = "audit_start"
_PRUNED_AT_ONCE = 10_000
_FIRST = bytes(32)
_SAID = ("n", "tx", "actor", "act", "object_kind", "object_id", "clause", "outcome", "policy_version")

# A row may be chained once no transaction that could still add a row before it is running. Numbers at or
# above the snapshot's end come from another server (a restored backup): nothing here writes under them.
_SETTLED = text("""
    audit.position IS NULL
    AND audit.tx IS DISTINCT FROM pg_current_xact_id_if_assigned()::text::bigint
    AND (audit.tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
         OR audit.tx >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
""")


_ADD = insert(audit)
IS_TO_BE_CHAINED = select(audit.c.n).where(audit.c.position.is_(None)).exists()

_HOLD = select(func.pg_advisory_xact_lock(_LOCK))
_TO_CHAIN = select(audit).where(_SETTLED).order_by(audit.c.tx, audit.c.n)
_CHAIN = (
    update(audit).where(audit.c.n == bindparam("number")).values(position=bindparam("place"), hash=bindparam("link"))
)
_MARK = postgresql.insert(marks)
_KEEP = _MARK.on_conflict_do_update(index_elements=["name"], set_={"value": _MARK.excluded.value})
_REMEMBERED = select(marks.c.value).where(marks.c.name == _HEAD)
_STARTED = select(marks.c.value).where(marks.c.name == _START)
_STANDING = select(
    _REMEMBERED.scalar_subquery(), _STARTED.scalar_subquery(), func.count(audit.c.position), func.count(audit.c.n)
)


@dataclass(frozen=True)
class Verified:
    """The chain holds: so many rows are in it, so many wait to be chained."""

    rows: int
    waiting: int


@dataclass(frozen=True)
class Broken:
    """The chain does not hold from this position on."""

    position: int


def record(
    connection: Connection,
    *,
    at: datetime,
    actor: str,
    act: str,
    object_kind: str,
    object_id: str,
    policy_version: str,
    outcome: str = "done",
    clause: str | None = None,
) -> None:
    """X1, H4.1: add one row, in the transaction of the act itself. Ids and codes only."""
    row = {"at": at, "actor": actor, "act": act, "object_kind": object_kind, "object_id": object_id}
    decided = {"clause": clause, "outcome": outcome, "policy_version": policy_version}
    connection.execute(_ADD, row | decided)


def seal(connection: Connection) -> int:
    """Chain every row whose place is settled, and say how many. The caller commits.

    Rows stand in the order of their transactions' ids, then of their numbers. While an older transaction
    still runs, the rows of younger ones wait for the next call, and so do rows of the caller's own.
    """
    connection.execute(_HOLD)
    rows = connection.execute(_TO_CHAIN).mappings().all()
    if not rows:
        return 0
    end, last = head(connection)
    links: list[dict[str, Any]] = []
    for place, row in enumerate(rows, end + 1):
        last = _link(last, place, row)
        links.append({"number": row["n"], "place": place, "link": last})
    connection.execute(_CHAIN, links)
    _keep(connection, _HEAD, f"{end + len(rows)}:{last.hex()}")
    return len(rows)


def verify(connection: Connection, keys: KeyRing | None = None) -> Verified | Broken:
    """X1: walk the chain from its first row, or from where it was pruned, to the remembered head.

    Where it was pruned is signed: without the keys, or with others, a pruned chain does not hold.
    """
    connection.execute(select(func.pg_advisory_xact_lock_shared(_PRUNING)))
    # One statement, so that a sealing at the same time does not come between its answers.
    remembered, started, chained, rows = connection.execute(_STANDING).one()
    end, end_hash = _read_head(remembered)
    first, last = _read_start(started, keys)
    walked = first
    chain = select(audit).where(audit.c.position <= end).order_by(audit.c.position)
    with connection.execute(chain, execution_options={"yield_per": 1000}) as found:
        for row in found.mappings():
            walked += 1
            last = _link(last, walked, row)
            if row["position"] != walked or row["hash"] != last:
                return Broken(walked)
    if (walked, last) != (end, end_hash) or chained != end - first:
        return Broken(walked + 1)
    return Verified(chained, rows - chained)


def head(connection: Connection) -> tuple[int, bytes]:
    """The position and hash of the last chained row; 0 and zeros while there is none."""
    return _read_head(connection.scalar(_REMEMBERED))


def start(connection: Connection, keys: KeyRing | None) -> tuple[int, bytes]:
    """The position and hash of the last pruned row; 0 and zeros if there is none or its signature is not ours."""
    return _read_start(connection.scalar(_STARTED), keys)


def prune(connection: Connection, keys: KeyRing, before: datetime) -> int:
    """X4: remove chained rows from before a moment, oldest first up to the first younger one; answers how many.

    At most 10,000 at once. The last one's position and hash stay as a signed mark, from which `verify` starts.
    The table's guard lets nothing else be removed. A chain whose mark is not ours is left as it is.
    """
    connection.execute(select(func.pg_advisory_xact_lock(_PRUNING)))
    started = connection.scalar(_STARTED)
    first, _ = _read_start(started, keys)
    if started is not None and not first:
        return 0
    younger = select(func.min(audit.c.position)).where(audit.c.at >= before).scalar_subquery()
    old = audit.c.position < func.coalesce(younger, head(connection)[0] + 1)
    last = connection.execute(
        select(audit.c.position, audit.c.hash)
        .where(old, audit.c.position <= first + _PRUNED_AT_ONCE)
        .order_by(audit.c.position.desc())
        .limit(1)
    ).one_or_none()
    if last is None:
        return 0
    said = f"{last.position}:{last.hash.hex()}"
    _keep(connection, _START, f"{said}:{keys.token(_START, said).hex()}")
    return int(connection.execute(delete(audit).where(audit.c.position <= last.position)).rowcount)


def _link(previous: bytes, position: int, row: Mapping[Any, Any]) -> bytes:
    said = [position, row["at"].astimezone(UTC).isoformat(), *(row[name] for name in _SAID)]
    return hashlib.sha256(previous + json.dumps(said, separators=(",", ":")).encode()).digest()


def _read_head(value: str | None) -> tuple[int, bytes]:
    if value is None:
        return 0, _FIRST
    position, _, link = value.partition(":")
    return int(position), bytes.fromhex(link)


def _read_start(value: str | None, keys: KeyRing | None) -> tuple[int, bytes]:
    said, _, signature = (value or "").rpartition(":")
    if not said or keys is None or not hmac.compare_digest(keys.token(_START, said).hex(), signature):
        return 0, _FIRST
    return _read_head(said)


def _keep(connection: Connection, name: str, value: str) -> None:
    connection.execute(_KEEP, {"name": name, "value": value})


def rows(connection: Connection, after: int, most: int = 500) -> list[dict[str, Any]]:
    """The rows after a number, oldest first, ready to be shown."""
    found = connection.execute(select(audit).where(audit.c.n > after).order_by(audit.c.n).limit(most)).mappings()
    return [
        {
            "n": row["n"],
            "at": row["at"].isoformat(),
            "actor": row["actor"],
            "act": row["act"],
            "object": f"{row['object_kind']} {row['object_id']}",
            "clause": row["clause"],
            "outcome": row["outcome"],
        }
        for row in found
    ]

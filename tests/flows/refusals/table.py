"""A refusal table: facts that are allowed, and each change that alone must be refused, by which clause."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from flows.policy import Actor, Role, Seat, Verdict

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Row:
    """One change; a key such as `review__claimed_by` reaches into nested facts."""

    changes: Mapping[str, Any]
    clause: str
    reason: str


@dataclass(frozen=True)
class Table:
    judge: Callable[[Any], Verdict]
    facts: Any
    rows: tuple[Row, ...]


def row(clause: str, reason: str, **changes: Any) -> Row:
    return Row(changes, clause, f"refused_{reason}")


def changed(facts: Any, changes: Mapping[str, Any]) -> Any:
    for path, value in changes.items():
        facts = _set(facts, path.split("__"), value)
    return facts


def _set(facts: Any, path: list[str], value: Any) -> Any:
    name, *rest = path
    return replace(facts, **{name: _set(getattr(facts, name), rest, value) if rest else value})


def staff(handle: str, *capacities: Role | Seat, policies_current: bool = True, left: bool = False) -> Actor:
    roles = frozenset(each for each in capacities if isinstance(each, Role))
    seats = frozenset(each for each in capacities if isinstance(each, Seat))
    return Actor(handle, roles, seats, policies_current=policies_current, left=left)


LEADER = staff("lena", Role.PRACTITIONER, Seat.LEADER)
SECOND = staff("sam", Role.ASSISTANT, Seat.SECOND)
MODERATOR = staff("mina", Role.ASSISTANT, Seat.MODERATOR)
COVER = staff("cora", Role.PRACTITIONER, Seat.COVER)
MANAGER = staff("magda", Role.MANAGER)
OTHER_MANAGER = staff("mark", Role.MANAGER)
OUTSIDER = staff("olga", Role.PRACTITIONER)
SAFEGUARDING = staff("sofia", Role.SAFEGUARDING_LEAD)

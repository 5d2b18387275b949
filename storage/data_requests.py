"""Requests to see, correct or erase data. They stand beside complaints: one handler, one clock, the same code."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, insert, select, update

from storage import codes
from storage.ids import new_id
from storage.tables import complaints, holds
from storage.work import Work

PREFIX = "request_"


@dataclass(frozen=True)
class DataRequest:
    """One request. `checked`: how it was checked again who asks; `stays`: what was told to stay after an erasure."""

    id: UUID
    code: str
    kind: str
    contact_id: UUID
    opened_at: datetime
    answer_by: datetime
    checked: str | None
    outcome: str | None
    stays: tuple[str, ...]
    closed_at: datetime | None


def waiting(work: Work) -> list[DataRequest]:
    """The open requests, oldest first."""
    still = (complaints.c.kind.startswith(PREFIX), complaints.c.closed_at.is_(None))
    rows = work.connection.execute(select(complaints).where(*still).order_by(complaints.c.opened_at)).mappings()
    return [_request(row) for row in rows]


def by_code(work: Work, code: str) -> DataRequest | None:
    """Find a request by its pointer, however it was typed."""
    return _one(work, complaints.c.code == codes.pointer(code))


def by_id(work: Work, request_id: UUID) -> DataRequest | None:
    """Read one request."""
    return _one(work, complaints.c.id == request_id)


def checked(work: Work, request_id: UUID, method: str) -> None:
    """Keep how it was checked again who asks."""
    _change(work, request_id, checked=method, acknowledged_at=work.now)


def close(work: Work, request: DataRequest, outcome: str, stays: tuple[str, ...]) -> None:
    """Keep the outcome: given, corrected, refused or erased."""
    _change(work, request.id, outcome=outcome, about=list(stays), closed_at=work.now)


def reopen(work: Work, request_id: UUID) -> None:
    """Whoever checked it, or decided it, may not have been who they seemed: it is open, and nobody was checked."""
    _change(work, request_id, checked=None, outcome=None, about=[], closed_at=None)


def hold(work: Work, family_id: UUID, staff_id: UUID | None) -> None:
    """Delete nothing of this family until the hold is lifted."""
    row = {"id": new_id(), "family_id": family_id, "reason": "data_lead", "set_by": staff_id, "set_at": work.now}
    work.connection.execute(insert(holds).values(row))


def lift(work: Work, family_id: UUID) -> None:
    """Lift every hold of a family."""
    still = update(holds).where(holds.c.family_id == family_id, holds.c.lifted_at.is_(None))
    work.connection.execute(still.values(lifted_at=work.now))


def _change(work: Work, request_id: UUID, **values: Any) -> None:
    work.connection.execute(update(complaints).where(complaints.c.id == request_id).values(values))


def _one(work: Work, *conditions: Any) -> DataRequest | None:
    found = select(complaints).where(*conditions, complaints.c.kind.startswith(PREFIX))
    row = work.connection.execute(found).mappings().one_or_none()
    return None if row is None else _request(row)


def _request(row: RowMapping) -> DataRequest:
    values = {name: row[name] for name in DataRequest.__dataclass_fields__ if name not in {"kind", "stays"}}
    return DataRequest(**values, kind=row["kind"].removeprefix(PREFIX), stays=tuple(row["about"]))

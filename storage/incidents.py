"""Data incidents: what happened to personal data, what staff found and decided, and the regulator's clock."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update

from storage import codes
from storage.tables import incident_notes, incidents
from storage.work import Work

NOTE, ASSESSMENT, REGULATOR, CLOSING = "note", "assessment", "regulator", "closing"


@dataclass(frozen=True)
class Incident:
    """One incident. The words stay sealed; `kept_from`: handles of those whom they are about."""

    id: UUID
    code: str
    kind: str
    reported_by: str
    kept_from: list[str]
    at: datetime
    regulator_by: datetime
    risk: str | None
    regulator_told_at: datetime | None
    closed_at: datetime | None
    words_sealed: bytes

    def words(self, work: Work) -> str:
        """Open the words; the caller has been allowed to, and records it."""
        return work.keys.open("incidents.words", self.id, self.words_sealed)


@dataclass(frozen=True)
class NewIncident:
    """What is reported, by whom (a handle, or "family")."""

    kind: str
    words: str
    reported_by: str
    regulator_by: datetime
    kept_from: Collection[str] = ()
    group_id: UUID | None = None


_FIELDS = [incidents.c[name] for name in Incident.__dataclass_fields__]


def add(work: Work, incident_id: UUID, new: NewIncident) -> tuple[str, bool]:
    """Write it down at once; its code, and whether it is new. The same id again keeps the old one."""
    row = {
        "id": incident_id,
        "kind": new.kind,
        "group_id": new.group_id,
        "words_sealed": work.keys.seal("incidents.words", incident_id, new.words),
        "reported_by": new.reported_by,
        "kept_from": sorted(new.kept_from),
        "at": work.now,
        "regulator_by": new.regulator_by,
    }
    return codes.keep(work, incidents, "D", row)


def by_id(work: Work, incident_id: UUID) -> Incident | None:
    """Read one."""
    return _one(work, incidents.c.id == incident_id)


def by_code(work: Work, code: str) -> Incident | None:
    """Find one, however its code was typed."""
    return _one(work, incidents.c.code == codes.pointer(code))


def hold_still(work: Work, code: str) -> Incident | None:
    """Find one by its code, and let nobody else change it until this is over."""
    wanted = select(incidents.c.id).where(incidents.c.code == codes.pointer(code)).with_for_update()
    work.connection.execute(wanted)
    return by_code(work, code)


def open_now(work: Work) -> list[Incident]:
    """Read those that are not closed, oldest first."""
    found = select(*_FIELDS).where(incidents.c.closed_at.is_(None)).order_by(incidents.c.at, incidents.c.code)
    return [Incident(**row) for row in work.connection.execute(found).mappings()]


def change(work: Work, incident_id: UUID, **values: Any) -> None:
    """Set columns of an incident."""
    work.connection.execute(update(incidents).where(incidents.c.id == incident_id).values(values))


def note(work: Work, note_id: UUID, incident_id: UUID, staff_id: UUID, kind: str, words: str) -> None:
    """Keep what somebody found or decided, in their words."""
    sealed = work.keys.seal("incident_notes.words", note_id, words)
    row = {"id": note_id, "incident_id": incident_id, "kind": kind, "by": staff_id, "at": work.now}
    work.connection.execute(insert(incident_notes).values(row | {"words_sealed": sealed}))


def notes(work: Work, incident_id: UUID) -> list[tuple[datetime, UUID, str, str]]:
    """Open the notes, oldest first: when, by whom, of what kind, the words."""
    mine = select(incident_notes).where(incident_notes.c.incident_id == incident_id)
    rows = work.connection.execute(mine.order_by(incident_notes.c.n)).mappings()
    return [
        (row["at"], row["by"], row["kind"], work.keys.open("incident_notes.words", row["id"], row["words_sealed"]))
        for row in rows
    ]


def _one(work: Work, *conditions: Any) -> Incident | None:
    row = work.connection.execute(select(*_FIELDS).where(*conditions)).mappings().one_or_none()
    return None if row is None else Incident(**row)

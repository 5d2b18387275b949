"""Safeguarding concerns: the exact words, sealed; who was paged; who has it. Never in the staff channel."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from storage import codes
from storage.tables import concerns
from storage.work import Work


@dataclass(frozen=True)
class Concern:
    """One concern. The words stay sealed. `not_to`: handles of those it is about."""

    id: UUID
    code: str
    contact_id: UUID | None
    raised_by: UUID | None
    source: str
    about_staff: bool
    not_to: list[str]
    paged: list[str]
    danger: str | None
    safe_to_write: bool | None
    pages: int
    opened_at: datetime
    acknowledged_by: UUID | None
    acknowledged_at: datetime | None
    closed_at: datetime | None
    words_sealed: bytes | None

    def words(self, work: Work) -> str:
        """Open the exact words; the caller has been allowed to, and records it."""
        return work.open("concerns.words", self.id, self.words_sealed) or ""


_FIELDS = [concerns.c[name] for name in Concern.__dataclass_fields__]


WARNING = "warning"
"""The source of a concern that came of a warning word on a call."""


def open_concern(
    work: Work,
    concern_id: UUID,
    *,
    source: str,
    words: str,
    danger: str | None = None,
    contact_id: UUID | None = None,
    raised_by: UUID | None = None,
    not_to: Collection[str] = (),
    about_staff: bool = False,
) -> tuple[str, bool]:
    """A3: keep the exact words, sealed: the code, and whether it is new."""
    row = {
        "id": concern_id,
        "contact_id": contact_id,
        "raised_by": raised_by,
        "source": source,
        "about_staff": about_staff,
        "not_to": sorted(not_to),
        "words_sealed": work.seal("concerns.words", concern_id, words),
        "danger": danger,
        "opened_at": work.now,
    }
    return codes.keep(work, concerns, "K", row)


def keep_words(work: Work, concern: Concern, words: str) -> None:
    """A3: keep these in place of its words; the caller holds it still."""
    change(work, concern.id, words_sealed=work.seal("concerns.words", concern.id, words))


def by_id(work: Work, concern_id: UUID) -> Concern | None:
    """Read one concern."""
    return _one(work, concerns.c.id == concern_id)


def hold_still(work: Work, code: str) -> Concern | None:
    """Find one by its code, and let nobody else take it until this is over."""
    wanted = select(concerns.c.id).where(concerns.c.code == codes.pointer(code))
    work.connection.execute(wanted.with_for_update(key_share=True))
    return by_code(work, code)


def by_code(work: Work, code: str) -> Concern | None:
    """Find a concern by its pointer, however it was typed."""
    return _one(work, concerns.c.code == codes.pointer(code))


def open_of(work: Work, contact_id: UUID | None = None) -> list[Concern]:
    """Read the open concerns, of one contact or of all, oldest first."""
    still = select(*_FIELDS).where(concerns.c.closed_at.is_(None)).order_by(concerns.c.opened_at)
    if contact_id is not None:
        still = still.where(concerns.c.contact_id == contact_id)
    return [Concern(**row) for row in work.connection.execute(still).mappings()]


def change(work: Work, concern_id: UUID, **values: Any) -> None:
    """Set columns: pages, paged, acknowledged_by, closed_at, safe_to_write ..."""
    work.connection.execute(update(concerns).where(concerns.c.id == concern_id).values(values))


def mark_safe(work: Work, contact_id: UUID, safe: bool) -> None:
    """Keep what the person said about writing to them, on all their open concerns."""
    theirs = (concerns.c.contact_id == contact_id, concerns.c.closed_at.is_(None))
    work.connection.execute(update(concerns).where(*theirs).values(safe_to_write=safe))


def forget(work: Work, concern_id: UUID) -> None:
    """A3: delete the words, and whom they came from; that there was a concern, and who had it, stays."""
    gone = dict.fromkeys(["words_sealed", "danger", "safe_to_write", "contact_id", "raised_by"])
    closed = (concerns.c.id == concern_id, concerns.c.closed_at.is_not(None))
    work.connection.execute(update(concerns).where(*closed).values(gone))


def must_be_silent(work: Work, contact_id: UUID) -> bool:
    """A3: the person said that it is not safe to write to them, and nobody has closed the concern."""
    theirs = (concerns.c.contact_id == contact_id, concerns.c.closed_at.is_(None))
    unsafe = select(concerns.c.id).where(*theirs, concerns.c.safe_to_write.is_(False)).limit(1)
    return work.connection.execute(unsafe).first() is not None


def is_warned(work: Work, contact_id: UUID) -> bool:
    """A3: on a call about this phone the person gave a warning, and nobody has closed the concern."""
    return any(each.source == WARNING for each in open_of(work, contact_id))


def _one(work: Work, condition: Any) -> Concern | None:
    row = work.connection.execute(select(*_FIELDS).where(condition)).mappings().one_or_none()
    return None if row is None else Concern(**row)

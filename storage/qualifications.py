"""G1.1: managers' marks on who is qualified to lead. What was attested is kept; certificates are not."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.dialects.postgresql import distinct_on

from storage.tables import qualifications, staff
from storage.work import Work


def attest(work: Work, mark_id: UUID, staff_id: UUID, by: UUID, words: str, expires_at: datetime) -> None:
    """Set a mark; it replaces the one before, which stays on record."""
    row = {"id": mark_id, "staff_id": staff_id, "attested_by": by, "expires_at": expires_at, "at": work.now}
    sealed = {"words_sealed": work.keys.seal("qualifications.words", mark_id, words)}
    work.connection.execute(insert(qualifications).values(row | sealed))
    work.connection.execute(update(staff).where(staff.c.id == staff_id).values(qualified_until=expires_at))


def words(work: Work) -> dict[UUID, str]:
    """Open what was attested last of everybody."""
    newest = select(qualifications).ext(distinct_on(qualifications.c.staff_id))
    rows = work.connection.execute(newest.order_by(qualifications.c.staff_id, qualifications.c.at.desc())).mappings()
    return {row["staff_id"]: work.keys.open("qualifications.words", row["id"], row["words_sealed"]) for row in rows}

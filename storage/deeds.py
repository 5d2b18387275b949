"""What was done once: an act that is performed again, because its flow is played again, does nothing more."""

from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert

from storage.tables import deeds
from storage.work import Work

_DONE = select(deeds.c.id).where(deeds.c.id == bindparam("deed"))
_NOTE = insert(deeds).on_conflict_do_nothing().returning(deeds.c.id)


def is_done(work: Work, deed_id: UUID) -> bool:
    """Tell whether it was done before."""
    return work.connection.execute(_DONE, {"deed": deed_id}).first() is not None


def first_time(work: Work, deed_id: UUID) -> bool:
    """Note that it is done; True only the first time."""
    return work.connection.execute(_NOTE, {"id": deed_id, "at": work.now}).first() is not None

"""The key of each meeting, that its passwords and what goes with them are sealed with; destroyed a day after it."""

from uuid import UUID

from sqlalchemy import bindparam, delete, insert, select

from storage import crypto
from storage.tables import meeting_keys
from storage.work import Work

PLACE = "passwords.secret"
KEY = "meeting_keys.key"

# Built once: whatever is sealed for a meeting asks it.
_OF_MEETING = select(meeting_keys.c.key_sealed).where(meeting_keys.c.id == bindparam("meeting"))


def seal(work: Work, meeting_id: UUID, row_id: UUID, text: str, place: str = PLACE) -> bytes:
    """Encrypt a password, or what else goes with it, with its meeting's key, which is made if there is none."""
    key = _key(work, meeting_id) or _new_key(work, meeting_id)
    return crypto.seal_with(key, place, row_id, text)


def unseal(work: Work, meeting_id: UUID, row_id: UUID, sealed: bytes, place: str = PLACE) -> str | None:
    """Open what `seal` made; None once the meeting's key is destroyed."""
    key = _key(work, meeting_id)
    return None if key is None else crypto.open_with(key, place, row_id, sealed)


def unseal_with(work: Work, key_sealed: bytes | None, meeting_id: UUID, row_id: UUID, sealed: bytes) -> str | None:
    """Open a password with its meeting's key as it was read together with it; None once that is destroyed."""
    if key_sealed is None:
        return None
    return crypto.open_with(work.keys.open_key(KEY, meeting_id, key_sealed), PLACE, row_id, sealed)


def destroy(work: Work, meeting_id: UUID) -> bool:
    """G6.7: destroy the key that the meeting's passwords are sealed with; nobody can read them again."""
    gone = delete(meeting_keys).where(meeting_keys.c.id == meeting_id).returning(meeting_keys.c.id)
    return work.connection.execute(gone).first() is not None


def _key(work: Work, meeting_id: UUID) -> bytes | None:
    sealed = work.connection.execute(_OF_MEETING, {"meeting": meeting_id}).scalar_one_or_none()
    return None if sealed is None else work.keys.open_key(KEY, meeting_id, sealed)


def _new_key(work: Work, meeting_id: UUID) -> bytes:
    key = crypto.new_meeting_key()
    sealed = work.keys.seal_key(KEY, meeting_id, key)
    work.connection.execute(insert(meeting_keys).values(id=meeting_id, key_sealed=sealed))
    return key

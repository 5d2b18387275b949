"""A code that was given to nobody: whoever writes it has read this database, or a copy of it, with its keys."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import update

from storage import invitations
from storage.invitations import Invitation
from storage.tables import invitations as rows
from storage.work import Work


def lay(work: Work, until: datetime) -> None:
    """Keep one such code, which looks like one for an adult's own phone: no list or count of staff's shows those."""
    invitations.make(work, _id(work), invitations.SECOND_PHONE, until)
    renew(work, until)


def renew(work: Work, until: datetime) -> None:
    """Let it look, if there is one, as if it was made today and worked until then."""
    work.connection.execute(update(rows).where(rows.c.id == _id(work)).values(made_at=work.now, expires_at=until))


def is_one(work: Work, found: Invitation | None) -> bool:
    """Tell whether it is that code: nothing in the database says so."""
    return found is not None and found.id == _id(work)


def _id(work: Work) -> UUID:
    return UUID(bytes=work.keys.token("traps", "invitation")[:16], version=4)

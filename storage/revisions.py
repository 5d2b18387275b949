"""Which release's tables a database has, and how they become this one's. Alembic is loaded only to change them."""

from functools import cache
from pathlib import Path

from sqlalchemy import Connection, text

from storage.embedded import DatabaseError

FOLDER = Path(__file__).parent / "migrations"
"""Where Alembic finds the revisions."""
_HAS_ANY = text("SELECT to_regclass('alembic_version') IS NOT NULL")
_AT = text("SELECT version_num FROM alembic_version")


def bring_up_to_date(connection: Connection) -> None:
    """Apply what is missing; the caller commits. DatabaseError if a newer release has already changed this database."""
    at = _of(connection)
    if at == newest():
        return
    if at not in _earlier():
        raise DatabaseError("This database was last used by a newer release of Doorstep; install that one.")
    from storage.upgrading import upgrade  # noqa: PLC0415 (loading Alembic would take a tenth of each start)

    upgrade(connection, newest())


def is_behind(connection: Connection) -> bool:
    """Tell whether the tables are those of an earlier release, or none; a newer one's are not behind."""
    return _of(connection) in _earlier()


@cache
def newest() -> str:
    """The revision of this release."""
    return _all()[-1]


@cache
def _earlier() -> frozenset[str | None]:
    """Every revision before that of this release; None is a database without tables."""
    return frozenset({None, *_all()[:-1]})


def _all() -> list[str]:
    """Each revision's file begins with its name, and they follow each other in that order."""
    return sorted(path.name.partition("_")[0] for path in (FOLDER / "versions").glob("[0-9]*.py"))


def _of(connection: Connection) -> str | None:
    return connection.scalar(_AT) if connection.scalar(_HAS_ANY) else None

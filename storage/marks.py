"""Small facts about this database, by name."""

from hashlib import sha256

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.dialects.postgresql import insert

from storage.tables import marks

_READ = select(marks.c.value).where(marks.c.name == bindparam("mark"))


def read(connection: Connection, name: str) -> str | None:
    """Read one fact."""
    return connection.execute(_READ, {"mark": name}).scalar_one_or_none()


def write(connection: Connection, name: str, value: str) -> None:
    """Keep one fact."""
    row = insert(marks).values(name=name, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def alone(connection: Connection, name: str) -> None:
    """Wait until no other transaction does what has this name."""
    number = int.from_bytes(sha256(name.encode()).digest()[:8], "big", signed=True)
    connection.execute(select(func.pg_advisory_xact_lock(number)))

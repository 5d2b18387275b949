"""Small facts about this database, by name."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.postgresql import insert

from storage.tables import marks


def read(connection: Connection, name: str) -> str | None:
    """Read one fact."""
    return connection.execute(select(marks.c.value).where(marks.c.name == name)).scalar_one_or_none()


def write(connection: Connection, name: str, value: str) -> None:
    """Keep one fact."""
    row = insert(marks).values(name=name, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": value}))

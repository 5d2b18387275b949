"""What happened how often, by its kind: numbers of nobody in particular."""

from sqlalchemy import BigInteger, Connection, Text, cast, select
from sqlalchemy.dialects.postgresql import insert

from storage.tables import marks

SIGNAL_FAULTS = "signal_faults"


def add(connection: Connection, what: str, kind: str) -> None:
    """It happened once more."""
    once = insert(marks).values(name=f"{_named(what)}{kind}", value="1")
    more = cast(cast(marks.c.value, BigInteger) + 1, Text)
    connection.execute(once.on_conflict_do_update(index_elements=["name"], set_={"value": more}))


def read(connection: Connection, what: str) -> dict[tuple[str, ...], float]:
    """How often it happened since the database was made, by kind."""
    name = _named(what)
    kept = select(marks.c.name, marks.c.value).where(marks.c.name.startswith(name, autoescape=True))
    return {(each.name.removeprefix(name),): float(each.value) for each in connection.execute(kept)}


def _named(what: str) -> str:
    return f"tally.{what}."

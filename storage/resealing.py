"""Sealing everything again with the newest key, in small batches, while the service runs.

What a meeting's own key sealed (storage/meeting_keys.py) begins with another byte and is left as it is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Connection, Engine, Table, and_, func, select, update

from storage.crypto import BY_RING, KeyRing, Unreadable
from storage.tables import metadata

_BATCH = 100
_PASSES = 20
_SEALED = "_sealed"
_FIRST = UUID(int=0)


@dataclass(frozen=True)
class Resealed:
    """So many values were sealed again; in these places there are some that do not open, or were always in use."""

    values: int
    left: tuple[str, ...]


def reseal(engine: Engine, keys: KeyRing, between_passes: Callable[[], None]) -> Resealed:
    """Seal everything again that an older key sealed. Stopped half-way, the next call goes on where this one was.

    Rows that a turn has locked are passed over, so that neither waits for the other; the next pass takes them.
    """
    done, left = 0, older(engine, keys)
    for _ in range(_PASSES):
        here = [(table, column) for table, column in _sealed_columns() if _place(table, column) in left]
        moved = sum(_reseal_column(engine, keys, table, column) for table, column in here)
        done += moved
        left = older(engine, keys)
        if not left or not moved:
            break
        between_passes()
    return Resealed(done, left)


def older(engine: Engine, keys: KeyRing) -> tuple[str, ...]:
    """Name the places ("people.full_name") where some value still carries an older key."""
    with engine.begin() as connection:
        return tuple(
            _place(table, column) for table, column in _sealed_columns() if _has_older(connection, keys, table, column)
        )


def needing(engine: Engine, keys: KeyRing) -> tuple[str, ...]:
    """Name the places where some value opens with an older key. One that opens with none needs none."""
    with engine.begin() as connection:
        return tuple(
            _place(table, column)
            for table, column in _sealed_columns()
            if _has_older(connection, keys, table, column) and _some_open(connection, keys, table, column)
        )


def _sealed_columns() -> Iterator[tuple[Table, Column[bytes]]]:
    for table in metadata.sorted_tables:
        for column in table.columns:
            if column.name.endswith(_SEALED):
                yield table, column


def _place(table: Table, column: Column[bytes]) -> str:
    return f"{table.name}.{column.name.removesuffix(_SEALED)}"


def _is_older(keys: KeyRing, column: Column[bytes]) -> ColumnElement[bool]:
    by_ring = func.substring(column, 1, 1) == BY_RING
    return and_(by_ring, func.substring(column, 1, len(keys.head)) != keys.head)


def _has_older(connection: Connection, keys: KeyRing, table: Table, column: Column[bytes]) -> bool:
    found = select(table.c.id).where(_is_older(keys, column)).limit(1)
    return connection.execute(found).first() is not None


def _some_open(connection: Connection, keys: KeyRing, table: Table, column: Column[bytes]) -> bool:
    found = select(table.c.id, column).where(_is_older(keys, column))
    with connection.execute(found, execution_options={"yield_per": _BATCH}) as rows:
        return any(_opened(keys, _place(table, column), *row) is not None for row in rows)


def _opened(keys: KeyRing, place: str, row_id: UUID, sealed: bytes) -> str | None:
    try:
        return keys.open(place, row_id, sealed)
    except Unreadable:
        return None


def _reseal_column(engine: Engine, keys: KeyRing, table: Table, column: Column[bytes]) -> int:
    done, after = 0, _FIRST
    while True:
        with engine.begin() as connection:
            rows = _next_batch(connection, keys, table, column, after)
            if not rows:
                return done
            done += sum(_reseal_one(connection, keys, table, column, *row) for row in rows)
            after = rows[-1][0]


def _next_batch(
    connection: Connection, keys: KeyRing, table: Table, column: Column[bytes], after: UUID
) -> list[tuple[UUID, bytes]]:
    found = select(table.c.id, column).where(table.c.id > after, _is_older(keys, column))
    found = found.order_by(table.c.id).limit(_BATCH).with_for_update(key_share=True, skip_locked=True)
    return [(row[0], row[1]) for row in connection.execute(found)]


def _reseal_one(
    connection: Connection, keys: KeyRing, table: Table, column: Column[bytes], row_id: UUID, sealed: bytes
) -> bool:
    place = _place(table, column)
    opened = _opened(keys, place, row_id, sealed)
    if opened is None:
        return False
    fresh = {column.name: keys.seal(place, row_id, opened)}
    connection.execute(update(table).where(table.c.id == row_id).values(fresh))
    return True

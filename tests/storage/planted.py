"""One family that is in every table with a personal column: each value says where it was planted, and is looked for."""

import re
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ARRAY, Boolean, Column, Connection, DateTime, Integer, LargeBinary, Table, Text, insert, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import UUID as ID

from storage import contacts, crypto
from storage.crypto import KeyRing, Unreadable
from storage.data_map import HELD
from storage.tables import metadata
from storage.work import Work

MARK = "Quillonaria"
SAID = re.compile(MARK + r" ([a-z_]+\.[a-z_]+)")
CHANNEL = "signal"
OBJECTS = {"cases.details", "conversations.state", "inbox.frame", "outbox.params", "phone_messages.body"}
BY_THE_MEETING = {"passwords.secret", "room_events.name"}
HIDDEN = ("_sealed", "_token")


def said(place: str) -> str:
    """What is planted in a place."""
    return f"{MARK} {place}"


def personal(*endings: str) -> set[str]:
    """Every column that the data map calls personal, with one of these endings."""
    return {f"{table}.{name}" for table, held in HELD.items() for name in held.personal if name.endswith(endings)}


class Planted:
    """The family's ids by table: one row in each; `but`: tables to leave out."""

    def __init__(self, work: Work, but: Collection[str] = ()) -> None:
        self.work, self.ids = work, dict[str, UUID]()
        self.key = crypto.new_meeting_key()
        self.address = said("contacts.address_sealed")
        self.tokens = {contacts.token(work, CHANNEL, self.address)}
        for table in _tables():
            if table.name not in but:
                self._plant(table)

    def __getitem__(self, table: str) -> UUID:
        return self.ids[table]

    def _plant(self, table: Table) -> None:
        row: dict[str, Any] = {}
        own = next(column for column in table.columns if column.primary_key)
        row[own.name] = self.ids[table.name] = self._linked(table, own) or uuid4()
        settled = _settled(self.work.now, self.address).get(table.name, {})
        for column in table.columns:
            if column.name in row or column.identity is not None:
                continue
            row[column.name] = settled[column.name] if column.name in settled else self._value(table, column)
        told = {name: value for name, value in row.items() if value is not None}
        self.work.connection.execute(insert(table).values(told))

    def _value(self, table: Table, column: Column[Any]) -> Any:
        if column.foreign_keys:
            return self._linked(table, column)
        if column.name.endswith("_sealed"):
            return self._sealed(table, column.name)
        if column.name.endswith("_token"):
            return self._token(table, column.name)
        is_told = column.name in HELD[table.name].personal
        return _filler(column, self.work.now) if is_told or _is_needed(column) else None

    def _linked(self, table: Table, column: Column[Any]) -> UUID | None:
        targets = [key.column.table.name for key in column.foreign_keys]
        return self.ids.get(targets[0]) if targets and targets[0] != table.name else None

    def _sealed(self, table: Table, name: str) -> bytes:
        place, row_id, keys = f"{table.name}.{name.removesuffix('_sealed')}", self.ids[table.name], self.work.keys
        if place == "meeting_keys.key":
            return keys.seal_key(place, row_id, self.key)
        if place in BY_THE_MEETING:
            return crypto.seal_with(self.key, place, row_id, said(f"{table.name}.{name}"))
        if place in OBJECTS:
            return keys.seal_json(place, row_id, dict.fromkeys(("text", "known_from"), said(f"{table.name}.{name}")))
        return keys.seal(place, row_id, said(f"{table.name}.{name}"))

    def _token(self, table: Table, name: str) -> bytes:
        theirs = table.name in {"contacts", "inbox"} and name == "address_token"
        made = (
            contacts.token(self.work, CHANNEL, self.address)
            if theirs
            else self.work.keys.token("planted", f"{table.name}.{name}")
        )
        self.tokens.add(made)
        return made

    def where(self, connection: Connection, keys: KeyRing) -> set[str]:
        """The columns, of all tables, in which something planted can still be read or found."""
        kept = {f"{table.name}.{name}" for table, name in self._readable(connection, keys)}
        return kept - {"phones.address", "phones.handle", "phone_messages.chat"}  # The playground's own, in clear.

    def _readable(self, connection: Connection, keys: KeyRing) -> Iterator[tuple[Table, str]]:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                for name, value in row.items():
                    if MARK in self._opened(table, row.get("id"), name, value, connection, keys):
                        yield table, name

    def _opened(self, table: Table, row_id: Any, name: str, value: Any, connection: Connection, keys: KeyRing) -> str:
        if not isinstance(value, bytes):
            return str(value)
        if not name.endswith("_sealed"):
            return MARK if value in self.tokens else ""
        place = f"{table.name}.{name.removesuffix('_sealed')}"
        if place == "meeting_keys.key":
            return MARK if keys.open_key(place, row_id, value) == self.key else ""
        if value[:1] != crypto.BY_RING:
            return self._by_the_meeting(place, row_id, value, connection)
        return keys.open(place, row_id, value)

    def _by_the_meeting(self, place: str, row_id: UUID, value: bytes, connection: Connection) -> str:
        is_there = connection.execute(select(metadata.tables["meeting_keys"].c.id)).first() is not None
        try:
            return crypto.open_with(self.key, place, row_id, value) if is_there else ""
        except Unreadable:
            return ""


def _tables() -> list[Table]:
    """Those with a personal column, and those that they point to; in an order in which rows can be made."""
    wanted = {name for name, held in HELD.items() if held.personal} | {"phones", "spoken_lines"}
    while more := {key.column.table.name for name in wanted for key in metadata.tables[name].foreign_keys} - wanted:
        wanted |= more
    return [table for table in metadata.sorted_tables if table.name in wanted]


def _settled(now: datetime, address: str) -> dict[str, dict[str, Any]]:
    """A family that left, with nothing open: else it would be held back or asked about."""
    return {
        "families": {"excluded_at": None},
        "contacts": {"channel": CHANNEL, "audience": "family"},
        "cases": {"status": "approved", "road": "asked", "decided_at": now},
        "memberships": {"status": "left"},
        "inbox": {"status": "done", "channel": CHANNEL},
        "outbox": {"status": "sent"},
        "meetings": {"status": "ended"},
        "breaches": {"outcome": "not_upheld", "decided_at": now},
        "bars": {"lifted_at": now, "scope": "group", "before": "active"},
        "complaints": {"closed_at": now, "about": []},
        "complaint_steps": {"kind": "answered", "by": None},
        "concerns": {"closed_at": now},
        "incidents": {"closed_at": now, "kept_from": []},
        "callbacks": {"done_at": now},
        "rooms": {"status": "gone"},
        "phones": {"address": address, "handle": address},
        "phone_messages": {"chat": address},
    }


def _is_needed(column: Column[Any]) -> bool:
    return not column.nullable and column.server_default is None and column.default is None


def _filler(column: Column[Any], now: datetime) -> Any:
    fillers: list[tuple[type[Any], Any]] = [
        (DateTime, now),
        (Boolean, True),
        (Integer, 1),
        (JSONB, {}),
        (ARRAY, ["planted"]),
        (ID, uuid4()),
        (LargeBinary, b""),
        (Text, f"planted-{column.name}"),
    ]
    return next(value for kind, value in fillers if isinstance(column.type, kind))

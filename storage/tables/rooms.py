"""Rooms: the meetings that we make at a platform's provider, and what the provider tells us of them."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB

from storage.tables.columns import count, link, metadata, own_id, sealed, when, word

# One for each version of a meeting's password. `due_at`: when somebody must look at it; none: nothing is to be done.
rooms = Table(
    "rooms",
    metadata,
    own_id(),
    link("meeting_id", "meetings", null=False),
    Column("version", Integer, nullable=False),
    word("provider", null=False),
    word("status", null=False, default="wanted"),
    when("due_at"),
    count("attempts"),
    word("trouble"),
    word("told"),
    sealed("number"),
    Column("number_token", LargeBinary),
    Column("to_tick", JSONB, nullable=False, server_default=text("'[]'")),
    link("host_for", "staff"),
    when("made_at"),
    when("started_at"),
    when("ended_at"),
    UniqueConstraint("meeting_id", "version"),
    Index("rooms_due_idx", "due_at", postgresql_where=text("due_at IS NOT NULL")),
    Index("rooms_number_idx", "number_token"),
)

# Its id is computed from what the provider told, so that the same thing told twice is one row. The name that somebody
# gave themselves on the screen is sealed with the meeting's own key, which is destroyed a day after it.
room_events = Table(
    "room_events",
    metadata,
    own_id(),
    link("room_id", "rooms", null=False, index=True),
    word("kind", null=False),
    sealed("name"),
    when("at", null=False),
)

"""Families, their people and contacts, and staff."""

from sqlalchemy import Column, DateTime, ForeignKey, LargeBinary, Table, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY, UUID

from storage.tables.columns import count, flag, link, metadata, own_id, sealed, when, word

# One serial lane per family, per staff member and for the staff channel: the row that a turn locks.
lanes = Table("lanes", metadata, own_id(), word("kind", null=False), when("leased_until"), word("lease"))

families = Table(
    "families",
    metadata,
    Column("id", UUID(as_uuid=True), ForeignKey("lanes.id"), primary_key=True),
    flag("silent"),
    flag("flagged"),
    sealed("safe_times"),
    when("excluded_at"),
    when("created_at", null=False),
)

people = Table(
    "people",
    metadata,
    own_id(),
    link("family_id", "families", null=False, index=True),
    link("contact_id", "contacts", index=True),
    count("number", 1),
    sealed("full_name", null=False),
    Column("name_token", LargeBinary, nullable=False, index=True),
    sealed("screen_name"),
    Column("screen_token", LargeBinary),
    sealed("own_code"),
    flag("adult"),
    when("verified_at"),
    when("created_at", null=False),
)

contacts = Table(
    "contacts",
    metadata,
    own_id(),
    link("lane_id", "lanes", null=False, index=True),
    word("channel", null=False),
    word("audience", null=False),
    sealed("address", null=False),
    Column("address_token", LargeBinary, nullable=False),
    sealed("reply_to"),
    Column("reply_token", LargeBinary, index=True),
    sealed("phone"),
    Column("phone_token", LargeBinary, index=True),
    word("language", null=False, default="en"),
    flag("shared"),
    flag("silent"),
    when("stopped_at"),
    when("frozen_at"),
    when("held_at"),
    when("last_inbound_at"),
    when("paused_at"),
    when("restricted_at"),
    link("first_id", "contacts", index=True),
    link("taken_from_id", "contacts", index=True),
    when("created_at", null=False),
    UniqueConstraint("channel", "address_token"),
)

staff = Table(
    "staff",
    metadata,
    Column("id", UUID(as_uuid=True), ForeignKey("lanes.id"), primary_key=True),
    Column("handle", Text, nullable=False, unique=True),
    sealed("name", null=False),
    Column("roles", ARRAY(Text), nullable=False),
    Column("qualified_until", DateTime(timezone=True)),
    word("policies_version"),
    when("policies_confirmed_at"),
    when("left_at"),
    when("created_at", null=False),
)

# G1.1: every mark that a manager set on somebody's qualification; the newest holds.
qualifications = Table(
    "qualifications",
    metadata,
    own_id(),
    link("staff_id", "staff", null=False, index=True),
    link("attested_by", "staff", null=False),
    sealed("words", null=False),
    when("expires_at", null=False),
    when("at", null=False),
)

staff_codes = Table(
    "staff_codes",
    metadata,
    own_id(),
    Column("code_token", LargeBinary, nullable=False, unique=True),
    link("staff_id", "staff", null=False),
    when("expires_at", null=False),
    when("used_at"),
)

# X5: a family without a phone of its own. A member of staff writes what its adults say, live, until `live_until`.
spoken_lines = Table(
    "spoken_lines",
    metadata,
    Column("contact_id", UUID(as_uuid=True), ForeignKey("contacts.id"), primary_key=True),
    Column("code", Text, nullable=False, unique=True),
    link("staff_id", "staff", null=False, index=True),
    word("method", null=False),
    when("live_until", null=False),
)

"""Requests about data: what holds deletion back, and what was erased."""

from sqlalchemy import Column, Table, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB

from storage.tables.columns import link, metadata, own_id, when, word

# Somebody's decision that nothing of a family is deleted for now.
holds = Table(
    "holds",
    metadata,
    own_id(),
    link("family_id", "families", null=False, index=True),
    word("reason", null=False),
    link("set_by", "staff"),
    when("set_at", null=False),
    when("lifted_at"),
)

# What is left of an erasure: ids and codes, so that it can be repeated after a restore.
erasures = Table(
    "erasures",
    metadata,
    own_id(),
    link("family_id", "families", null=False, index=True),
    Column("people", JSONB, nullable=False, server_default=text("'[]'")),
    word("why", null=False),
    Column("stays", JSONB, nullable=False, server_default=text("'[]'")),
    when("at", null=False),
)

# What is still to be deleted at a messenger's provider, by the provider's own number of the message.
leftovers = Table(
    "leftovers",
    metadata,
    own_id(),
    word("channel", null=False),
    word("reference", null=False),
    when("since", null=False),
    UniqueConstraint("channel", "reference"),
)

"""What the simulated phones of the playground show."""

from sqlalchemy import BigInteger, Column, Identity, Sequence, Table, Text, text
from sqlalchemy.dialects.postgresql import JSONB, UUID

from storage.tables.columns import flag, metadata, own_id, sealed, when, word

# Every change to a simulated phone's message takes the next number.
phone_rev = Sequence("phone_rev", metadata=metadata)

# What the simulated phones of the playground show.
phones = Table(
    "phones",
    metadata,
    own_id(),
    Column("handle", Text, nullable=False, unique=True),
    word("channel", null=False),
    word("shares_with"),
    word("address", null=False),
    when("made_at", null=False),
)

phone_messages = Table(
    "phone_messages",
    metadata,
    own_id(),
    Column("n", BigInteger, Identity(), nullable=False, unique=True),
    Column("rev", BigInteger, nullable=False, index=True),
    word("chat", null=False),
    word("sender", null=False),
    sealed("body", null=False),
    word("kind", null=False, default="text"),
    word("template"),
    word("status", null=False, default="sent"),
    Column("buttons", JSONB, nullable=False, server_default=text("'[]'")),
    flag("edited"),
    flag("deleted"),
    when("at", null=False),
    Column("outbox_id", UUID(as_uuid=True), unique=True),
)

"""The road of a message, from the inbox to the outbox, and the audit of what was done."""

from sqlalchemy import BigInteger, Column, Identity, Index, Integer, LargeBinary, Table, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB, UUID

from storage.tables.columns import count, flag, link, metadata, own_id, sealed, when, word

# X1, H2.2: what READS lists; in literals, so that its indexes are used whatever is bound.
READING_ACTS = ("read", "export", "break_glass")
_READING = f"act IN {READING_ACTS}"
READING = text(f"audit.{_READING}")
# H2.3: what a stolen account of the staff would do.
DECIDING_ACTS = (
    "press",
    "approved",
    "approved_half",
    "declined",
    "declined_half",
    "exclude",
    "lift",
    "make_code",
    "confirm_phone",
    "unfreeze",
)
_DECIDING = f"act IN {DECIDING_ACTS}"
DECIDING = text(f"audit.{_DECIDING}")

conversations = Table(
    "conversations",
    metadata,
    own_id(),
    link("contact_id", "contacts", null=False),
    link("lane_id", "lanes", null=False),
    word("flow", null=False),
    Column("depth", Integer, nullable=False),
    sealed("state", null=False),
    when("started_at", null=False),
    when("moved_at", null=False),
    when("ended_at"),
    Index("conversations_open_idx", "contact_id", "depth", postgresql_where=text("ended_at IS NULL")),
)

inbox = Table(
    "inbox",
    metadata,
    own_id(),
    Column("n", BigInteger, Identity(), nullable=False),
    word("channel", null=False),
    word("key", null=False),
    Column("address_token", LargeBinary, nullable=False),
    sealed("frame"),
    when("sent_at", null=False),
    when("received_at", null=False),
    word("status", null=False, default="new"),
    count("attempts"),
    word("fault"),
    when("done_at"),
    UniqueConstraint("channel", "key"),
    Index("inbox_new_idx", "channel", "address_token", "n", postgresql_where=text("status = 'new'")),
)

outbox = Table(
    "outbox",
    metadata,
    own_id(),
    Column("n", BigInteger, Identity(), nullable=False),
    link("lane_id", "lanes", null=False),
    link("contact_id", "contacts", null=False),
    word("act", null=False, default="send"),
    word("template", null=False),
    word("version"),
    word("language", null=False),
    sealed("params", null=False),
    Column("buttons", JSONB, nullable=False, server_default=text("'[]'")),
    Column("label", Integer, nullable=False),
    link("release_id", "releases"),
    link("card_id", "cards"),
    link("of_id", "outbox"),
    flag("answer"),
    word("status", null=False, default="due"),
    when("due_at", null=False),
    count("attempts"),
    word("reason"),
    word("provider_ref"),
    when("queued_at", null=False),
    when("claimed_at"),
    when("sent_at"),
    Index("outbox_due_idx", "lane_id", "n", postgresql_where=text("status IN ('due', 'sending')")),
    Index("outbox_contact_idx", "contact_id", "n"),
    Index("outbox_release_idx", "release_id", postgresql_where=text("release_id IS NOT NULL")),
    Index("outbox_ref_idx", "contact_id", "provider_ref"),
)

timers = Table(
    "timers",
    metadata,
    own_id(),
    word("kind", null=False),
    link("lane_id", "lanes"),
    Column("subject_id", UUID(as_uuid=True), nullable=False),
    word("step", null=False, default=""),
    when("due_at", null=False),
    when("done_at"),
    word("outcome"),
    UniqueConstraint("kind", "subject_id", "step"),
    Index("timers_due_idx", "due_at", postgresql_where=text("done_at IS NULL")),
)

# A card in the staff channel, and the buttons on it: opaque references, valid for one version of their subject.
cards = Table(
    "cards",
    metadata,
    own_id(),
    word("kind", null=False),
    Column("subject_id", UUID(as_uuid=True), nullable=False, index=True),
    link("contact_id", "contacts", null=False),
    when("made_at", null=False),
    when("closed_at"),
)

buttons = Table(
    "buttons",
    metadata,
    own_id(),
    link("card_id", "cards", null=False, index=True),
    word("act", null=False),
    count("version"),
    when("closed_at"),
)

audit = Table(
    "audit",
    metadata,
    Column("n", BigInteger, Identity(), primary_key=True),
    when("at", null=False),
    word("actor", null=False),
    word("act", null=False),
    word("object_kind", null=False),
    word("object_id", null=False),
    word("clause"),
    word("outcome", null=False),
    word("policy_version", null=False),
    Column("tx", BigInteger, nullable=False, server_default=text("(pg_current_xact_id()::text)::bigint")),
    Column("position", BigInteger, unique=True),
    Column("hash", LargeBinary),
    Index("audit_read_what_idx", "object_id", "n", postgresql_where=text(_READING)),
    Index("audit_read_by_idx", "actor", "n", postgresql_where=text(_READING)),
    Index("audit_decided_by_idx", "actor", "n", postgresql_where=text(_DECIDING)),
)

# Small facts about this database: which key ring it belongs to, how far the playground's clock was moved.
marks = Table("marks", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

"""Every table, and what each row stands for. Columns that end in `_sealed` hold ciphertext (storage/crypto.py)."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Sequence,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "fk": "%(table_name)s_%(column_0_name)s_fk",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ix": "%(table_name)s_%(column_0_N_name)s_idx",
    }
)


def _id() -> Column[object]:
    return Column("id", UUID(as_uuid=True), primary_key=True)


def _link(name: str, target: str, *, null: bool = True, index: bool = False) -> Column[object]:
    return Column(name, UUID(as_uuid=True), ForeignKey(f"{target}.id"), nullable=null, index=index)


def _when(name: str, *, null: bool = True, index: bool = False) -> Column[object]:
    return Column(name, DateTime(timezone=True), nullable=null, index=index)


def _sealed(name: str, *, null: bool = True) -> Column[object]:
    return Column(f"{name}_sealed", LargeBinary, nullable=null)


def _word(name: str, *, null: bool = True, default: str | None = None) -> Column[object]:
    return Column(name, Text, nullable=null, server_default=default)


def _flag(name: str) -> Column[object]:
    return Column(name, Boolean, nullable=False, server_default=text("false"))


def _count(name: str, start: int = 0) -> Column[object]:
    return Column(name, Integer, nullable=False, server_default=text(str(start)))


# --- who ---------------------------------------------------------------------------------------------------------

# One serial lane per family, per staff member and for the staff channel: the row that a turn locks.
lanes = Table("lanes", metadata, _id(), _word("kind", null=False), _when("leased_until"), _word("lease"))

families = Table(
    "families",
    metadata,
    Column("id", UUID(as_uuid=True), ForeignKey("lanes.id"), primary_key=True),
    _flag("silent"),
    _flag("flagged"),
    _sealed("safe_times"),
    _when("excluded_at"),
    _when("created_at", null=False),
)

people = Table(
    "people",
    metadata,
    _id(),
    _link("family_id", "families", null=False, index=True),
    _link("contact_id", "contacts", index=True),
    _count("number", 1),
    _sealed("full_name", null=False),
    Column("name_token", LargeBinary, nullable=False, index=True),
    _sealed("screen_name"),
    Column("screen_token", LargeBinary),
    _sealed("own_code"),
    _flag("adult"),
    _when("verified_at"),
    _when("created_at", null=False),
)

contacts = Table(
    "contacts",
    metadata,
    _id(),
    _link("lane_id", "lanes", null=False, index=True),
    _word("channel", null=False),
    _word("audience", null=False),
    _sealed("address", null=False),
    Column("address_token", LargeBinary, nullable=False),
    _sealed("reply_to"),
    _word("language", null=False, default="en"),
    _flag("shared"),
    _flag("silent"),
    _when("stopped_at"),
    _when("frozen_at"),
    _when("held_at"),
    _when("last_inbound_at"),
    _when("paused_at"),
    _when("created_at", null=False),
    UniqueConstraint("channel", "address_token"),
)

staff = Table(
    "staff",
    metadata,
    Column("id", UUID(as_uuid=True), ForeignKey("lanes.id"), primary_key=True),
    Column("handle", Text, nullable=False, unique=True),
    _sealed("name", null=False),
    Column("roles", ARRAY(Text), nullable=False),
    Column("qualified_until", DateTime(timezone=True)),
    _word("policies_version"),
    _when("policies_confirmed_at"),
    _when("left_at"),
    _when("created_at", null=False),
)

staff_codes = Table(
    "staff_codes",
    metadata,
    _id(),
    Column("code_token", LargeBinary, nullable=False, unique=True),
    _link("staff_id", "staff", null=False),
    _when("expires_at", null=False),
    _when("used_at"),
)

# --- groups and the road in ----------------------------------------------------------------------------------------

groups = Table(
    "groups",
    metadata,
    _id(),
    Column("code", Text, nullable=False, unique=True),
    _word("name", null=False),
    _link("leader_id", "staff"),
    _link("second_id", "staff"),
    _link("moderator_id", "staff"),
    _word("platform", null=False, default="zoom"),
    Column("online", Boolean, nullable=False, server_default=text("true")),
    _when("paused_at"),
    _word("rules_version", null=False),
    _when("created_at", null=False),
)

cases = Table(
    "cases",
    metadata,
    _id(),
    Column("code", Text, nullable=False, unique=True),
    _link("family_id", "families", null=False, index=True),
    _link("contact_id", "contacts", null=False),
    _link("group_id", "groups"),
    _word("road", null=False),
    _word("status", null=False),
    _count("version", 1),
    _link("claimed_by", "staff"),
    _when("claimed_at"),
    Column("known", Boolean),
    _sealed("known_ground"),
    _link("known_by", "staff"),
    _flag("flagged"),
    _flag("look_alike"),
    _when("contact_due"),
    _link("decided_by", "staff"),
    _link("seconded_by", "staff"),
    _word("half"),
    _when("decided_at"),
    _sealed("details", null=False),
    _when("opened_at", null=False),
    Index("cases_open_idx", "status", "opened_at"),
)

# Tries of an adult's own four digits: guesses are limited.
tries = Table(
    "tries",
    metadata,
    _id(),
    _link("person_id", "people", null=False, index=True),
    _flag("correct"),
    _when("at", null=False),
)

# What was done once and is not done again when its flow is played again.
deeds = Table("deeds", metadata, _id(), _when("at", null=False))

# A live contact, an identity check, a suitability answer or a word with a referrer: who recorded what, and when.
checks = Table(
    "checks",
    metadata,
    _id(),
    _link("case_id", "cases", null=False, index=True),
    _link("person_id", "people"),
    _word("kind", null=False),
    _word("method"),
    _word("outcome", null=False),
    _sealed("reason"),
    _link("staff_id", "staff", null=False),
    _when("at", null=False),
)

referrals = Table(
    "referrals",
    metadata,
    _id(),
    _link("case_id", "cases", null=False, index=True),
    _sealed("name"),
    _sealed("role"),
    _sealed("organisation"),
    _sealed("work_contact"),
    Column("may_contact", Boolean),
)

invitations = Table(
    "invitations",
    metadata,
    _id(),
    Column("code_token", LargeBinary, nullable=False, unique=True),
    _sealed("code", null=False),
    _word("purpose", null=False, default="invitation"),
    _link("group_id", "groups"),
    _link("case_id", "cases"),
    _link("family_id", "families"),
    _link("person_id", "people"),
    _link("contact_id", "contacts"),
    _link("invited_by", "staff"),
    _word("text_version"),
    _when("made_at", null=False),
    _when("expires_at", null=False),
    _when("opened_at"),
    _when("spent_at"),
    _when("confirmed_at"),
    _when("revoked_at"),
)

acceptances = Table(
    "acceptances",
    metadata,
    _id(),
    _link("person_id", "people", null=False, index=True),
    _word("what", null=False),
    _word("version", null=False),
    _word("text_hash", null=False),
    _word("language", null=False),
    _link("contact_id", "contacts"),
    _link("inbox_id", "inbox"),
    _link("staff_id", "staff"),
    _when("at", null=False),
    UniqueConstraint("person_id", "what", "version"),
)

memberships = Table(
    "memberships",
    metadata,
    _id(),
    _link("person_id", "people", null=False, index=True),
    _link("group_id", "groups", null=False, index=True),
    _link("case_id", "cases"),
    _word("status", null=False),
    _link("decided_by", "staff"),
    _when("since", null=False),
    UniqueConstraint("person_id", "group_id"),
)

# --- meetings and passwords ----------------------------------------------------------------------------------------

meetings = Table(
    "meetings",
    metadata,
    _id(),
    Column("code", Text, nullable=False, unique=True),
    _link("group_id", "groups", null=False, index=True),
    _word("platform", null=False),
    _word("status", null=False, default="planned"),
    _when("starts_at", null=False, index=True),
    _when("ends_at", null=False),
    _link("leader_id", "staff"),
    _link("second_id", "staff"),
    _link("moderator_id", "staff"),
    _when("leader_confirmed_at"),
    _when("second_confirmed_at"),
    _when("moderator_confirmed_at"),
    _sealed("link"),
    _count("password_version"),
    _count("platform_version"),
    Column("checklist", JSONB, nullable=False, server_default=text("'{}'")),
    _when("created_at", null=False),
)

# The key that its meeting's passwords are sealed with. Left out of backups and destroyed a day after the meeting.
meeting_keys = Table(
    "meeting_keys",
    metadata,
    Column("id", UUID(as_uuid=True), ForeignKey("meetings.id"), primary_key=True),
    _sealed("key", null=False),
)

passwords = Table(
    "passwords",
    metadata,
    _id(),
    _link("meeting_id", "meetings", null=False, index=True),
    _link("group_id", "groups", null=False),
    Column("version", Integer, nullable=False),
    _sealed("secret", null=False),
    Column("secret_token", LargeBinary, nullable=False),
    _when("made_at", null=False),
    _when("dead_at"),
    _word("reason"),
    _word("rotated_by"),
    UniqueConstraint("meeting_id", "version"),
    UniqueConstraint("group_id", "secret_token"),
    Index("passwords_secret_token_idx", "secret_token"),
)

releases = Table(
    "releases",
    metadata,
    _id(),
    _link("password_id", "passwords", null=False, index=True),
    _link("meeting_id", "meetings", null=False, index=True),
    _link("person_id", "people", null=False),
    _link("contact_id", "contacts", null=False),
    Column("reference", Text, nullable=False, unique=True),
    _flag("identified"),
    _word("agreement_version", null=False),
    _when("opens_at", null=False),
    _when("at", null=False),
)

# Who came to a meeting, as the leader's team ticked it at its end.
attendance = Table(
    "attendance",
    metadata,
    _id(),
    _link("meeting_id", "meetings", null=False, index=True),
    _link("person_id", "people", null=False),
    _link("noted_by", "staff", null=False),
    _when("at", null=False),
    UniqueConstraint("meeting_id", "person_id"),
)

# --- when things go wrong ------------------------------------------------------------------------------------------

breaches = Table(
    "breaches",
    metadata,
    _id(),
    Column("code", Text, nullable=False, unique=True),
    _word("kind", null=False, default="breach"),
    _link("person_id", "people"),
    _link("group_id", "groups"),
    _link("meeting_id", "meetings"),
    _word("point"),
    _sealed("words"),
    _word("reported_by", null=False),
    _when("at", null=False),
    _word("outcome"),
    _link("decided_by", "staff"),
    _when("decided_at"),
)

complaints = Table(
    "complaints",
    metadata,
    _id(),
    Column("code", Text, nullable=False, unique=True),
    _word("kind", null=False, default="complaint"),
    _link("contact_id", "contacts"),
    _link("group_id", "groups"),
    Column("about", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    _flag("hide_name"),
    _sealed("words", null=False),
    _link("handler_id", "staff"),
    _word("stage", null=False, default="1"),
    _when("opened_at", null=False),
    _when("acknowledge_by", null=False),
    _when("answer_by", null=False),
    _when("acknowledged_at"),
    _word("outcome"),
    _sealed("answer"),
    _when("closed_at"),
)

concerns = Table(
    "concerns",
    metadata,
    _id(),
    Column("code", Text, nullable=False, unique=True),
    _link("contact_id", "contacts"),
    _link("raised_by", "staff"),
    _word("source", null=False),
    _flag("about_staff"),
    Column("not_to", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    Column("paged", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    _sealed("words"),
    _word("danger"),
    Column("safe_to_write", Boolean),
    _count("pages"),
    _when("opened_at", null=False),
    _link("acknowledged_by", "staff"),
    _when("acknowledged_at"),
    _when("closed_at"),
)

# A promise to ring somebody back (RING ME).
callbacks = Table(
    "callbacks",
    metadata,
    _id(),
    Column("code", Text, nullable=False, unique=True),
    _link("contact_id", "contacts", null=False),
    _link("case_id", "cases"),
    _sealed("safe_time"),
    _link("owner_id", "staff"),
    _when("opened_at", null=False),
    _when("due_at", null=False),
    _when("done_at"),
    _link("done_by", "staff"),
    _word("outcome"),
)

# --- the road of a message -----------------------------------------------------------------------------------------

conversations = Table(
    "conversations",
    metadata,
    _id(),
    _link("contact_id", "contacts", null=False),
    _link("lane_id", "lanes", null=False),
    _word("flow", null=False),
    Column("depth", Integer, nullable=False),
    _sealed("state", null=False),
    _when("started_at", null=False),
    _when("moved_at", null=False),
    _when("ended_at"),
    Index("conversations_open_idx", "contact_id", "depth", postgresql_where=text("ended_at IS NULL")),
)

inbox = Table(
    "inbox",
    metadata,
    _id(),
    Column("n", BigInteger, Identity(), nullable=False),
    _word("channel", null=False),
    _word("key", null=False),
    Column("address_token", LargeBinary, nullable=False),
    _sealed("frame"),
    _when("sent_at", null=False),
    _when("received_at", null=False),
    _word("status", null=False, default="new"),
    _count("attempts"),
    _word("fault"),
    _when("done_at"),
    UniqueConstraint("channel", "key"),
    Index("inbox_new_idx", "channel", "address_token", "n", postgresql_where=text("status = 'new'")),
)

outbox = Table(
    "outbox",
    metadata,
    _id(),
    Column("n", BigInteger, Identity(), nullable=False),
    _link("lane_id", "lanes", null=False),
    _link("contact_id", "contacts", null=False),
    _word("act", null=False, default="send"),
    _word("template", null=False),
    _word("version"),
    _word("language", null=False),
    _sealed("params", null=False),
    Column("buttons", JSONB, nullable=False, server_default=text("'[]'")),
    Column("label", Integer, nullable=False),
    _link("release_id", "releases"),
    _link("card_id", "cards"),
    _link("of_id", "outbox"),
    _flag("answer"),
    _word("status", null=False, default="due"),
    _when("due_at", null=False),
    _count("attempts"),
    _word("reason"),
    _word("provider_ref"),
    _when("queued_at", null=False),
    _when("claimed_at"),
    _when("sent_at"),
    Index("outbox_due_idx", "lane_id", "n", postgresql_where=text("status IN ('due', 'sending')")),
    Index("outbox_contact_idx", "contact_id", "n"),
    Index("outbox_release_idx", "release_id", postgresql_where=text("release_id IS NOT NULL")),
    Index("outbox_ref_idx", "contact_id", "provider_ref"),
)

timers = Table(
    "timers",
    metadata,
    _id(),
    _word("kind", null=False),
    _link("lane_id", "lanes"),
    Column("subject_id", UUID(as_uuid=True), nullable=False),
    _word("step", null=False, default=""),
    _when("due_at", null=False),
    _when("done_at"),
    _word("outcome"),
    UniqueConstraint("kind", "subject_id", "step"),
    Index("timers_due_idx", "due_at", postgresql_where=text("done_at IS NULL")),
)

# A card in the staff channel, and the buttons on it: opaque references, valid for one version of their subject.
cards = Table(
    "cards",
    metadata,
    _id(),
    _word("kind", null=False),
    Column("subject_id", UUID(as_uuid=True), nullable=False, index=True),
    _link("contact_id", "contacts", null=False),
    _when("made_at", null=False),
    _when("closed_at"),
)

buttons = Table(
    "buttons",
    metadata,
    _id(),
    _link("card_id", "cards", null=False, index=True),
    _word("act", null=False),
    _count("version"),
    _when("closed_at"),
)

audit = Table(
    "audit",
    metadata,
    Column("n", BigInteger, Identity(), primary_key=True),
    _when("at", null=False),
    _word("actor", null=False),
    _word("act", null=False),
    _word("object_kind", null=False),
    _word("object_id", null=False),
    _word("clause"),
    _word("outcome", null=False),
    _word("policy_version", null=False),
    Column("tx", BigInteger, nullable=False, server_default=text("(pg_current_xact_id()::text)::bigint")),
    Column("position", BigInteger, unique=True),
    Column("hash", LargeBinary),
)

# Small facts about this database: which key ring it belongs to, how far the playground's clock was moved.
marks = Table("marks", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

# Every change to a simulated phone's message takes the next number.
phone_rev = Sequence("phone_rev", metadata=metadata)

# What the simulated phones of the playground show.
phones = Table(
    "phones",
    metadata,
    _id(),
    Column("handle", Text, nullable=False, unique=True),
    _word("channel", null=False),
    _word("shares_with"),
    _word("address", null=False),
    _when("made_at", null=False),
)

phone_messages = Table(
    "phone_messages",
    metadata,
    _id(),
    Column("n", BigInteger, Identity(), nullable=False, unique=True),
    Column("rev", BigInteger, nullable=False, index=True),
    _word("chat", null=False),
    _word("sender", null=False),
    _sealed("body", null=False),
    _word("kind", null=False, default="text"),
    _word("template"),
    _word("status", null=False, default="sent"),
    Column("buttons", JSONB, nullable=False, server_default=text("'[]'")),
    _flag("edited"),
    _flag("deleted"),
    _when("at", null=False),
    Column("outbox_id", UUID(as_uuid=True), unique=True),
)

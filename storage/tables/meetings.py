"""Meetings, their passwords, and who was given one."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB, UUID

from storage.tables.columns import count, flag, link, metadata, own_id, sealed, when, word

meetings = Table(
    "meetings",
    metadata,
    own_id(),
    Column("code", Text, nullable=False, unique=True),
    link("group_id", "groups", null=False, index=True),
    link("person_id", "people"),
    word("platform", null=False),
    word("status", null=False, default="planned"),
    when("starts_at", null=False, index=True),
    when("ends_at", null=False),
    link("leader_id", "staff"),
    link("second_id", "staff"),
    link("moderator_id", "staff"),
    when("leader_confirmed_at"),
    when("second_confirmed_at"),
    when("moderator_confirmed_at"),
    sealed("link"),
    count("password_version"),
    count("platform_version"),
    Column("checklist", JSONB, nullable=False, server_default=text("'{}'")),
    flag("end_to_end"),
    link("overridden_by", "staff"),
    sealed("override_reason"),
    when("created_at", null=False),
)

# I1, I2: what a meeting with one adult has besides; its `rules` say of each rule whether it applies.
one_to_ones = Table(
    "one_to_ones",
    metadata,
    Column("id", UUID(as_uuid=True), ForeignKey("meetings.id"), primary_key=True),
    word("sensitive", null=False),
    flag("end_to_end"),
    link("overridden_by", "staff"),
    sealed("override_reason"),
    Column("rules", JSONB, nullable=False),
    word("rules_version", null=False),
    word("agreement_version"),
    when("accepted_at"),
    when("begun_at"),
    when("ended_at"),
    link("ended_by", "staff"),
)

# The key that its meeting's passwords are sealed with. Left out of backups and destroyed a day after the meeting.
meeting_keys = Table(
    "meeting_keys",
    metadata,
    Column("id", UUID(as_uuid=True), ForeignKey("meetings.id"), primary_key=True),
    sealed("key", null=False),
)

passwords = Table(
    "passwords",
    metadata,
    own_id(),
    link("meeting_id", "meetings", null=False, index=True),
    link("group_id", "groups", null=False),
    Column("version", Integer, nullable=False),
    sealed("secret", null=False),
    Column("secret_token", LargeBinary, nullable=False),
    when("made_at", null=False),
    when("dead_at"),
    word("reason"),
    word("rotated_by"),
    UniqueConstraint("meeting_id", "version"),
    UniqueConstraint("group_id", "secret_token"),
    Index("passwords_secret_token_idx", "secret_token"),
)

releases = Table(
    "releases",
    metadata,
    own_id(),
    link("password_id", "passwords", null=False, index=True),
    link("meeting_id", "meetings", null=False, index=True),
    link("person_id", "people", null=False),
    link("contact_id", "contacts", null=False),
    Column("reference", Text, nullable=False, unique=True),
    flag("identified"),
    word("agreement_version", null=False),
    when("opens_at", null=False),
    when("at", null=False),
)

# Who came to a meeting, as the leader's team ticked it at its end.
attendance = Table(
    "attendance",
    metadata,
    own_id(),
    link("meeting_id", "meetings", null=False, index=True),
    link("person_id", "people", null=False),
    link("noted_by", "staff", null=False),
    when("at", null=False),
    UniqueConstraint("meeting_id", "person_id"),
)

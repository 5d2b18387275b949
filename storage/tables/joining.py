"""Groups, and the road into them: cases, checks, invitations, agreements, memberships."""

from sqlalchemy import BigInteger, Boolean, Column, Identity, Index, LargeBinary, Table, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB

from storage.tables.columns import count, flag, link, metadata, own_id, sealed, when, word

groups = Table(
    "groups",
    metadata,
    own_id(),
    Column("code", Text, nullable=False, unique=True),
    word("name", null=False),
    link("leader_id", "staff"),
    link("second_id", "staff"),
    link("moderator_id", "staff"),
    word("platform", null=False, default="zoom"),
    Column("online", Boolean, nullable=False, server_default=text("true")),
    word("sensitive"),
    when("paused_at"),
    word("rules_version", null=False),
    when("created_at", null=False),
)

cases = Table(
    "cases",
    metadata,
    own_id(),
    Column("code", Text, nullable=False, unique=True),
    link("family_id", "families", null=False, index=True),
    link("contact_id", "contacts", null=False),
    link("group_id", "groups"),
    word("road", null=False),
    word("status", null=False),
    count("version", 1),
    link("claimed_by", "staff"),
    when("claimed_at"),
    Column("known", Boolean),
    sealed("known_ground"),
    link("known_by", "staff"),
    flag("flagged"),
    flag("look_alike"),
    when("contact_due"),
    link("decided_by", "staff"),
    link("seconded_by", "staff"),
    word("half"),
    when("decided_at"),
    link("held_by", "staff"),
    when("held_until"),
    sealed("details", null=False),
    when("opened_at", null=False),
    Index("cases_open_idx", "status", "opened_at"),
)

# A file alert: that two people decide about a family. Why is nowhere here.
alerts = Table(
    "alerts",
    metadata,
    own_id(),
    link("family_id", "families", null=False, index=True),
    link("set_by", "staff", null=False),
    when("set_at", null=False),
    link("lifted_by", "staff"),
    when("lifted_at"),
)

# Tries of an adult's own four digits: guesses are limited.
# `contact_id`: the phone on which they were written; none where they were said to a colleague.
tries = Table(
    "tries",
    metadata,
    own_id(),
    link("person_id", "people", null=False, index=True),
    link("contact_id", "contacts"),
    flag("correct"),
    when("at", null=False),
)

# What was done once and is not done again when its flow is played again.
deeds = Table("deeds", metadata, own_id(), when("at", null=False))

# A live contact, an identity check, a suitability answer or a word with a referrer: who recorded what, and when.
# `contact_id`: the phone that a live check was about. Where that is not known it was about none.
checks = Table(
    "checks",
    metadata,
    own_id(),
    link("case_id", "cases", null=False, index=True),
    link("person_id", "people"),
    link("contact_id", "contacts", index=True),
    word("kind", null=False),
    word("method"),
    word("outcome", null=False),
    sealed("reason"),
    link("staff_id", "staff", null=False),
    when("at", null=False),
)

referrals = Table(
    "referrals",
    metadata,
    own_id(),
    link("case_id", "cases", null=False, index=True),
    sealed("name"),
    sealed("role"),
    sealed("organisation"),
    sealed("work_contact"),
    Column("may_contact", Boolean),
)

invitations = Table(
    "invitations",
    metadata,
    own_id(),
    Column("code_token", LargeBinary, nullable=False, unique=True),
    sealed("code", null=False),
    word("purpose", null=False, default="invitation"),
    link("group_id", "groups"),
    link("case_id", "cases"),
    link("family_id", "families"),
    link("person_id", "people"),
    link("contact_id", "contacts"),
    link("invited_by", "staff"),
    word("text_version"),
    when("made_at", null=False),
    when("expires_at", null=False),
    when("opened_at"),
    when("spent_at"),
    when("confirmed_at"),
    when("revoked_at"),
)

guesses = Table(
    "guesses",
    metadata,
    own_id(),
    link("contact_id", "contacts", null=False),
    word("channel", null=False),
    when("at", null=False),
    Index("guesses_at_idx", "at"),
)

acceptances = Table(
    "acceptances",
    metadata,
    own_id(),
    link("person_id", "people", null=False, index=True),
    word("what", null=False),
    word("version", null=False),
    word("text_hash", null=False),
    word("language", null=False),
    link("contact_id", "contacts"),
    link("inbox_id", "inbox"),
    link("staff_id", "staff"),
    word("method"),
    when("at", null=False),
    UniqueConstraint("person_id", "what", "version"),
)

# The versions of the Group Agreement that were proposed and published, each with its whole text (H5.1).
agreement_versions = Table(
    "agreement_versions",
    metadata,
    own_id(),
    Column("n", BigInteger, Identity(), nullable=False, unique=True),
    Column("version", Text, nullable=False, unique=True),
    Column("points", JSONB, nullable=False),
    Column("texts", JSONB, nullable=False),
    link("proposed_by", "staff"),
    when("proposed_at", null=False),
    link("seconded_by", "staff"),
    when("published_at"),
)

memberships = Table(
    "memberships",
    metadata,
    own_id(),
    link("person_id", "people", null=False, index=True),
    link("group_id", "groups", null=False, index=True),
    link("case_id", "cases"),
    word("status", null=False),
    link("decided_by", "staff"),
    when("since", null=False),
    UniqueConstraint("person_id", "group_id"),
)

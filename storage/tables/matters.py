"""When things go wrong: breaches, complaints, concerns, calls."""

from sqlalchemy import BigInteger, Boolean, Column, Identity, Table, Text, text
from sqlalchemy.dialects.postgresql import ARRAY

from storage.tables.columns import count, flag, link, metadata, own_id, sealed, when, word

breaches = Table(
    "breaches",
    metadata,
    own_id(),
    Column("code", Text, nullable=False, unique=True),
    word("kind", null=False, default="breach"),
    link("person_id", "people"),
    link("group_id", "groups"),
    link("meeting_id", "meetings"),
    word("point"),
    sealed("words"),
    word("reported_by", null=False),
    Column("kept_from", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    when("at", null=False),
    word("outcome"),
    link("decided_by", "staff"),
    when("decided_at"),
)

# Who is shut out: a person from a group or from all, or a family; until a named human lifts it.
bars = Table(
    "bars",
    metadata,
    own_id(),
    Column("code", Text, nullable=False, unique=True),
    word("scope", null=False),
    link("family_id", "families", null=False, index=True),
    link("person_id", "people", index=True),
    link("group_id", "groups"),
    link("breach_id", "breaches"),
    word("before", null=False, default="active"),
    when("since", null=False),
    link("decided_by", "staff", null=False),
    sealed("reason"),
    link("lifted_by", "staff"),
    when("lifted_at"),
    sealed("lift_reason"),
)

# Cases that somebody outside the team opened in an emergency, and who must learn nothing of it.
glass = Table(
    "glass",
    metadata,
    own_id(),
    link("case_id", "cases", null=False, index=True),
    link("staff_id", "staff", null=False),
    sealed("reason"),
    Column("kept_from", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    when("at", null=False),
)

# Data incidents, with the hour by which the regulator must know if there is a risk.
incidents = Table(
    "incidents",
    metadata,
    own_id(),
    Column("code", Text, nullable=False, unique=True),
    word("kind", null=False),
    link("group_id", "groups"),
    sealed("words", null=False),
    word("reported_by", null=False),
    Column("kept_from", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    when("at", null=False),
    when("regulator_by", null=False),
    word("risk"),
    when("regulator_told_at"),
    when("closed_at"),
    link("closed_by", "staff"),
)

incident_notes = Table(
    "incident_notes",
    metadata,
    own_id(),
    Column("n", BigInteger, Identity(), nullable=False, unique=True),
    link("incident_id", "incidents", null=False, index=True),
    word("kind", null=False),
    link("by", "staff", null=False),
    when("at", null=False),
    sealed("words", null=False),
)

complaints = Table(
    "complaints",
    metadata,
    own_id(),
    Column("code", Text, nullable=False, unique=True),
    word("kind", null=False, default="complaint"),
    link("contact_id", "contacts"),
    link("group_id", "groups"),
    Column("about", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    flag("hide_name"),
    sealed("words", null=False),
    link("handler_id", "staff"),
    word("stage", null=False, default="1"),
    when("opened_at", null=False),
    when("acknowledge_by", null=False),
    when("answer_by", null=False),
    when("acknowledged_at"),
    word("outcome"),
    sealed("answer"),
    word("checked"),
    when("closed_at"),
)

# Each step of a complaint, of every stage: who took it, with which words and which outcome.
complaint_steps = Table(
    "complaint_steps",
    metadata,
    own_id(),
    Column("n", BigInteger, Identity(), nullable=False, unique=True),
    link("complaint_id", "complaints", null=False, index=True),
    word("kind", null=False),
    word("stage", null=False),
    link("by", "staff"),
    when("at", null=False),
    sealed("words", null=False),
    word("outcome"),
)

concerns = Table(
    "concerns",
    metadata,
    own_id(),
    Column("code", Text, nullable=False, unique=True),
    link("contact_id", "contacts"),
    link("raised_by", "staff"),
    word("source", null=False),
    flag("about_staff"),
    Column("not_to", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    Column("paged", ARRAY(Text), nullable=False, server_default=text("'{}'")),
    sealed("words"),
    word("danger"),
    Column("safe_to_write", Boolean),
    count("pages"),
    when("opened_at", null=False),
    link("acknowledged_by", "staff"),
    when("acknowledged_at"),
    when("closed_at"),
)

# A promise to ring somebody back (RING ME).
callbacks = Table(
    "callbacks",
    metadata,
    own_id(),
    Column("code", Text, nullable=False, unique=True),
    link("contact_id", "contacts", null=False),
    link("case_id", "cases"),
    sealed("safe_time"),
    link("owner_id", "staff"),
    when("opened_at", null=False),
    when("due_at", null=False),
    when("done_at"),
    link("done_by", "staff"),
    word("outcome"),
)

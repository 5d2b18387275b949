"""When things go wrong: breaches, complaints, concerns, calls."""

from sqlalchemy import Boolean, Column, Table, Text, text
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
    when("at", null=False),
    word("outcome"),
    link("decided_by", "staff"),
    when("decided_at"),
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

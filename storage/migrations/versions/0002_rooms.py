"""Meetings that we make at a platform's provider."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rooms",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("meeting_id", sa.UUID(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), server_default="wanted", nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.Column("told", sa.Text(), nullable=True),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("number_token", sa.LargeBinary(), nullable=True),
        sa.Column("to_tick", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("host_for", sa.UUID(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name="rooms_meeting_id_fk"),
        sa.ForeignKeyConstraint(["host_for"], ["staff.id"], name="rooms_host_for_fk"),
        sa.PrimaryKeyConstraint("id", name="rooms_pk"),
        sa.UniqueConstraint("meeting_id", "version", name="rooms_meeting_id_version_key"),
    )
    due = sa.text("due_at IS NOT NULL")
    op.create_index("rooms_due_idx", "rooms", ["due_at"], postgresql_where=due)
    op.create_index("rooms_number_idx", "rooms", ["number_token"])
    op.create_table(
        "room_events",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("room_id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["rooms.id"], name="room_events_room_id_fk"),
        sa.PrimaryKeyConstraint("id", name="room_events_pk"),
    )
    op.create_index("room_events_room_id_idx", "room_events", ["room_id"])

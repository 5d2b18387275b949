"""Meetings with one adult (I1, I2)."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add whom a meeting is with, and what it then has besides."""
    op.add_column("meetings", sa.Column("person_id", sa.UUID(), nullable=True))
    op.create_foreign_key(op.f("meetings_person_id_fk"), "meetings", "people", ["person_id"], ["id"])
    op.create_table(
        "one_to_ones",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("sensitive", sa.Text(), nullable=False),
        sa.Column("end_to_end", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("overridden_by", sa.UUID(), nullable=True),
        sa.Column("override_reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("rules", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("agreement_version", sa.Text(), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.UUID(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["meetings.id"], name=op.f("one_to_ones_id_fk")),
        sa.ForeignKeyConstraint(["overridden_by"], ["staff.id"], name=op.f("one_to_ones_overridden_by_fk")),
        sa.ForeignKeyConstraint(["ended_by"], ["staff.id"], name=op.f("one_to_ones_ended_by_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("one_to_ones_pk")),
    )

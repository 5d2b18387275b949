"""Data incidents with their notes and the regulator's clock (H3.4)."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("group_id", sa.UUID(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("reported_by", sa.Text(), nullable=False),
        sa.Column("kept_from", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("regulator_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("risk", sa.Text(), nullable=True),
        sa.Column("regulator_told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.UUID(), nullable=True),
        sa.ForeignKeyConstraint(["closed_by"], ["staff.id"], name=op.f("incidents_closed_by_fk")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("incidents_group_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("incidents_pk")),
        sa.UniqueConstraint("code", name=op.f("incidents_code_key")),
    )
    op.create_table(
        "incident_notes",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("n", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("incident_id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("by", sa.UUID(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["staff.id"], name=op.f("incident_notes_by_fk")),
        sa.ForeignKeyConstraint(["incident_id"], ["incidents.id"], name=op.f("incident_notes_incident_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("incident_notes_pk")),
        sa.UniqueConstraint("n", name=op.f("incident_notes_n_key")),
    )
    op.create_index(op.f("incident_notes_incident_id_idx"), "incident_notes", ["incident_id"], unique=False)

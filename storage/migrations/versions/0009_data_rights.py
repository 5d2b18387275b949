"""Requests about data: how the asker was checked, holds, and what was erased."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("complaints", sa.Column("checked", sa.Text(), nullable=True))
    op.create_table(
        "holds",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("family_id", sa.UUID(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("set_by", sa.UUID(), nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["family_id"], ["families.id"], name="holds_family_id_fk"),
        sa.ForeignKeyConstraint(["set_by"], ["staff.id"], name="holds_set_by_fk"),
        sa.PrimaryKeyConstraint("id", name="holds_pk"),
    )
    op.create_index("holds_family_id_idx", "holds", ["family_id"])
    op.create_table(
        "erasures",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("family_id", sa.UUID(), nullable=False),
        sa.Column("people", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("stays", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["family_id"], ["families.id"], name="erasures_family_id_fk"),
        sa.PrimaryKeyConstraint("id", name="erasures_pk"),
    )
    op.create_index("erasures_family_id_idx", "erasures", ["family_id"])

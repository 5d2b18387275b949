"""File alerts: who put one on a family's file, and who took it off."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "alerts",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("family_id", sa.UUID(), nullable=False),
        sa.Column("set_by", sa.UUID(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_by", sa.UUID(), nullable=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["family_id"], ["families.id"], name=op.f("alerts_family_id_fk")),
        sa.ForeignKeyConstraint(["set_by"], ["staff.id"], name=op.f("alerts_set_by_fk")),
        sa.ForeignKeyConstraint(["lifted_by"], ["staff.id"], name=op.f("alerts_lifted_by_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("alerts_pk")),
    )
    op.create_index("alerts_family_id_idx", "alerts", ["family_id"])

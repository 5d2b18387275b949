"""Managers' marks on who is qualified to lead (G1.1)."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "qualifications",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("staff_id", sa.UUID(), nullable=False),
        sa.Column("attested_by", sa.UUID(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("qualifications_staff_id_fk")),
        sa.ForeignKeyConstraint(["attested_by"], ["staff.id"], name=op.f("qualifications_attested_by_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("qualifications_pk")),
    )
    op.create_index("qualifications_staff_id_idx", "qualifications", ["staff_id"])

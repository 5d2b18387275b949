"""Cases that somebody outside the team opened, and why (G5.1); indexes for READS (H2.2)."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_READING = sa.text("act IN ('read', 'export', 'break_glass')")


def upgrade() -> None:
    op.create_table(
        "glass",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("case_id", sa.UUID(), nullable=False),
        sa.Column("staff_id", sa.UUID(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("kept_from", sa.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("glass_case_id_fk")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("glass_staff_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("glass_pk")),
    )
    op.create_index(op.f("glass_case_id_idx"), "glass", ["case_id"], unique=False)
    op.create_index("audit_read_what_idx", "audit", ["object_id", "n"], unique=False, postgresql_where=_READING)
    op.create_index("audit_read_by_idx", "audit", ["actor", "n"], unique=False, postgresql_where=_READING)

"""Whether sensitive things may come up in a group, and what follows for its meetings (I2.2)."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("groups", sa.Column("sensitive", sa.Text(), nullable=True))
    op.add_column("meetings", sa.Column("end_to_end", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.add_column("meetings", sa.Column("overridden_by", sa.UUID(), nullable=True))
    op.add_column("meetings", sa.Column("override_reason_sealed", sa.LargeBinary(), nullable=True))
    op.create_foreign_key(op.f("meetings_overridden_by_fk"), "meetings", "staff", ["overridden_by"], ["id"])
    op.execute("UPDATE meetings SET end_to_end = one.end_to_end FROM one_to_ones one WHERE one.id = meetings.id")

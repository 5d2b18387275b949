"""Until when a case is on hold, and who put it there (G3.7, G3.8)."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cases", sa.Column("held_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column("cases", sa.Column("held_by", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("cases_held_by_fk"), "cases", "staff", ["held_by"], ["id"])

"""From whom a report is kept that says that they record (G12.4)."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "breaches", sa.Column("kept_from", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False)
    )

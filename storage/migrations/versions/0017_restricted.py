"""That a manager lets a contact write in a few ways only, for a time (G12.2)."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contacts", sa.Column("restricted_at", sa.DateTime(timezone=True), nullable=True))

"""An index for how much an account of the staff decided lately (H2.3)."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_DECIDING = sa.text(
    "act IN ('press', 'approved', 'approved_half', 'declined', 'declined_half', 'exclude', 'lift', 'make_code')"
)


def upgrade() -> None:
    op.create_index("audit_decided_by_idx", "audit", ["actor", "n"], unique=False, postgresql_where=_DECIDING)

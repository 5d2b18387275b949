"""Whose a lost phone was (X4); who let a phone in is watched as well (H2.3)."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_DECIDING = sa.text(
    "act IN ('press', 'approved', 'approved_half', 'declined', 'declined_half', 'exclude', 'lift', 'make_code', "
    "'confirm_phone', 'unfreeze')"
)


def upgrade() -> None:
    op.add_column("contacts", sa.Column("taken_from_id", sa.UUID(), nullable=True))
    op.create_foreign_key(op.f("contacts_taken_from_id_fk"), "contacts", "contacts", ["taken_from_id"], ["id"])
    op.create_index(op.f("contacts_taken_from_id_idx"), "contacts", ["taken_from_id"], unique=False)
    op.drop_index("audit_decided_by_idx", table_name="audit")
    op.create_index("audit_decided_by_idx", "audit", ["actor", "n"], unique=False, postgresql_where=_DECIDING)

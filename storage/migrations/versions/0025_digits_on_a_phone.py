"""On which phone an adult's own digits were written (G6.4). Of earlier ones that is not known: they open none."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tries", sa.Column("contact_id", sa.UUID(), nullable=True))
    op.create_foreign_key(op.f("tries_contact_id_fk"), "tries", "contacts", ["contact_id"], ["id"])

"""A number to ring, where the address of a contact is none."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contacts", sa.Column("phone_sealed", sa.LargeBinary(), nullable=True))
    op.add_column("contacts", sa.Column("phone_token", sa.LargeBinary(), nullable=True))
    op.create_index("contacts_phone_token_idx", "contacts", ["phone_token"])

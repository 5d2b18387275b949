"""A WhatsApp contact is found by the number that it last wrote from, too."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contacts", sa.Column("reply_token", sa.LargeBinary(), nullable=True))
    op.create_index("contacts_reply_token_idx", "contacts", ["reply_token"])

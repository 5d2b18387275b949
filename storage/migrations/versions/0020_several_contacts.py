"""An adult may write from more than one messenger: the contact that these belong together under (G6.4)."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "contacts",
        sa.Column("first_id", sa.Uuid(), sa.ForeignKey("contacts.id", name="contacts_first_id_fk"), nullable=True),
    )
    op.create_index("contacts_first_id_idx", "contacts", ["first_id"])

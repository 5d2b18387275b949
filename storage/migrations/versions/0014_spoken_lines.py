"""A family without a phone of its own: who speaks for it, how, and who heard an adult agree (X5)."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "spoken_lines",
        sa.Column("contact_id", sa.UUID(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.UUID(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("live_until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("spoken_lines_contact_id_fk")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("spoken_lines_staff_id_fk")),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("spoken_lines_pk")),
        sa.UniqueConstraint("code", name=op.f("spoken_lines_code_key")),
    )
    op.create_index(op.f("spoken_lines_staff_id_idx"), "spoken_lines", ["staff_id"], unique=False)
    op.add_column("acceptances", sa.Column("method", sa.Text(), nullable=True))

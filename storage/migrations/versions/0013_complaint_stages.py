"""Each step of a complaint, of every stage (G12.2, G12.5)."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "complaint_steps",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("n", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("complaint_id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("by", sa.UUID(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["staff.id"], name=op.f("complaint_steps_by_fk")),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaints.id"], name=op.f("complaint_steps_complaint_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("complaint_steps_pk")),
        sa.UniqueConstraint("n", name=op.f("complaint_steps_n_key")),
    )
    op.create_index(op.f("complaint_steps_complaint_id_idx"), "complaint_steps", ["complaint_id"], unique=False)

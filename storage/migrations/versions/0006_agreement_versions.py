"""The published versions of the Group Agreement, with their text (H5.1)."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agreement_versions",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("n", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("points", postgresql.JSONB(), nullable=False),
        sa.Column("texts", postgresql.JSONB(), nullable=False),
        sa.Column("proposed_by", sa.UUID(), nullable=True),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seconded_by", sa.UUID(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["proposed_by"], ["staff.id"], name=op.f("agreement_versions_proposed_by_fk")),
        sa.ForeignKeyConstraint(["seconded_by"], ["staff.id"], name=op.f("agreement_versions_seconded_by_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("agreement_versions_pk")),
        sa.UniqueConstraint("n", name=op.f("agreement_versions_n_key")),
        sa.UniqueConstraint("version", name=op.f("agreement_versions_version_key")),
    )

"""Bars and exclusions with who decided them, so that another human can lift them (G11, G3.13)."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bars",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("family_id", sa.UUID(), nullable=False),
        sa.Column("person_id", sa.UUID(), nullable=True),
        sa.Column("group_id", sa.UUID(), nullable=True),
        sa.Column("breach_id", sa.UUID(), nullable=True),
        sa.Column("before", sa.Text(), server_default="active", nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.UUID(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("lifted_by", sa.UUID(), nullable=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lift_reason_sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["breach_id"], ["breaches.id"], name=op.f("bars_breach_id_fk")),
        sa.ForeignKeyConstraint(["decided_by"], ["staff.id"], name=op.f("bars_decided_by_fk")),
        sa.ForeignKeyConstraint(["family_id"], ["families.id"], name=op.f("bars_family_id_fk")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("bars_group_id_fk")),
        sa.ForeignKeyConstraint(["lifted_by"], ["staff.id"], name=op.f("bars_lifted_by_fk")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("bars_person_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("bars_pk")),
        sa.UniqueConstraint("code", name=op.f("bars_code_key")),
    )
    op.create_index(op.f("bars_family_id_idx"), "bars", ["family_id"], unique=False)
    op.create_index(op.f("bars_person_id_idx"), "bars", ["person_id"], unique=False)

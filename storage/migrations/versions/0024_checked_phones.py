"""Which phone a live check was about (G6.4). The audit knows it of those from before; where it does not, it was none.

A row without a phone frees no phone: the adult was known then, perhaps, but on another one. Staff ring once more.
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

KNOWN = """
    UPDATE checks SET contact_id = known.contact_id
    FROM (
        SELECT k.id, MIN(c.id::text)::uuid AS contact_id
        FROM checks k
        JOIN staff s ON s.id = k.staff_id
        JOIN people p ON p.id = k.person_id
        JOIN audit a ON a.at = k.at AND a.actor = 'staff:' || s.handle
            AND a.act = 'unfreeze' AND a.object_kind = 'contact' AND a.outcome = 'done'
        JOIN contacts c ON c.id::text = a.object_id AND COALESCE(c.first_id, c.id) = p.contact_id
        WHERE k.kind = 'recheck'
        GROUP BY k.id
        HAVING COUNT(DISTINCT c.id) = 1
    ) AS known
    WHERE checks.id = known.id
"""


def upgrade() -> None:
    op.add_column("checks", sa.Column("contact_id", sa.UUID(), nullable=True))
    op.create_foreign_key(op.f("checks_contact_id_fk"), "checks", "contacts", ["contact_id"], ["id"])
    op.create_index(op.f("checks_contact_id_idx"), "checks", ["contact_id"], unique=False)
    op.execute(KNOWN)

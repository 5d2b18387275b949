"""Bars and exclusions that were decided before they had rows of their own: BARS shows them too (G11, G3.13)."""

import secrets
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

LETTERS = "2345679ACDEFGHJKMNPQRTUVWXYZ"
BARRED = """
    SELECT DISTINCT ON (b.person_id, b.group_id)
        'group' AS scope, p.family_id, b.person_id, b.group_id, b.id AS breach_id, b.decided_by, b.decided_at AS since
    FROM breaches b
    JOIN people p ON p.id = b.person_id
    JOIN memberships m ON m.person_id = b.person_id AND m.group_id = b.group_id AND m.status = 'barred'
    WHERE b.outcome = 'upheld' AND b.decided_by IS NOT NULL AND b.decided_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM bars x WHERE x.person_id = b.person_id)
    ORDER BY b.person_id, b.group_id, b.decided_at
"""
EXCLUDED = """
    SELECT DISTINCT ON (f.id)
        'family' AS scope, f.id AS family_id, CAST(NULL AS uuid) AS person_id, CAST(NULL AS uuid) AS group_id,
        CAST(NULL AS uuid) AS breach_id, k.staff_id AS decided_by, f.excluded_at AS since
    FROM families f
    JOIN cases c ON c.family_id = f.id
    JOIN checks k ON k.case_id = c.id AND k.kind = 'exclusion'
    WHERE f.excluded_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bars x WHERE x.family_id = f.id)
    ORDER BY f.id, k.at DESC
"""
KEEP = """
    INSERT INTO bars (id, code, scope, family_id, person_id, group_id, breach_id, before, since, decided_by)
    VALUES (:id, :code, :scope, :family_id, :person_id, :group_id, :breach_id, 'active', :since, :decided_by)
"""


def upgrade() -> None:
    connection = op.get_bind()
    taken = set(connection.execute(sa.text("SELECT code FROM bars")).scalars())
    for query in (BARRED, EXCLUDED):
        for row in connection.execute(sa.text(query)).mappings().all():
            code = _free(taken)
            taken.add(code)
            connection.execute(sa.text(KEEP), dict(row) | {"id": uuid4(), "code": code})


def _free(taken: set[str]) -> str:
    while True:
        code = "X-" + "".join(secrets.choice(LETTERS) for _ in range(4))
        if code not in taken:
            return code

"""The audit's guard lets rows go that are below the mark where the chain starts (X4)."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_GUARD = """
CREATE OR REPLACE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.position IS NULL AND OLD.hash IS NULL AND NEW.position IS NOT NULL AND NEW.hash IS NOT NULL
            AND to_jsonb(OLD) - 'position' - 'hash' = to_jsonb(NEW) - 'position' - 'hash'
        THEN
            RETURN NEW;
        END IF;
    ELSIF TG_OP = 'DELETE' THEN
        IF OLD.position <= (SELECT split_part(value, ':', 1)::bigint FROM marks WHERE name = 'audit_start') THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'The audit trail only grows.' USING ERRCODE = 'restrict_violation';
END
$$;
"""


def upgrade() -> None:
    op.execute(_GUARD)

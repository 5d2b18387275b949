"""The tables of Procrastinate, the job queue, in our database. What the jobs do is not here."""

from pathlib import Path

from procrastinate.schema import SchemaManager
from sqlalchemy import Connection, text

# The comment on the jobs table remembers the last change applied, as Procrastinate itself keeps no record.
_REMEMBERED = text("SELECT obj_description(to_regclass('procrastinate_jobs'), 'pg_class')")
_EXISTS = text("SELECT to_regclass('procrastinate_jobs') IS NOT NULL")


def bring_queue_up_to_date(connection: Connection) -> None:
    """Make the queue's tables, or apply what the installed Procrastinate changed since."""
    changes = _changes()
    if connection.scalar(_EXISTS):
        applied = connection.scalar(_REMEMBERED) or ""
        due = [changes[name].read_text("utf-8") for name in sorted(changes) if name > applied]
    else:
        due = [SchemaManager.get_schema()]
    for script in due:
        _run(connection, script)
    if due:
        _run(connection, f"COMMENT ON TABLE procrastinate_jobs IS '{max(changes)}'")


def _changes() -> dict[str, Path]:
    return {path.name: path for path in Path(SchemaManager.get_migrations_path()).glob("*.sql")}


def _run(connection: Connection, script: str) -> None:
    connection.exec_driver_sql(script, execution_options={"no_parameters": True})

"""The tables of Procrastinate, the job queue, in our database. What the jobs do is not here."""

from pathlib import Path
from uuid import UUID

from procrastinate.schema import SchemaManager
from sqlalchemy import Connection, Uuid, bindparam, column, func, insert, table, text

from storage.fixed import fixed

# The comment on the jobs table remembers the last change applied, as Procrastinate itself keeps no record.
_REMEMBERED = text("SELECT obj_description(to_regclass('procrastinate_jobs'), 'pg_class')")
_EXISTS = text("SELECT to_regclass('procrastinate_jobs') IS NOT NULL")

_JOBS = table("procrastinate_jobs", column("queue_name"), column("task_name"), column("priority"), column("args"))
_DEFER = fixed(
    insert(_JOBS).values(
        queue_name="default",
        task_name=bindparam("task"),
        priority=bindparam("goes_first"),
        args=func.jsonb_build_object("subject_id", bindparam("subject", type_=Uuid)),
    )
)


def defer(connection: Connection, task: str, subject_id: UUID, priority: int = 0) -> None:
    """Add a job to those that wait; the caller commits. A higher priority goes first.

    The row is all that there is to it: Procrastinate's own way there costs three times as much at each turn.
    """
    connection.execute(_DEFER, {"task": task, "goes_first": priority, "subject": subject_id})


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

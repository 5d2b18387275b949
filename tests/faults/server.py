"""A server of a test's own, that may lose its power."""

import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
from sqlalchemy import Engine, inspect

from storage.database import start_embedded
from storage.embedded import DatabaseError

MEMORY = Path("/dev/shm")


@contextmanager
def folder_of_server() -> Iterator[Path]:
    """Where a server of a test's own keeps its files."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        yield Path(name)


def processes(folder: Path) -> list[psutil.Process]:
    """The server and all that it started."""
    number = int((folder / "postgres" / "postmaster.pid").read_text().split("\n")[0])
    server = psutil.Process(number)
    return [server, *server.children()]


def power_cut(folder: Path) -> None:
    """End the server and all that it started at once."""
    for each in processes(folder):
        with suppress(ProcessLookupError):
            os.kill(each.pid, signal.SIGKILL)


def start_again(folder: Path) -> str:
    try:
        return start_embedded(folder)
    except DatabaseError:
        return start_embedded(folder)


def tables(engine: Engine) -> dict[str, list[str]]:
    found = inspect(engine)
    return {name: [each["name"] for each in found.get_columns(name)] for name in found.get_table_names()}

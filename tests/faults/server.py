"""A server of a test's own, that may lose its power."""

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import psutil
from sqlalchemy import Engine, inspect

from storage.embedded import DatabaseError, start_embedded, stop_embedded

MEMORY = Path("/dev/shm")


@contextmanager
def folder_of_server() -> Iterator[Path]:
    """Where a server of a test's own keeps its files: it has run before, so they are there."""
    with tempfile.TemporaryDirectory(dir=_place()) as name:
        copy_files(Path(name))
        yield Path(name)


def copy_files(folder: Path) -> None:
    """Put the files of a new server into a data folder: making them takes eight times as long as copying them."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["cp", "--archive", _made_once() / "postgres", folder], check=True)


@cache
def _made_once() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="doorstep-made-", dir=_place()))
    atexit.register(shutil.rmtree, folder)
    start_embedded(folder)
    stop_embedded(folder)
    return folder


def _place() -> Path | None:
    return MEMORY if MEMORY.is_dir() else None


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

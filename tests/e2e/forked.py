"""The program's own commands as processes that start at once, for tests that start many: what they import is there."""

import os
import sys
from collections.abc import Mapping
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot import cli
from tests.forking import nursery

HOUSEKEEPING = ("DOORSTEP_", "DATABASE_")


def start(command: str, environ: Mapping[str, str], log: Path) -> ForkServerProcess:
    """Start `doorstep <command>`; everything that it says goes to the log."""
    process = nursery().Process(target=_run, args=(command, dict(environ), log), daemon=True)
    process.start()
    return process


def _run(command: str, environ: dict[str, str], log: Path) -> None:
    with log.open("ab", buffering=0) as said:
        for stream in (1, 2):
            os.dup2(said.fileno(), stream)
    for name in [each for each in os.environ if each.startswith(HOUSEKEEPING)]:
        del os.environ[name]
    os.environ.update(environ)
    sys.exit(cli.run([command]))

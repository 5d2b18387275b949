"""Starts the program's own commands as other people do: processes with a folder, a port and a database of their own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import httpx

from tests.e2e import forked

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 180


@dataclass
class Doorstep:
    """One running command, and where it answers if it does."""

    process: "subprocess.Popen[bytes] | ForkServerProcess"
    url: str
    log: Path

    @property
    def exit_code(self) -> int | None:
        """None while it runs."""
        return self.process.poll() if isinstance(self.process, subprocess.Popen) else self.process.exitcode

    def kill(self) -> None:
        """End it as a power cut would."""
        self.stop(signal.SIGKILL)

    def stop(self, how: signal.Signals) -> int:
        """End it by a signal; answers its exit code."""
        assert self.process.pid is not None
        if self.exit_code is None:
            os.kill(self.process.pid, how)
        if isinstance(self.process, subprocess.Popen):
            self.process.wait(PATIENCE_SECONDS)
        else:
            self.process.join(PATIENCE_SECONDS)
        assert self.exit_code is not None
        return self.exit_code


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def running(
    command: str,
    folder: Path,
    database_url: str | None,
    port: int | None = None,
    *,
    root: Path | None = ROOT,
    **more: str,
) -> Iterator[Doorstep]:
    """Run `doorstep <command>` of the release in `root` until the block ends; ready once it says that it is open.

    `root`: None for this release, started at once (tests/e2e/forked.py).
    """
    chosen = port or free_port()
    environ = {"DOORSTEP_DATA": str(folder), "DOORSTEP_PORT": str(chosen)} | more
    environ |= {} if database_url is None else {"DATABASE_URL": database_url}
    log = folder / f"{command}-{chosen}.log"
    process = forked.start(command, environ, log) if root is None else _start(command, environ, log, root)
    doorstep = Doorstep(process, f"http://127.0.0.1:{chosen}", log)
    try:
        _await_ready(doorstep)
        yield doorstep
    finally:
        doorstep.stop(signal.SIGTERM)


def _start(command: str, environ: dict[str, str], log: Path, root: Path) -> "subprocess.Popen[bytes]":
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(forked.HOUSEKEEPING)}
    with log.open("ab") as said:
        return subprocess.Popen(
            [sys.executable, "-m", "bot", command],
            cwd=root,
            env=inherited | {"PYTHONPATH": str(root)} | environ,
            stdout=said,
            stderr=said,
        )


@contextmanager
def phones(url: str) -> Iterator[httpx.Client]:
    """A client of the playground's API."""
    with httpx.Client(base_url=url, timeout=PATIENCE_SECONDS, transport=httpx.HTTPTransport(retries=10)) as client:
        yield client


def _await_ready(doorstep: Doorstep) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not doorstep.log.exists() or b"(stop it with Ctrl-C" not in doorstep.log.read_bytes():
        if doorstep.exit_code is not None or time.monotonic() > deadline:
            raise AssertionError(doorstep.log.read_text(encoding="utf-8"))
        time.sleep(0.05)

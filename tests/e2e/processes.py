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
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 180


@dataclass
class Doorstep:
    """One running command, and where it answers if it does."""

    process: "subprocess.Popen[bytes]"
    url: str
    log: Path

    def kill(self) -> None:
        """End it as a power cut would."""
        self.stop(signal.SIGKILL)

    def stop(self, how: signal.Signals) -> int:
        """End it by a signal; answers its exit code."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE_SECONDS)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def running(
    command: str, folder: Path, database_url: str | None, port: int | None = None, *, root: Path = ROOT, **more: str
) -> Iterator[Doorstep]:
    """Run `doorstep <command>` of the release in `root` until the block ends; ready once it says that it is open."""
    chosen = port or free_port()
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("DOORSTEP_", "DATABASE_"))}
    environ |= {"DOORSTEP_DATA": str(folder), "DOORSTEP_PORT": str(chosen), "PYTHONPATH": str(root)} | more
    environ |= {} if database_url is None else {"DATABASE_URL": database_url}
    log = folder / f"{command}-{chosen}.log"
    with log.open("ab") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", command], cwd=root, env=environ, stdout=said, stderr=said
        )
    try:
        _await_ready(process, log)
        yield Doorstep(process, f"http://127.0.0.1:{chosen}", log)
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(PATIENCE_SECONDS)


@contextmanager
def phones(url: str) -> Iterator[httpx.Client]:
    """A client of the playground's API."""
    with httpx.Client(base_url=url, timeout=PATIENCE_SECONDS, transport=httpx.HTTPTransport(retries=10)) as client:
        yield client


def _await_ready(process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while b"(stop it with Ctrl-C" not in log.read_bytes():
        if process.poll() is not None or time.monotonic() > deadline:
            raise AssertionError(log.read_text(encoding="utf-8"))
        time.sleep(0.05)

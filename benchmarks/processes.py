"""Processes that a figure needs: the service's own commands, the bare webhook, the loopback provider."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.place import ROOT, TOML

PUBLIC = "https://bot.example"
TOKEN = "twilio"  # noqa: S105 - a token that opens nothing.
PATIENCE_SECONDS = 60


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(*arguments: str, port: int | None = None, **environ: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a Python module until the block ends; ready once its port answers, where it has one."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("DOORSTEP_", "DATABASE_"))}
    process = subprocess.Popen(  # noqa: S603 - our own modules.
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=inherited | {"PYTHONPATH": str(ROOT)} | environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        if port is not None:
            await_port(port)
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def await_port(port: int) -> None:
    """Wait until somebody listens. Raises TimeoutError."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.01)
        else:
            return
    raise TimeoutError(port)


def live_settings(folder: Path, url: str, provider: int, port: int) -> Mapping[str, str]:
    """The environment of `doorstep serve` in live mode, between loopback messengers."""
    config = folder / "doorstep.toml"
    own = TOML.read_text("utf-8").replace(".example", ".org.uk").replace("# risk_advice", "risk_advice")
    own = re.sub(r"(?s)^sample = \[.*?\]", "sample = []", own, count=1, flags=re.MULTILINE)
    config.write_text(f'{own}\n[whatsapp_templates.message_waiting]\nen = "HX1"\npl = "HX2"\n', "utf-8")
    messenger = f"http://127.0.0.1:{provider}"
    return {
        "DATABASE_URL": url,
        "DOORSTEP_DATA": str(folder),
        "DOORSTEP_PORT": str(port),
        "DOORSTEP_MODE": "live",
        "DOORSTEP_CONFIG": str(config),
        "DOORSTEP_KEYS": str(folder / "keys"),
        "PUBLIC_URL": PUBLIC,
        "SIGNAL_API_URL": messenger,
        "SIGNAL_NUMBER": "+441632960001",
        "SIGNAL_WEBHOOK_SECRET": "s1",
        "TWILIO_ACCOUNT_SID": "AC1",
        "TWILIO_AUTH_TOKEN": TOKEN,
        "TWILIO_WHATSAPP_FROM": "+441632960002",
        "TWILIO_API_URL": messenger,
        "TELEGRAM_BOT_TOKEN": "123:abc",
        "TELEGRAM_STAFF_CHAT_ID": "-1001234567890",
        "TELEGRAM_WEBHOOK_SECRET": "t1",
        "TELEGRAM_API_URL": messenger,
    }

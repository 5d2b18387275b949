"""zoom: ask Zoom whether its app and its account are as docs/zoom.md says."""

import argparse
import asyncio
from datetime import UTC, datetime

from bot.meetings import zoom, zoom_check
from bot.operating.shared import Commands, MistakeError, add_command
from bot.settings import Settings


def add(commands: Commands) -> None:
    """Add the command."""
    add_command(commands, "zoom", "ask Zoom whether its app and its account are as they must be", _check)


def _check(loaded: Settings, _: argparse.Namespace) -> int:
    if missing := zoom.lacks(loaded):
        raise MistakeError(f"Zoom is not set up: set {', '.join(missing)} (docs/zoom.md).")
    found = asyncio.run(zoom_check.findings(zoom.Zoom(zoom.account_of(loaded)), datetime.now(UTC)))
    if found:
        raise MistakeError("\n  ".join(found))
    print("Zoom is as it must be: a meeting was made, looked at and taken away.")
    return 0

"""audit: whether the audit is whole."""

import argparse
import sys

from bot.operating.shared import Commands, add_command, opened
from bot.settings import Settings
from storage import audit


def add(commands: Commands) -> None:
    """Add the command."""
    log = add_command(commands, "audit", "check that the audit is whole", _audit)
    log.add_argument("action", choices=["verify"])


def _audit(loaded: Settings, _: argparse.Namespace) -> int:
    with opened(loaded) as service, service.house.engine.begin() as connection:
        found = audit.verify(connection)
    if isinstance(found, audit.Broken):
        print(f"The audit is broken at position {found.position}.", file=sys.stderr)
        return 1
    print(f"The audit is whole: {found.rows} rows chained, {found.waiting} waiting to be.")
    return 0

"""live-check: everything that stands between sample and live, one line each; nothing, and exit 0, when all is well."""

import argparse
from datetime import UTC, datetime

import httpx

from bot import going_live, organisation
from bot.operating.shared import Commands, add_command
from bot.settings import Settings

SECONDS = 10.0


def add(commands: Commands) -> None:
    """Add the command."""
    add_command(commands, "live-check", "what stands between sample and live, and how to mend it", _live_check)


def _live_check(loaded: Settings, _: argparse.Namespace) -> int:
    configured = organisation.load(loaded.config)
    lines = list(going_live.blockers(configured, loaded))
    lines += going_live.phones_not_tried(configured, datetime.now(UTC).date())
    lines += going_live.pages_that_do_not_answer(configured, _status_of)
    for line in lines:
        print(line, flush=True)
    return 1 if lines else 0


def _status_of(link: str) -> int | None:
    try:
        return httpx.get(link, timeout=SECONDS, follow_redirects=True).status_code
    except httpx.HTTPError:
        return None

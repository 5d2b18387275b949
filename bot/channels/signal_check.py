"""What `doorstep doctor` looks at on Signal."""

from collections.abc import Iterator
from datetime import datetime

from bot.channels.checking import Asking, Finding
from bot.settings import Settings

OLDEST = (0, 101)
MODE = "json-rpc"


def check(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Look whether it answers, is new enough, runs in the mode that we need, has our number and may post to us."""
    if settings.signal_api_url is None and settings.signal_number is None:
        return
    if settings.signal_api_url is None or settings.signal_number is None:
        yield Finding("Signal", "set both SIGNAL_API_URL and SIGNAL_NUMBER.", is_wrong=True)
        return
    with Asking("Signal", settings.signal_api_url) as signal:
        about = signal.ask("/v1/about")
        yield from _about(signal, str(about.get("version", "")), str(about.get("mode", "")))
        if settings.signal_number not in signal.ask("/v1/accounts"):
            yield signal.wrong("does not have the number in SIGNAL_NUMBER: register or link it, see docs/signal.md.")
        if settings.signal_webhook_secret is None:
            yield signal.wrong("cannot post to us: set SIGNAL_WEBHOOK_SECRET, and RECEIVE_WEBHOOK_URL on its side.")
        if (skew := signal.skew(now)) is not None:
            yield skew


def _about(signal: Asking, version: str, mode: str) -> Iterator[Finding]:
    if _numbers(version) < OLDEST:
        yield signal.wrong(f"is version {version or 'unknown'}, which is too old: use 0.101 or newer.")
    elif mode != MODE:
        yield signal.wrong(f"runs in the mode {mode or 'unknown'}: set MODE=json-rpc.")
    else:
        yield signal.well(f"answers: version {version}, {mode}.")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in version.split(".") if each.isdecimal())

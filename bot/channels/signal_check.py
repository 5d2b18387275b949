"""What `doorstep doctor` looks at on Signal."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import quote

from bot.channels.checking import Asking, Finding
from bot.settings import Settings

OLDEST = (0, 101)
MODE = "json-rpc"


def check(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Look whether it answers, is new enough, in our mode, has our number, may post to us, is in the staff group."""
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
        if settings.signal_receive == "webhook" and settings.signal_webhook_secret is None:
            yield signal.wrong("cannot post to us: set SIGNAL_WEBHOOK_SECRET, and RECEIVE_WEBHOOK_URL on its side.")
        if settings.signal_staff_group is not None:
            yield from _group(signal, settings.signal_number, settings.signal_staff_group)
        if (skew := signal.skew(now)) is not None:
            yield skew


def _group(signal: Asking, number: str, wanted: str) -> Iterator[Finding]:
    """H2.3: the staff channel is a group that our number is in, and that nobody joins by a link."""
    listed = signal.ask(f"/v1/groups/{quote(number, safe='')}")
    group = next((each for each in listed if each.get("id") == wanted), None)
    if group is None or group.get("member") is False:
        yield signal.wrong("is not in the group of SIGNAL_STAFF_GROUP: add the number to it; signal-groups lists them.")
    elif group.get("invite_link"):
        yield signal.wrong("has a staff group with a link by which anybody joins: switch the group link off.")


def _about(signal: Asking, version: str, mode: str) -> Iterator[Finding]:
    if _numbers(version) < OLDEST:
        yield signal.wrong(f"is version {version or 'unknown'}, which is too old: use 0.101 or newer.")
    elif mode != MODE:
        yield signal.wrong(f"runs in the mode {mode or 'unknown'}: set MODE=json-rpc.")
    else:
        yield signal.well(f"answers: version {version}, {mode}.")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in version.split(".") if each.isdecimal())

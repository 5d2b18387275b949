"""signal: what only a person at the machine can do for the Signal number."""

import argparse
import asyncio

from bot.channels import live
from bot.channels.channel import SendError
from bot.channels.signal import Signal
from bot.operating.shared import Commands, MistakeError, add_command, opened
from bot.settings import Settings
from storage import pauses

PUZZLE = "https://signalcaptchas.org/challenge/generate.html"
SCHEME = "signalcaptcha://"


def add(commands: Commands) -> None:
    """Add the commands."""
    solve = add_command(commands, "signal-challenge", "hand in the puzzle that Signal wants a person to solve", _solve)
    solve.add_argument("captcha", nargs="?", help=f"what {PUZZLE} gives: it begins with {SCHEME}")
    add_command(commands, "signal-groups", "list the number's Signal groups, for SIGNAL_STAFF_GROUP", _list)


def _solve(loaded: Settings, arguments: argparse.Namespace) -> int:
    channel = _channel(loaded)
    with opened(loaded) as service:
        with service.house.work("operator") as work:
            challenge = pauses.challenge(work, channel.name)
        if challenge is None:
            print("Signal wants no puzzle solved.")
            return 0
        if not str(arguments.captcha or "").startswith(SCHEME):
            raise MistakeError(
                f"Signal wants a puzzle solved. Solve it at {PUZZLE}, copy the address of the link 'Open Signal', "
                f"and run: doorstep signal-challenge '{SCHEME}...'"
            )
        _hand_in(channel, challenge, arguments.captcha)
        with service.house.work("operator") as work:
            waiting = pauses.end(work, channel.name)
            work.record("solve", "channel", channel.name)
        service.house.seal_audit()
    print(f"Signal sends again. {waiting} messages go out now.")
    return 0


def _hand_in(channel: Signal, challenge: str, captcha: str) -> None:
    try:
        asyncio.run(channel.solve(challenge, captcha))
    except SendError as error:
        raise MistakeError(
            f"Signal did not take the puzzle ({error.reason}). Solve a new one at {PUZZLE} and hand it in at once."
        ) from None


def _list(loaded: Settings, _: argparse.Namespace) -> int:
    channel = _channel(loaded)
    try:
        groups = asyncio.run(channel.groups())
    except SendError as error:
        raise MistakeError(f"Signal's groups cannot be read ({error.reason}). Is SIGNAL_API_URL right?") from None
    for address, name in groups:
        print(f"{address}  {name}")
    if not groups:
        print("The number is in no group. Add it to the staff's group with a phone, then look again.")
    return 0


def _channel(loaded: Settings) -> Signal:
    channel = live.signal(loaded)
    if channel is None:
        raise MistakeError("Signal is not set up. Set SIGNAL_API_URL and SIGNAL_NUMBER.")
    return channel

"""By hand: staff make the meeting on the platform and tick that it is as it must be (READY). Nobody is asked."""

from bot.meetings.provider import Provider
from bot.settings import Settings

NAME = "manual"


def build(_: Settings) -> Provider | None:
    """There is nothing to speak to."""
    return None


def lacks(_: Settings) -> tuple[str, ...]:
    """Nothing needs to be set."""
    return ()

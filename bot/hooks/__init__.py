"""Where the messengers post what they have. What their frames mean is in bot/channels/*_inbound.py."""

from starlette.routing import Route

from bot.hooks.door import Door
from bot.hooks.signal import signal
from bot.hooks.telegram import telegram
from bot.hooks.whatsapp import whatsapp
from bot.settings import Settings


def hooks(door: Door, settings: Settings) -> list[Route]:
    """Build the routes of every messenger that is configured."""
    return [*signal(door, settings), *whatsapp(door, settings), *telegram(door, settings)]

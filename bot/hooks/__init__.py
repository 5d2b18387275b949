"""Where messengers and Zoom post what they have. What it means is in bot/channels and bot/meetings, *_inbound.py."""

from starlette.routing import Route

from bot.hooks.door import Door
from bot.hooks.signal import signal
from bot.hooks.telegram import telegram
from bot.hooks.whatsapp import whatsapp
from bot.hooks.zoom import zoom_events
from bot.settings import Settings


def hooks(door: Door, settings: Settings) -> list[Route]:
    """Build the routes of every messenger that is configured, and of Zoom."""
    return [*signal(door, settings), *whatsapp(door, settings), *telegram(door, settings), *zoom_events(door, settings)]

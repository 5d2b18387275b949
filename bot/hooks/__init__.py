"""Where the messengers post what they have. What their frames mean is in bot/channels/*_inbound.py."""

from starlette.routing import Route

from bot.hooks.door import Door, Take, Tell
from bot.hooks.signal import signal
from bot.hooks.telegram import telegram
from bot.hooks.whatsapp import whatsapp
from bot.house import House
from bot.settings import Settings


def hooks(house: House, settings: Settings, take: Take, tell: Tell | None = None) -> list[Route]:
    """Build the routes of every messenger that is configured.

    `take` takes the turn of a journalled message, after the answer has gone out; `tell` hears, before the answer,
    how far messages of ours got and whose keys have changed.
    """
    door = Door(house, take, tell)
    return [*signal(door, settings), *whatsapp(door, settings), *telegram(door, settings)]

"""The messengers that are configured, by name, and the silence of the libraries that would print what they carry."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeAlias

from bot.channels.channel import Channel
from bot.channels.signal import Signal
from bot.channels.telegram import HOME, Telegram
from bot.channels.telegram_memory import Memory
from bot.channels.twilio_account import Account
from bot.channels.whatsapp import WhatsApp
from bot.settings import Settings

Templates: TypeAlias = Mapping[str, Mapping[str, str]]
TALKATIVE = ("httpx", "httpcore", "requests", "signalbot", "telegram", "twilio", "urllib3", "websockets")


def live_channels(
    settings: Settings,
    now: Callable[[], datetime],
    templates: Templates | None = None,
    memory: Memory | None = None,
) -> dict[str, Channel]:
    """Build every messenger whose settings are complete. `templates`: text id, then language, to ContentSid."""
    built = (signal(settings), whatsapp_of(settings, now, templates or {}), telegram(settings, now, memory))
    return {each.name: each for each in built if each is not None}


def signal(settings: Settings) -> Signal | None:
    """Signal, where its address and number are set."""
    if settings.signal_api_url is None or settings.signal_number is None:
        return None
    return Signal(
        settings.signal_api_url,
        settings.signal_number,
        staff_group=settings.signal_staff_group,
        timer_days=settings.signal_timer_days,
    )


def whatsapp_of(settings: Settings, now: Callable[[], datetime], templates: Templates) -> WhatsApp | None:
    """WhatsApp, where its account is set."""
    account = twilio_account(settings, templates)
    return None if account is None else WhatsApp(account, now)


def twilio_account(settings: Settings, templates: Templates) -> Account | None:
    """Twilio's account, where it, its number and our own public address are set."""
    sid, token, number = settings.twilio_account_sid, settings.twilio_auth_token, settings.twilio_whatsapp_from
    if sid is None or token is None or number is None or settings.public_url is None:
        return None
    return Account(sid, token.get_secret_value(), number, settings.public_url, settings.twilio_api_url, templates)


def telegram(settings: Settings, now: Callable[[], datetime], memory: Memory | None = None) -> Telegram | None:
    """Telegram, where the bot's token and the staff channel are set."""
    token, chat = settings.telegram_bot_token, settings.telegram_staff_chat_id
    if token is None or chat is None:
        return None
    api_url = settings.telegram_api_url or HOME
    polls = settings.telegram_webhook_secret is None or settings.public_url is None
    return Telegram(token.get_secret_value(), chat, api_url=api_url, memory=memory, now=now, polls=polls)


def silence() -> None:
    """Keep the libraries' own loggers, which print texts, numbers and tokens, out of our log."""
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)

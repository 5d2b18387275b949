"""Telegram's errors: the one place where they are read."""

from datetime import timedelta

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.channel import SendError

UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
KINDS = (
    (ChatMigrated, "chat_migrated", False),
    (Forbidden, "not_in_the_channel", True),
    (InvalidToken, "not_authorised", False),
    (Conflict, "another_one_listens", False),
    (BadRequest, "refused", True),
)
ALREADY = ("message is not modified", "message to delete not found")
MESSAGE_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
TOPIC_GONE = ("thread not found", "topic_deleted", "topic_closed", "topic_id_invalid")


def fault(error: TelegramError) -> SendError:
    """Say why nothing was sent."""
    if isinstance(error, RetryAfter):
        return SendError("throttled", wait=_wait(error))
    for kind, reason, permanent in KINDS:
        if isinstance(error, kind):
            return SendError(reason, permanent=permanent)
    if isinstance(error.__cause__, UNSENT):
        return SendError("unreachable")
    if isinstance(error, TimedOut):
        return SendError("timeout", unknown=True)
    if isinstance(error, NetworkError) and error.__cause__ is None:
        return SendError("down")
    return SendError("connection_lost", unknown=True)


def is_already_so(error: TelegramError) -> bool:
    """Tell whether what was asked for had been done before."""
    return _says(error, ALREADY)


def is_message_gone(error: TelegramError) -> bool:
    """Tell whether somebody deleted the message, or it is none of ours to change."""
    return _says(error, MESSAGE_GONE)


def is_topic_gone(error: TelegramError) -> bool:
    """Tell whether somebody deleted or closed the topic."""
    return _says(error, TOPIC_GONE)


def _says(error: TelegramError, parts: tuple[str, ...]) -> bool:
    return isinstance(error, BadRequest) and any(each in error.message.lower() for each in parts)


def _wait(error: RetryAfter) -> timedelta:
    wait = error.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)

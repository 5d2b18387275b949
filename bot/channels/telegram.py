"""Telegram, through python-telegram-bot: the staff channel and nothing else. What arrives is in telegram_inbound.py."""

import ssl
from functools import partial

import httpx
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import HTTPXRequest

from bot.channels.channel import Button, Outbound, SendError
from bot.channels.parts import Progress, split

HOME = "https://api.telegram.org"
MOST_UNITS = 4000
MOST_BUTTON_BYTES = 64
SECONDS = 20.0
UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
KINDS = (
    (RetryAfter, "throttled", False),
    (ChatMigrated, "chat_migrated", False),
    (Forbidden, "not_in_the_channel", True),
    (InvalidToken, "not_authorised", False),
    (BadRequest, "refused", True),
)
ALREADY = ("message is not modified", "message to delete not found")


class Telegram:
    """The bot in its one staff channel; references are message numbers."""

    name = "telegram"
    has_window = False

    def __init__(self, token: str, staff_chat: int, *, api_url: str = HOME, seconds: float = SECONDS) -> None:
        self._staff_chat, self._chat, self._progress = staff_chat, staff_chat, Progress()
        # No connection is kept: one that the server has just closed would look like an unknown outcome.
        kept = {"verify": ssl.create_default_context(), "limits": httpx.Limits(max_keepalive_connections=0)}
        asking = [
            HTTPXRequest(read_timeout=seconds, write_timeout=seconds, connect_timeout=seconds, httpx_kwargs=kept)
            for _ in range(2)
        ]
        self._bot = Bot(token, base_url=f"{api_url}/bot", request=asking[0], get_updates_request=asking[1])

    async def send(self, message: Outbound) -> str:
        """Send, edit or delete a card, with its buttons under it. Raises SendError."""
        earlier = (message.of or "").split()
        if message.address != str(self._staff_chat):
            raise SendError("not_the_staff_channel", permanent=True)
        if message.act != "send" and not earlier:
            raise SendError(f"nothing_to_{message.act}", permanent=True)
        if any(len(each.id.encode()) > MOST_BUTTON_BYTES for each in message.buttons):
            raise SendError("button_too_long", permanent=True)
        if message.act == "delete":
            await self._delete(earlier)
            return " ".join(earlier)
        texts = split(message.text, MOST_UNITS, _units)
        one = partial(self._send_part, message, earlier if message.act == "edit" else [], len(texts) - 1)
        reference = await self._progress.send(message.id, texts, one)
        if message.act == "edit":
            await self._delete(earlier[len(texts) :])
        return reference

    async def sent_before(self, _message: Outbound) -> str | None:
        """None: a bot cannot read back what it wrote."""
        return None

    async def answer(self, press: str) -> bool:
        """Take the hour-glass off a button; False where it is too late, which harms nobody."""
        try:
            return await self._bot.answer_callback_query(press)
        except TelegramError:
            return False

    async def listen(self, public_url: str, secret: str) -> None:
        """Tell Telegram where to post presses. Raises SendError."""
        try:
            await self._bot.set_webhook(
                f"{public_url}/hooks/telegram", secret_token=secret, allowed_updates=["callback_query", "message"]
            )
        except TelegramError as error:
            raise fault(error) from None

    async def _send_part(self, message: Outbound, earlier: list[str], last: int, at: int, text: str) -> str:
        keyboard = _keyboard(message.buttons) if at == last else None
        number = int(earlier[at]) if at < len(earlier) else None
        try:
            return await self._put(text, number, keyboard)
        except ChatMigrated as moved:
            self._chat = moved.new_chat_id
            raise fault(moved) from None
        except TelegramError as error:
            if number is not None and _is_already_so(error):
                return earlier[at]
            raised = fault(error)
            # An edit can be made twice without harm.
            raise SendError(
                raised.reason, permanent=raised.permanent, unknown=raised.unknown and number is None
            ) from None

    async def _put(self, text: str, number: int | None, keyboard: InlineKeyboardMarkup | None) -> str:
        if number is not None:
            await self._bot.edit_message_text(
                text, self._chat, number, reply_markup=keyboard, link_preview_options=NO_PREVIEW
            )
            return str(number)
        sent = await self._bot.send_message(
            self._chat, text, reply_markup=keyboard, link_preview_options=NO_PREVIEW, protect_content=True
        )
        return str(sent.message_id)

    async def _delete(self, references: list[str]) -> None:
        for each in references:
            try:
                await self._bot.delete_message(self._chat, int(each))
            except TelegramError as error:
                if not _is_already_so(error):
                    raised = fault(error)
                    raise SendError(raised.reason, permanent=raised.permanent) from None


def fault(error: TelegramError) -> SendError:
    """Say why nothing was sent: the one place where Telegram's errors are read."""
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


def _is_already_so(error: TelegramError) -> bool:
    return isinstance(error, BadRequest) and any(each in error.message.lower() for each in ALREADY)


def _keyboard(buttons: tuple[Button, ...]) -> InlineKeyboardMarkup | None:
    rows = [[InlineKeyboardButton(each.label, callback_data=each.id)] for each in buttons]
    return InlineKeyboardMarkup(rows) if rows else None


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2

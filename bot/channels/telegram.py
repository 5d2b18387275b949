"""Telegram, through python-telegram-bot: the staff channel and nothing else. What arrives is in telegram_inbound.py."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TypeAlias

import httpx
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import BadRequest, ChatMigrated, TelegramError
from telegram.request import HTTPXRequest

from bot.channels.channel import Button, Outbound, SendError
from bot.channels.parts import Progress, split
from bot.channels.payload import Frame
from bot.channels.telegram_fault import fault, is_already_so, is_message_gone, is_topic_gone
from bot.channels.telegram_memory import (
    MOST_A_MINUTE,
    Forgetful,
    Memory,
    chat_now,
    has_moved,
    keep_topic,
    topic_of,
    wait_for_turn,
)
from bot.trust import certificates

HOME = "https://api.telegram.org"
MOST_UNITS = 4000
MOST_BUTTON_BYTES = 64
SECONDS = 20.0
HEARD = ("callback_query", "message")
Keyboard: TypeAlias = InlineKeyboardMarkup | None
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Telegram:
    """The bot in its one staff channel; references are message numbers.

    `memory` is shared by all processes; `most_a_minute` is what Telegram allows in one group. `polls`: updates are
    fetched, because there is no webhook.
    """

    name = "telegram"
    has_window = False

    most_a_minute = MOST_A_MINUTE

    def __init__(
        self,
        token: str,
        staff_chat: int,
        *,
        api_url: str = HOME,
        seconds: float = SECONDS,
        memory: Memory | None = None,
        now: Callable[[], datetime] = _utc_now,
        polls: bool = False,
    ) -> None:
        self.staff_chat, self.memory, self.polls = staff_chat, memory or Forgetful(), polls
        self._progress, self._now, self._has_topics = Progress(), now, True
        # No connection is kept: one that the server has just closed would look like an unknown outcome.
        kept = {"verify": certificates(), "limits": httpx.Limits(max_keepalive_connections=0)}
        asking = [
            HTTPXRequest(read_timeout=seconds, write_timeout=seconds, connect_timeout=seconds, httpx_kwargs=kept)
            for _ in range(2)
        ]
        self.bot = Bot(token, base_url=f"{api_url}/bot", request=asking[0], get_updates_request=asking[1])

    async def send(self, message: Outbound) -> str:
        """Send, edit or delete a card, with its buttons under it. Raises SendError.

        The reference of an edit is another one where somebody deleted the card: then it is posted anew.
        """
        earlier = (message.of or "").split()
        if message.address != str(self.staff_chat):
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
            return await self.bot.answer_callback_query(press)
        except TelegramError:
            return False

    async def listen(self, public_url: str, secret: str) -> None:
        """Tell Telegram where to post presses. Raises SendError."""
        try:
            await self.bot.set_webhook(f"{public_url}/hooks/telegram", secret_token=secret, allowed_updates=HEARD)
        except TelegramError as error:
            raise fault(error) from None

    async def updates(self, after: int | None, seconds: int) -> list[Frame]:
        """What Telegram has from this number on; everything before it is confirmed. Raises SendError."""
        try:
            found = await self.bot.get_updates(offset=after, timeout=seconds, allowed_updates=HEARD)
        except TelegramError as error:
            raise fault(error) from None
        return [each.to_dict() for each in found]

    async def stop_posting(self) -> None:
        """Have Telegram keep updates for whoever asks, rather than post them. Raises SendError."""
        try:
            await self.bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            raise fault(error) from None

    async def _send_part(self, message: Outbound, earlier: list[str], last: int, at: int, text: str) -> str:
        keyboard = _keyboard(message.buttons) if at == last else None
        number = int(earlier[at]) if at < len(earlier) else None
        await self._wait_for_turn()
        try:
            return await self._put(message.topic, text, number, keyboard)
        except ChatMigrated as moved:
            await asyncio.to_thread(has_moved, self.memory, self.staff_chat, moved.new_chat_id)
            raise fault(moved) from None
        except TelegramError as error:
            if number is not None and is_already_so(error):
                return earlier[at]
            raised = fault(error)
            # An edit can be made twice without harm.
            unknown = raised.unknown and number is None
            raise SendError(raised.reason, permanent=raised.permanent, unknown=unknown, wait=raised.wait) from None

    async def _wait_for_turn(self) -> None:
        wait = await asyncio.to_thread(wait_for_turn, self.memory, self._now(), self.most_a_minute)
        if wait is not None:
            raise SendError("paced", wait=wait)

    async def _put(self, topic: str | None, text: str, number: int | None, keyboard: Keyboard) -> str:
        chat = await self._chat()
        if number is not None and await self._edit(chat, number, text, keyboard):
            return str(number)
        thread = None if topic is None else await self._thread(chat, topic)
        try:
            return await self._post(chat, thread, text, keyboard)
        except BadRequest as error:
            if topic is None or thread is None or not is_topic_gone(error):
                raise
            await asyncio.to_thread(keep_topic, self.memory, chat, topic, None)
            return await self._post(chat, await self._thread(chat, topic), text, keyboard)

    async def _edit(self, chat: int, number: int, text: str, keyboard: Keyboard) -> bool:
        """Change a message; False where somebody deleted it, alone or with its topic."""
        try:
            await self.bot.edit_message_text(text, chat, number, reply_markup=keyboard, link_preview_options=NO_PREVIEW)
        except BadRequest as error:
            if not is_message_gone(error):
                raise
            return False
        return True

    async def _post(self, chat: int, thread: int | None, text: str, keyboard: Keyboard) -> str:
        sent = await self.bot.send_message(
            chat,
            text,
            reply_markup=keyboard,
            link_preview_options=NO_PREVIEW,
            protect_content=True,
            message_thread_id=thread,
        )
        return str(sent.message_id)

    async def _thread(self, chat: int, topic: str) -> int | None:
        """The topic of a case, made now if there is none; None in a group without topics."""
        known = await asyncio.to_thread(topic_of, self.memory, chat, topic)
        if known is not None or not self._has_topics:
            return known
        try:
            made = await self.bot.create_forum_topic(chat, topic)
        except BadRequest:
            self._has_topics = False
            return None
        except ChatMigrated:
            raise
        except TelegramError as error:
            # Whatever became of the topic, the card itself was not sent.
            raised = fault(error)
            raise SendError(raised.reason, permanent=raised.permanent, wait=raised.wait) from None
        await asyncio.to_thread(keep_topic, self.memory, chat, topic, made.message_thread_id)
        return made.message_thread_id

    async def _chat(self) -> int:
        return await asyncio.to_thread(chat_now, self.memory, self.staff_chat)

    async def _delete(self, references: list[str]) -> None:
        for each in references:
            try:
                await self.bot.delete_message(await self._chat(), int(each))
            except TelegramError as error:
                if not is_already_so(error):
                    raised = fault(error)
                    raise SendError(raised.reason, permanent=raised.permanent) from None


def _keyboard(buttons: tuple[Button, ...]) -> InlineKeyboardMarkup | None:
    rows = [[InlineKeyboardButton(each.label, callback_data=each.id)] for each in buttons]
    return InlineKeyboardMarkup(rows) if rows else None


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2

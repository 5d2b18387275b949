"""Where Telegram posts updates, with the secret in a header."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels import live, telegram_inbound
from bot.channels.telegram import Telegram
from bot.channels.telegram_inbound import Moved, Update
from bot.channels.telegram_memory import Marks, chat_now, has_moved
from bot.hooks.door import Door, frame_of, is_same
from bot.settings import Settings


def telegram(door: Door, settings: Settings) -> list[Route]:
    """The webhook of the staff channel."""
    memory, now = Marks(door.house.engine), door.house.clock.now
    channel, secret = live.telegram(settings, now, memory), settings.telegram_webhook_secret
    if channel is None or secret is None:
        return []

    async def hear(request: Request) -> Response:
        door.demand(is_same(request.headers.get("x-telegram-bot-api-secret-token", ""), secret), "telegram")
        frame = await frame_of(request)
        chat = await asyncio.to_thread(chat_now, memory, channel.staff_chat)
        match telegram_inbound.heard(frame, channel.staff_chat, now(), chat):
            case Update(inbound, press):
                await door.let_in(inbound)
                if press is not None:
                    door.later(_answer(channel, press))
            case Moved(became):
                await asyncio.to_thread(has_moved, memory, channel.staff_chat, became)
        return Response(status_code=200)

    return [Route("/hooks/telegram", hear, methods=["POST"])]


async def _answer(channel: Telegram, press: str) -> None:
    await channel.answer(press)

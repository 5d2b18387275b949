"""Where Telegram posts updates, with the secret in a header."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels import live, telegram_inbound
from bot.channels.telegram import Telegram
from bot.hooks.door import Door, demand, frame_of, is_same
from bot.settings import Settings


def telegram(door: Door, settings: Settings) -> list[Route]:
    """The webhook of the staff channel."""
    channel, secret, chat = live.telegram(settings), settings.telegram_webhook_secret, settings.telegram_staff_chat_id
    if channel is None or secret is None or chat is None:
        return []

    async def hear(request: Request) -> Response:
        demand(is_same(request.headers.get("x-telegram-bot-api-secret-token", ""), secret))
        update = telegram_inbound.heard(await frame_of(request), chat, door.house.clock.now())
        if update is not None:
            await door.let_in(update.inbound)
            if update.press is not None:
                door.later(_answer(channel, update.press))
        return Response(status_code=200)

    return [Route("/hooks/telegram", hear, methods=["POST"])]


async def _answer(channel: Telegram, press: str) -> None:
    await channel.answer(press)

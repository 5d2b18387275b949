"""Where the messengers post what they have: checked, journalled, answered, and only then is its turn taken.

What their frames mean is in bot/channels/*_inbound.py.
"""

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeAlias
from uuid import UUID

import structlog
from pydantic import SecretStr
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import turn
from bot.channels import live, signal_inbound, telegram_inbound, whatsapp_inbound
from bot.channels.channel import Inbound
from bot.channels.notices import IdentityChanged, Notice, Receipt
from bot.channels.payload import Frame, read_frame
from bot.channels.telegram import Telegram
from bot.channels.whatsapp import WhatsApp
from bot.house import House
from bot.settings import Settings

log = structlog.get_logger()
LONGEST = 64 * 1024
TURNS_AT_ONCE = 4
NO_REPLY = "<Response/>"

Take: TypeAlias = Callable[[UUID], Awaitable[None]]
Tell: TypeAlias = Callable[[Notice], Awaitable[None]]


def hooks(house: House, settings: Settings, take: Take, tell: Tell | None = None) -> list[Route]:
    """Build the routes of every messenger that is configured.

    `take` takes the turn of a journalled message, after the answer has gone out; `tell` hears, before the answer,
    how far messages of ours got and whose keys have changed.
    """
    door = _Door(house, take, tell)
    return [*_signal(door, settings), *_whatsapp(door, settings), *_telegram(door, settings)]


class _Door:
    """Lets one message in: into the journal first, then, in the background, to its turn."""

    def __init__(self, house: House, take: Take, tell: Tell | None) -> None:
        self.house, self._take, self._tell = house, take, tell
        self._turns, self._running = asyncio.Semaphore(TURNS_AT_ONCE), set[asyncio.Task[None]]()

    async def let_in(self, inbound: Inbound) -> bool:
        """Journal a message; True if it is new. Raises what the database raises: then nothing is acknowledged."""
        kept = await asyncio.to_thread(turn.receive, self.house, inbound)
        if kept is not None:
            self.later(self._turn(kept))
        return kept is not None

    async def tell(self, notice: Notice) -> None:
        """Pass on what is no message."""
        if self._tell is not None:
            await self._tell(notice)

    def later(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it after the answer. What a dying process leaves undone, the journal's own job takes up."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._finished)

    async def _turn(self, kept: UUID) -> None:
        async with self._turns:
            await self._take(kept)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        fault = None if task.cancelled() else task.exception()
        if fault is not None:
            log.warning("after_hook_failed", fault=type(fault).__name__)


def _signal(door: _Door, settings: Settings) -> list[Route]:
    secret, account = settings.signal_webhook_secret, settings.signal_number
    if secret is None or account is None:
        return []

    async def hear(request: Request) -> Response:
        _demand(_is_same(request.path_params["secret"], secret))
        match signal_inbound.heard(await _frame(request), account):
            case Inbound() as inbound:
                await door.let_in(inbound)
            case Receipt() | IdentityChanged() as notice:
                await door.tell(notice)
        return Response(status_code=200)

    return [Route("/hooks/signal/{secret}", hear, methods=["POST"])]


def _whatsapp(door: _Door, settings: Settings) -> list[Route]:
    channel, token, public_url = (
        live.whatsapp_of(settings, door.house.clock.now, {}),
        settings.twilio_auth_token,
        settings.public_url,
    )
    if channel is None or token is None:
        return []

    async def form_of(request: Request) -> QueryParams:
        form = whatsapp_inbound.read_form(await _body(request))
        query = f"?{request.url.query}" if request.url.query else ""
        url = f"{public_url}{request.url.path}{query}"
        _demand(whatsapp_inbound.is_signed(token.get_secret_value(), url, form, request.headers))
        return form

    async def hear(request: Request) -> Response:
        inbound = whatsapp_inbound.heard(await form_of(request), door.house.clock.now())
        if inbound is not None and await door.let_in(inbound):
            door.later(_redact(channel, inbound.key))
        return Response(NO_REPLY, media_type="text/xml")

    async def hear_status(request: Request) -> Response:
        receipt = whatsapp_inbound.receipt(await form_of(request), request.query_params)
        if receipt is not None:
            await door.tell(receipt)
        if receipt is not None and receipt.status in whatsapp_inbound.GONE:
            door.later(_redact(channel, receipt.references[0]))
        return Response(status_code=204)

    return [
        Route("/hooks/whatsapp", hear, methods=["POST"]),
        Route("/hooks/whatsapp/status", hear_status, methods=["POST"]),
    ]


def _telegram(door: _Door, settings: Settings) -> list[Route]:
    channel, secret, chat = live.telegram(settings), settings.telegram_webhook_secret, settings.telegram_staff_chat_id
    if channel is None or secret is None or chat is None:
        return []

    async def hear(request: Request) -> Response:
        _demand(_is_same(request.headers.get("x-telegram-bot-api-secret-token", ""), secret))
        update = telegram_inbound.heard(await _frame(request), chat, door.house.clock.now())
        if update is not None:
            await door.let_in(update.inbound)
            if update.press is not None:
                door.later(_answer(channel, update.press))
        return Response(status_code=200)

    return [Route("/hooks/telegram", hear, methods=["POST"])]


async def _redact(channel: WhatsApp, reference: str) -> None:
    if not await channel.redact(reference):
        log.info("not_redacted", sid=reference)


async def _answer(channel: Telegram, press: str) -> None:
    await channel.answer(press)


def _is_same(given: str, secret: SecretStr) -> bool:
    """Compare in constant time; an empty secret is no secret, so nothing equals it."""
    expected = secret.get_secret_value().encode()
    return bool(expected) and hmac.compare_digest(given.encode("utf-8", "replace"), expected)


def _demand(allowed: bool) -> None:
    if not allowed:
        raise HTTPException(403, "This is for the messenger only.")


async def _frame(request: Request) -> Frame:
    frame = read_frame(await _body(request))
    if frame is None:
        raise HTTPException(400, "This is not understood.")
    return frame


async def _body(request: Request) -> bytes:
    """Read a body, refusing the longer ones before anything of them is understood."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST:
            raise HTTPException(413, "This is too long.")
    return bytes(body)

"""Where Twilio posts messages and how ours got on, signed."""

import structlog
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels import live, whatsapp_inbound
from bot.channels.whatsapp import WhatsApp
from bot.hooks.door import Door, body_of
from bot.settings import Settings

log = structlog.get_logger()
NO_REPLY = "<Response/>"


def whatsapp(door: Door, settings: Settings) -> list[Route]:
    """The webhooks for messages and for statuses."""
    channel, token, public_url = (
        live.whatsapp_of(settings, door.house.clock.now, {}),
        settings.twilio_auth_token,
        settings.public_url,
    )
    if channel is None or token is None:
        return []

    async def form_of(request: Request) -> QueryParams:
        form = whatsapp_inbound.read_form(await body_of(request))
        query = f"?{request.url.query}" if request.url.query else ""
        url = f"{public_url}{request.url.path}{query}"
        door.demand(whatsapp_inbound.is_signed(token.get_secret_value(), url, form, request.headers), "whatsapp")
        return form

    async def hear(request: Request) -> Response:
        form = await form_of(request)
        inbound = whatsapp_inbound.heard(form, door.house.clock.now())
        if inbound is not None and await door.let_in(inbound):
            door.later(_redact(channel, inbound.key, media=whatsapp_inbound.has_media(form)))
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


async def _redact(channel: WhatsApp, reference: str, *, media: bool = False) -> None:
    if not await channel.redact(reference, media=media):
        log.info("not_redacted", sid=reference)

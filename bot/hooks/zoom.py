"""Where Zoom posts what happens in meetings, signed over the very bytes."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.payload import read_frame
from bot.hooks.door import Door, body_of
from bot.meetings import attending, zoom, zoom_inbound
from bot.settings import Settings


def zoom_events(door: Door, settings: Settings) -> list[Route]:
    """The webhook of the account's app."""
    secret = settings.zoom_webhook_secret
    if secret is None:
        return []

    async def hear(request: Request) -> Response:
        body, now = await body_of(request), door.house.clock.now()
        door.demand(zoom_inbound.is_signed(secret, request.headers, body, now), "zoom")
        frame = read_frame(body)
        if frame is None:
            raise HTTPException(400, "This is not understood.")
        answer = zoom_inbound.challenge(secret, frame)
        if answer is not None:
            return JSONResponse(answer)
        happened = zoom_inbound.heard(frame, now)
        if happened is not None:
            await asyncio.to_thread(attending.note, door.house, zoom.NAME, happened)
        return Response(status_code=204)

    return [Route("/hooks/zoom", hear, methods=["POST"])]

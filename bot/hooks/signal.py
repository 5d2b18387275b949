"""Where signal-cli-rest-api posts what it receives."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels import live
from bot.hooks.door import Door, frame_of, is_same
from bot.hooks.signal_hearing import SignalHearing
from bot.settings import Settings

TOO_LONG = 413


def signal(door: Door, settings: Settings) -> list[Route]:
    """The webhook, behind the secret in its path; none where the websocket is listened to."""
    secret, channel = settings.signal_webhook_secret, live.signal(settings)
    if secret is None or channel is None or settings.signal_receive != "webhook":
        return []
    hearing = SignalHearing(door, channel)

    async def hear(request: Request) -> Response:
        door.demand(is_same(request.path_params["secret"], secret), "signal")
        try:
            frame = await frame_of(request)
        except HTTPException as refused:
            # It is posted once: what is refused here is lost, and is not to be lost in silence.
            await hearing.count("too_long" if refused.status_code == TOO_LONG else "no_json")
            raise
        await hearing.hear(frame)
        return Response(status_code=200)

    return [Route("/hooks/signal/{secret}", hear, methods=["POST"])]

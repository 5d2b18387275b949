"""Where signal-cli-rest-api posts what it receives."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels import live
from bot.hooks.door import Door, frame_of, is_same
from bot.hooks.signal_hearing import SignalHearing
from bot.settings import Settings


def signal(door: Door, settings: Settings) -> list[Route]:
    """The webhook, behind the secret in its path; none where the websocket is listened to."""
    secret, channel = settings.signal_webhook_secret, live.signal(settings)
    if secret is None or channel is None or settings.signal_receive != "webhook":
        return []
    hearing = SignalHearing(door, channel)

    async def hear(request: Request) -> Response:
        door.demand(is_same(request.path_params["secret"], secret), "signal")
        await hearing.hear(await frame_of(request))
        return Response(status_code=200)

    return [Route("/hooks/signal/{secret}", hear, methods=["POST"])]

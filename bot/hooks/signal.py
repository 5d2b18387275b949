"""Where signal-cli-rest-api posts what it receives."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels import signal_inbound
from bot.channels.channel import Inbound
from bot.channels.notices import IdentityChanged, Receipt
from bot.hooks.door import Door, demand, frame_of, is_same
from bot.settings import Settings


def signal(door: Door, settings: Settings) -> list[Route]:
    """The webhook, behind the secret in its path."""
    secret, account = settings.signal_webhook_secret, settings.signal_number
    if secret is None or account is None:
        return []

    async def hear(request: Request) -> Response:
        demand(is_same(request.path_params["secret"], secret))
        match signal_inbound.heard(await frame_of(request), account):
            case Inbound() as inbound:
                await door.let_in(inbound)
            case Receipt() | IdentityChanged() as notice:
                await door.tell(notice)
        return Response(status_code=200)

    return [Route("/hooks/signal/{secret}", hear, methods=["POST"])]

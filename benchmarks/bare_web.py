"""A bare webhook: Starlette, Twilio's signature, and the bare loop's two commits before the answer."""

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from twilio.request_validator import RequestValidator

from benchmarks.bare import Bare
from benchmarks.processes import PUBLIC, TOKEN

CONNECTIONS = 8


def main() -> None:
    """Answer on the port that is named, over the database that is named."""
    bare, signature = Bare(sys.argv[1], CONNECTIONS), RequestValidator(TOKEN)
    crew = ThreadPoolExecutor(CONNECTIONS)

    async def hear(request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
        if not signature.validate(f"{PUBLIC}/hooks/whatsapp", form, request.headers.get("x-twilio-signature", "")):
            return Response(status_code=403)
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(crew, bare.turn_of, form["MessageSid"], form["From"], form["Body"])
        return Response("<Response/>", media_type="text/xml")

    application = Starlette(routes=[Route("/hooks/whatsapp", hear, methods=["POST"])])
    uvicorn.run(application, port=int(sys.argv[2]), log_level="critical", access_log=False)


if __name__ == "__main__":
    main()

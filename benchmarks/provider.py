"""A loopback provider in a process of its own: it answers Signal's and Twilio's calls, and remembers nothing."""

import sys
from itertools import count

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

_numbers = count(1_796_115_600_000)


async def _sent_by_signal(_: Request) -> Response:
    return JSONResponse([{"timestamp": str(next(_numbers))}], 201)


async def _anything(_: Request) -> Response:
    return JSONResponse({"sid": f"SM{next(_numbers)}", "body": "", "status": "queued"}, 201)


def main() -> None:
    """Answer on the port that is named."""
    everything = ["GET", "POST", "PUT", "DELETE"]
    routes = [
        Route("/v2/send", _sent_by_signal, methods=["POST"]),
        Route("/{rest:path}", _anything, methods=everything),
    ]
    uvicorn.run(Starlette(routes=routes), port=int(sys.argv[1]), log_level="critical", access_log=False)


if __name__ == "__main__":
    main()

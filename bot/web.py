"""The web edge: health, figures, and the playground where it is open. Every answer carries the same strict headers."""

import asyncio
from collections.abc import Callable, Sequence
from importlib import resources
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot import metrics
from bot.house import House
from bot.playground_api import Playground
from storage.database import is_ready

HEADERS = {
    "content-security-policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
}
TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
# A proxy says so: what it lets through came from outside, and figures are for the inside.
FORWARDED = frozenset({"x-forwarded-for", "x-forwarded-host", "forwarded", "via"})
LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})


def application(
    house: House,
    playground: Playground | None,
    lifespan: Callable[[Starlette], Any],
    hooks: Sequence[BaseRoute] = (),
) -> Starlette:
    """Build the web application; `hooks` is where messengers post."""
    routes: list[BaseRoute] = [
        Route("/healthz", _alive),
        Route("/readyz", _ready(house)),
        Route("/metrics", _metrics(house)),
        *hooks,
    ]
    if playground is not None:
        page = _page()
        routes += [
            Route("/", page),
            Mount("/playground/api", routes=playground.routes()),
            Route("/playground/{file}", page),
        ]
    middleware = [Middleware(_Headers), *([Middleware(_LocalOnly)] if playground is not None else [])]
    handlers: dict[Any, Any] = {HTTPException: _refuse, Exception: _fail}
    return Starlette(routes=routes, middleware=middleware, exception_handlers=handlers, lifespan=lifespan)


async def _alive(_: Request) -> Response:
    return JSONResponse({"alive": True})


def _ready(house: House) -> Callable[[Request], Any]:
    async def ready(_: Request) -> Response:
        is_well = await asyncio.to_thread(is_ready, house.engine)
        return JSONResponse({"ready": is_well}, status_code=200 if is_well else 503)

    return ready


def _metrics(house: House) -> Callable[[Request], Any]:
    async def scraped(request: Request) -> Response:
        if FORWARDED & set(request.headers):
            raise HTTPException(404, "There is no such page.")
        return Response(await asyncio.to_thread(metrics.exposition, house), media_type=metrics.CONTENT_TYPE)

    return scraped


def _page() -> Callable[[Request], Any]:
    folder = resources.files("bot") / "playground"
    files = {each.name: each.read_bytes() for each in folder.iterdir() if each.name.rpartition(".")[2] in TYPES}

    async def page(request: Request) -> Response:
        name = request.path_params.get("file", "index.html")
        if name not in files:
            raise HTTPException(404, "There is no such page.")
        return Response(files[name], media_type=TYPES[name.rpartition(".")[2]])

    return page


async def _refuse(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else ""
    return JSONResponse({"error": detail}, status_code=status)


async def _fail(_: Request, __: Exception) -> Response:
    # Starlette answers this one outside every middleware, so it takes the headers along itself.
    return JSONResponse({"error": "That did not work. Please try again."}, status_code=500, headers=HEADERS)


class _Headers:
    """Adds the security headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                extra = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                message["headers"] = [*message.get("headers", []), *extra]
            await send(message)

        await self.app(scope, receive, send_with_headers)


class _LocalOnly:
    """The playground answers this machine's own pages only: no other host name, no other site's requests."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
            host = headers.get("host", "")
            origin = headers.get("origin", f"http://{host}")
            if host.rsplit(":", 1)[0] not in LOCAL or origin != f"http://{host}":
                await JSONResponse({"error": "The playground is for this machine only."}, 403)(scope, receive, send)
                return
        await self.app(scope, receive, send)

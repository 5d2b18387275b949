"""A web application served on a free port of this machine for the length of a test."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from socket import socket

import uvicorn
from starlette.types import ASGIApp


class _Started(uvicorn.Server):
    """Says when it listens, so that nobody has to wait and look."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens = asyncio.Event()

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup()
        self.listens.set()

    def install_signal_handlers(self) -> None:
        """Leave the test run's own."""


@contextlib.asynccontextmanager
async def served(app: ASGIApp) -> AsyncIterator[str]:
    """The address of the application."""
    config = uvicorn.Config(
        app, port=0, log_level="critical", lifespan="off", ws="websockets-sansio", timeout_graceful_shutdown=1
    )
    server = _Started(config)
    running = asyncio.create_task(server.serve())
    await server.listens.wait()
    host, port = server.servers[0].sockets[0].getsockname()[:2]
    try:
        yield f"http://{host}:{port}"
    finally:
        server.should_exit = True
        await running

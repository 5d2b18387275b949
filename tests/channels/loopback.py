"""A web application served on a free port of this machine for the length of a test."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from socket import socket

import uvicorn
from starlette.types import ASGIApp


class _Served(uvicorn.Server):
    """Says when it listens and hangs up when it is told to: nobody has to wait and look."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listens, self.over = asyncio.Event(), asyncio.Event()

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup()
        self.listens.set()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self.over.wait()

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        for task in list(self.server_state.tasks):
            task.cancel()
        await asyncio.gather(*self.server_state.tasks, return_exceptions=True)

    def install_signal_handlers(self) -> None:
        """Leave the test run's own."""


@contextlib.asynccontextmanager
async def served(app: ASGIApp) -> AsyncIterator[str]:
    """The address of the application."""
    server = _Served(uvicorn.Config(app, port=0, log_level="critical", lifespan="off", ws="websockets-sansio"))
    running = asyncio.create_task(server.serve())
    await server.listens.wait()
    host, port = server.servers[0].sockets[0].getsockname()[:2]
    try:
        yield f"http://{host}:{port}"
    finally:
        server.over.set()
        await running

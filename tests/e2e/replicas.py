"""Several of each of the service's processes over one PostgreSQL, and what stands before them: a balancer."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import httpx
import psutil

from tests.e2e import forked
from tests.e2e.inbound import Crowd
from tests.e2e.processes import free_port


class Balancer(httpx.AsyncBaseTransport):
    """Posts to one web process after the other; whoever cannot be reached is passed over."""

    def __init__(self, ports: list[int]) -> None:
        self._ports, self._next = ports, count()
        self._inner = httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        refused: httpx.ConnectError | None = None
        for _ in self._ports:
            request.url = request.url.copy_with(port=self._ports[next(self._next) % len(self._ports)])
            try:
                return await self._inner.handle_async_request(request)
            except httpx.ConnectError as error:
                refused = error
        assert refused is not None
        raise refused

    async def aclose(self) -> None:
        await self._inner.aclose()


@dataclass
class BalancedCrowd(Crowd):
    """People whose messages come in at whichever web process the balancer chose."""

    ports: list[int] = field(default_factory=list)

    def client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.url, timeout=30, transport=Balancer(self.ports))


@dataclass
class Replicas:
    """So many of each, their logs, and who was killed."""

    folder: Path
    settings: dict[str, str]
    each: int
    ports: list[int] = field(default_factory=list)
    kills: Counter[str] = field(default_factory=Counter)
    _running: dict[str, ForkServerProcess] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ports = [free_port() for _ in range(self.each)]

    @property
    def names(self) -> list[str]:
        return [f"{command}-{n}" for command in ("serve", "worker") for n in range(self.each)]

    def start(self, name: str) -> None:
        command, _, n = name.partition("-")
        environ = self.settings | {"DOORSTEP_PORT": str(self.ports[int(n)])}
        self._running[name] = forked.start(command, environ, self.folder / f"{name}.log")

    def kill(self, name: str) -> None:
        """End it as a power cut would; nobody starts it again yet."""
        self._running[name].kill()
        self._running[name].join()
        self.kills[name.partition("-")[0]] += 1

    def stop(self) -> None:
        for each in self._running.values():
            each.kill()
            each.join()

    def owner_of(self, port: int) -> str | None:
        """Which process speaks from this port."""
        for name, process in self._running.items():
            if process.is_alive() and process.pid is not None and port in _ports_of(psutil.Process(process.pid)):
                return name
        return None

    def logs(self) -> str:
        return "\n".join(path.read_text("utf-8") for path in self.folder.glob("*.log"))


def _ports_of(process: psutil.Process) -> set[Any]:
    return {each.laddr.port for each in process.net_connections("tcp") if each.laddr}

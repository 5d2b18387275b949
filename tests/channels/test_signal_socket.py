"""Signal's websocket: whatever happens to it, it is opened again within seconds, and what came through is heard."""

import asyncio
import json
import logging
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import pytest
from starlette.websockets import WebSocket

from bot.channels import live
from bot.channels.payload import Frame
from bot.channels.signal_socket import SignalSocket
from tests.channels.fakes import BOT
from tests.channels.fakes_signal import FakeSignal
from tests.channels.loopback import served

SECONDS = 5.0


@dataclass
class Listener:
    """One socket that listens, the messenger it listens to, and what it heard."""

    fake: FakeSignal
    url: str
    heard: "asyncio.Queue[Frame]" = field(default_factory=asyncio.Queue)
    slow: asyncio.Event = field(default_factory=asyncio.Event)
    faults: Counter[str] = field(default_factory=Counter)

    async def count(self, fault: str) -> None:
        self.faults[fault] += 1

    async def hear(self, frame: Frame) -> None:
        await self.slow.wait()
        self.heard.put_nowait(frame)

    async def next_text(self) -> Any:
        frame = await asyncio.wait_for(self.heard.get(), 20)
        return frame["envelope"]["dataMessage"]["message"]


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    fake = FakeSignal()
    async with served(fake.app()) as url:
        made = Listener(fake, url)
        made.slow.set()
        async with _listening(made, url):
            yield made


@asynccontextmanager
async def _listening(made: Listener, url: str) -> AsyncIterator[None]:
    task = asyncio.create_task(SignalSocket(url, BOT, made.hear, made.count).listen())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def _says(text: str) -> dict[str, Any]:
    return {"account": BOT, "envelope": {"sourceUuid": "5a24", "timestamp": 1, "dataMessage": {"message": text}}}


async def _until(happened: Callable[[], bool]) -> None:
    for _ in range(400):
        if happened():
            return
        await asyncio.sleep(0.05)
    raise TimeoutError


async def _closed(socket: WebSocket) -> None:
    await socket.close(1001)


async def _closed_normally(socket: WebSocket) -> None:
    await socket.close(1000)


async def _error(socket: WebSocket) -> None:
    await socket.send_text('{"error":"something went wrong"}')


@pytest.mark.parametrize(
    ("trouble", "reason"), [(_closed, "closed"), (_closed_normally, "closed"), (_error, "bad_frame")]
)
async def test_after_trouble_the_socket_is_open_again_within_seconds_and_it_is_counted(
    listener: Listener, trouble: Callable[[WebSocket], Awaitable[None]], reason: str
) -> None:
    socket = await listener.fake.next_listener()

    started = monotonic()
    await trouble(socket)
    await listener.fake.next_listener()
    await listener.fake.bring(_says("again"))

    assert await listener.next_text() == "again"
    assert monotonic() - started < SECONDS
    assert listener.faults == {reason: 1}


async def test_a_socket_that_falls_silent_is_left_for_a_new_one(listener: Listener) -> None:
    await listener.fake.next_listener()
    async with _hole(listener.url) as (hole_url, hole):
        deaf = Listener(listener.fake, hole_url)
        deaf.slow.set()
        async with _listening(deaf, hole_url):
            await listener.fake.next_listener()
            started = monotonic()
            hole.clear()
            await _until(lambda: deaf.faults["silent"] > 0)
            hole.set()
            await listener.fake.next_listener()

    assert monotonic() - started < SECONDS


@asynccontextmanager
async def _hole(url: str) -> AsyncIterator[tuple[str, asyncio.Event]]:
    """A way to the messenger that can swallow everything without closing: what a half-open connection is."""
    host, port = url.removeprefix("http://").split(":")
    passes = asyncio.Event()
    passes.set()
    pumps: set[asyncio.Task[None]] = set()

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(4096):
            if passes.is_set():
                writer.write(data)
        writer.close()

    async def opened(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection(host, int(port))
        for way in (pump(reader, there_writer), pump(there_reader, writer)):
            pumps.add(asyncio.create_task(way))

    server = await asyncio.start_server(opened, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", passes
    finally:
        server.close()
        for each in pumps:
            each.cancel()
        await asyncio.gather(*pumps, return_exceptions=True)


async def test_what_is_no_json_is_passed_over(listener: Listener) -> None:
    await listener.fake.next_listener()

    await listener.fake.bring("not json at all")
    await listener.fake.bring("[1]")
    await listener.fake.bring(_says("after it"))

    assert await listener.next_text() == "after it"
    assert len(listener.fake.sockets) == 1
    assert listener.faults == {"no_json": 2}


async def test_reading_goes_on_while_storing_is_slow(listener: Listener) -> None:
    await listener.fake.next_listener()
    listener.slow.clear()

    for n in range(200):
        await asyncio.wait_for(listener.fake.bring(_says(str(n))), 1)
    listener.slow.set()

    assert [await listener.next_text() for _ in range(200)] == [str(n) for n in range(200)]


async def test_what_had_arrived_when_it_was_stopped_is_still_heard() -> None:
    fake = FakeSignal()
    async with served(fake.app()) as url:
        made = Listener(fake, url)
        async with _listening(made, url):
            await fake.next_listener()
            await fake.bring(_says("last words"))
            await asyncio.sleep(0.2)
            made.slow.set()

    assert await made.next_text() == "last words"


async def test_a_messenger_that_is_away_is_tried_until_it_is_back() -> None:
    fake = FakeSignal()
    async with served(fake.app()) as url:
        pass
    made = Listener(fake, url)
    async with _listening(made, url):
        await _until(lambda: made.faults["unreachable"] >= 2)


async def test_no_word_of_a_frame_reaches_a_log(listener: Listener, caplog: pytest.LogCaptureFixture) -> None:
    live.silence()
    caplog.set_level(logging.DEBUG)
    await listener.fake.next_listener()

    await listener.fake.bring(_says("the blue teapot"))
    await listener.fake.bring(json.dumps({"error": "the blue teapot"}))
    await listener.fake.next_listener()

    assert await listener.next_text() == "the blue teapot"
    assert "teapot" not in caplog.text

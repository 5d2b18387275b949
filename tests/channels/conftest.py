"""A channel with its fake messenger, one for each of the three."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Engine

from bot.channels.channel import Channel, Outbound, SendError
from bot.channels.signal import Signal
from bot.channels.telegram import Telegram
from bot.channels.twilio_account import Account
from bot.channels.whatsapp import WhatsApp
from storage.crypto import KeyRing
from tests.channels.fakes import ANNA, BOT, Fake
from tests.channels.fakes_signal import FakeSignal
from tests.channels.fakes_telegram import FakeTelegram
from tests.channels.fakes_twilio import FakeTwilio
from tests.channels.live_world import World, live_world
from tests.channels.loopback import served

NOW = datetime(2026, 12, 1, 9, 1, tzinfo=UTC)
STAFF_CHAT = -1001234567890
IN_TIME, IMPATIENT = 20.0, 0.4
TEMPLATES = {"meeting_today": {"en": "HX0123", "pl": "HX0456"}}


@dataclass(frozen=True)
class Post:
    """One channel, who is written to, and the messenger behind it."""

    channel: Channel
    impatient: Channel
    fake: Fake
    address: str
    build: Callable[[str, float], Channel]
    url: str

    def again(self) -> Channel:
        """The same channel after a restart."""
        return self.build(self.url, IN_TIME)

    def message(self, text: str = "Hello. How are you?", **values: Any) -> Outbound:
        return Outbound(uuid4(), self.address, text, "Hello", **values)

    async def failure(self, message: Outbound) -> SendError:
        with pytest.raises(SendError) as raised:
            await self.channel.send(message)
        return raised.value

    async def slow_failure(self, message: Outbound) -> SendError:
        self.fake.failures.append("slow")
        with pytest.raises(SendError) as raised:
            await self.impatient.send(message)
        return raised.value


@dataclass
class _Open:
    posts: list[Any] = field(default_factory=list)
    fakes: list[Fake] = field(default_factory=list)


Make = Callable[[str], Awaitable[Post]]


@pytest.fixture
async def posts() -> AsyncIterator[Make]:
    """Make a post by the name of its channel; its messenger stops with the test."""
    opened = _Open()

    async def make(name: str) -> Post:
        fake, address, build = _kinds(name)
        server = served(fake.app())
        url = await server.__aenter__()
        opened.posts.append(server)
        opened.fakes.append(fake)
        return Post(build(url, IN_TIME), build(url, IMPATIENT), fake, address, build, url)

    yield make
    for fake in opened.fakes:
        fake.let_go.set()
    await asyncio.gather(*(server.__aexit__(None, None, None) for server in opened.posts))


def _kinds(name: str) -> tuple[Any, str, Callable[[str, float], Channel]]:
    match name:
        case "signal":
            return FakeSignal(), ANNA, lambda url, seconds: Signal(url, BOT, seconds=seconds)
        case "whatsapp":
            return FakeTwilio(), "whatsapp:+40700000001", _whatsapp
    return FakeTelegram(), str(STAFF_CHAT), _telegram


def _whatsapp(url: str, seconds: float) -> WhatsApp:
    return WhatsApp(Account("AC1", "token", BOT, "https://bot.example", url, TEMPLATES, seconds), lambda: NOW)


def _telegram(url: str, seconds: float) -> Telegram:
    return Telegram("123:abc", STAFF_CHAT, api_url=url, seconds=seconds)


@pytest.fixture
async def world(database: Engine, keys: KeyRing) -> AsyncIterator[World]:
    """The whole service between its messengers, with the staff channel on Telegram."""
    async with live_world(database, keys) as made:
        yield made


@pytest.fixture
async def group_world(database: Engine, keys: KeyRing) -> AsyncIterator[World]:
    """The same, with a Signal group as staff channel."""
    async with live_world(database, keys, staff_on="signal") as made:
        yield made


@pytest.fixture(params=["signal", "whatsapp", "telegram"])
async def post(request: pytest.FixtureRequest, posts: Make) -> Post:
    """Each channel in turn."""
    return await posts(request.param)


@pytest.fixture
async def signal(posts: Make) -> Post:
    return await posts("signal")


@pytest.fixture
async def whatsapp(posts: Make) -> Post:
    return await posts("whatsapp")


@pytest.fixture
async def telegram(posts: Make) -> Post:
    return await posts("telegram")


@pytest.fixture
def nobody(post: Post) -> Channel:
    """The same channel, with nobody at its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return post.build(f"http://127.0.0.1:{port}", IN_TIME)

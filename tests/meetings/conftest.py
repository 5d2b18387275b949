"""Zoom, and one who cannot wait for it, in front of a fake of its servers."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot.meetings.provider import Wanted
from bot.meetings.zoom import Zoom
from bot.meetings.zoom_api import Account
from tests.channels.loopback import served
from tests.group_life import Life
from tests.meetings.evening import Evening, begin_evening
from tests.meetings.fake_zoom import ACCOUNT, CLIENT, SECRET, USER, FakeZoom

STARTS = datetime(2026, 12, 1, 18, tzinfo=UTC)
WANTED = Wanted("M-7Q2K-1", "40719538", STARTS, STARTS + timedelta(minutes=45), "Europe/London")


@dataclass(frozen=True)
class Both:
    """The fake, its address, and the provider that speaks to it."""

    fake: FakeZoom
    url: str

    def zoom(self, seconds: float = 20.0, secret: str = SECRET) -> Zoom:
        return Zoom(Account(ACCOUNT, CLIENT, secret, USER, self.url, self.url, seconds))


@pytest.fixture
async def both() -> AsyncIterator[Both]:
    fake = FakeZoom()
    async with served(fake.app()) as url:
        yield Both(fake, url)
        fake.let_go.set()


@pytest.fixture
def evening(both: Both, life: Life) -> Evening:
    return begin_evening(life, both.fake, both.zoom())

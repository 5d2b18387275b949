"""An evening of the sample group, half an hour before it begins, whose meetings Zoom makes."""

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bot import jobs, timers
from bot.acts import ACTS
from bot.house import House
from bot.meetings import keeping
from bot.meetings.provider import Provider
from flows.staff.acts.meetings import StartMeeting
from storage import meetings, passwords, seats
from storage.tables import rooms as room_rows
from tests.group_life import Life
from tests.meetings.fake_zoom import FakeZoom


@dataclass
class Evening:
    """The group's life, the house that keeps its rooms, and Zoom."""

    life: Life
    house: House
    fake: FakeZoom

    async def keep(self) -> int:
        """Do what is due at the provider."""
        return await keeping.keep(self.house)

    async def begin(self) -> None:
        """What falls due is fired, and the meeting is made."""
        await asyncio.to_thread(timers.fire_due, self.house)
        await self.keep()

    async def later(self, **by: float) -> None:
        """Time passes."""
        self.life.now += timedelta(**by)
        await self.begin()

    async def do(self, handle: str, command: Any) -> Any:
        """A member of staff does something on their private line."""
        return await asyncio.to_thread(self.life.at, handle, command, ACTS[type(command)])

    async def start(self) -> None:
        """The leader begins, a quarter of an hour before."""
        self.life.now = max(self.life.now, self.life.meeting().starts_at - timedelta(minutes=15))
        await self.do("anna", StartMeeting(self.code(), (1, 2, 3, 4, 5, 6, 7)))

    async def seated(self) -> None:
        """Leader and second are there."""
        with self.life.work() as work:
            for handle in ("anna", "ben"):
                seats.confirm(work, meetings.lock(work, self.life.meeting_id), self.life.staff[handle])

    def told(self, handle: str = "anna") -> list[str]:
        """What somebody of the staff was told of rooms."""
        return [text for text in self.life.told(handle=handle) if "room" in text or "host" in text]

    def password(self) -> str | None:
        """The password that counts."""
        with self.life.work() as work:
            return passwords.in_clear(work, self.life.meeting())

    def link(self) -> str | None:
        """The link that members get."""
        with self.life.work() as work:
            return meetings.link(work, self.life.meeting())

    def rooms(self) -> list[tuple[int, str]]:
        """Each room's version and status."""
        with self.life.work() as work:
            query = select(room_rows.c.version, room_rows.c.status).order_by(room_rows.c.version)
            return [(row[0], row[1]) for row in work.connection.execute(query)]

    def code(self) -> str:
        """The meeting's code."""
        return self.life.meeting().code

    def member(self, name: str) -> UUID:
        """An adult in good standing, who has had the password."""
        person_id = self.life.member(name)
        self.life.release(person_id)
        return person_id


def begin_evening(life: Life, fake: FakeZoom, provider: Provider) -> Evening:
    """The life of a group, and a house of the same time."""
    life.organisation = life.organisation.made_by({"zoom": provider.name})
    house = replace(life.house(), defer=jobs.defer, providers={"zoom": provider})
    return Evening(life, house, fake)

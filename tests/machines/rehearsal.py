"""A house in which processes die between any two steps: for the machines that play random evenings."""

import asyncio
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine, text

from bot import jobs, turn
from bot.acts import ACTS
from bot.channels.channel import Channel, Inbound, Outbound
from bot.moment import Moment
from flows.policy import Refused
from storage import contacts, staff
from storage.crypto import KeyRing
from storage.work import Work
from tests.stage import Here, stage

CRASHES = ("before_the_turn", "in_the_turn", "again_in_the_turn", "before_sending", "after_sending", "fault", "faults")


class Died(BaseException):
    """The process is gone: nothing that follows is done, and nothing is counted as a failure."""


class Mortal:
    """A messenger during whose use the process may die."""

    def __init__(self, inner: Channel) -> None:
        self.inner, self.name, self.has_window = inner, inner.name, inner.has_window
        self.dies = ""

    async def send(self, message: Outbound) -> str:
        if self.dies == "before_sending":
            raise Died
        sent = await self.inner.send(message)
        if self.dies == "after_sending":
            raise Died
        return sent

    async def sent_before(self, message: Outbound) -> str | None:
        return await self.inner.sent_before(message)


class Rehearsal:
    """One house of a test's own, what is written to it, and how it crashes."""

    def __init__(self, engine: Engine, keys: KeyRing) -> None:
        self._closing = ExitStack()
        built = self._closing.enter_context(stage(engine, keys))
        self._runner = self._closing.enter_context(asyncio.Runner())
        self._runner.get_loop().set_default_executor(Here())
        self.house = replace(built.house, defer=self._defer)
        self.tick = built.talk.tick
        self.channels = {name: Mortal(each) for name, each in built.channels.items()}
        self._really_defer = built.house.defer
        self._crash, self._times = "", 0
        self.last: Inbound | None = None

    def close(self) -> None:
        self._closing.close()

    def later(self, minutes: int) -> None:
        """Time passes while nothing runs; then everything that is due is done."""
        self.house.clock.forward(timedelta(minutes=minutes))
        self.settle()

    def write(self, channel: str, address: str, words: str, crash: str | None = None) -> UUID:
        """A message arrives; its processes may die, and are started again only with the next step."""
        self.tick()
        self.last = Inbound(channel, address, f"{address}:{uuid4()}", words, self.house.clock.now())
        kept = turn.receive(self.house, self.last)
        assert kept is not None
        if crash != "before_the_turn":
            self._dying(crash, kept)
        if crash is None:
            self.settle()
        return kept

    def again(self) -> bool:
        """The messenger delivers its last message once more; True if that was taken for a new one."""
        return self.last is not None and turn.receive(self.house, self.last) is not None

    def _dying(self, crash: str | None, kept: UUID) -> None:
        self._crash, self._times = crash or "", {"again_in_the_turn": 2, "faults": 3}.get(crash or "", 1)
        for _ in range(2 if crash == "again_in_the_turn" else 1):
            with suppress(Died):
                turn.take(self.house, kept)
        if crash in {"before_sending", "after_sending"}:
            for each in self.channels.values():
                each.dies = crash
            self._runner.run(jobs.settle(self.house, dict(self.channels)))
            for each in self.channels.values():
                each.dies = ""
        self._crash = ""

    def _defer(self, connection: Connection, task: str, subject: UUID) -> None:
        """The last statement of a transaction that has something to send: here it may come to nothing."""
        if self._times and self._crash in {"in_the_turn", "again_in_the_turn"}:
            self._times -= 1
            raise Died
        if self._times and self._crash in {"fault", "faults"}:
            self._times -= 1
            raise ConnectionError("the database went away")
        self._really_defer(connection, task, subject)

    def settle(self) -> None:
        """A new process takes up all that is left."""
        while self._runner.run(jobs.settle(self.house, dict(self.channels))):
            pass

    def staff_does(self, handle: str, command: Any) -> Any:
        """Perform an act of staff; a refusal must be on record with its clause."""
        with self.house.work(f"staff:{handle}") as work:
            member, line = staff.by_handle(work, handle), staff.line(work, handle)
            assert member is not None
            assert line is not None
            moment = Moment(
                work, self.house.organisation, line, member.id, uuid4(), None, "act", texts=self.house.texts
            )
            before = self._refusals(work)
            answer = ACTS[type(command)](moment, command)
            if isinstance(answer, Refused):
                assert self._refusals(work)[len(before) :] == [(f"refused:{answer.reason}", answer.clause)]
        return answer

    @staticmethod
    def _refusals(work: Work) -> list[tuple[str, str]]:
        found = text("SELECT outcome, clause FROM audit WHERE outcome LIKE 'refused:%' ORDER BY n")
        return [(row[0], row[1]) for row in work.connection.execute(found)]

    def ask(self, query: str, **given: Any) -> list[Any]:
        """Read rows as they are now."""
        with self.house.engine.begin() as connection:
            return list(connection.execute(text(query), given))

    def contact_id(self, channel: str, address: str) -> UUID:
        with self.house.work("test") as work:
            found = contacts.by_token(work, channel, contacts.token(work, channel, address))
        assert found is not None
        return found.id

    def answers(self, contact_id: UUID) -> list[str]:
        """The texts queued as answers to somebody, oldest first."""
        found = "SELECT template FROM outbox WHERE contact_id = :id AND answer ORDER BY n"
        return [row[0] for row in self.ask(found, id=contact_id)]

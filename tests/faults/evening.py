"""One random evening from its seed: people and staff write, and at any step anything may fail."""

import asyncio
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from bot import jobs, turn
from bot.channels.channel import Channel, Inbound
from bot.freezing import freeze
from flows.staff.acts.breaches import ReportBreach
from flows.staff.acts.meetings import ConfirmSeat, EndMeeting, StartMeeting
from flows.staff.acts.platform import Rotate, SetPlatform
from storage import audit, contacts, groups
from storage.crypto import KeyRing
from tests.faults.mortal import Died, Mortal, end_leases, turn_away
from tests.faults.providers import FAULTS, Provider
from tests.machines.evening import MEMBERS
from tests.machines.playing import NEVER
from tests.machines.rehearsal import Rehearsal
from tests.postgres import open_engine
from tests.stage import Here

STEPS = 12
WORDS = ("LEAKED", "STATUS", "RING ME", "STOP", "START", "yes", "HELP", "hello")
WRITERS = (*MEMBERS, "zed")
MARKED = {"may_be_repeated", "left_unfinished"}
LEFT = "SELECT status FROM inbox WHERE channel = :channel AND key = :key"


@dataclass
class Evening:
    """The house of one run, what was acknowledged in it, and what was done, for whoever reads a failure."""

    engine: Engine
    keys: KeyRing
    chance: Random
    said: list[str] = field(default_factory=list)
    acknowledged: set[tuple[str, str]] = field(default_factory=set)
    unacknowledged: list[Inbound] = field(default_factory=list)
    is_away: bool = False

    def __post_init__(self) -> None:
        self.at = Rehearsal(self.engine, self.keys)
        self.process = Mortal(self.engine)
        self.runner = asyncio.Runner()
        # Deliveries take turns, and what fails in a run fails in the same place when played again.
        self.runner.get_loop().set_default_executor(Here())
        self._closing = ExitStack()
        self.witness = self._closing.enter_context(open_engine(self.engine.url.render_as_string(hide_password=False)))
        now = self.at.house.clock.now
        self.providers = {
            name: Provider(
                name, self.process, self.witness, now, has_window=name == "whatsapp", can_tell=name == "whatsapp"
            )
            for name in ("signal", "whatsapp", "telegram")
        }
        self.house = replace(self.at.house, defer=jobs.defer)
        for each in self.providers.values():
            each.meanwhile = self.others_go_on
        self.house.clock.forward(timedelta(minutes=15))
        self._settle()
        self.code = str(self.at.ask("SELECT code FROM meetings")[0][0])
        self.group = self.house.organisation.groups[0].code

    def close(self) -> None:
        self.runner.close()
        self._closing.close()
        self.at.close()

    def play(self, steps: int = STEPS) -> None:
        """Make the meeting ready, go through the steps, and let everything come to its end."""
        self.make_ready()
        kinds = (self._writes, self._writes, self._writes, self._staff_act, self._time_passes, self._again)
        for _ in range(steps):
            self._fault()
            self._step(self.chance.choice(kinds))
        self.come_to_an_end()

    def come_to_an_end(self) -> None:
        """Nothing fails any more, and time passes."""
        for each in self.providers.values():
            each.faults.clear()
        self._start_again()
        for minutes in (1, 5, 60, 300):
            self._redeliver()
            self._later(minutes)

    def _step(self, step: Callable[[], None]) -> None:
        """What fails is not answered; who dies is started again."""
        with suppress(Died, DBAPIError):
            step()
            self._settle()
        if self.is_away:
            self._turn_away(away=False)
        if self.process.dead or self.chance.random() < 0.3:
            self._start_again()

    def _start_again(self) -> None:
        self.process.revive()
        self.house = replace(self.house, touched=set())

    def _fault(self) -> None:
        """What will go wrong in the next step: of our process, of PostgreSQL, of a messenger, of the clock, or nothing."""
        kind = self.chance.choice(["none", "dies", "dies", "commit", "cut", "away", "provider", "provider", "clock"])
        self.said.append(kind)
        match kind:
            case "dies":
                self.process.dies = self.chance.randrange(1, 90)
            case "commit":
                self.process.dies_at_commit = True
            case "cut":
                self.process.cut = self.chance.randrange(1, 60)
            case "away":
                self._turn_away(away=True)
            case "provider":
                faults = self.chance.choices(FAULTS, k=self.chance.randrange(1, 4))
                self.providers[self.chance.choice(["signal", "signal", "whatsapp", "telegram"])].faults += faults
            case "clock":
                self.at.house.clock._offset += timedelta(minutes=self.chance.choice([-7, 9]))

    def _turn_away(self, *, away: bool) -> None:
        turn_away(self.engine, away=away)
        self.is_away = away

    def _writes(self) -> None:
        name = self.chance.choice(WRITERS)
        words = "PASSWORD" if self.chance.random() < 0.6 else self.chance.choice(WORDS)
        self.said.append(f"{name}> {words}")
        self.at.tick()
        sent_at = self.house.clock.now() - timedelta(seconds=self.chance.choice([0, 0, 0, 90]))
        inbound = Inbound(MEMBERS.get(name, "signal"), name, f"{name}:{uuid4()}", words, sent_at)
        self.unacknowledged.append(inbound)
        self._deliver(inbound, doubled=self.chance.random() < 0.2, taken=self.chance.random() < 0.8)

    def _deliver(self, inbound: Inbound, *, doubled: bool = False, taken: bool = True) -> None:
        kept = turn.receive(self.house, inbound)
        self.acknowledged.add((inbound.channel, inbound.key))
        self.unacknowledged.remove(inbound)
        if doubled:
            assert turn.receive(self.house, inbound) is None
        if kept is not None and taken:
            turn.take(self.house, kept)

    def _redeliver(self) -> None:
        """Messengers bring again what nobody acknowledged, in no order."""
        self.chance.shuffle(self.unacknowledged)
        for each in list(self.unacknowledged):
            self._deliver(each)

    def _again(self) -> None:
        self.said.append("again")
        self._redeliver()

    def _time_passes(self) -> None:
        self.said.append("later")
        self.house.clock.forward(timedelta(minutes=self.chance.choice([1, 5, 15])))

    def _staff_act(self) -> None:
        act = self.chance.choice(["rotate", "rotate", "ready", "ready", "ready", "breach", "freeze", "start", "end"])
        self.said.append(act)
        match act:
            case "ready":
                self.make_ready()
            case "rotate":
                self.at.staff_does(self.chance.choice(["anna", "ben", "maria"]), Rotate(self.code, "seen"))
            case "start":
                self.at.staff_does("anna", StartMeeting(self.code, tuple(range(1, 8))))
            case "end" if self.chance.random() < 0.2:
                self.at.staff_does("anna", EndMeeting(self.code))
            case "breach":
                number = self._number_of(self.chance.choice(sorted(MEMBERS)))
                self.at.staff_does("ben", ReportBreach(self.group, number, "no_screenshots", "seen"))
            case "freeze":
                self._freeze(self.chance.choice(sorted(MEMBERS)))

    def make_ready(self) -> None:
        """The link is on the platform with the password that counts now."""
        for handle in ("anna", "ben"):
            self.at.staff_does(handle, ConfirmSeat(self.code))
        self.at.staff_does("anna", SetPlatform(self.code, self.password_version(), "https://zoom.example/j/1"))

    def password_version(self) -> int:
        """Which of the meeting's passwords counts."""
        return int(self._ask("SELECT password_version FROM meetings")[0][0])

    def _freeze(self, name: str) -> None:
        with self.house.work("playground") as work:
            line = contacts.by_id(work, self.at.contact_id(MEMBERS[name], name))
            assert line is not None
            freeze(work, line)

    def _number_of(self, name: str) -> str:
        with self.house.work("test") as work:
            group = groups.by_code(work, self.group)
            assert group is not None
            listed = groups.members(work, group.id, self.house.organisation.agreement.version)
        return next((str(each.number) for each in listed if each.screen_name.lower() == name), "0")

    def _later(self, minutes: int) -> None:
        end_leases(self.engine)
        self.house = replace(self.house, touched=set())
        self.house.clock.forward(timedelta(minutes=minutes))
        self._settle()

    async def others_go_on(self) -> None:
        """Another process takes over the lanes of one that was stopped; that one knows nothing of it."""
        held = {row[0] for row in self._ask("SELECT id FROM outbox WHERE status = 'sending'")}
        for each in self.providers.values():
            each.stopped |= held
        await asyncio.to_thread(end_leases, self.witness)
        another = replace(self.house, engine=self.witness, touched=set())
        await jobs.settle(another, dict(self.providers))

    def _settle(self) -> None:
        channels: dict[str, Channel] = dict(self.providers)
        while self.runner.run(jobs.settle(self.house, channels)):
            if self.process.dead:
                raise Died

    def broken(self) -> list[str]:
        """Which of the invariants does not hold, now that everything has come to its end."""
        found = [claim for claim, query in NEVER.items() if self._ask(query)]
        found += [wrong for each in self.providers.values() for wrong in each.wrong]
        kept = {key: [row[0] for row in self._ask(LEFT, channel=key[0], key=key[1])] for key in self.acknowledged}
        found += [f"lost {key}" for key, rows in kept.items() if rows not in (["done"], ["ignored"], ["parked"])]
        found += [f"left {row[0]}" for row in self._ask("SELECT id FROM outbox WHERE status IN ('sending', 'due')")]
        found += [each for provider in self.providers.values() for each in self._repeated(provider)]
        with self.witness.begin() as connection:
            audit.seal(connection)
            verdict = audit.verify(connection)
        return found if isinstance(verdict, audit.Verified) else [*found, f"audit {verdict}"]

    def _repeated(self, provider: Provider) -> list[str]:
        """Twice only where the messenger cannot tell, and then marked; or where a process slept through its lease."""
        twice = [each for each, times in provider.given.items() if times > 1]
        rows = self._ask("SELECT id, reason FROM outbox WHERE id = ANY(:ids)", ids=twice)
        reasons = {row[0]: row[1] for row in rows}
        wrong = [each for each in twice if provider.can_tell or reasons.get(each) not in MARKED]
        return [f"repeated {each}: {reasons.get(each)}" for each in wrong if each not in provider.stopped]

    def _ask(self, query: str, **given: Any) -> list[Any]:
        with self.witness.begin() as connection:
            return list(connection.execute(text(query), given))

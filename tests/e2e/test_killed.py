"""The process is killed while messages come in: what was acknowledged has its turn, once, and in its person's order.

A small size runs with the other tests; `make killed` runs the whole one: 10,000 messages from 500 people.
"""

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url

from storage.crypto import KeyRing
from tests import postgres
from tests.channels.fakes import BOT
from tests.channels.fakes_signal import FakeSignal
from tests.channels.fakes_telegram import FakeTelegram
from tests.channels.fakes_twilio import FakeTwilio
from tests.channels.loopback import served
from tests.e2e import forked
from tests.e2e.inbound import CHAT, PLANTED, PUBLIC, Crowd, Person, key, signal_id, whatsapp_id
from tests.e2e.processes import free_port
from tests.own import own_file

MESSAGES = int(os.environ.get("INBOUND_MESSAGES", "54"))
PEOPLE = max(6, MESSAGES // 20)
KILL_SECONDS = 3.0
CHANNELS = ("signal", "whatsapp", "telegram")


@dataclass
class Service:
    """`doorstep serve` and `doorstep worker`, started again after each kill; their logs are kept."""

    folder: Path
    settings: dict[str, str]
    kills: Counter[str] = field(default_factory=Counter)
    _running: dict[str, ForkServerProcess] = field(default_factory=dict)

    def start(self, command: str) -> None:
        self._running[command] = forked.start(command, self.settings, self.folder / f"{command}.log")

    def kill(self, command: str) -> None:
        """End it as a power cut would, and start it again."""
        self._end(command)
        self.kills[command] += 1
        self.start(command)

    def stop(self) -> None:
        for command in self._running:
            self._end(command)

    def logs(self) -> str:
        return "\n".join(path.read_text("utf-8") for path in self.folder.glob("*.log"))

    def _end(self, command: str) -> None:
        self._running[command].kill()
        self._running[command].join()


@dataclass(frozen=True)
class Row:
    """One message in the journal."""

    channel: str
    key: str
    status: str


@dataclass
class Aftermath:
    """What is there once everybody has written and every turn was taken."""

    crowd: Crowd
    rows: list[Row]
    presses: int
    told: dict[bytes, list[str]]
    keys: KeyRing
    kills: Counter[str]
    seconds: float
    logs: str
    telegram: str


@pytest.fixture(scope="module")
def aftermath(server_url: str, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aftermath]:
    folder = tmp_path_factory.mktemp("killed")
    KeyRing.create(folder / "keys")
    (folder / "doorstep.toml").write_text(own_file(), "utf-8")
    with postgres.empty_database(server_url, template) as url:
        yield asyncio.run(_everybody_writes(folder, url))


async def _everybody_writes(folder: Path, url: str) -> Aftermath:
    signal, twilio, telegram = FakeSignal(), FakeTwilio(), FakeTelegram()
    async with (
        served(signal.app()) as signal_url,
        served(twilio.app()) as twilio_url,
        served(telegram.app()) as telegram_url,
    ):
        port = free_port()
        service = Service(folder, _settings(folder, url, port, signal_url, twilio_url, telegram_url))
        people = [Person(CHANNELS[n % 3], n, MESSAGES // PEOPLE) for n in range(PEOPLE)]
        crowd, began = Crowd(f"http://127.0.0.1:{port}", people), monotonic()
        try:
            async with _killing(service, crowd):
                await crowd.write()
            await asyncio.to_thread(_await_turns, url)
        finally:
            await asyncio.to_thread(service.stop)
        rows, presses, told = await asyncio.to_thread(_read, url)
        keys, asked, seconds = KeyRing.load(folder / "keys"), repr(telegram.asked), monotonic() - began
        return Aftermath(crowd, rows, presses, told, keys, service.kills, seconds, service.logs(), asked)


@asynccontextmanager
async def _killing(service: Service, crowd: Crowd) -> AsyncIterator[None]:
    """Kill the web side again and again until everybody has written, and now and then the worker too."""
    for command in ("serve", "worker"):
        await asyncio.to_thread(service.start, command)
    written = asyncio.Event()

    async def kill() -> None:
        while not await _is_written(crowd, written):
            await asyncio.to_thread(service.kill, "serve")
            if service.kills["serve"] % 3 == 2:
                await asyncio.to_thread(service.kill, "worker")

    killing = asyncio.create_task(kill())
    try:
        yield
    finally:
        written.set()
        await killing


async def _is_written(crowd: Crowd, written: asyncio.Event) -> bool:
    """Wait until it has answered for some seconds, or, where there is little to write, for a part of it."""
    before = crowd.done
    await crowd.is_answered(before)
    with suppress(TimeoutError):
        async with asyncio.timeout(KILL_SECONDS):
            await crowd.is_answered(before + MESSAGES // 3)
    return written.is_set()


def _settings(folder: Path, url: str, port: int, signal: str, twilio: str, telegram: str) -> dict[str, str]:
    return {
        "DATABASE_URL": url,
        "DOORSTEP_DATA": str(folder),
        "DOORSTEP_PORT": str(port),
        "DOORSTEP_MODE": "live",
        "DOORSTEP_CONFIG": str(folder / "doorstep.toml"),
        "DOORSTEP_KEYS": str(folder / "keys"),
        "PUBLIC_URL": PUBLIC,
        "SIGNAL_API_URL": signal,
        "SIGNAL_NUMBER": BOT,
        "SIGNAL_WEBHOOK_SECRET": "s1",
        "TWILIO_ACCOUNT_SID": "AC1",
        "TWILIO_AUTH_TOKEN": "twilio",
        "TWILIO_WHATSAPP_FROM": "+441632960002",
        "TWILIO_API_URL": twilio,
        "TELEGRAM_BOT_TOKEN": "123:abc",
        "TELEGRAM_STAFF_CHAT_ID": str(CHAT),
        "TELEGRAM_WEBHOOK_SECRET": "t1",
        "TELEGRAM_API_URL": telegram,
    }


def _await_turns(url: str) -> None:
    """Wait until no message waits for its turn any more."""
    with _connected(url) as connection:
        deadline = monotonic() + 60 + MESSAGES / 10
        while connection.execute("SELECT 1 FROM inbox WHERE status = 'new' LIMIT 1").fetchone() is not None:
            assert monotonic() < deadline
            sleep(0.1)


def _read(url: str) -> tuple[list[Row], int, dict[bytes, list[str]]]:
    told: dict[bytes, list[str]] = {}
    with _connected(url) as connection:
        rows = connection.execute(
            "SELECT channel, CASE channel WHEN 'signal' THEN (extract(epoch FROM sent_at) * 1000)::bigint::text"
            " ELSE key END, status FROM inbox ORDER BY n"
        ).fetchall()
        presses = len(connection.execute("SELECT 1 FROM audit WHERE act = 'press'").fetchall())
        queued = connection.execute(
            "SELECT address_token, template FROM outbox JOIN contacts ON contacts.id = contact_id ORDER BY outbox.n"
        ).fetchall()
    for address, template in queued:
        told.setdefault(address, []).append(template)
    return [Row(*row) for row in rows], presses, told


def _connected(url: str) -> "psycopg.Connection[tuple[Any, ...]]":
    address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(address, autocommit=True)


def stored(aftermath: Aftermath, person: Person) -> list[Row]:
    """What the journal holds of somebody, in the order in which it came in."""
    theirs = {key(person, n) for n in range(person.count)}
    return [row for row in aftermath.rows if row.channel == person.channel and row.key in theirs]


def heard(aftermath: Aftermath, person: Person) -> tuple[str, ...]:
    """What somebody was told, by the ids of its texts."""
    address = {"signal": signal_id(person), "whatsapp": whatsapp_id(person)}[person.channel]
    return tuple(aftermath.told.get(aftermath.keys.token(f"contacts.{person.channel}", address), ()))


def test_it_was_killed_while_people_wrote(aftermath: Aftermath) -> None:
    """Else the other tests would show nothing."""
    written = sum(len(person.acknowledged) for person in aftermath.crowd.people)
    print(f"{written} acknowledged, {dict(aftermath.kills)} killed, {aftermath.seconds:.0f} s")
    assert aftermath.kills["serve"] >= 2
    assert written > MESSAGES * 0.8


@pytest.mark.parametrize("channel", CHANNELS)
def test_every_acknowledged_message_is_kept_once_and_has_had_its_turn(aftermath: Aftermath, channel: str) -> None:
    for person in aftermath.crowd.writing_on(channel):
        kept = stored(aftermath, person)
        assert len({row.key for row in kept}) == len(kept)
        assert set(person.acknowledged) <= {row.key for row in kept}
        assert {row.status for row in kept} <= {"done"}


@pytest.mark.parametrize("channel", CHANNELS)
def test_each_persons_order_holds(aftermath: Aftermath, channel: str) -> None:
    for person in aftermath.crowd.writing_on(channel):
        assert [row.key for row in stored(aftermath, person)] == sorted(row.key for row in stored(aftermath, person))


def test_a_repeated_press_counted_once(aftermath: Aftermath) -> None:
    presses = [row for row in aftermath.rows if row.channel == "telegram"]
    assert aftermath.presses == len(presses)


@pytest.mark.parametrize("channel", ["signal", "whatsapp"])
def test_everybody_was_told_what_their_messages_call_for_no_more_and_no_less(
    aftermath: Aftermath, channel: str
) -> None:
    answers: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for person in aftermath.crowd.writing_on(channel):
        texts = {key(person, n): person.text(n) for n in range(person.count)}
        written = tuple(texts[row.key] for row in stored(aftermath, person))
        answers.setdefault(written, set()).add(heard(aftermath, person))
    assert [len(said) for said in answers.values()] == [1] * len(answers)


def test_no_planted_word_is_in_any_log_or_went_to_telegram(aftermath: Aftermath) -> None:
    assert [word for word in PLANTED if word in aftermath.logs or word in aftermath.telegram] == []

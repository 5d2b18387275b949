"""Three of each process over one PostgreSQL, killed at random under load: nothing is lost, nothing is done twice.

A small size runs with the other tests; `make replicas` keeps them busy, and dying, for minutes.
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest

from storage.crypto import KeyRing
from tests import postgres
from tests.channels.fakes_signal import FakeSignal
from tests.channels.fakes_telegram import FakeTelegram
from tests.channels.fakes_twilio import FakeTwilio
from tests.channels.loopback import served
from tests.e2e.inbound import Person, key, whatsapp_id
from tests.e2e.replicas import BalancedCrowd, Replicas
from tests.e2e.test_killed import Row, _await_turns, _connected, _read, _settings
from tests.own import own_file

MESSAGES = int(os.environ.get("REPLICA_MESSAGES", "24"))
PEOPLE = max(6, MESSAGES // 20)
LONG = 100
EACH = 3
SEED = int(os.environ.get("REPLICA_SEED", "6"))
TAKEN_OVER_SECONDS = 5.0


@dataclass
class Aftermath:
    """What is there once everybody has written, every turn was taken and every answer has left."""

    people: list[Person]
    rows: list[Row]
    told: dict[bytes, list[str]]
    left: list[tuple[str, int]]
    kills: Counter[str]
    listened_again: list[float]
    keys: KeyRing


@pytest.fixture(scope="module")
def aftermath(server_url: str, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Aftermath]:
    folder = tmp_path_factory.mktemp("replicas")
    KeyRing.create(folder / "keys")
    (folder / "doorstep.toml").write_text(own_file(), "utf-8")
    with postgres.empty_database(server_url, template) as url:
        yield asyncio.run(_live(folder, url))


async def _live(folder: Path, url: str) -> Aftermath:
    signal, twilio, telegram = FakeSignal(), FakeTwilio(), FakeTelegram()
    async with (
        served(signal.app()) as signal_url,
        served(twilio.app()) as twilio_url,
        served(telegram.app()) as telegram_url,
    ):
        settings = _settings(folder, url, 1, signal_url, twilio_url, telegram_url) | {"SIGNAL_RECEIVE": "websocket"}
        replicas = Replicas(folder, settings, EACH)
        people = [Person(("whatsapp", "telegram")[n % 2], n, MESSAGES // PEOPLE) for n in range(PEOPLE)]
        crowd = BalancedCrowd("http://127.0.0.1:1", people, ports=replicas.ports)
        try:
            for name in replicas.names:
                await asyncio.to_thread(replicas.start, name)
            writing = asyncio.create_task(crowd.write())
            again = await _kill_while(writing, crowd, replicas, signal)
            await writing
            await asyncio.to_thread(_await_turns, url)
            await asyncio.to_thread(_await_answers, url)
        finally:
            await asyncio.to_thread(replicas.stop)
        rows, _, told = await asyncio.to_thread(_read, url)
        with _connected(url) as connection:
            left = connection.execute("SELECT status, count(*) FROM outbox GROUP BY status").fetchall()
        keys = KeyRing.load(folder / "keys")
        return Aftermath(people, rows, told, left, replicas.kills, again, keys)


async def _kill_while(
    writing: "asyncio.Task[None]", crowd: BalancedCrowd, replicas: Replicas, signal: FakeSignal
) -> list[float]:
    """Kill who listens to Signal and one more, at random, again and again; each is started again a little later."""
    chance, again = random.Random(SEED), list[float]()
    listener = await signal.next_listener()
    await crowd.is_answered(0)
    while True:
        owner = await asyncio.to_thread(replicas.owner_of, listener.client.port if listener.client else 0)
        assert owner is not None
        assert len(signal.sockets) == 1
        other = chance.choice([name for name in replicas.names if name != owner])
        began = monotonic()
        # The listener last: otherwise who follows it may be the other one, and is killed as it begins to listen.
        for name in (other, owner):
            await asyncio.to_thread(replicas.kill, name)
        listener = await signal.next_listener()
        again.append(monotonic() - began)
        for name in (owner, other):
            await asyncio.to_thread(replicas.start, name)
        if writing.done() or MESSAGES < LONG:
            return again
        await crowd.is_answered(crowd.done + 50)


def _await_answers(url: str) -> None:
    """Wait until nothing is to be sent any more; what a dead process was sending waits for its lease to end."""
    with _connected(url) as connection:
        deadline = monotonic() + 60 + MESSAGES / 10
        waits = "SELECT 1 FROM outbox WHERE status = 'sending' OR (status = 'due' AND due_at <= now()) LIMIT 1"
        while connection.execute(waits).fetchone() is not None:
            assert monotonic() < deadline
            sleep(0.1)


def test_they_were_killed_while_people_wrote(aftermath: Aftermath) -> None:
    written = sum(len(person.acknowledged) for person in aftermath.people)
    print(f"{written} acknowledged, {dict(aftermath.kills)} killed, listened again after {aftermath.listened_again} s")
    assert sum(aftermath.kills.values()) >= 2
    assert written == MESSAGES // PEOPLE * PEOPLE


def test_whoever_listens_to_signal_is_replaced_after_each_death(aftermath: Aftermath) -> None:
    assert len(aftermath.listened_again) == sum(aftermath.kills.values()) // 2
    # In how many looks is claimed in tests/channels/test_listening.py; seconds say something only when asked for.
    if MESSAGES >= LONG:
        assert max(aftermath.listened_again) < TAKEN_OVER_SECONDS


def test_every_acknowledged_message_has_had_its_turn_once_and_in_order(aftermath: Aftermath) -> None:
    for person in aftermath.people:
        theirs = [key(person, n) for n in range(person.count)]
        kept = [row for row in aftermath.rows if row.channel == person.channel and row.key in theirs]
        assert [row.key for row in kept] == theirs
        assert {row.status for row in kept} == {"done"}


def test_people_who_wrote_the_same_were_told_the_same(aftermath: Aftermath) -> None:
    told = {tuple(_told(aftermath, each)) for each in aftermath.people if each.channel == "whatsapp"}
    assert len(told) == 1


def test_nothing_is_left_unsent(aftermath: Aftermath) -> None:
    assert {status for status, _ in aftermath.left} <= {"sent", "void", "failed", "held", "delivered"}


def _told(aftermath: Aftermath, person: Person) -> list[str]:
    return aftermath.told.get(aftermath.keys.token("contacts.whatsapp", whatsapp_id(person)), [])

"""`doorstep signal-challenge` and `doorstep signal-groups`: what only a person at the machine can do."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import database, marks, pauses
from storage.crypto import KeyRing
from storage.work import Work
from tests.channels.fakes import BOT
from tests.channels.fakes_signal import FakeSignal
from tests.channels.loopback import served
from tests.channels.operating import Run, runner

CAPTCHA = "signalcaptcha://solved"


@dataclass
class Machine:
    """A machine with a Signal number, and the command line."""

    run: Run
    fake: FakeSignal
    url: str
    keys: KeyRing

    def wants_a_puzzle(self) -> None:
        engine, now = database.connect(self.url), datetime.now(UTC)
        with engine.begin() as connection:
            work = Work(connection, self.keys, now, "test", "2023-09-20")
            pauses.begin(work, "signal", now + timedelta(minutes=15), "t-1")
        engine.dispose()

    def token(self) -> str:
        engine = database.connect(self.url)
        with engine.begin() as connection:
            found = marks.read(connection, "pause.signal.challenge")
        engine.dispose()
        return found or ""


@pytest.fixture
async def machine(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, database_url: str
) -> AsyncIterator[Machine]:
    fake, keys = FakeSignal(), KeyRing.create(tmp_path / "keys")
    async with served(fake.app()) as url:
        settings = {"DATABASE_URL": database_url, "SIGNAL_API_URL": url, "SIGNAL_NUMBER": BOT}
        run = runner(monkeypatch, capsys, DOORSTEP_KEYS=str(tmp_path / "keys"), **settings)
        yield Machine(run, fake, database_url, keys)


async def test_without_a_puzzle_there_is_nothing_to_solve(machine: Machine) -> None:
    said = await machine.run("signal-challenge", CAPTCHA)

    assert (said.code, said.out) == (0, "Signal wants no puzzle solved.\n")
    assert machine.fake.asked == []


async def test_it_says_where_the_puzzle_is_and_what_to_type(machine: Machine) -> None:
    machine.wants_a_puzzle()

    said = await machine.run("signal-challenge")

    assert said.code == 2
    assert "https://signalcaptchas.org" in said.err
    assert "doorstep signal-challenge 'signalcaptcha://...'" in said.err


async def test_a_solved_puzzle_is_handed_in_with_the_token_and_ends_the_pause(machine: Machine) -> None:
    machine.wants_a_puzzle()

    said = await machine.run("signal-challenge", CAPTCHA)

    assert said.code == 0
    assert machine.fake.asked == [("POST", "accounts", {"challenge_token": "t-1", "captcha": CAPTCHA})]
    assert machine.token() == ""


async def test_a_puzzle_that_signal_does_not_take_leaves_everything_waiting(machine: Machine) -> None:
    machine.wants_a_puzzle()
    machine.fake.failures.append("down")

    said = await machine.run("signal-challenge", CAPTCHA)

    assert said.code == 2
    assert "Signal did not take the puzzle" in said.err
    assert machine.token() == "t-1"


async def test_the_numbers_groups_are_listed_as_the_setting_wants_them(machine: Machine) -> None:
    machine.fake.groups = [{"id": "group.Zm9v", "internal_id": "foo", "name": "Staff"}]

    said = await machine.run("signal-groups")

    assert (said.code, said.out) == (0, "group.Zm9v  Staff\n")


async def test_a_number_in_no_group_hears_what_to_do(machine: Machine) -> None:
    said = await machine.run("signal-groups")

    assert said.code == 0
    assert "in no group" in said.out

"""`doorstep staff add`: the command prints a one-time code; the chat that sends it becomes that member's private line."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.cli import run
from storage import contacts, staff
from storage.crypto import KeyRing
from tests import postgres
from tests.stage import ROOT, Stage, stage

PRINTED = re.compile(r"Ask anna to write to the bot within 24 hours: (STAFF [0-9A-Z]{4}-[0-9A-Z]{4})\n")
Later = Callable[[timedelta], AbstractContextManager[Stage]]


@pytest.fixture
def later(database_url: str, key_file: Path, keys: KeyRing, monkeypatch: pytest.MonkeyPatch) -> Later:
    """The service on the database that the command uses, some time after it."""
    settings = {"DATABASE_URL": database_url, "DOORSTEP_KEYS": str(key_file)}
    for name, value in (settings | {"DOORSTEP_CONFIG": str(ROOT / "doorstep.toml")}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(key_file.parent)

    @contextmanager
    def service(passed: timedelta) -> Iterator[Stage]:
        with postgres.open_engine(database_url) as engine, stage(engine, keys, datetime.now(UTC) + passed) as built:
            yield built

    return service


def added(screen: pytest.CaptureFixture[str], *options: str) -> str:
    """The words that the command tells anna to write."""
    assert run(["staff", "add", "anna", *options]) == 0
    found = PRINTED.fullmatch(screen.readouterr().out)
    assert found is not None
    return found[1]


@pytest.mark.clause("H2.3")
def test_whoever_writes_the_code_has_that_private_line_and_nobody_has_it_a_second_time(
    later: Later, capsys: pytest.CaptureFixture[str]
) -> None:
    code = added(capsys)
    with later(timedelta(minutes=5)) as at:
        for line in ("phone annas-phone signal", f"annas-phone> {code}", "annas-phone> CASES"):
            at.talk.do(line)
        assert at.talk.said_to("annas-phone") == [
            at.house.texts.say("en", "staff_bound"),
            at.house.texts.say("en", "staff_cases_none"),
        ]
        at.talk.do("phone eve signal")
        assert "".join(at.talk.do(f"eve> {code}")) == f"  bot to eve: {at.house.texts.say('en', 'staff_code_wrong')}"
        assert "Which language?" in "".join(at.talk.do("eve> CASES"))


@pytest.mark.clause("H2.3")
def test_added_again_the_new_phone_has_the_line_and_the_old_one_is_a_strangers(
    later: Later, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = added(capsys), added(capsys)
    with later(timedelta(minutes=5)) as at:
        for line in ("phone old signal", "phone new signal", f"old> {first}", f"new> {second}", "new> MENU"):
            at.talk.do(line)
        assert "NOW" in at.talk.said_to("new")[-1]
        assert "Which language?" in "".join(at.talk.do("old> MENU"))


def test_a_day_later_the_code_is_dead(later: Later, capsys: pytest.CaptureFixture[str]) -> None:
    code = added(capsys)
    with later(timedelta(hours=25)) as at:
        at.talk.do("phone annas-phone signal")
        at.talk.do(f"annas-phone> {code}")
        assert at.talk.said_to("annas-phone") == [at.house.texts.say("en", "staff_code_wrong")]


def test_with_a_telegram_id_her_presses_count(later: Later, capsys: pytest.CaptureFixture[str]) -> None:
    added(capsys, "--telegram", "4242")
    with later(timedelta()) as at, at.house.work("test") as work:
        presser = contacts.by_token(work, "telegram", contacts.token(work, "telegram", "4242"))
        anna = staff.by_handle(work, "anna")
        assert presser is not None
        assert anna is not None
        assert (presser.audience, presser.lane_id) == ("staff_member", anna.id)


@pytest.mark.usefixtures("later")
def test_whoever_is_not_in_the_configuration_is_one_clear_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["staff", "add", "zoe"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    [line] = shown.err.splitlines()
    assert "no 'zoe' under [[staff]]" in line

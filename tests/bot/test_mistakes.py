"""An operator's mistake at the command line: one clear line that says what would mend it, and exit 2."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.cli import run
from storage.crypto import KeyRing
from storage.database import check_keys, connect
from tests.e2e.processes import free_port

CONFIG = Path(__file__).parents[2] / "doorstep.toml"


@contextmanager
def taken_port() -> Iterator[str]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield str(other.getsockname()[1])


class Operator:
    """Somebody who starts Doorstep in an empty folder with these settings."""

    def __init__(self, folder: Path, settings: pytest.MonkeyPatch, screen: pytest.CaptureFixture[str]) -> None:
        self.settings, self.screen = settings, screen
        settings.chdir(folder)
        for name, value in {
            "DOORSTEP_PORT": str(free_port()),
            "DOORSTEP_CONFIG": str(CONFIG),
            "DOORSTEP_DATA": str(folder / "var"),
        }.items():
            settings.setenv(name, value)

    def reads(self, **settings: str) -> str:
        """The one line that stands on the screen after `doorstep play`."""
        for name, value in settings.items():
            self.settings.setenv(name, value)
        assert run(["play"]) == 2
        shown = self.screen.readouterr()
        assert shown.out == ""
        [line] = shown.err.splitlines()
        return line


@pytest.fixture
def operator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Operator:
    return Operator(tmp_path, monkeypatch, capsys)


def test_an_unknown_setting_is_named_with_the_nearest(operator: Operator) -> None:
    line = operator.reads(DOORSTEP_PROT="8090")
    assert "DOORSTEP_PROT" in line
    assert "DOORSTEP_PORT" in line


def test_a_port_in_use_is_named(operator: Operator) -> None:
    with taken_port() as port:
        line = operator.reads(DOORSTEP_PORT=port)
    assert f"127.0.0.1:{port}" in line
    assert "DOORSTEP_PORT" in line


def test_a_database_that_does_not_answer_is_named_without_its_password(operator: Operator) -> None:
    line = operator.reads(DATABASE_URL="postgresql://door:hidden@127.0.0.1:1/door")
    assert "127.0.0.1:1" in line
    assert "hidden" not in line


def test_a_data_folder_that_cannot_be_made_is_named(operator: Operator, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "file/var" in operator.reads(DOORSTEP_DATA=str(tmp_path / "file" / "var"))


def test_a_malformed_configuration_is_named_with_its_line(operator: Operator, tmp_path: Path) -> None:
    text = CONFIG.read_text(encoding="utf-8")
    number = text[: text.index("short_name =")].count("\n") + 1
    broken = tmp_path / "mine.toml"
    broken.write_text(text.replace("short_name =", "short_name", 1), encoding="utf-8")
    line = operator.reads(DOORSTEP_CONFIG=str(broken))
    assert "mine.toml" in line
    assert f"line {number}" in line


def test_a_missing_key_file_is_named(operator: Operator, tmp_path: Path, database_url: str) -> None:
    line = operator.reads(DATABASE_URL=database_url, DOORSTEP_KEYS=str(tmp_path / "nowhere"))
    assert "nowhere" in line


def test_a_start_that_was_refused_leaves_no_server_running(operator: Operator, tmp_path: Path) -> None:
    operator.reads(DOORSTEP_KEYS=str(tmp_path / "nowhere"))
    assert (tmp_path / "var" / "postgres").exists()
    assert not (tmp_path / "var" / "postgres" / "postmaster.pid").exists()


def test_a_key_file_of_another_database_is_refused(
    operator: Operator, tmp_path: Path, database_url: str, keys: KeyRing
) -> None:
    engine = connect(database_url)
    with engine.begin() as connection:
        check_keys(connection, keys)
    engine.dispose()
    KeyRing.create(tmp_path / "other")
    line = operator.reads(DATABASE_URL=database_url, DOORSTEP_KEYS=str(tmp_path / "other"))
    assert "key file does not belong to this database" in line

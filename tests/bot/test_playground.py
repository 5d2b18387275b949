"""The playground: for this machine only, never in live mode, and with nothing fetched from elsewhere."""

import re
from importlib import resources

import pytest
from sqlalchemy.exc import OperationalError

from bot import web
from bot.cli import run
from storage import phones
from tests.stage import ROOT, Stage

SCRIPT = ("phone amira whatsapp", "amira> hello", "amira> English")
NAMESPACE = "http://www.w3.org/2000/svg"


@pytest.fixture
def at(playground: Stage) -> Stage:
    for line in SCRIPT:
        playground.talk.do(line)
    return playground


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8080", "127.0.0.1.evil.example"])
@pytest.mark.parametrize("path", ["/", "/playground/api/messages", "/playground/page.js"])
def test_another_host_name_is_answered_nothing(at: Stage, host: str, path: str) -> None:
    answer = at.talk.client.get(path, headers={"host": host})
    assert answer.status_code == 403
    assert answer.json() == {"error": "The playground is for this machine only."}


def test_another_sites_page_can_write_nothing(at: Stage) -> None:
    body = {"from": "amira", "text": "1"}
    before = len(at.talk.look())
    answer = at.talk.client.post("/playground/api/messages", json=body, headers={"origin": "https://evil.example"})
    assert (answer.status_code, len(at.talk.look())) == (403, before)


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert "default-src 'self'" in web.HEADERS["content-security-policy"]
    for file in (resources.files("bot") / "playground").iterdir():
        words = file.read_text(encoding="utf-8").replace(NAMESPACE, "")
        assert not re.search(r"(src|href|url\(|import|from)\W{1,4}(https?:)?//", words), file.name


def test_it_does_not_open_in_live_mode(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DOORSTEP_MODE", "live")
    monkeypatch.setenv("DOORSTEP_CONFIG", str(ROOT / "doorstep.toml"))
    assert run(["play"]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert "does not run in live mode" in line


def test_a_chat_can_be_had_as_a_transcript(at: Stage) -> None:
    told = at.talk.client.get("/playground/api/transcript", params={"chat": "amira"}).text
    assert told.startswith("> hello\n")
    assert (
        told.index("> hello") < told.index("Which language?") < told.index("> English") < told.index("Shall we go on?")
    )


def test_an_advance_a_moment_and_the_next_that_is_due_move_the_clock(at: Stage) -> None:
    begun = at.talk.now()
    at.talk.client.post("/playground/api/clock", json={"advance": "PT1H"}).raise_for_status()
    hour_later = at.talk.now()
    assert round((hour_later - begun).total_seconds()) == 3600
    at.talk.do("amira> HELP")
    at.talk.client.post("/playground/api/clock", json={"next": True}).raise_for_status()
    assert round((at.talk.now() - hour_later).total_seconds()) == 300
    back = at.talk.client.post("/playground/api/clock", json={"to": begun.isoformat()})
    assert (back.status_code, back.json()["error"]) == (400, "The clock only moves forward.")


def test_what_a_messenger_delivers_twice_is_on_the_phone_once(at: Stage) -> None:
    body = {"from": "amira", "text": "HELP", "id": "m-1"}
    told = [at.talk.client.post("/playground/api/messages", json=body).json()["accepted"] for _ in range(2)]
    assert told == [True, False]
    assert [each["text"] for each in at.talk.look() if each["from"] == "amira"].count("HELP") == 1


def test_what_comes_on_a_screen_later_has_a_later_revision_so_that_no_page_misses_it(at: Stage) -> None:
    body = {"text": "first", "preview": ""}
    with at.house.work("test") as first:
        phones.show(first, "amira", "bot", body)
        with at.house.work("test") as second:
            second.connection.exec_driver_sql("SET LOCAL lock_timeout = '100ms'")
            with pytest.raises(OperationalError), second.connection.begin_nested():
                phones.show(second, "amira", "bot", body)
    with at.house.work("test") as third:
        phones.show(third, "amira", "bot", body)

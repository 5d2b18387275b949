"""Between sample and live: every hindrance is one line that says how to mend it, and the same lines refuse live mode."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot import cli, going_live
from bot.operating import live_check, shared
from bot.operating.shared import MistakeError
from bot.organisation import Organisation, load
from bot.settings import load as load_settings
from storage.crypto import KeyRing

FILE = Path(__file__).parents[2] / "doorstep.toml"
SAMPLE = load(FILE)
OWN = SAMPLE.model_copy(update={"sample": ()})
LIVE = {
    "DOORSTEP_MODE": "live",
    "DOORSTEP_CONFIG": str(FILE),
    "PUBLIC_URL": "https://bot.example",
    "SIGNAL_API_URL": "http://signal:8080",
    "SIGNAL_NUMBER": "+441632960001",
    "SIGNAL_WEBHOOK_SECRET": "s1",
    "TELEGRAM_BOT_TOKEN": "123:abc",
    "TELEGRAM_STAFF_CHAT_ID": "-1001234567890",
}


@pytest.fixture
def live(keys: KeyRing, key_file: Path) -> dict[str, str]:
    """Every setting that live mode needs."""
    assert keys.fingerprint()
    return LIVE | {"DOORSTEP_KEYS": str(key_file)}


def lines(given: Mapping[str, str], organisation: Organisation = OWN) -> tuple[str, ...]:
    return going_live.blockers(organisation, load_settings(given, None))


def test_nothing_stands_in_the_way_of_a_whole_setting(live: dict[str, str]) -> None:
    assert lines(live) == ()


def test_every_sample_value_is_named(live: dict[str, str]) -> None:
    found = lines(live, SAMPLE)
    assert len(found) == len(SAMPLE.samples()) > 0
    assert any("'agreement.text' still holds a sample value: put your own in" in line for line in found)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"DOORSTEP_MODE": None}, ["DOORSTEP_MODE is playground: set it to live."]),
        ({"DOORSTEP_KEYS": None}, ["DOORSTEP_KEYS is not set"]),
        ({"DOORSTEP_KEYS": "/nowhere/keys"}, ["DOORSTEP_KEYS names no file"]),
        ({"SIGNAL_API_URL": None}, ["Signal is half set: set SIGNAL_API_URL too", "No messenger is set up"]),
        ({"SIGNAL_WEBHOOK_SECRET": None}, ["set SIGNAL_WEBHOOK_SECRET too", "No messenger is set up"]),
        ({"SIGNAL_WEBHOOK_SECRET": None, "SIGNAL_RECEIVE": "websocket"}, []),
        ({"SIGNAL_API_URL": None, "SIGNAL_NUMBER": None}, ["No messenger is set up"]),
        ({"TWILIO_ACCOUNT_SID": "AC1"}, ["WhatsApp is half set: set TWILIO_AUTH_TOKEN, TWILIO_WHATSAPP_FROM too"]),
        (
            {"TELEGRAM_BOT_TOKEN": None},
            ["Telegram is half set: set TELEGRAM_BOT_TOKEN too", "There is no staff channel"],
        ),
        ({"TELEGRAM_BOT_TOKEN": None, "TELEGRAM_STAFF_CHAT_ID": None}, ["There is no staff channel"]),
        ({"TELEGRAM_BOT_TOKEN": None, "TELEGRAM_STAFF_CHAT_ID": None, "SIGNAL_STAFF_GROUP": "group.x"}, []),
        ({"ZOOM_ACCOUNT_ID": "z"}, ["ZOOM_* is half set"]),
    ],
)
def test_each_hindrance_is_one_line(live: dict[str, str], change: dict[str, str | None], says: list[str]) -> None:
    found = lines({name: value for name, value in (live | change).items() if value is not None})
    assert len(found) == len(says)
    for line, said in zip(found, says, strict=True):
        assert said in line
        assert "\n" not in line


def test_a_role_that_nobody_has_is_named(live: dict[str, str]) -> None:
    staff = tuple(member for member in OWN.staff if "data_lead" not in member.roles)
    [line] = lines(live, OWN.model_copy(update={"staff": staff}))
    assert "nobody has the role data_lead: give it to a member of staff" in line


def test_the_same_list_is_what_refuses(live: dict[str, str]) -> None:
    settings = load_settings({**live, "SIGNAL_API_URL": ""}, None)
    with pytest.raises(MistakeError) as refused:
        shared.refuse_samples(settings)
    assert str(refused.value).splitlines()[1:] == list(going_live.blockers(SAMPLE, settings))


@pytest.mark.parametrize("command", ["serve", "worker"])
def test_live_mode_does_not_start_while_the_list_is_not_empty(
    live: dict[str, str], command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in live.items():
        monkeypatch.setenv(name, value)
    assert cli.run([command]) == 2
    assert all(line in capsys.readouterr().err for line in lines(live, SAMPLE)[:1])


@pytest.mark.clause("G4.3")
def test_the_command_lists_it_and_the_pages_that_do_not_answer(
    live: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in live.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(live_check, "_status_of", lambda link: 404 if "notice" in link else 200)
    assert cli.run(["live-check"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:-1] == list(lines(live, SAMPLE))
    assert said[-1].startswith("'privacy_notice': ")
    assert "answers 404: publish the page there" in said[-1]


def test_it_says_nothing_and_leaves_with_0_when_nothing_is_left(
    live: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = FILE.read_text(encoding="utf-8")
    start = text.index("sample = [")
    path = tmp_path / "doorstep.toml"
    path.write_text(text[:start] + "sample = []" + text[text.index("]", start) + 1 :], encoding="utf-8")
    for name, value in (live | {"DOORSTEP_CONFIG": str(path)}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(live_check, "_status_of", lambda _: 200)
    assert (cli.run(["live-check"]), capsys.readouterr().out) == (0, "")


def test_a_page_that_cannot_be_reached_is_no_answer() -> None:
    assert live_check._status_of("http://127.0.0.1:9/") is None
    assert list(going_live.pages_that_do_not_answer(OWN, lambda _: 200)) == []

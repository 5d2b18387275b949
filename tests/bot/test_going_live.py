"""Between sample and live: every hindrance is one line that says how to mend it, and the same lines refuse live mode."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from bot import cli, going_live
from bot.operating import live_check, shared
from bot.operating.shared import MistakeError
from bot.organisation import Organisation, Phone, load
from bot.settings import load as load_settings
from storage.crypto import KeyRing
from tests.own import own_file

FILE = Path(__file__).parents[2] / "doorstep.toml"
SAMPLE = load(FILE)
CHECKED = SAMPLE.agreement.model_copy(update={"risk_advice_checked": date(2026, 10, 1)})
OWN = SAMPLE.model_copy(update={"sample": (), "website_host": "families.org.uk", "agreement": CHECKED})
WHATSAPP = {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "t", "TWILIO_WHATSAPP_FROM": "+441632960002"}
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
    found = lines(live, OWN.model_copy(update={"sample": SAMPLE.samples()}))
    assert len(found) == len(SAMPLE.samples()) > 0
    assert any("'languages' still holds a sample value" in line for line in found)
    assert any("'agreement.text' still holds a sample value: put your own in" in line for line in found)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"DOORSTEP_MODE": None}, ["DOORSTEP_MODE is playground: set it to live."]),
        ({"DOORSTEP_KEYS": None}, ["DOORSTEP_KEYS is not set"]),
        ({"DOORSTEP_KEYS": "/nowhere/keys"}, ["DOORSTEP_KEYS names no file"]),
        ({"SIGNAL_API_URL": None}, ["Signal is half set: set SIGNAL_API_URL too", "Signal is not set up"]),
        ({"SIGNAL_WEBHOOK_SECRET": None}, ["set SIGNAL_WEBHOOK_SECRET too", "Signal is not set up"]),
        ({"SIGNAL_WEBHOOK_SECRET": None, "SIGNAL_RECEIVE": "websocket"}, []),
        ({"SIGNAL_API_URL": None, "SIGNAL_NUMBER": None}, ["Signal is not set up"]),
        (
            {"SIGNAL_API_URL": None, "SIGNAL_NUMBER": None, **WHATSAPP},
            ["Signal is not set up: staff read and decide in their private chats there", "[whatsapp_templates."],
        ),
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


@pytest.mark.parametrize("host", ["acorn-families.example", "peep.TEST"])
def test_a_website_that_nobody_can_own_is_named_though_the_list_of_samples_is_empty(
    live: dict[str, str], host: str
) -> None:
    [line] = lines(live, OWN.model_copy(update={"website_host": host}))
    assert "which is nobody's: write the name of your own website" in line


@pytest.mark.clause("G10.2")
def test_the_advice_about_risk_is_read_by_somebody_who_knows_the_law(live: dict[str, str]) -> None:
    [line] = lines(live, OWN.model_copy(update={"agreement": SAMPLE.agreement}))
    assert "have somebody who knows the law read the advice about joining at one's own risk" in line


def test_whatsapp_needs_the_template_that_stands_in_for_the_others_in_each_language(live: dict[str, str]) -> None:
    english = OWN.model_copy(update={"whatsapp_templates": {"message_waiting": {"en": "HX1"}}})
    [line] = lines(live | WHATSAPP, english)
    assert "[whatsapp_templates.message_waiting] lacks pl" in line
    both = OWN.model_copy(update={"whatsapp_templates": {"message_waiting": {"en": "HX1", "pl": "HX2"}}})
    assert lines(live | WHATSAPP, both) == lines(live, english) == ()


def test_a_number_that_nobody_has_tried_lately_is_named_and_stops_no_service(live: dict[str, str]) -> None:
    old = Phone(number="01632 960100", last_checked=date(2026, 8, 1))
    stale = OWN.model_copy(update={"phones": (old,)})
    tried = going_live.phones_not_tried(stale, date(2026, 11, 30))
    assert "01632 960100 was last tried on 2026-08-01: ring it" in next(tried)
    assert not any("01632" in line for line in going_live.phones_not_tried(stale, date(2026, 10, 1)))
    assert lines(live, stale) == ()


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
    blockers, tried = list(lines(live, SAMPLE)), [line for line in said if "was last tried on" in line]
    assert tried
    assert said[:-1] == [*blockers, *tried]
    assert said[-1].startswith("'privacy_notice': ")
    assert "answers 404: publish the page there" in said[-1]


def test_it_says_nothing_and_leaves_with_0_when_nothing_is_left(
    live: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "doorstep.toml"
    path.write_text(own_file(), encoding="utf-8")
    for name, value in (live | WHATSAPP | {"DOORSTEP_CONFIG": str(path)}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(live_check, "_status_of", lambda _: 200)
    assert (cli.run(["live-check"]), capsys.readouterr().out) == (0, "")


def test_a_page_that_cannot_be_reached_is_no_answer() -> None:
    assert live_check._status_of("http://127.0.0.1:9/") is None
    assert list(going_live.pages_that_do_not_answer(OWN, lambda _: 200)) == []

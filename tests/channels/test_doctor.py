"""`doorstep doctor`: every provider is asked, and each thing that is wrong is one line that says how to mend it."""

import re
from collections.abc import AsyncIterator, Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channels.checking import Asking
from flows.policy.openings import OPENINGS
from storage import database
from storage.crypto import KeyRing
from tests.channels.fakes import BOT
from tests.channels.fakes_signal import FakeSignal
from tests.channels.fakes_telegram import FakeTelegram
from tests.channels.fakes_twilio import FakeTwilio
from tests.channels.loopback import served
from tests.channels.operating import Run, Said, runner
from tests.stage import ROOT
from tests.words import TEXTS

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
CHAT = -1001234567890
SENDER = {
    "sender_id": "whatsapp:+441632960002",
    "status": "ONLINE",
    "webhook": {"callback_url": "https://bot.example/hooks/whatsapp#rc=5", "callback_method": "POST"},
}
TELEGRAM = {
    "getMe": {"id": 123, "username": "acorn_bot"},
    "getChat": {"id": CHAT, "is_forum": True},
    "getChatMember": {"status": "administrator", "can_manage_topics": True},
    "getWebhookInfo": {"url": "https://bot.example/hooks/telegram", "pending_update_count": 0},
}


@dataclass
class House:
    """Everything as it should be, until a test spoils something of it."""

    run: Run
    config: Path
    signal: FakeSignal = field(default_factory=FakeSignal)
    twilio: FakeTwilio = field(default_factory=lambda: FakeTwilio(senders=[deepcopy(SENDER)]))
    telegram: FakeTelegram = field(default_factory=lambda: FakeTelegram(answers=deepcopy(TELEGRAM)))

    async def wrong(self) -> list[str]:
        """The lines that say what is wrong."""
        said: Said = await self.run("doctor")
        found = [line.removeprefix("WRONG").strip() for line in said.out.splitlines() if line.startswith("WRONG")]
        assert (said.code, said.err) == (1 if found else 0, "")
        return found


@pytest.fixture
async def house(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, database_url: str
) -> AsyncIterator[House]:
    made = House(runner(monkeypatch, capsys), tmp_path / "doorstep.toml")
    keys = KeyRing.create(tmp_path / "keys")
    engine = database.connect(database_url)
    with engine.begin() as connection:
        database.check_keys(connection, keys)
    engine.dispose()
    made.config.write_text(_organisation(made.twilio), "utf-8")
    async with (
        served(made.signal.app()) as signal,
        served(made.twilio.app()) as twilio,
        served(made.telegram.app()) as telegram,
    ):
        environ = {
            "DOORSTEP_CONFIG": str(made.config),
            "DOORSTEP_KEYS": str(tmp_path / "keys"),
            "DATABASE_URL": database_url,
            "PUBLIC_URL": "https://bot.example",
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
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        yield made


def _organisation(twilio: FakeTwilio) -> str:
    """The sample organisation with its templates approved and its phones tried today."""
    today = f"last_checked = {datetime.now(UTC).date()}"
    lines = [re.sub(r"last_checked = \S+", today, (ROOT / "doorstep.toml").read_text("utf-8"))]
    for name in OPENINGS:
        made = {language: twilio.contents.add(TEXTS.say(language, name), language) for language in ("en", "pl")}
        lines += [f"[whatsapp_templates.{name}]", *(f'{language} = "{sid}"' for language, sid in made.items())]
    return "\n".join(lines)


async def test_where_all_is_well_every_provider_says_so(house: House) -> None:
    said = await house.run("doctor")

    assert said.code == 0, said.out
    assert [line.split()[1] for line in said.out.splitlines()] == ["Database:", "Signal:", "WhatsApp:", "Telegram:"]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda it: setattr(it.signal, "mode", "normal"), "Signal: runs in the mode normal: set MODE=json-rpc."),
        (lambda it: setattr(it.signal, "version", "0.92"), "Signal: is version 0.92, which is too old"),
        (lambda it: setattr(it.signal, "numbers", []), "Signal: does not have the number in SIGNAL_NUMBER"),
        (lambda it: setattr(it.twilio, "status", "suspended"), "WhatsApp: has an account that is suspended"),
        (lambda it: it.twilio.senders.clear(), "WhatsApp: has no sender with the number in TWILIO_WHATSAPP_FROM"),
        (lambda it: it.twilio.senders[0].update(status="OFFLINE"), "WhatsApp: has our sender OFFLINE"),
        (lambda it: it.twilio.senders[0].update(webhook={}), "WhatsApp: posts to nowhere: set the sender's webhook to"),
        (
            lambda it: it.telegram.answers.update(getChatMember={"status": "left"}),
            "Telegram: is not in the staff channel: add the bot to the group.",
        ),
        (
            lambda it: it.telegram.answers.update(getChatMember={"status": "member"}),
            "Telegram: may not make topics: make the bot an administrator",
        ),
        (
            lambda it: it.telegram.answers.update(getChat={"id": CHAT, "username": "acorn"}),
            "Telegram: has a staff channel that anybody can find",
        ),
        (
            lambda it: it.telegram.answers.update(getWebhookInfo={"url": ""}),
            "Telegram: posts to nowhere: set the webhook to https://bot.example/hooks/telegram",
        ),
        (
            lambda it: it.telegram.answers["getWebhookInfo"].update(last_error_message="SSL error"),
            "Telegram: could not post lately (SSL error)",
        ),
    ],
)
async def test_each_thing_that_is_wrong_is_one_line(house: House, spoil: Callable[[House], Any], told: str) -> None:
    spoil(house)

    [line] = await house.wrong()
    assert line.startswith(told)


@pytest.mark.parametrize(
    ("group", "told"),
    [
        (None, ["Signal: is not in the group of SIGNAL_STAFF_GROUP: add the number to it"]),
        ({"id": "group.c3RhZmY=", "member": False}, ["Signal: is not in the group of SIGNAL_STAFF_GROUP"]),
        (
            {"id": "group.c3RhZmY=", "member": True, "invite_link": "https://signal.group/#x"},
            ["Signal: has a staff group"],
        ),
        ({"id": "group.c3RhZmY=", "member": True, "invite_link": ""}, []),
    ],
)
async def test_the_staff_group_on_signal_is_one_that_the_number_is_in_and_nobody_joins_by_a_link(
    house: House, monkeypatch: pytest.MonkeyPatch, group: dict[str, Any] | None, told: list[str]
) -> None:
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN")
    monkeypatch.delenv("TELEGRAM_STAFF_CHAT_ID")
    monkeypatch.setenv("SIGNAL_STAFF_GROUP", "group.c3RhZmY=")
    house.signal.groups = [] if group is None else [group]

    wrong = await house.wrong()

    assert [line.startswith(start) for line, start in zip(wrong, told, strict=True)] == [True] * len(told)


async def test_who_listens_to_the_websocket_needs_no_webhook(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SIGNAL_WEBHOOK_SECRET")
    assert (await house.wrong())[0].startswith("Signal: cannot post to us")
    monkeypatch.setenv("SIGNAL_RECEIVE", "websocket")
    assert await house.wrong() == []


async def test_a_template_that_is_not_approved_is_named(house: House) -> None:
    next(iter(house.twilio.contents.kept.values()))["approval_requests"] = {"status": "pending"}

    assert await house.wrong() == [
        "WhatsApp: template meeting_today (en) is pending: it can be sent once WhatsApp has approved it."
    ]


async def test_a_provider_that_does_not_answer_does_not_hide_what_is_wrong_with_the_others(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNAL_API_URL", "http://127.0.0.1:9")
    house.twilio.senders.clear()

    assert [line.split(":")[0] for line in await house.wrong()] == ["Signal", "WhatsApp"]


async def test_a_wrong_token_is_told_apart_and_not_shown(house: House) -> None:
    house.telegram.failures.append("Unauthorized")

    [line] = await house.wrong()
    assert line == "Telegram: does not let us in: put the account's own token into its secret."


async def test_phones_that_nobody_has_tried_for_ninety_days_are_named(house: House) -> None:
    text = re.sub(r"last_checked = \S+", "last_checked = 2026-01-02", house.config.read_text("utf-8"), count=1)
    house.config.write_text(text, "utf-8")

    [line] = await house.wrong()
    assert "01632 960100 was last tried on 2026-01-02" in line


async def test_what_zoom_lacks_is_named(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZOOM_ACCOUNT_ID", "z1")

    [line] = await house.wrong()
    assert line.startswith("Zoom: set ZOOM_CLIENT_ID")


async def test_keys_of_another_database_are_found_out(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    KeyRing.create(tmp_path / "other")
    monkeypatch.setenv("DOORSTEP_KEYS", str(tmp_path / "other"))

    [line] = await house.wrong()
    assert line.startswith("Keys: The key file does not belong to this database")


async def test_a_database_that_does_not_answer_is_said_and_the_rest_is_looked_at(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:9/none")
    house.twilio.senders.clear()

    assert [line.split(":")[0] for line in await house.wrong()] == ["Database", "WhatsApp"]


def test_a_clock_that_is_wrong_is_said() -> None:
    asking = Asking("Signal", "http://127.0.0.1:9")
    asking.says = NOW - timedelta(minutes=5)

    found = asking.skew(NOW)
    assert found is not None
    assert found.said.startswith("has a clock that is 300 seconds from ours")
    assert asking.skew(NOW - timedelta(minutes=5)) is None

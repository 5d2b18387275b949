"""Whatever is posted at any address: never our own fault, no trace of the inside, and an answer soon."""

import json
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from time import process_time
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr
from twilio.request_validator import RequestValidator

from bot import app, turn
from bot.app import Service
from bot.house import House
from bot.meetings.zoom_inbound import _signature
from bot.settings import load
from storage import due
from storage.crypto import KeyRing
from tests import postgres
from tests.channels.test_hooks import FORM, PRESS, STATUS
from tests.fuzz.inputs import INPUTS, LONGEST_SECONDS, NASTY, bent, frames_of_signal, tried
from tests.fuzz.test_frames import JOINED, TEXT
from tests.stage import InThisProcess, _application, stage

PUBLIC = "https://bot.example"
NOBODY = "http://127.0.0.1:9"
AT_ONCE = 10
SIGNAL = frames_of_signal()
INSIDE = ("Traceback", "sqlalchemy", "psycopg", 'File "')
SETTINGS = {
    "DOORSTEP_MODE": "live",
    "PUBLIC_URL": PUBLIC,
    "SIGNAL_API_URL": NOBODY,
    "SIGNAL_NUMBER": "+441632960001",
    "SIGNAL_WEBHOOK_SECRET": "s1",
    "TWILIO_ACCOUNT_SID": "AC1",
    "TWILIO_AUTH_TOKEN": "twilio",
    "TWILIO_WHATSAPP_FROM": "+441632960002",
    "TWILIO_API_URL": NOBODY,
    "TELEGRAM_BOT_TOKEN": "123:abc",
    "TELEGRAM_STAFF_CHAT_ID": "-1001234567890",
    "TELEGRAM_WEBHOOK_SECRET": "t1",
    "TELEGRAM_API_URL": NOBODY,
    "ZOOM_WEBHOOK_SECRET": "z1",
}
API = ("people", "messages", "clock", "rekey", "faults", "audit", "transcript", "nothing")
BODIES: tuple[Any, ...] = (
    {"id": "amira", "channel": "signal", "shares_with": "bea"},
    {"from": "amira", "text": "hello", "id": "m1", "kind": "text", "sent_at": "2026-12-01T09:00:00Z", "of": 1},
    {"from": "anna", "press": "b-1", "chat": "staff-channel"},
    {"advance": "PT1M"},
    {"id": "amira"},
    {"channel": "signal", "fail": "down", "times": 1},
)


@pytest.fixture(scope="module")
def house(server_url: str, template: str, keys: KeyRing) -> Iterator[House]:
    with (
        postgres.empty_database(server_url, template) as url,
        postgres.open_engine(url) as engine,
        stage(engine, keys) as built,
    ):
        yield built.house


@pytest.fixture(scope="module")
def hooks(house: House) -> Iterator[httpx.Client]:
    settings = load(SETTINGS, None)
    assert settings.zoom_webhook_secret == SecretStr("z1")
    service = Service(settings, replace(house, playground=False), "", {})
    transport = InThisProcess(app.application(service, with_worker=False))
    with httpx.Client(transport=transport, base_url=PUBLIC) as client:
        yield client


@pytest.fixture(scope="module")
def playground(house: House) -> Iterator[httpx.Client]:
    transport = InThisProcess(_application(house, app.playground_channels(house)))
    with httpx.Client(transport=transport, base_url="http://127.0.0.1") as client:
        yield client


@tried(INPUTS // 20 // AT_ONCE)
@given(seed=st.integers(0, 2**32))
def test_no_webhook_fails_whatever_is_posted(hooks: httpx.Client, seed: int) -> None:
    chance = Random(seed)
    for _ in range(AT_ONCE):
        _is_fair(hooks, *chance.choice(POSTS)(chance))


@tried(INPUTS // 40 // AT_ONCE)
@given(seed=st.integers(0, 2**32))
def test_no_address_of_the_playground_fails_whatever_is_posted(playground: httpx.Client, seed: int) -> None:
    chance = Random(seed)
    for _ in range(AT_ONCE):
        method, path = chance.choice(["GET", "POST", "POST", "PUT"]), chance.choice(API)
        query = urlencode({chance.choice(["after", "chat"]): chance.choice(NASTY[4:])[:500]}, errors="replace")
        body = json.dumps(bent(chance.choice(BODIES), chance)).encode()
        _is_fair(playground, f"/playground/api/{path}?{query}", body, {}, method)


@pytest.mark.parametrize("length", [64 * 1024 + 1, 20_000_000])
@pytest.mark.parametrize("path", ["signal/s1", "whatsapp", "whatsapp/status", "telegram", "zoom"])
def test_a_body_over_64_kib_is_refused_before_it_is_read(hooks: httpx.Client, path: str, length: int) -> None:
    answer = hooks.post(f"/hooks/{path}", content=b"[" * length, headers={"x-telegram-bot-api-secret-token": "t1"})
    assert answer.status_code == 413


def test_so_is_one_that_is_posted_to_the_playground(playground: httpx.Client) -> None:
    assert playground.post("/playground/api/messages", content=b"[" * 20_000_000).status_code == 413


def test_every_message_that_got_in_has_its_turn(hooks: httpx.Client, house: House) -> None:
    while _waiting(house):
        for each in _waiting(house):
            turn.take(house, each)
    with house.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT fault FROM inbox WHERE status = 'parked' OR fault IS NOT NULL")
        assert found.fetchall() == []


def _waiting(house: House) -> list[Any]:
    with house.work("test") as work:
        return due.now(work).turns


def _is_fair(client: httpx.Client, path: str, body: bytes, headers: dict[str, str], method: str = "POST") -> None:
    began = process_time()
    answer = client.request(method, path, content=body, headers=headers)
    assert answer.status_code < 500, (method, path, body[:2000])
    assert process_time() - began < LONGEST_SECONDS * 5
    assert not [word for word in INSIDE if word in answer.text]


def _signal(chance: Random) -> tuple[str, bytes, dict[str, str]]:
    return f"/hooks/signal/{chance.choice(['s1', 's1', 's1', 'x'])}", _json(chance, chance.choice(SIGNAL)), {}


def _telegram(chance: Random) -> tuple[str, bytes, dict[str, str]]:
    headers = {"x-telegram-bot-api-secret-token": chance.choice(["t1", "t1", "t1", ""])}
    return "/hooks/telegram", _json(chance, chance.choice([PRESS, TEXT])), headers


def _zoom(chance: Random) -> tuple[str, bytes, dict[str, str]]:
    body = _json(chance, JOINED)
    stamp = chance.choice(["1796115600", "0", "x"])
    signed = _signature(SecretStr("z1"), b"v0:" + stamp.encode() + b":" + body)
    return "/hooks/zoom", body, {"x-zm-signature": f"v0={signed}", "x-zm-request-timestamp": stamp}


def _twilio(chance: Random) -> tuple[str, bytes, dict[str, str]]:
    path = chance.choice(["/hooks/whatsapp", "/hooks/whatsapp", "/hooks/whatsapp/status"])
    told = {name: value for name, value in (FORM | STATUS).items() if chance.random() < 0.9}
    told |= {name: chance.choice([value, *NASTY])[:20_000] for name, value in told.items() if chance.random() < 0.3}
    plain = {name: value.encode("utf-8", "replace").decode() for name, value in told.items()}
    plain |= {"MessageSid": f"SM{chance.random()}"} if chance.random() < 0.5 else {}
    signature = RequestValidator("twilio").compute_signature(f"{PUBLIC}{path}", plain)
    return path, urlencode(plain).encode(), {"x-twilio-signature": signature}


def _json(chance: Random, frame: Any) -> bytes:
    written = json.dumps(bent(frame, chance)).encode()
    return written if chance.random() < 0.9 else written[: chance.randrange(len(written))]


POSTS = (_signal, _signal, _telegram, _zoom, _twilio, _twilio)

"""Whatever is posted at any address: never our own fault, no trace of the inside, and an answer soon."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random
from time import process_time
from typing import Any
from urllib.parse import quote, urlencode

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr
from starlette.routing import BaseRoute, Mount, Route
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
READ = ("/", "/healthz", "/readyz", "/metrics", "/playground/index.html", "/playground/nothing", "/hooks/none")
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "X")
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


def test_no_webhook_fails_whatever_is_posted_and_what_got_in_has_its_turn(hooks: httpx.Client, house: House) -> None:
    _post_anything(hooks)
    while found := _waiting(house):
        for each in found:
            turn.take(house, each)
    with house.engine.begin() as connection:
        taken = connection.exec_driver_sql("SELECT status, fault FROM inbox GROUP BY status, fault").fetchall()
    assert "done" in {status for status, _ in taken}
    assert [each for each in taken if each[0] == "parked" or each[1] is not None] == []


@tried(INPUTS // 20 // AT_ONCE)
@given(seed=st.integers(0, 2**32))
def _post_anything(hooks: httpx.Client, seed: int) -> None:
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


@tried(INPUTS // 80 // AT_ONCE)
@given(seed=st.integers(0, 2**32))
def test_no_other_address_fails_however_it_is_asked(hooks: httpx.Client, playground: httpx.Client, seed: int) -> None:
    chance = Random(seed)
    for _ in range(AT_ONCE):
        client, path = chance.choice([hooks, playground]), chance.choice(READ) + chance.choice(["", "", "/", "/../x"])
        path += quote(chance.choice(NASTY)[:300], errors="replace") if chance.random() < 0.5 else ""
        said = chance.choice(NASTY[8:])[:2_000].encode("utf-8", "replace").replace(b"\n", b" ").replace(b"\x00", b" ")
        headers = {chance.choice(["accept", "x-forwarded-for", "range", "content-type", "cookie"]): said}
        _is_fair(client, path, said, headers, chance.choice(METHODS))


def test_starting_again_fails_neither_whatever_is_posted(playground: httpx.Client) -> None:
    for body in (b"", b"[", b"[]", b"\xff", json.dumps({"id": NASTY[1]}).encode()):
        _is_fair(playground, "/playground/api/reset", body, {})


def test_every_address_is_tried(hooks: httpx.Client, playground: httpx.Client) -> None:
    posted = {post(Random(seed))[0] for post in POSTS for seed in range(20)}
    asked = {*READ, *posted, *(f"/playground/api/{each}" for each in API), "/playground/api/reset"}
    for client in (hooks, playground):
        for path, _ in addresses(client):
            assert {path, path.replace("{secret}", "s1"), path.replace("{file}", "index.html")} & asked, path


@pytest.mark.parametrize("length", [64 * 1024 + 1, 20_000_000])
def test_a_body_over_64_kib_is_refused_before_it_is_read_wherever_one_can_post(
    hooks: httpx.Client, playground: httpx.Client, length: int
) -> None:
    posts = [
        (client, path) for client in (hooks, playground) for path, methods in addresses(client) if "POST" in methods
    ]
    assert len(posts) == 11
    for client, path in posts:
        headers = {"x-telegram-bot-api-secret-token": "t1"}
        answer = client.post(path.replace("{secret}", "s1"), content=b"[" * length, headers=headers)
        assert (path, answer.status_code) == (path, 413)


def addresses(client: httpx.Client) -> set[tuple[str, frozenset[str]]]:
    """Every address of a web application, with what it lets one do there."""
    transport = client._transport
    assert isinstance(transport, InThisProcess)
    return set(_of(transport.application.routes))


def _of(routes: list[BaseRoute], before: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    for each in routes:
        if isinstance(each, Mount):
            yield from _of(each.routes, before + each.path)
        elif isinstance(each, Route):
            yield before + each.path, frozenset(each.methods or ())


def _waiting(house: House) -> list[Any]:
    with house.work("test") as work:
        return due.now(work).turns


def _is_fair(client: httpx.Client, path: str, body: bytes, headers: Mapping[str, Any], method: str = "POST") -> None:
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

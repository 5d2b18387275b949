"""Where messengers post: who is let in, what is kept before the answer, and what is never acknowledged unkept."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import httpx
import pytest
from sqlalchemy import Engine, select
from starlette.applications import Starlette
from twilio.request_validator import RequestValidator

from bot import jobs
from bot.channels.channel import Inbound
from bot.channels.live import live_channels, silence
from bot.channels.notices import IdentityChanged, Notice, Receipt
from bot.clock import Clock
from bot.hooks import hooks
from bot.hooks.door import LONGEST, Door
from bot.house import House
from bot.settings import Settings, load
from flows.disclosure import read_words
from storage import tallies
from storage.crypto import KeyRing
from storage.tables import inbox
from tests.channels.fakes import ANNA, BOT
from tests.channels.fakes_telegram import FakeTelegram
from tests.channels.fakes_twilio import FakeTwilio
from tests.channels.loopback import served
from tests.stage import ROOT, organisation_of
from tests.words import TEXTS

PUBLIC = "https://bot.example"
CHAT = -1001234567890
FORM = {"MessageSid": "SM1", "From": "whatsapp:+40700000001", "Body": "hello", "NumMedia": "0", "ButtonText": ""}
STATUS = {"MessageSid": "SM9", "MessageStatus": "delivered"}
OWN_ID = "0b0b0b0b-0000-4000-8000-000000000001"
PRESS = {
    "update_id": 7,
    "callback_query": {"id": "q-1", "from": {"id": 4242}, "message": {"chat": {"id": CHAT}}, "data": "b-1"},
}
FRAMES = {
    row["case"]: row
    for row in map(json.loads, (ROOT / "tests" / "payloads" / "signal.jsonl").read_text("utf-8").splitlines())
}


@dataclass
class Doorway:
    """The hooks on a real port, and what came through them."""

    http: httpx.AsyncClient
    database: Engine
    twilio: FakeTwilio
    telegram: FakeTelegram
    turns: "asyncio.Queue[UUID]" = field(default_factory=asyncio.Queue)
    notices: list[Notice] = field(default_factory=list)

    def kept(self) -> list[str]:
        with self.database.begin() as connection:
            return list(connection.execute(select(inbox.c.channel).order_by(inbox.c.n)).scalars())

    async def take(self, inbox_id: UUID) -> None:
        await self.turns.put(inbox_id)

    async def tell(self, notice: Notice) -> None:
        self.notices.append(notice)

    async def turn(self) -> UUID:
        return await asyncio.wait_for(self.turns.get(), 20)

    async def signal(self, case: str, secret: str = "s1") -> httpx.Response:
        frame = {"jsonrpc": "2.0", "method": "receive", "params": FRAMES[case]["params"]}
        return await self.http.post(f"/hooks/signal/{secret}", json=frame)

    async def whatsapp(
        self, form: dict[str, str], path: str = "/hooks/whatsapp", token: str = "twilio"
    ) -> httpx.Response:
        signature = RequestValidator(token).compute_signature(f"{PUBLIC}{path}", form)
        headers = {"x-twilio-signature": signature, "content-type": "application/x-www-form-urlencoded"}
        return await self.http.post(path, content=urlencode(form), headers=headers)

    async def pressed(self, update: dict[str, Any], secret: str = "t1") -> httpx.Response:
        return await self.http.post("/hooks/telegram", json=update, headers={"x-telegram-bot-api-secret-token": secret})


@pytest.fixture
async def doorway(database: Engine, keys: KeyRing) -> AsyncIterator[Doorway]:
    house, twilio, telegram = _house(database, keys), FakeTwilio(), FakeTelegram()
    async with served(twilio.app()) as twilio_url, served(telegram.app()) as telegram_url:
        made = Doorway(httpx.AsyncClient(), database, twilio, telegram)
        routes = hooks(Door(house, made.take, made.tell), _settings(twilio_url, telegram_url))
        async with served(Starlette(routes=routes)) as url, httpx.AsyncClient(base_url=url, timeout=20) as client:
            made.http = client
            yield made


def _house(database: Engine, keys: KeyRing) -> House:
    return House(
        engine=database,
        keys=keys,
        texts=TEXTS,
        organisation=organisation_of(ROOT / "doorstep.toml"),
        clock=Clock(),
        disclosure=read_words(),
        defer=jobs.defer,
    )


def _settings(twilio_url: str, telegram_url: str, **changed: str) -> Settings:
    given = {
        "PUBLIC_URL": PUBLIC,
        "SIGNAL_API_URL": "http://127.0.0.1:9",
        "SIGNAL_NUMBER": BOT,
        "SIGNAL_WEBHOOK_SECRET": "s1",
        "TWILIO_ACCOUNT_SID": "AC1",
        "TWILIO_AUTH_TOKEN": "twilio",
        "TWILIO_WHATSAPP_FROM": "+441632960002",
        "TWILIO_API_URL": twilio_url,
        "TELEGRAM_BOT_TOKEN": "123:abc",
        "TELEGRAM_STAFF_CHAT_ID": str(CHAT),
        "TELEGRAM_WEBHOOK_SECRET": "t1",
        "TELEGRAM_API_URL": telegram_url,
    }
    return load(given | changed, None)


async def test_a_message_is_kept_before_it_is_acknowledged_and_then_its_turn_is_taken(doorway: Doorway) -> None:
    answers = [await doorway.signal("text"), await doorway.whatsapp(FORM), await doorway.pressed(PRESS)]

    assert [each.status_code for each in answers] == [200, 200, 200]
    assert doorway.kept() == ["signal", "whatsapp", "telegram"]
    assert len({await doorway.turn() for _ in answers}) == 3


async def test_a_second_delivery_of_the_same_message_is_acknowledged_and_ignored(doorway: Doorway) -> None:
    for _ in range(2):
        answers = [await doorway.signal("text"), await doorway.whatsapp(FORM), await doorway.pressed(PRESS)]
        assert [each.status_code for each in answers] == [200, 200, 200]

    assert doorway.kept() == ["signal", "whatsapp", "telegram"]
    assert [await doorway.turn() for _ in range(3)]
    assert doorway.turns.empty()


async def test_nobody_else_is_let_in(doorway: Doorway) -> None:
    answers = [
        await doorway.signal("text", secret="s2"),
        await doorway.signal("text", secret="ś"),
        await doorway.whatsapp(FORM, token="another"),
        await doorway.http.post("/hooks/whatsapp", data=FORM),
        await doorway.whatsapp(STATUS, "/hooks/whatsapp/status", token="another"),
        await doorway.pressed(PRESS, secret="t2"),
        await doorway.http.post("/hooks/telegram", json=PRESS),
    ]

    assert [each.status_code for each in answers] == [403] * 7
    assert (doorway.kept(), doorway.notices) == ([], [])


async def test_what_is_left_of_a_flood_stands_in_the_queue_again_without_a_worker(
    database: Engine, keys: KeyRing
) -> None:
    taken = list[UUID]()

    async def take(inbox_id: UUID) -> bool:
        taken.append(inbox_id)
        return len(taken) < 3

    house = _house(database, keys)
    door = Door(house, take, None)
    await door.let_in(Inbound("signal", "amira", "m1", "hello", house.clock.now()))
    await door.finish()
    assert len(taken) == 3


async def test_who_writes_a_hundred_messages_stands_in_the_queue_once(database: Engine, keys: KeyRing) -> None:
    taken, others_came = list[UUID](), asyncio.Event()

    async def take(inbox_id: UUID) -> None:
        taken.append(inbox_id)
        await others_came.wait()

    house = _house(database, keys)
    door = Door(house, take, None)
    for number in range(20):
        await door.let_in(Inbound("signal", "amira", f"m{number}", "hello", house.clock.now()))
        await asyncio.sleep(0)
    await door.let_in(Inbound("signal", "bea", "b1", "hello", house.clock.now()))
    await asyncio.sleep(0)
    others_came.set()
    await door.finish()
    with database.begin() as connection:
        kept = list(connection.execute(select(inbox.c.id).order_by(inbox.c.n)).scalars())
    assert taken == [kept[0], kept[-1], kept[-2]]


async def test_a_message_that_is_too_long_is_refused_before_it_is_read(doorway: Doorway) -> None:
    body = b"x" * (LONGEST + 1)
    answers = [
        await doorway.http.post("/hooks/signal/s1", content=body),
        await doorway.http.post("/hooks/whatsapp", content=body),
        await doorway.http.post("/hooks/telegram", content=body, headers={"x-telegram-bot-api-secret-token": "t1"}),
    ]

    assert [each.status_code for each in answers] == [413] * 3


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b"\xff", b"[" * 60_000])
async def test_what_is_no_frame_is_refused(doorway: Doorway, body: bytes) -> None:
    answer = await doorway.http.post("/hooks/signal/s1", content=body)

    assert answer.status_code == 400
    assert doorway.kept() == []


async def test_what_of_signals_was_refused_and_will_not_come_again_is_counted(doorway: Doorway) -> None:
    for body in (b"x" * (LONGEST + 1), b"x"):
        await doorway.http.post("/hooks/signal/s1", content=body)

    with doorway.database.begin() as connection:
        assert tallies.read(connection, tallies.SIGNAL_FAULTS) == {("too_long",): 1.0, ("no_json",): 1.0}


async def test_what_nobody_answers_is_acknowledged_and_not_kept(doorway: Doorway) -> None:
    answers = [await doorway.signal(case) for case in ("typing_start", "group_text", "own_phone")]

    assert [each.status_code for each in answers] == [200] * 3
    assert doorway.kept() == []


async def test_what_cannot_be_kept_is_not_acknowledged(doorway: Doorway) -> None:
    with doorway.database.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE inbox RENAME TO away")

    answers = [await doorway.signal("text"), await doorway.whatsapp(FORM), await doorway.pressed(PRESS)]

    assert [each.status_code for each in answers] == [500] * 3
    assert doorway.turns.empty()


async def test_receipts_and_changed_keys_are_told_and_not_kept_as_messages(doorway: Doorway) -> None:
    await doorway.signal("read_receipt")
    await doorway.signal("keys_changed")
    answer = await doorway.whatsapp(STATUS, f"/hooks/whatsapp/status?of={OWN_ID}")

    assert answer.status_code == 204
    assert doorway.kept() == []
    assert doorway.notices == [
        Receipt("signal", ("1795416097514",), "read", address=ANNA),
        IdentityChanged("signal", ANNA),
        Receipt("whatsapp", ("SM9",), "delivered", outbox_id=UUID(OWN_ID)),
    ]


async def test_words_are_removed_at_twilio_once_they_are_delivered_or_kept_here(doorway: Doorway) -> None:
    await doorway.whatsapp(FORM)
    await doorway.whatsapp(STATUS, "/hooks/whatsapp/status")
    await doorway.whatsapp(STATUS | {"MessageSid": "SM8", "MessageStatus": "sent"}, "/hooks/whatsapp/status")

    assert sorted([await doorway.twilio.next_asked() for _ in range(2)]) == [("SM1", ""), ("SM9", "")]
    assert len(doorway.twilio.asked) == 2


async def test_a_press_in_the_staff_channel_is_answered(doorway: Doorway) -> None:
    await doorway.pressed(PRESS)

    assert (await doorway.telegram.next_asked())[0] == "answerCallbackQuery"


def test_without_secrets_there_is_no_door(database: Engine, keys: KeyRing) -> None:
    async def take(_: UUID) -> None:
        """No turn is taken here."""

    assert hooks(Door(_house(database, keys), take, None), load({}, None)) == []


def test_every_messenger_that_is_configured_is_built() -> None:
    clock = Clock()

    assert sorted(live_channels(_settings("http://a", "http://b"), clock.now)) == ["signal", "telegram", "whatsapp"]
    assert live_channels(load({}, None), clock.now) == {}


async def test_no_log_says_what_was_written_or_who_wrote(doorway: Doorway, caplog: pytest.LogCaptureFixture) -> None:
    silence()
    with caplog.at_level(0):
        await doorway.signal("text")
        await doorway.whatsapp(FORM)
        await doorway.pressed(PRESS)
        await doorway.twilio.next_asked()

    said = " ".join(record.getMessage() for record in caplog.records)
    assert not [word for word in ("Привіт", "hello", ANNA, "+40700000001", "123:abc") if word in said]

"""The whole service in live mode between the fakes: what a script's people write goes in by the webhooks."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

import httpx
from sqlalchemy import Engine, select
from twilio.request_validator import RequestValidator

from bot import app, jobs
from bot.app import Service
from bot.channels.channel import Channel
from bot.channels.signal_inbound import group_address
from bot.channels.telegram import Telegram
from bot.clock import Clock
from bot.house import House
from bot.meetings.provider import Provider
from bot.settings import Settings, load
from flows.policy.openings import OPENINGS
from storage import contacts, queued, staff, staff_lines, timers
from storage.contacts import Contact
from storage.crypto import KeyRing
from storage.tables import outbox
from tests.channels.fakes import BOT
from tests.channels.fakes_signal import FakeSignal
from tests.channels.fakes_telegram import FakeTelegram
from tests.channels.fakes_twilio import FakeTwilio
from tests.channels.loopback import served
from tests.stage import ROOT, START, Ticking, offering, organisation_of
from tests.words import TEXTS

PUBLIC = "https://bot.example"
CHAT = -1001234567890
INTERNAL_GROUP = "q4mVDY0Lx3a2Hk9dCw7uTz5sNf8bJrEoPgXyKiQlM1A="
GROUP = group_address(INTERNAL_GROUP)
MANY = 10_000


@dataclass(frozen=True)
class Fakes:
    """The three messengers."""

    signal: FakeSignal = field(default_factory=FakeSignal)
    twilio: FakeTwilio = field(default_factory=FakeTwilio)
    telegram: FakeTelegram = field(default_factory=FakeTelegram)


@dataclass
class World:
    """The service, its messengers, its time, and a client for its webhooks."""

    service: Service
    fakes: Fakes
    time: Ticking
    running: AsyncExitStack
    http: httpx.AsyncClient = field(init=False)
    sent: int = 0

    async def serve(self) -> None:
        """Answer at the webhooks."""
        application = app.application(self.service, with_worker=False)
        transport = httpx.ASGITransport(application)
        await self.running.enter_async_context(application.router.lifespan_context(application))
        self.http = await self.running.enter_async_context(httpx.AsyncClient(transport=transport, base_url=PUBLIC))

    async def start_again(self, version: str) -> None:
        """Start the service again with a new version of the agreement in doorstep.toml."""
        house = offering(self.service.house, version)
        self.service = replace(self.service, house=house, channels=_channels(house, self.service.settings))
        await asyncio.to_thread(app.move_in, self.service)
        await self.serve()

    async def signal(self, who: str, text: str, **data: Any) -> None:
        """Somebody writes on Signal."""
        await self.signal_frame(who, {"dataMessage": {"message": text, **data}})

    async def signal_frame(
        self, who: str, content: dict[str, Any], exception: dict[str, str] | None = None, *, at: int | None = None
    ) -> int:
        """Anything else of Signal's comes in; a frame with the same `at` is the same. Answers its time."""
        self.time.tick()
        at = at or int(self.time.moment.timestamp() * 1000)
        envelope = {
            "sourceUuid": signal_id(who),
            "sourceNumber": phone_number(who),
            "sourceDevice": 1,
            "timestamp": at,
            "serverReceivedTimestamp": at,
        }
        params = {"account": BOT, "envelope": envelope | content} | ({"exception": exception} if exception else {})
        frame = {"jsonrpc": "2.0", "method": "receive", "params": params}
        await self._posted("/hooks/signal/s1", json.dumps(frame), {})
        return at

    async def change_key(self, who: str) -> None:
        """Somebody's safety number is another one; it is heard of when they write."""
        await self.signal_frame(who, {}, {"type": "UntrustedIdentityException", "message": ""})

    async def in_group(self, who: str, data: dict[str, Any]) -> None:
        """Somebody does something in the staff's Signal group."""
        group = {"groupId": INTERNAL_GROUP, "groupName": "Staff", "revision": 0, "type": "DELIVER"}
        await self.signal_frame(who, {"dataMessage": {"groupInfo": group} | data})

    async def whatsapp(self, who: str, text: str, **fields: str) -> None:
        """Somebody writes on WhatsApp."""
        self.sent += 1
        form = {"MessageSid": f"SM{self.sent}", "From": whatsapp_id(who), "Body": text, "NumMedia": "0"} | fields
        await self.twilio("/hooks/whatsapp", form)

    async def twilio(self, path: str, form: dict[str, str]) -> None:
        """Twilio posts something, signed."""
        self.time.tick()
        signature = RequestValidator("twilio").compute_signature(f"{PUBLIC}{path}", form)
        headers = {"x-twilio-signature": signature, "content-type": "application/x-www-form-urlencoded"}
        await self._posted(path, urlencode(form), headers)

    async def press(self, who: str, button: str) -> None:
        """Somebody presses a button in the staff channel."""
        self.time.tick()
        self.sent += 1
        message = {"message_id": 5, "date": 1795416097, "chat": {"id": CHAT, "type": "supergroup"}}
        sender = {"id": telegram_id(who), "is_bot": False, "first_name": who}
        query = {"id": f"q{self.sent}", "from": sender, "message": message, "chat_instance": "1", "data": button}
        update = {"update_id": self.sent, "callback_query": query}
        headers = {"x-telegram-bot-api-secret-token": "t1"}
        await self._posted("/hooks/telegram", json.dumps(update), headers)

    async def settle(self) -> None:
        """Do everything that is due, as the worker does."""
        while await jobs.settle(self.service.house, self.service.channels):
            pass

    async def move_to(self, moment: datetime) -> None:
        """Let time pass, and everything that falls due in between happen in order."""
        while (due := self._next_due()) is not None and due <= moment:
            self.time.moment = due
            await self.settle()
        self.time.moment = moment
        await self.settle()

    async def move_on(self) -> None:
        """Let time pass until the next thing falls due."""
        if (due := self._next_due()) is not None:
            await self.move_to(due)

    def _next_due(self) -> datetime | None:
        with self.service.house.work("test") as work:
            due = [at for at in (timers.next_due_at(work), queued.next_due_at(work)) if at is not None]
        return min((at for at in due if at > self.time.moment), default=None)

    def contact(self, channel: str, address: str) -> Contact:
        """Find somebody's contact."""
        with self.service.house.work("test") as work:
            found = contacts.by_token(work, channel, contacts.token(work, channel, address))
        assert found is not None
        return found

    def rows(self, contact: Contact) -> list[Any]:
        """What was queued for a contact, in order."""
        with self.service.house.engine.begin() as connection:
            rows = select(outbox).where(outbox.c.contact_id == contact.id).order_by(outbox.c.n)
            return list(connection.execute(rows).mappings())

    def staff_channel_heard(self) -> list[str]:
        """Every text that Telegram got."""
        return [str(each["text"]) for each in self.fakes.telegram.sent]

    def group_heard(self) -> list[str]:
        """Every text that the staff's Signal group got."""
        return [each["text"] for each in self.fakes.signal.sent if each["to"] == GROUP]

    async def _posted(self, path: str, content: str, headers: dict[str, str]) -> None:
        answer = await self.http.post(path, content=content, headers=headers)
        assert answer.is_success, answer.text
        await self.settle()


def signal_id(who: str) -> str:
    return str(uuid5(NAMESPACE_URL, who))


def phone_number(who: str) -> str:
    return f"+4077{uuid5(NAMESPACE_URL, who).int % 10**8:08d}"


def whatsapp_id(who: str) -> str:
    return f"whatsapp:{phone_number(who)}"


def telegram_id(who: str) -> int:
    return uuid5(NAMESPACE_URL, who).int % 10**9


@asynccontextmanager
async def live_world(
    engine: Engine,
    keys: KeyRing,
    config: Path = ROOT / "doorstep.toml",
    *,
    staff_on: str = "telegram",
    providers: Mapping[str, Provider] | None = None,
) -> AsyncIterator[World]:
    """Build the service as `doorstep serve` does, with a time that stands, and bind the staff's messengers.

    What never changes is read once for all tests, and the database is there already.
    """
    fakes, time = Fakes(), Ticking(START)
    url = engine.url.render_as_string(hide_password=False)
    async with (
        served(fakes.signal.app()) as signal_url,
        served(fakes.twilio.app()) as twilio_url,
        served(fakes.telegram.app()) as telegram_url,
    ):
        settings = _settings(url, config, staff_on, signal_url, twilio_url, telegram_url)
        house = _house(engine, keys, config, Clock(source=time))
        made_by = {platform: each.name for platform, each in (providers or {}).items()}
        organisation = house.organisation.made_by(made_by).model_copy(
            update={"whatsapp_templates": _approved(fakes.twilio)}
        )
        house = replace(house, organisation=organisation, providers=providers or {})
        service = Service(settings, house, url, _channels(house, settings))
        await asyncio.to_thread(app.move_in, service)
        await asyncio.to_thread(_bind_staff, service, staff_on)
        async with AsyncExitStack() as running:
            world = World(service, fakes, time, running)
            await world.serve()
            yield world


def _channels(house: House, settings: Settings) -> dict[str, Channel]:
    """The messengers. A script tells hours in seconds; what a minute holds is tested where time passes."""
    channels = app.channels_of(house, settings)
    if isinstance(telegram := channels.get("telegram"), Telegram):
        telegram.most_a_minute = MANY
    return channels


def _approved(twilio: FakeTwilio) -> dict[str, dict[str, str]]:
    """Every text that may open a conversation, as a template that WhatsApp has approved."""
    return {
        name: {code: twilio.contents.add(TEXTS.say(code, name), code) for code in ("en", "pl")} for name in OPENINGS
    }


def _house(engine: Engine, keys: KeyRing, config: Path, clock: Clock) -> House:
    configured = organisation_of(config)
    return House(
        engine=engine,
        keys=keys,
        texts=TEXTS,
        organisation=configured,
        clock=clock,
        disclosure=app.disclosure_words(),
        defer=jobs.defer,
    )


def _settings(database_url: str, config: Path, staff_on: str, signal: str, twilio: str, telegram: str) -> Settings:
    channel = {"TELEGRAM_STAFF_CHAT_ID": str(CHAT)} if staff_on == "telegram" else {"SIGNAL_STAFF_GROUP": GROUP}
    given = {
        "DOORSTEP_MODE": "live",
        "DOORSTEP_CONFIG": str(config),
        "DATABASE_URL": database_url,
        "PUBLIC_URL": PUBLIC,
        "SIGNAL_API_URL": signal,
        "SIGNAL_NUMBER": BOT,
        "SIGNAL_WEBHOOK_SECRET": "s1",
        "TWILIO_ACCOUNT_SID": "AC1",
        "TWILIO_AUTH_TOKEN": "twilio",
        "TWILIO_WHATSAPP_FROM": "+441632960002",
        "TWILIO_API_URL": twilio,
        "TELEGRAM_BOT_TOKEN": "123:abc",
        "TELEGRAM_WEBHOOK_SECRET": "t1",
        "TELEGRAM_API_URL": telegram,
    }
    return load(given | channel, None)


def _bind_staff(service: Service, staff_on: str) -> None:
    version = service.house.organisation.staff_policies.version
    with service.house.work("test") as work:
        for member in staff.everybody(work):
            contacts.add(work, "signal", signal_id(member.handle), "staff", member.id)
            if staff_on == "telegram":
                assert staff_lines.bind_presses(work, member.handle, "telegram", str(telegram_id(member.handle)))
            staff.confirm_policies(work, member.id, version)

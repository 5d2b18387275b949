"""People who write through the messengers' real webhooks, in order, to a service that is killed again and again."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, uuid5

import httpx
from twilio.request_validator import RequestValidator

from tests.channels.fakes import BOT

PUBLIC = "https://bot.example"
CHAT = -1001234567890
FIRST_MS = 1_796_115_600_000
TRIES, PAUSE = 600, 0.1
FIRST = "hello, xylophonically yours, Amira Glimmerfrost"
# What is told in answer to these does not depend on what was told before, but the order of it does on theirs.
WORDS = ("STOP", "STATUS", "START", "RING ME", "STOP", "PRIVACY", "START")
PLANTED = ("Glimmerfrost", "xylophonically")


@dataclass
class Person:
    """Somebody who writes: the keys of what was acknowledged, in the order in which it was written."""

    channel: str
    number: int
    count: int
    acknowledged: list[str] = field(default_factory=list)

    def text(self, n: int) -> str:
        if n == 0:
            return FIRST
        return "STATUS" if self.channel == "signal" else WORDS[(n - 1) % len(WORDS)]

    def at(self, n: int) -> int:
        """A number that no other message has, and that grows with each of this person's."""
        return FIRST_MS + n * 100_000 + self.number


@dataclass
class Crowd:
    """Everybody, and the service's address."""

    url: str
    people: list[Person]
    done: int = 0
    moved: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def is_answered(self, count: int) -> None:
        """Wait until more than so many messages were answered, or everybody has written."""
        everything = sum(each.count for each in self.people)
        async with self.moved:
            await self.moved.wait_for(lambda: self.done > count or self.done == everything)

    def writing_on(self, channel: str) -> list[Person]:
        return [each for each in self.people if each.channel == channel]

    async def write(self, at_once: int = 16) -> None:
        """Everybody writes what they have to, each in order."""
        limits = asyncio.Semaphore(at_once)
        async with self.client() as client:
            await asyncio.gather(*(self._one(client, limits, each) for each in self.people))

    def client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.url, timeout=30)

    async def _one(self, client: httpx.AsyncClient, limits: asyncio.Semaphore, person: Person) -> None:
        post: Callable[[httpx.AsyncClient, Person, int], Awaitable[httpx.Response]] = POSTS[person.channel]
        for n in range(person.count):
            async with limits:
                if await _acknowledged(partial(post, client, person, n), again=person.channel != "signal"):
                    person.acknowledged.append(key(person, n))
                async with self.moved:
                    self.done += 1
                    self.moved.notify_all()


async def _acknowledged(post: Callable[[], Awaitable[httpx.Response]], *, again: bool) -> bool:
    """Post until it is acknowledged. signal-cli-rest-api posts once; but it waits for who listens at all."""
    for _ in range(TRIES):
        try:
            if (await post()).is_success:
                return True
        except httpx.ConnectError:
            await asyncio.sleep(PAUSE)
            continue
        except httpx.TransportError:
            pass
        if not again:
            return False
        await asyncio.sleep(PAUSE)
    return False


def key(person: Person, n: int) -> str:
    """What tells this message from every other: the provider's own key, but for Signal the time."""
    return {"signal": str(person.at(n)), "whatsapp": f"SM{person.at(n)}", "telegram": str(person.at(n))}[person.channel]


def signal_id(person: Person) -> str:
    return str(uuid5(NAMESPACE_URL, f"killed {person.number}"))


def whatsapp_id(person: Person) -> str:
    return f"whatsapp:+4077{person.number:08d}"


async def _signal(client: httpx.AsyncClient, person: Person, n: int) -> httpx.Response:
    at = person.at(n)
    envelope: dict[str, Any] = {"sourceUuid": signal_id(person), "sourceDevice": 1, "timestamp": at}
    envelope |= {"serverReceivedTimestamp": at, "dataMessage": {"timestamp": at, "message": person.text(n)}}
    frame = {"jsonrpc": "2.0", "method": "receive", "params": {"account": BOT, "envelope": envelope}}
    return await client.post("/hooks/signal/s1", json=frame)


async def _whatsapp(client: httpx.AsyncClient, person: Person, n: int) -> httpx.Response:
    form = {"MessageSid": key(person, n), "From": whatsapp_id(person), "Body": person.text(n)}
    signature = RequestValidator("twilio").compute_signature(f"{PUBLIC}/hooks/whatsapp", form)
    headers = {"x-twilio-signature": signature, "content-type": "application/x-www-form-urlencoded"}
    return await client.post("/hooks/whatsapp", content=urlencode(form), headers=headers)


async def _telegram(client: httpx.AsyncClient, person: Person, n: int) -> httpx.Response:
    query = {"id": f"q{person.at(n)}", "from": {"id": person.number}, "message": {"chat": {"id": CHAT}}, "data": "b-1"}
    update = {"update_id": person.at(n), "callback_query": query}
    headers = {"x-telegram-bot-api-secret-token": "t1"}
    return await client.post("/hooks/telegram", content=json.dumps(update), headers=headers)


POSTS = {"signal": _signal, "whatsapp": _whatsapp, "telegram": _telegram}

"""Turns over HTTP: the same conversation through the WhatsApp webhook, signed as Twilio signs, 32 in flight."""

import asyncio
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import count
from time import perf_counter, sleep
from urllib.parse import urlencode
from uuid import uuid4

import httpx
import psycopg
from sqlalchemy import make_url
from twilio.request_validator import RequestValidator

from benchmarks.place import Place
from benchmarks.processes import PUBLIC, TOKEN, free_port, live_settings, started
from benchmarks.rounds import Figure, interleaved
from benchmarks.turns import GREETING, conversation
from storage.crypto import KeyRing

AT_ONCE = 32
GOAL = 0.6
PATH = "/hooks/whatsapp"
_numbers = count(1)


def measured(place: Place, families: int, rounds: int, processes: int) -> list[Figure]:
    """Turns a second from the first post until the last turn is done, against one bare webhook."""
    per_round = max(1, families // rounds)
    if not (place.folder / "keys").exists():
        KeyRing.create(place.folder / "keys")
    with place.database() as url, ExitStack() as running:
        provider, bare, ports = free_port(), free_port(), [free_port() for _ in range(processes)]
        running.enter_context(started("benchmarks.provider", str(provider), port=provider))
        plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        running.enter_context(started("benchmarks.bare_web", plain, str(bare), port=bare))
        for port in ports:
            running.enter_context(
                started("bot", "serve", port=port, **live_settings(place.folder, url, provider, port))
            )
        ours, theirs = interleaved(
            rounds, lambda _: _round(per_round, ports, plain), lambda _: _round(per_round, [bare], plain)
        )
    name = f"Over HTTP, signed, 32 in flight, {processes} process{'es' if processes > 1 else ''}"
    return [Figure("Turns", name, "turns a second", ours, theirs, GOAL if processes == 1 else None)]


def _round(families: int, ports: Sequence[int], url: str) -> float:
    numbers = [next(_numbers) for _ in range(families)]
    asyncio.run(_write(dict.fromkeys(numbers, GREETING), ports))
    _await_turns(url)
    talks = {each: conversation(each) for each in numbers}
    began = perf_counter()
    asyncio.run(_write(talks, ports))
    _await_turns(url)
    return sum(map(len, talks.values())) / (perf_counter() - began)


async def _write(talks: dict[int, tuple[str, ...]], ports: Sequence[int]) -> None:
    """Everybody writes in order; so many of them at once, each to the next process."""
    places, signature = asyncio.Semaphore(AT_ONCE), RequestValidator(TOKEN)

    async def talk(client: httpx.AsyncClient, number: int, words: tuple[str, ...]) -> None:
        for text in words:
            async with places:
                form = {"MessageSid": f"SM{uuid4().hex}", "From": f"whatsapp:+40{number:09d}", "Body": text}
                signed = signature.compute_signature(f"{PUBLIC}{PATH}", form)
                headers = {"x-twilio-signature": signed, "content-type": "application/x-www-form-urlencoded"}
                where = f"http://127.0.0.1:{ports[number % len(ports)]}{PATH}"
                (await client.post(where, content=urlencode(form), headers=headers)).raise_for_status()

    async with httpx.AsyncClient(timeout=60) as client:
        await asyncio.gather(*(talk(client, number, words) for number, words in talks.items()))


def _await_turns(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        while connection.execute("SELECT 1 FROM inbox WHERE status = 'new' LIMIT 1").fetchone() is not None:
            sleep(0.01)

"""Plays the playground's scripts over the real messengers' protocols: it speaks the playground's API to tests/talk.py."""

import asyncio
import json
from collections.abc import Coroutine
from datetime import datetime
from itertools import count
from typing import Any

import httpx

from tests.channels.live_world import World, phone_number, signal_id, whatsapp_id
from tests.talk import STAFF_CHANNEL

ADDRESS = {"signal": signal_id, "whatsapp": whatsapp_id}
ON_SIGNAL: dict[str, dict[str, Any]] = {
    "photo": {"attachments": [{"id": "a.jpg", "contentType": "image/jpeg"}]},
    "voice": {"attachments": [{"id": "a.aac", "contentType": "audio/aac", "isVoiceNote": True}]},
    "sticker": {"sticker": {"packId": "p", "stickerId": 1}},
    "reaction": {"reaction": {"emoji": "👍", "targetSentTimestamp": 1}},
    "delete": {"remoteDelete": {"timestamp": 1}},
}


class Phones(httpx.BaseTransport):
    """What is written goes in by the webhooks; what is shown is what the fakes were sent."""

    def __init__(self, world: World, loop: asyncio.AbstractEventLoop) -> None:
        self._world, self._loop = world, loop
        self._channels = {each.handle: "signal" for each in world.service.house.organisation.staff}
        self._shown: list[dict[str, Any]] = []
        self._revision = 0
        self._seen: dict[str, int] = {}
        self._owners: dict[str, str] = {}
        self._times: dict[str, int] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request of the playground's API."""
        asked = (request.method, request.url.path.rpartition("/")[2])
        body = json.loads(request.content or b"{}")
        match asked:
            case ("GET", "people"):
                return httpx.Response(200, json={"now": self._world.time.moment.isoformat(), "people": self._people()})
            case ("POST", "people"):
                self._channels[body["id"]] = body["channel"]
                if body.get("shares_with"):
                    self._owners[body["id"]] = body["shares_with"]
            case ("POST", "rekey"):
                self._run(self._world.change_key(body["id"]))
            case ("POST", "messages"):
                self._run(self._write(body))
                return httpx.Response(200, json={"accepted": True})
            case ("POST", "clock"):
                self._run(self._move(body))
            case ("GET", "messages"):
                after = int(request.url.params["after"])
                self._look()
                return httpx.Response(200, json=[each for each in self._shown if each["rev"] > after])
        return httpx.Response(200, json={})

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(300)

    def _people(self) -> list[dict[str, str]]:
        return [{"id": who, "channel": channel} for who, channel in self._channels.items()]

    async def _move(self, body: dict[str, Any]) -> None:
        if "next" in body:
            await self._world.move_on()
        else:
            await self._world.move_to(datetime.fromisoformat(body["to"]))

    async def _write(self, body: dict[str, Any]) -> None:
        who = self._owners.get(body["from"], body["from"])
        if "press" in body:
            await self._world.press(who, body["press"])
        elif self._channels[who] == "signal":
            content = ON_SIGNAL.get(body.get("kind", ""), {"message": body["text"]})
            known = self._times.get(body["id"], self._sent_at(body))
            self._times[body["id"]] = await self._world.signal_frame(who, {"dataMessage": content}, at=known)
        else:
            await self._world.whatsapp(who, body["text"])

    def _sent_at(self, body: dict[str, Any]) -> int | None:
        """When a phone says that it sent this: no two messages of one phone in the same millisecond."""
        if "sent_at" not in body:
            return None
        at = int(datetime.fromisoformat(body["sent_at"]).timestamp() * 1000)
        return next(ms for ms in count(at) if ms not in self._times.values())

    def _look(self) -> None:
        fakes = self._world.fakes
        for sent, time in self._new("signal", list(zip(fakes.signal.sent, fakes.signal.times, strict=True))):
            self._show(self._whose("signal", sent["to"]), sent["text"], [], f"signal {time}")
        for sent in self._new("whatsapp", fakes.twilio.sent):
            self._show(self._whose("whatsapp", sent["to"]), sent["text"], [], sent["sid"])
        for time in self._new("deletes", fakes.signal.deletes):
            shown = [each for each in self._shown if each["number"] == f"signal {time}"]
            shown[0].update(self._words("", []), deleted=True)
        numbers = {101 + at: sent for at, sent in enumerate(fakes.telegram.sent)}
        for sent in self._new("telegram", list(numbers.items())):
            self._show(STAFF_CHANNEL, sent[1]["text"], sent[1]["buttons"], str(sent[0]))
        for number, text, buttons in self._new("edits", fakes.telegram.edits):
            self._edit(number, text, buttons)

    def _new(self, name: str, everything: list[Any]) -> list[Any]:
        seen, self._seen[name] = self._seen.get(name, 0), len(everything)
        return everything[seen:]

    def _show(self, chat: str, text: str, buttons: list[tuple[str, str]], number: str) -> None:
        shown = {"n": len(self._shown) + 1, "chat": chat, "from": "bot", "edited": False, "deleted": False}
        self._shown.append(shown | {"number": number} | self._words(text, buttons))

    def _edit(self, number: int, text: str, buttons: list[tuple[str, str]]) -> None:
        shown = next(each for each in self._shown if each["number"] == str(number))
        shown.update(self._words(text, buttons), edited=True)

    def _words(self, text: str, buttons: list[tuple[str, str]]) -> dict[str, Any]:
        self._revision += 1
        for who, channel in self._channels.items():
            text = text.replace(ADDRESS[channel](who), who).replace(phone_number(who), who)
        return {"text": text, "rev": self._revision, "buttons": [{"id": id_, "label": label} for id_, label in buttons]}

    def _whose(self, name: str, address: str) -> str:
        theirs = (who for who, channel in self._channels.items() if channel == name and who not in self._owners)
        return next(who for who in theirs if ADDRESS[name](who) == address)

"""What Zoom posts: only what it has signed just now counts, once; a stranger in the waiting room is told."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.hooks.door import LONGEST, Door
from bot.hooks.zoom import zoom_events
from bot.settings import load
from flows.staff.acts.platform import Rotate
from flows.staff.acts.rooms import ListSeen, RestartRoom
from storage.tables import room_events
from tests.meetings.evening import Evening
from tests.meetings.fake_zoom import HOOKS


@dataclass
class Post:
    """Zoom's side of the webhook, during an evening."""

    evening: Evening
    http: httpx.AsyncClient
    told: int = 0

    async def event(self, event: str, name: str | None = None, user: str = "1", **more: Any) -> httpx.Response:
        self.told += 1
        meeting: dict[str, Any] = {"id": str(self.evening.fake.only()["id"]), "uuid": "u-1"} | more
        if name is not None:
            meeting["participant"] = {"user_id": user, "user_name": name, "email": ""}
        stamp = int(self.evening.life.now.timestamp() * 1000) + self.told
        return await self.post({"event": f"meeting.{event}", "event_ts": stamp, "payload": {"object": meeting}})

    async def post(
        self, frame: Any, secret: str = HOOKS, age: timedelta = timedelta(), **headers: str
    ) -> httpx.Response:
        body = json.dumps(frame, indent=1).encode() if not isinstance(frame, bytes) else frame
        return await self.http.post("/hooks/zoom", content=body, headers=self.signed(body, secret, age) | headers)

    def signed(self, body: bytes, secret: str = HOOKS, age: timedelta = timedelta()) -> dict[str, str]:
        stamp = str(int((self.evening.life.now - age).timestamp()))
        signature = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
        return {"x-zm-request-timestamp": stamp, "x-zm-signature": f"v0={signature}"}

    def strangers(self) -> list[str]:
        return [text for text in self.evening.life.told(handle="anna") if "stranger" in text or "twice" in text]

    def events(self) -> int:
        with self.evening.life.work() as work:
            return len(work.connection.execute(room_events.select()).all())


@pytest.fixture
async def zoom(evening: Evening) -> AsyncIterator[Post]:
    async def take(_: Any) -> None:
        raise AssertionError("Zoom's events are no messages")

    settings = load({"ZOOM_WEBHOOK_SECRET": HOOKS}, None)
    app = Starlette(routes=zoom_events(Door(evening.house, take, None), settings))
    await evening.seated()
    await evening.begin()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://bot.example") as http:
        yield Post(evening, http)


async def test_zoom_hears_that_the_address_is_ours(zoom: Post) -> None:
    answer = await zoom.post({"event": "endpoint.url_validation", "payload": {"plainToken": "p1"}})
    encrypted = hmac.new(HOOKS.encode(), b"p1", hashlib.sha256).hexdigest()
    assert answer.json() == {"plainToken": "p1", "encryptedToken": encrypted}


async def test_without_a_secret_there_is_no_such_address() -> None:
    assert zoom_events(Door.__new__(Door), load({}, None)) == []


FORGED: Mapping[str, Mapping[str, Any]] = {
    "another secret": {"secret": "guessed"},
    "too old": {"age": timedelta(minutes=6)},
    "from the future": {"age": timedelta(minutes=-6)},
    "no signature": {"x-zm-signature": ""},
    "another time than signed": {"x-zm-request-timestamp": "1795416097"},
    "no number": {"x-zm-request-timestamp": "soon"},
    "another kind of signature": {"x-zm-signature": "v1=00"},
}


@pytest.mark.parametrize("how", FORGED)
async def test_what_zoom_has_not_signed_just_now_is_refused(zoom: Post, how: str) -> None:
    frame = {"event": "meeting.started", "event_ts": 1, "payload": {"object": {"id": "1"}}}
    assert (await zoom.post(frame, **FORGED[how])).status_code == 403


async def test_the_very_bytes_are_signed(zoom: Post) -> None:
    body = b'{ "event" : "meeting.started",\n "payload": {"object": {"id": "1"}} }'
    assert (await zoom.post(body)).status_code == 204
    changed = await zoom.http.post("/hooks/zoom", content=body + b" ", headers=zoom.signed(body))
    assert changed.status_code == 403


@pytest.mark.parametrize("body", [b"[]", b"{", b'{"event": "meeting.started"}', b'{"event": 1, "payload": []}'])
async def test_what_makes_no_sense_does_no_harm(zoom: Post, body: bytes) -> None:
    assert (await zoom.post(body)).status_code in {204, 400}


async def test_a_flood_is_not_even_read(zoom: Post) -> None:
    assert (await zoom.post(b"x" * (LONGEST + 1))).status_code == 413


@pytest.mark.clause("G7.3")
async def test_the_leader_hears_by_screen_name_who_is_not_on_the_list(zoom: Post) -> None:
    zoom.evening.member("Sara")
    await zoom.event("participant_joined_waiting_room", " SARA ")
    await zoom.event("participant_joined_waiting_room", "Anna Leader", user="2")
    assert zoom.strangers() == []
    await zoom.event("participant_joined_waiting_room", "Bob's iPad", user="3")
    assert zoom.strangers() == ["staff_stranger_waits"]
    assert "stranger" not in str(zoom.evening.life.told(handle="ben"))
    assert ("wait", "refused:refused_not_on_list", "G7.3") in zoom.evening.life.audited()


@pytest.mark.clause("G7.6")
async def test_the_same_name_twice_is_told(zoom: Post) -> None:
    zoom.evening.member("Sara")
    await zoom.event("participant_joined", "Sara")
    await zoom.event("participant_joined_waiting_room", "Sara", user="2")
    assert zoom.strangers() == ["staff_name_twice"]


async def test_who_comes_back_is_no_impostor(zoom: Post) -> None:
    zoom.evening.member("Sara")
    await zoom.event("participant_joined", "Sara")
    await zoom.event("participant_left", "Sara")
    await zoom.event("participant_joined_waiting_room", "Sara")
    assert zoom.strangers() == []


async def test_the_same_event_again_is_told_once(zoom: Post) -> None:
    frame = {"event": "meeting.participant_joined_waiting_room", "event_ts": 1796119200000}
    frame["payload"] = {
        "object": {"id": zoom.evening.fake.only()["id"], "participant": {"user_id": "1", "user_name": "X"}}
    }
    for _ in range(3):
        assert (await zoom.post(frame)).status_code == 204
    assert zoom.strangers() == ["staff_stranger_waits"]
    assert zoom.events() == 1


async def test_somebody_who_knocks_again_and_again_does_not_flood_the_leader(zoom: Post) -> None:
    for knock in range(40):
        await zoom.event("participant_joined_waiting_room", f"Stranger {knock}", user=str(knock))
        await zoom.event("participant_joined_waiting_room", f"Stranger {knock}", user=str(knock))
    assert 10 <= len(zoom.strangers()) <= 30


async def test_an_event_of_a_meeting_that_is_not_ours_leaves_nothing(zoom: Post) -> None:
    assert (await zoom.event("participant_joined", "Sara", id="5")).status_code == 204
    assert zoom.events() == 0


@pytest.mark.clause("G5.6")
async def test_names_on_the_screen_are_sealed_and_end_with_the_meetings_key(zoom: Post) -> None:
    await zoom.event("participant_joined", "Planted Name")
    with zoom.evening.life.work() as work:
        [row] = work.connection.execute(room_events.select()).mappings()
    assert b"Planted" not in row["name_sealed"]
    await zoom.evening.later(days=2)
    assert await zoom.evening.do("anna", ListSeen(zoom.evening.code())) == ()


@pytest.mark.clause("G7.3")
async def test_who_was_seen_is_proposed_by_number(zoom: Post) -> None:
    for name in ("Sara", "Tom"):
        zoom.evening.member(name)
    await zoom.event("participant_joined", "Tom")
    await zoom.event("participant_joined", "Bob", user="2")
    seen = await zoom.evening.do("anna", ListSeen(zoom.evening.code()))
    assert len(seen) == 1
    assert await zoom.evening.do("mo", ListSeen(zoom.evening.code())) == ()


@pytest.mark.clause("G6.5")
async def test_people_who_are_inside_early_are_not_thrown_out_by_a_rotation(zoom: Post) -> None:
    evening, old = zoom.evening, str(zoom.evening.fake.only()["id"])
    await zoom.event("started")
    await evening.do("anna", Rotate(evening.code(), "other"))
    await evening.later(minutes=1)
    assert list(evening.fake.meetings) == [old]
    await evening.do("anna", RestartRoom(evening.code(), 2))
    await evening.keep()
    assert old not in evening.fake.meetings


async def test_the_leader_is_reminded_to_write_end_when_zoom_is_over(zoom: Post) -> None:
    await zoom.evening.start()
    await zoom.event("started")
    await zoom.event("ended")
    assert zoom.evening.told()[-1] == "staff_room_over"


@pytest.mark.parametrize("event", ["deleted", "updated"])
async def test_a_meeting_that_zoom_says_was_touched_is_looked_at_now(zoom: Post, event: str) -> None:
    await zoom.event(event)
    reads = zoom.evening.fake.times("read")
    await zoom.evening.keep()
    assert zoom.evening.fake.times("read") == reads + 1

"""A small signal-cli-rest-api in json-rpc mode, with its websocket."""

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from tests.channels.fakes import ANNA, BOT, Fake

IDENTITY = {
    "number": "",
    "uuid": ANNA,
    "status": "TRUSTED_UNVERIFIED",
    "fingerprint": "",
    "safety_number": "",
    "added": "",
}
GROUP: dict[str, Any] = {
    "id": "group.Zm9v",
    "internal_id": "foo",
    "name": "Staff",
    "description": "",
    "members": [],
    "admins": [],
    "pending_invites": [],
    "pending_requests": [],
    "invite_link": "",
    "blocked": False,
    "member": True,
    "permissions": {"add_members": "only-admins", "edit_group": "only-admins", "send_messages": "every-member"},
}


@dataclass
class FakeSignal(Fake):
    """signal-cli-rest-api in json-rpc mode."""

    identities: list[dict[str, Any]] = field(default_factory=list)
    groups: list[dict[str, Any]] = field(default_factory=list)
    numbers: list[str] = field(default_factory=lambda: [BOT])
    mode: str = "json-rpc"
    version: str = "0.101"
    times: list[int] = field(default_factory=list)
    deletes: list[int] = field(default_factory=list)
    partly: list[str] = field(default_factory=list)
    clock: int = 1795416097514
    sockets: list[WebSocket] = field(default_factory=list)
    listened: asyncio.Queue[WebSocket] = field(default_factory=asyncio.Queue)
    waits_for: int = 0
    enough: asyncio.Event = field(default_factory=asyncio.Event)
    under_way: list[str] = field(default_factory=list)
    side_by_side: set[tuple[str, ...]] = field(default_factory=set)

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/v2/send", self.send, methods=["POST"]),
                Route("/v1/about", self.about, methods=["GET"]),
                Route("/v1/accounts", self.accounts, methods=["GET"]),
                Route("/v1/remote-delete/{number}", self.other, methods=["DELETE"]),
                Route("/v1/contacts/{number}", self.other, methods=["PUT"]),
                Route("/v1/identities/{number}", self.known, methods=["GET"]),
                Route("/v1/groups/{number}", self.listed_groups, methods=["GET"]),
                Route("/v1/attachments/{id}", self.forget, methods=["DELETE"]),
                Route("/v1/configuration/{number}/settings", self.other, methods=["POST"]),
                Route("/v1/accounts/{number}/rate-limit-challenge", self.other, methods=["POST"]),
                WebSocketRoute("/v1/receive/{number}", self.receive),
            ]
        )

    async def about(self, _: Request) -> Response:
        about = {"versions": ["v1", "v2"], "build": 2, "mode": self.mode, "version": self.version}
        return JSONResponse(about | {"capabilities": {"v2/send": ["quotes", "mentions"]}})

    async def accounts(self, _: Request) -> Response:
        return JSONResponse(self.numbers)

    async def send(self, request: Request) -> Response:
        body = await request.json()
        self.asked.append(("POST", "send", body))
        failure = self.next_failure()
        if self.waits_for:
            await self.wait_for_others(body["recipients"][0])
        if failure is None or failure == "slow":
            self.clock += 1
            sent = {"to": body["recipients"][0], "text": body["message"], "edits": body.get("edit_timestamp")}
            self.sent.append(sent)
            self.times.append(self.clock)
        if failure == "slow":
            await self.hold()
        if failure is None and self.partly and body["recipients"][0].startswith("group."):
            return self.reason(self.partly.pop(0))
        return self.failed(failure) if failure else JSONResponse([{"timestamp": str(self.clock)}], 201)

    async def wait_for_others(self, recipient: str) -> None:
        """Answer nobody before so many people are being sent to at once; note whose messages are under way together."""
        self.under_way.append(recipient)
        self.side_by_side.add(tuple(sorted(self.under_way)))
        if len(set(self.under_way)) == self.waits_for:
            self.enough.set()
        await asyncio.wait_for(self.enough.wait(), 20)
        self.under_way.remove(recipient)

    def failed(self, failure: Any) -> Response:
        match failure:
            case "throttled":
                return JSONResponse({"error": "Rate limit", "challenge_tokens": ["t-1"], "account": BOT}, 429)
            case "down":
                return JSONResponse({"error": "Bad gateway"}, 502)
            case "refused":
                return self.reason("UNREGISTERED_FAILURE")
            case str() if failure.isupper():
                return self.reason(failure)
        return JSONResponse({"error": failure}, 400)

    def reason(self, reason: str) -> Response:
        recipient = {"number": "", "uuid": ANNA, "username": "", "reason": reason}
        return JSONResponse([{"timestamp": str(self.clock), "errors": {"recipients": [recipient]}}], 201)

    async def other(self, request: Request) -> Response:
        body = await request.json()
        self.asked.append((request.method, request.url.path.split("/")[2], body))
        failure = self.next_failure()
        if failure is None and request.method == "DELETE":
            self.deletes.append(body["timestamp"])
        if failure == "slow":
            await self.hold()
        return self.failed(failure) if failure else JSONResponse({"timestamp": str(self.clock)}, 201)

    async def forget(self, request: Request) -> Response:
        self.asked.append(("DELETE", "attachments", request.path_params["id"]))
        self.told.put_nowait(("attachments", request.path_params["id"]))
        return Response(status_code=204)

    async def listed_groups(self, _: Request) -> Response:
        return JSONResponse([GROUP | each for each in self.groups])

    async def receive(self, socket: WebSocket) -> None:
        """Stay until the listener goes; what is brought goes to everybody who listens."""
        await socket.accept()
        self.sockets.append(socket)
        self.listened.put_nowait(socket)
        with suppress(WebSocketDisconnect, RuntimeError):
            while True:
                await socket.receive_text()
        self.sockets.remove(socket)

    async def next_listener(self) -> WebSocket:
        """Wait until somebody listens (again)."""
        return await asyncio.wait_for(self.listened.get(), 120)

    async def bring(self, frame: object) -> None:
        """Hand an event to everybody who listens, as signal-cli-rest-api does; text goes as it is."""
        for socket in self.sockets:
            await socket.send_text(frame if isinstance(frame, str) else json.dumps(frame))

    async def known(self, request: Request) -> Response:
        self.asked.append(("GET", "identities", request.path_params["number"]))
        return JSONResponse([IDENTITY | each for each in self.identities])

"""Small messengers that speak the real ones' HTTP, remember what was asked of them, and fail when told to."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl
from uuid import uuid4

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

BOT = "+441632960001"
ANNA = "5a246262-c981-4f08-b03b-e0276dbcab10"


@dataclass
class Fake:
    """What every fake has: the messages that went out, everything that was asked, and the next failures.

    A failure is "throttled", "down", "refused", "slow" (sent, but never answered) or a provider's own answer.
    """

    sent: list[dict[str, Any]] = field(default_factory=list)
    asked: list[tuple[str, str, Any]] = field(default_factory=list)
    told: asyncio.Queue[tuple[str, str]] = field(default_factory=asyncio.Queue)
    failures: list[Any] = field(default_factory=list)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    def next_failure(self) -> Any:
        return self.failures.pop(0) if self.failures else None

    async def next_asked(self) -> tuple[str, str]:
        """Wait for what is asked after the answer to somebody else: what it is about, and its words."""
        return await asyncio.wait_for(self.told.get(), 20)

    async def hold(self) -> None:
        """Never answer, until the test is over."""
        await self.let_go.wait()


@dataclass
class FakeSignal(Fake):
    """signal-cli-rest-api in json-rpc mode."""

    identities: list[dict[str, Any]] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    deletes: list[int] = field(default_factory=list)
    clock: int = 1795416097514

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/v2/send", self.send, methods=["POST"]),
                Route("/v1/remote-delete/{number}", self.other, methods=["DELETE"]),
                Route("/v1/contacts/{number}", self.other, methods=["PUT"]),
                Route("/v1/identities/{number}", self.known, methods=["GET"]),
            ]
        )

    async def send(self, request: Request) -> Response:
        body = await request.json()
        self.asked.append(("POST", "send", body))
        failure = self.next_failure()
        if failure is None or failure == "slow":
            self.clock += 1
            sent = {"to": body["recipients"][0], "text": body["message"], "edits": body.get("edit_timestamp")}
            self.sent.append(sent)
            self.times.append(self.clock)
        if failure == "slow":
            await self.hold()
        return self.failed(failure) if failure else JSONResponse([{"timestamp": str(self.clock)}], 201)

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

    async def known(self, request: Request) -> Response:
        self.asked.append(("GET", "identities", request.path_params["number"]))
        return JSONResponse(self.identities)


@dataclass
class FakeTwilio(Fake):
    """Twilio's REST API for messages."""

    def app(self) -> Starlette:
        where = "/2010-04-01/Accounts/{account}/Messages"
        return Starlette(
            routes=[
                Route(f"{where}.json", self.send, methods=["POST"]),
                Route(f"{where}.json", self.listed, methods=["GET"]),
                Route(where + "/{sid}.json", self.change, methods=["POST"]),
            ]
        )

    async def send(self, request: Request) -> Response:
        form = await _form(request)
        self.asked.append(("POST", "Messages", form))
        failure = self.next_failure()
        if failure is None or failure in {"slow", "down-after-send"}:
            self.sent.append(
                {"sid": f"SM{uuid4().hex}", "to": form["To"], "text": form.get("Body", form.get("ContentSid"))}
            )
        if failure == "slow":
            await self.hold()
        return self.failed(failure) if failure else JSONResponse(_message(self.sent[-1]), 201)

    def failed(self, failure: Any) -> Response:
        status, code = {
            "throttled": (429, 20429),
            "down": (503, 20503),
            "down-after-send": (502, None),
            "refused": (400, 21610),
        }.get(failure, (400, failure))
        if code is None:
            return Response("<html>Bad gateway</html>", status, media_type="text/html")
        return JSONResponse({"code": code, "message": "No.", "status": status, "more_info": ""}, status)

    async def listed(self, request: Request) -> Response:
        self.asked.append(("GET", "Messages", dict(request.query_params)))
        theirs = [_message(each) for each in reversed(self.sent) if each["to"] == request.query_params["To"]]
        return JSONResponse({"messages": theirs, "next_page_uri": None, "page": 0, "page_size": 30})

    async def change(self, request: Request) -> Response:
        form = await _form(request)
        self.asked.append(("POST", request.path_params["sid"], form))
        self.told.put_nowait((request.path_params["sid"], form["Body"]))
        failure = self.next_failure()
        return self.failed(failure) if failure else JSONResponse({"sid": request.path_params["sid"], "body": ""})


def _message(sent: dict[str, Any]) -> dict[str, Any]:
    made = sent.get("made", "Tue, 01 Dec 2026 09:00:00 +0000")
    return {"sid": sent["sid"], "body": sent["text"], "status": "queued", "date_created": made, "to": sent["to"]}


async def _form(request: Request) -> dict[str, str]:
    return dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))


@dataclass
class FakeTelegram(Fake):
    """Telegram's Bot API."""

    number: int = 100
    edits: list[tuple[int, str, list[tuple[str, str]]]] = field(default_factory=list)

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/bot{token}/{method}", self.call, methods=["POST"])])

    async def call(self, request: Request) -> Response:
        method, form = request.path_params["method"], await _form(request)
        self.asked.append(("POST", method, form))
        self.told.put_nowait((method, form.get("text", "")))
        failure = self.next_failure()
        if method == "sendMessage" and failure in {None, "slow"}:
            self.number += 1
            self.sent.append({"to": form["chat_id"], "text": form["text"], "buttons": _buttons(form)})
        if failure is None and method == "editMessageText":
            self.edits.append((int(form["message_id"]), form["text"], _buttons(form)))
        if failure == "slow":
            await self.hold()
        return self.failed(failure) if failure else JSONResponse({"ok": True, "result": self.result(method, form)})

    def result(self, method: str, form: dict[str, str]) -> Any:
        if method in {"sendMessage", "editMessageText"}:
            chat = {"id": int(form["chat_id"]), "type": "supergroup"}
            return {"message_id": self.number, "date": 1795416097, "chat": chat, "text": form["text"]}
        return True

    def failed(self, failure: Any) -> Response:
        match failure:
            case "throttled":
                return _no(429, "Too Many Requests: retry after 7", retry_after=7)
            case "down":
                return _no(502, "Bad Gateway")
            case "refused":
                return _no(400, "Bad Request: chat not found")
            case int():
                return _no(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=failure)
        return _no(403 if "kicked" in failure else 400, failure)


def _no(status: int, description: str, **parameters: int) -> Response:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    return JSONResponse(body | ({"parameters": parameters} if parameters else {}), status)


def _buttons(form: dict[str, str]) -> list[tuple[str, str]]:
    keyboard = json.loads(form.get("reply_markup", '{"inline_keyboard": []}'))["inline_keyboard"]
    return [(each["callback_data"], each["text"]) for row in keyboard for each in row]

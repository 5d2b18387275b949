"""A small signal-cli-rest-api in json-rpc mode."""

from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.channels.fakes import ANNA, BOT, Fake


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

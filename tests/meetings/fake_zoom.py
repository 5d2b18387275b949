"""A small Zoom that speaks the real one's HTTP, keeps meetings, and fails when told to."""

import asyncio
import base64
import json
from collections import defaultdict
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

ACCOUNT, CLIENT, SECRET, USER, HOOKS = "acc-1", "client-1", "planted-client-secret", "host@example.org", "hook-secret"
GONE = {"code": 3001, "message": "Meeting does not exist: 1."}

CLOSED_ACCOUNT: dict[str, Any] = {
    "schedule_meeting": {"embed_password_in_join_link": False},
    "in_meeting": {
        "auto_saving_chat": False,
        "allow_users_save_chats": 1,
        "meeting_summary_with_ai_companion": {"enable": False},
        "ai_companion_questions": {"enable": False},
    },
    "recording": {"local_recording": False, "cloud_recording": False, "auto_recording": "none"},
}


@dataclass
class FakeZoom:
    """What is there, what was asked, and the next failures of each thing that can be asked.

    A failure is a status, "slow" (done, never answered), "html", "passcode", or Zoom's own body with its status.
    """

    meetings: dict[str, dict[str, Any]] = field(default_factory=dict)
    running: set[str] = field(default_factory=set)
    account: dict[str, Any] = field(default_factory=lambda: deepcopy(CLOSED_ACCOUNT))
    requirement: dict[str, Any] = field(default_factory=dict)
    failures: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    asked: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    locked: dict[str, Any] = field(default_factory=dict)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)
    page: int = 300
    _next: int = 81000000001

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/oauth/token", self.token, methods=["POST"]),
                Route("/v2/users/{user}/settings", self._checked("settings", self.settings), methods=["GET"]),
                Route("/v2/users/{user}/meetings", self._checked("create", self.create), methods=["POST"]),
                Route("/v2/users/{user}/meetings", self._checked("list", self.listed), methods=["GET"]),
                Route("/v2/meetings/{id}", self._checked("read", self.read), methods=["GET"]),
                Route("/v2/meetings/{id}", self._checked("delete", self.delete), methods=["DELETE"]),
                Route("/v2/meetings/{id}/status", self._checked("end", self.end), methods=["PUT"]),
            ]
        )

    def times(self, what: str) -> int:
        return self.asked.count(what)

    def only(self) -> dict[str, Any]:
        """The one meeting that is there."""
        [meeting] = self.meetings.values()
        return meeting

    def change_by_hand(self, **settings: Any) -> None:
        self.only()["settings"].update(settings)

    async def token(self, request: Request) -> Response:
        self.asked.append("token")
        form = dict(pair.split("=", 1) for pair in (await request.body()).decode().split("&"))
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        known = request.headers.get("authorization") == f"Basic {basic}" and form.get("account_id") == ACCOUNT
        if not known or form.get("grant_type") != "account_credentials":
            return JSONResponse({"reason": "Invalid client_id or client_secret", "error": "invalid_client"}, 401)
        if self.failures["token"]:
            return self._failed(self.failures["token"].pop(0))
        self.tokens.append(f"token-{len(self.tokens) + 1}")
        return JSONResponse({"access_token": self.tokens[-1], "token_type": "bearer", "expires_in": 3599})

    def _checked(self, what: str, answer: Any) -> Any:
        async def checked(request: Request) -> Response:
            self.asked.append(what)
            if request.headers.get("authorization") != f"Bearer {self.tokens[-1] if self.tokens else ''}":
                return JSONResponse({"code": 124, "message": "Invalid access token."}, 401)
            failure = self.failures[what].pop(0) if self.failures[what] else None
            if failure not in {None, "slow", "lost"}:
                return self._failed(failure)
            done: Response = await answer(request)
            if failure == "slow":
                await self.let_go.wait()
            return Response("<html>Bad gateway</html>", 502) if failure == "lost" else done

        return checked

    def _failed(self, failure: Any) -> Response:
        match failure:
            case "html":
                return Response("<html>Sorry</html>", 503, media_type="text/html")
            case "passcode":
                return JSONResponse({"code": 300, "message": "Passcode does not meet the requirement."}, 400)
            case "gone":
                return JSONResponse(GONE, 404)
            case ("busy", seconds):
                return JSONResponse({"code": 429, "message": "Slow down."}, 429, {"retry-after": str(seconds)})
            case ("spent", until):
                words = "You have exceeded the daily rate limit (100) of Meeting Create/Update API requests."
                return JSONResponse({"code": 429, "message": words}, 429, {"retry-after": until})
            case 401:
                return JSONResponse({"code": 124, "message": "Access token is expired."}, 401)
        return JSONResponse({"code": int(failure), "message": "No."}, int(failure))

    async def settings(self, request: Request) -> Response:
        if request.query_params.get("option") == "meeting_security":
            return JSONResponse({"meeting_security": {"meeting_password_requirement": self.requirement}})
        return JSONResponse(self.account)

    async def create(self, request: Request) -> Response:
        body = json.loads(await request.body())
        number, self._next = str(self._next), self._next + 1
        link = f"https://us02web.zoom.us/j/{number}?pwd=planted-hash"
        made = {"id": int(number), "join_url": link, "start_url": f"https://zoom.us/s/{number}?zak=planted-host"}
        self.meetings[number] = body | made | {"settings": body["settings"] | self.locked}
        return JSONResponse(self.meetings[number], 201)

    async def listed(self, request: Request) -> Response:
        start = int(request.query_params.get("next_page_token") or 0)
        page = list(self.meetings.values())[start : start + self.page]
        more = str(start + self.page) if start + self.page < len(self.meetings) else ""
        told = [{name: each[name] for name in ("id", "topic", "start_time")} for each in page]
        return JSONResponse({"meetings": told, "next_page_token": more})

    async def read(self, request: Request) -> Response:
        meeting = self.meetings.get(request.path_params["id"])
        return JSONResponse(GONE, 404) if meeting is None else JSONResponse(meeting)

    async def delete(self, request: Request) -> Response:
        if request.path_params["id"] in self.running:
            return JSONResponse({"code": 3002, "message": "It is in progress."}, 400)
        gone = self.meetings.pop(request.path_params["id"], None) is None
        return JSONResponse(GONE, 404) if gone else Response(status_code=204)

    async def end(self, request: Request) -> Response:
        number = request.path_params["id"]
        if number not in self.meetings:
            return JSONResponse(GONE, 404)
        if number not in self.running:
            return JSONResponse({"code": 3063, "message": "Can not end meeting: it is not started."}, 400)
        self.running.discard(number)
        return Response(status_code=204)

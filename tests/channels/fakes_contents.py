"""A small Content API: what Twilio keeps of questions with buttons and of templates."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route


@dataclass
class FakeContents:
    """Contents by ContentSid, as they were made. `down`: nothing answers here."""

    kept: dict[str, dict[str, Any]] = field(default_factory=dict)
    made: list[dict[str, Any]] = field(default_factory=list)
    down: bool = False

    def routes(self) -> list[Route]:
        return [
            Route("/v1/Content", self.make, methods=["POST"]),
            Route("/v1/Content", self.listed, methods=["GET"]),
            Route("/v1/ContentAndApprovals", self.listed, methods=["GET"]),
        ]

    def add(self, body: str, language: str = "en", status: str = "approved", **approval: str) -> str:
        """Keep a template as somebody made it in Twilio's console."""
        said = {"status": status, "rejection_reason": ""} | approval
        types = {"twilio/text": {"body": body}}
        return self._keep({"friendly_name": "t", "language": language, "types": types, "approval_requests": said})

    def body(self, sid: str) -> str | None:
        """The words of a content."""
        types = self.kept.get(sid, {}).get("types", {})
        return next((str(each["body"]) for each in types.values()), None)

    async def make(self, request: Request) -> Response:
        if self.down:
            return JSONResponse({"code": 20503, "message": "No.", "status": 503}, 503)
        wanted = await request.json()
        self.made.append(wanted)
        return JSONResponse({"sid": self._keep(wanted)}, 201)

    async def listed(self, _: Request) -> Response:
        if self.down:
            return JSONResponse({"code": 20503, "message": "No.", "status": 503}, 503)
        contents = [content | {"sid": sid} for sid, content in self.kept.items()]
        return JSONResponse({"contents": contents, "meta": {"key": "contents", "next_page_url": None}})

    def _keep(self, content: dict[str, Any]) -> str:
        sid = f"HX{uuid4().hex}"
        self.kept[sid] = content
        return sid

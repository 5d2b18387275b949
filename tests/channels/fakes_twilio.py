"""A small Twilio: its REST API for messages."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.channels.fakes import Fake, form_of


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
        form = await form_of(request)
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
        form = await form_of(request)
        self.asked.append(("POST", request.path_params["sid"], form))
        self.told.put_nowait((request.path_params["sid"], form["Body"]))
        failure = self.next_failure()
        return self.failed(failure) if failure else JSONResponse({"sid": request.path_params["sid"], "body": ""})


def _message(sent: dict[str, Any]) -> dict[str, Any]:
    made = sent.get("made", "Tue, 01 Dec 2026 09:00:00 +0000")
    return {"sid": sent["sid"], "body": sent["text"], "status": "queued", "date_created": made, "to": sent["to"]}

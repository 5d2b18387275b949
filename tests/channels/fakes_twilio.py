"""A small Twilio: its REST API for messages."""

from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from uuid import uuid4

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.channels.fakes import Fake, form_of
from tests.channels.fakes_contents import FakeContents


@dataclass
class FakeTwilio(Fake):
    """Twilio's REST API for messages. `received`: what people sent, as Twilio lists it; `media`: of which message.

    `is_blind`: it lists nothing. The failure "lost" is one of which nothing was sent and no answer comes.
    """

    contents: FakeContents = field(default_factory=FakeContents)
    received: list[dict[str, Any]] = field(default_factory=list)
    media: dict[str, str] = field(default_factory=dict)
    senders: list[dict[str, Any]] = field(default_factory=list)
    status: str = "active"
    is_blind: bool = False

    def app(self) -> Starlette:
        where = "/2010-04-01/Accounts/{account}/Messages"
        return Starlette(
            routes=[
                Route(f"{where}.json", self.send, methods=["POST"]),
                Route(f"{where}.json", self.listed, methods=["GET"]),
                Route(where + "/{sid}/Media.json", self.media_of, methods=["GET"]),
                Route(where + "/{sid}/Media/{media}.json", self.delete_media, methods=["DELETE"]),
                Route(where + "/{sid}.json", self.change, methods=["POST"]),
                Route(where + "/{sid}.json", self.remove, methods=["DELETE"]),
                Route("/2010-04-01/Accounts/{account}.json", self.account, methods=["GET"]),
                Route("/v2/Channels/Senders", self.listed_senders, methods=["GET"]),
                *self.contents.routes(),
            ]
        )

    async def send(self, request: Request) -> Response:
        form = await form_of(request)
        self.asked.append(("POST", "Messages", form))
        failure = self.next_failure()
        if failure is None or failure in {"slow", "down-after-send"}:
            content = form.get("ContentSid", "")
            text = form.get("Body") or self.contents.body(content) or content
            self.sent.append({"sid": f"SM{uuid4().hex}", "to": form["To"], "text": text})
        if failure in {"slow", "lost"}:
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
        if self.is_blind:
            return self.failed("down")
        to, of = request.query_params.get("To"), request.query_params.get("From")
        ours = [_message(each) for each in reversed(self.sent) if of is not None and to in {None, each["to"]}]
        theirs = self.received[::-1] if of is None else []
        return JSONResponse(_page(request, [*ours, *theirs]))

    async def account(self, _: Request) -> Response:
        return JSONResponse({"status": self.status})

    async def listed_senders(self, _: Request) -> Response:
        return JSONResponse({"senders": self.senders})

    async def media_of(self, request: Request) -> Response:
        theirs = [{"sid": sid, "parent_sid": of} for sid, of in self.media.items() if of == request.path_params["sid"]]
        return JSONResponse({"media_list": theirs, "next_page_uri": None, "page": 0, "page_size": 50})

    async def delete_media(self, request: Request) -> Response:
        del self.media[request.path_params["media"]]
        return Response(status_code=204)

    async def change(self, request: Request) -> Response:
        form = await form_of(request)
        self.asked.append(("POST", request.path_params["sid"], form))
        self.told.put_nowait((request.path_params["sid"], form["Body"]))
        failure = self.next_failure()
        return self.failed(failure) if failure else JSONResponse({"sid": request.path_params["sid"], "body": ""})

    async def remove(self, request: Request) -> Response:
        """Delete a message with its media; 404 where there is none."""
        sid = request.path_params["sid"]
        self.asked.append(("DELETE", sid, {}))
        failure = self.next_failure()
        if failure:
            return self.failed(failure)
        for listed in (self.sent, self.received):
            for each in [each for each in listed if each["sid"] == sid]:
                listed.remove(each)
                self.media = {media: of for media, of in self.media.items() if of != sid}
                return Response(status_code=204)
        return JSONResponse({"code": 20404, "message": "Not found.", "status": 404, "more_info": ""}, 404)


def _page(request: Request, messages: list[dict[str, Any]]) -> dict[str, Any]:
    """One page of those that were sent between the times that are asked for, and where the next one is."""
    since = datetime.fromisoformat(request.query_params.get("DateSent>") or "2000-01-01T00:00:00Z")
    until = datetime.fromisoformat(request.query_params.get("DateSent<") or "2100-01-01T00:00:00Z")
    late = [each for each in messages if since <= _sent_at(each) <= until]
    size, page = int(request.query_params["PageSize"]), int(request.query_params.get("Page", 0))
    more = request.url.include_query_params(Page=page + 1) if len(late) > size * (page + 1) else None
    next_page = None if more is None else f"{more.path}?{more.query}"
    return {"messages": late[size * page :][:size], "next_page_uri": next_page, "page": page, "page_size": size}


def _sent_at(message: dict[str, Any]) -> datetime:
    return parsedate_to_datetime(message.get("date_sent") or message["date_created"])


def _message(sent: dict[str, Any]) -> dict[str, Any]:
    made = sent.get("made", "Tue, 01 Dec 2026 09:00:00 +0000")
    status = sent.get("status", "queued")
    return {"sid": sent["sid"], "body": sent["text"], "status": status, "date_created": made, "to": sent["to"]}

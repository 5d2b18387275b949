"""A small Telegram: its Bot API."""

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.channels.fakes import Fake, form_of


@dataclass
class FakeTelegram(Fake):
    """Telegram's Bot API. `topics`: by their thread, where the group has any; `waiting`: updates to be fetched."""

    topics: dict[int, str] | None = None
    waiting: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[str, Any] = field(default_factory=dict)
    number: int = 100
    edits: list[tuple[int, str, list[tuple[str, str]]]] = field(default_factory=list)

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/bot{token}/{method}", self.call, methods=["GET", "POST"])])

    async def call(self, request: Request) -> Response:
        method, form = request.path_params["method"], await form_of(request) or dict(request.query_params)
        self.asked.append(("POST", method, form))
        self.told.put_nowait((method, form.get("text", "")))
        failure = self.next_failure() or self.topic_failure(method, form)
        if method == "sendMessage" and failure in {None, "slow"}:
            self.number += 1
            thread = form.get("message_thread_id")
            sent = {"to": form["chat_id"], "text": form["text"], "buttons": _buttons(form), "thread": thread}
            self.sent.append(sent)
        if failure is None and method == "editMessageText":
            self.edits.append((int(form["message_id"]), form["text"], _buttons(form)))
        if failure == "slow":
            await self.hold()
        return self.failed(failure) if failure else JSONResponse({"ok": True, "result": self.result(method, form)})

    def result(self, method: str, form: dict[str, str]) -> Any:
        if method in {"sendMessage", "editMessageText"}:
            chat = {"id": int(form["chat_id"]), "type": "supergroup"}
            return {"message_id": self.number, "date": 1795416097, "chat": chat, "text": form["text"]}
        if method == "createForumTopic" and self.topics is not None:
            thread = 1000 + self.number + len(self.topics)
            self.topics[thread] = form["name"]
            return {"message_thread_id": thread, "name": form["name"], "icon_color": 7322096}
        if method == "getUpdates":
            after = int(form.get("offset", 0))
            self.waiting = [each for each in self.waiting if each["update_id"] >= after]
            return self.waiting
        return self.answers.get(method, True)

    def topic_failure(self, method: str, form: dict[str, str]) -> str | None:
        """What a group without topics says, and one from which a topic was deleted."""
        if method == "createForumTopic" and self.topics is None:
            return "Bad Request: the chat is not a forum"
        thread = form.get("message_thread_id")
        is_gone = thread is not None and int(thread) not in (self.topics or {})
        return "Bad Request: message thread not found" if is_gone else None

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
        status = {"Forbidden": 403, "Conflict": 409, "Unauthorized": 401}.get(str(failure).partition(":")[0], 400)
        return _no(status, failure)


def _no(status: int, description: str, **parameters: int) -> Response:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    return JSONResponse(body | ({"parameters": parameters} if parameters else {}), status)


def _buttons(form: dict[str, str]) -> list[tuple[str, str]]:
    keyboard = json.loads(form.get("reply_markup", '{"inline_keyboard": []}'))["inline_keyboard"]
    return [(each["callback_data"], each["text"]) for row in keyboard for each in row]

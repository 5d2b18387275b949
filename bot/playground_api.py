"""The playground's JSON API: phones that write, a clock that moves. Loopback only, never in live mode."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot import turn
from bot.channels.channel import Inbound
from bot.freezing import freeze_changed
from bot.house import House
from bot.playground_reading import Body, duration, moment, number_in, plain, read_body, revision, text_in
from bot.playground_shown import shown_as, transcript_of
from storage import audit, contacts, marks, phones, queued, timers
from storage.database import UNREADABLE
from storage.work import Work

KINDS = frozenset({"text", "photo", "voice", "sticker", "reaction", "edit", "delete"})
STAFF_CHAT = "staff-channel"
STAFF_MESSENGER = "telegram"
FAULTS = frozenset({"timeout-after-send", "refused", "throttled", "down"})
CHANNELS = frozenset({"signal", "whatsapp", "telegram"})
MOST_FAULTS = 1000
Settle = Callable[[], Awaitable[None]]


class Playground:
    """The handlers of the API, over one house."""

    def __init__(self, house: House, settle: Settle, reset: Callable[[], Awaitable[None]]) -> None:
        self.house, self.settle, self.reset_all = house, settle, reset

    def routes(self) -> list[Route]:
        """Every route below /playground/api."""
        return [
            Route("/people", self.people, methods=["GET"]),
            Route("/people", self.add_person, methods=["POST"]),
            Route("/messages", self.messages, methods=["GET"]),
            Route("/messages", self.write, methods=["POST"]),
            Route("/clock", self.clock, methods=["POST"]),
            Route("/rekey", self.rekey, methods=["POST"]),
            Route("/faults", self.faults, methods=["POST"]),
            Route("/reset", self.reset, methods=["POST"]),
            Route("/audit", self.audit, methods=["GET"]),
            Route("/transcript", self.transcript, methods=["GET"]),
        ]

    async def people(self, _: Request) -> Response:
        """GET people: staff, the staff channel and the families' phones."""
        return JSONResponse({"people": await self._looked_up(self._people), "now": self.house.clock.now().isoformat()})

    async def add_person(self, request: Request) -> Response:
        """POST people: add a family's phone."""
        body = await read_body(request)
        handle, channel = text_in(body, "id").strip().lower(), text_in(body, "channel", "signal")
        if not handle.replace("-", "").isalnum() or len(handle) > 30 or handle == STAFF_CHAT:
            raise HTTPException(400, "Please give the phone a name of letters and digits, at most 30.")
        if channel not in {"signal", "whatsapp"}:
            raise HTTPException(400, "A phone is on signal or on whatsapp.")
        shares_with = text_in(body, "shares_with") or None
        if not await asyncio.to_thread(self._add_phone, handle, channel, shares_with):
            raise HTTPException(409, "There is a phone of that name already, or the phone to share is not there.")
        return JSONResponse({"id": handle, "channel": channel})

    async def messages(self, request: Request) -> Response:
        """GET messages: what changed since a revision."""
        query = request.query_params
        after = revision(query.get("after", "0"), "after is the number of the last revision you have.")
        chat = plain(query["chat"]) if "chat" in query else None
        shown = await self._looked_up(self._messages, after, chat)
        return JSONResponse(shown)

    async def write(self, request: Request) -> Response:
        """POST messages: somebody writes or presses; answered when everything due has been delivered."""
        body = await read_body(request)
        kept = await asyncio.to_thread(self._receive, body)
        if kept is not None:
            await asyncio.to_thread(turn.take, self.house, kept)
        await self.settle()
        return JSONResponse({"accepted": kept is not None})

    async def clock(self, request: Request) -> Response:
        """POST clock: advance by a duration, to a moment, or to what is due next."""
        body = await read_body(request)
        target = await asyncio.to_thread(self._target, body)
        while (due := await asyncio.to_thread(self._next_due)) is not None and due <= target:
            await asyncio.to_thread(self._move_to, due)
            await self.settle()
        await asyncio.to_thread(self._move_to, target)
        await self.settle()
        return JSONResponse({"now": self.house.clock.now().isoformat()})

    async def rekey(self, request: Request) -> Response:
        """POST rekey: a changed safety number, or a new WhatsApp id."""
        body = await read_body(request)
        handle = text_in(body, "id")
        await asyncio.to_thread(self._rekey, handle)
        await self.settle()
        return JSONResponse({"id": handle})

    async def faults(self, request: Request) -> Response:
        """POST faults: the next sends on a channel fail."""
        body = await read_body(request)
        channel, fail, times = text_in(body, "channel"), text_in(body, "fail") or None, number_in(body, "times", 1)
        if channel not in CHANNELS or (fail is not None and fail not in FAULTS) or times > MOST_FAULTS:
            raise HTTPException(
                400, f"fail is one of {', '.join(sorted(FAULTS))} or null, on {', '.join(sorted(CHANNELS))}."
            )
        value = f"{fail}:{times}" if fail else ""
        await asyncio.to_thread(self._mark, f"fault.{channel}", value)
        return JSONResponse({"channel": channel, "fail": fail})

    async def reset(self, request: Request) -> Response:
        """POST reset: start again with the sample staff and group only."""
        await read_body(request)
        await self.reset_all()
        return JSONResponse({"now": self.house.clock.now().isoformat()})

    async def audit(self, request: Request) -> Response:
        """GET audit: the audit rows."""
        after = revision(request.query_params.get("after", "0"), "after is the number of the last row you have.")
        return JSONResponse(await self._looked_up(self._audit, after))

    async def transcript(self, request: Request) -> Response:
        """GET transcript: one chat as a transcript test file."""
        chat = plain(request.query_params.get("chat", ""))
        shown = await self._looked_up(self._messages, 0, chat)
        return PlainTextResponse(transcript_of(shown))

    async def _looked_up(self, look: Callable[..., list[dict[str, Any]]], *at: Any) -> list[dict[str, Any]]:
        """Look something up for the page; once more if the tables were dropped and made anew meanwhile."""
        try:
            return await asyncio.to_thread(look, *at)
        except UNREADABLE:
            return await asyncio.to_thread(look, *at)

    def _work(self) -> Any:
        return self.house.work("playground")

    def _people(self) -> list[dict[str, Any]]:
        with self._work() as work:
            families = [
                {
                    "id": row["handle"],
                    "kind": "family",
                    "channel": row["channel"],
                    "label": row["handle"].title(),
                    "roles": [],
                    "shares_with": row["shares_with"],
                }
                for row in phones.all_of(work)
            ]
        staff = [
            {
                "id": each.handle,
                "kind": "staff",
                "channel": "staff",
                "roles": list(each.roles),
                "label": each.name,
            }
            for each in self.house.organisation.staff
        ]
        channel = {
            "id": STAFF_CHAT,
            "kind": "channel",
            "channel": "staff",
            "roles": [],
            "label": "Staff channel",
        }
        return [channel, *staff, *families]

    def _staff_handles(self) -> set[str]:
        return {each.handle for each in self.house.organisation.staff}

    def _add_phone(self, handle: str, channel: str, shares_with: str | None) -> bool:
        with self._work() as work:
            if handle in self._staff_handles() or (shares_with and phones.find(work, shares_with) is None):
                return False
            return phones.add(work, handle, channel, shares_with)

    def _messages(self, after: int, chat: str | None) -> list[dict[str, Any]]:
        with self._work() as work:
            return [shown_as(row) for row in phones.messages(work, after, _address_of(work, chat))]

    def _receive(self, body: Body) -> UUID | None:
        with self._work() as work:
            inbound = self._read(work, body)
            kept = turn.journal(self.house, work, inbound)
            if kept is not None:
                self._show_own(work, body, inbound)
            return kept

    def _read(self, work: Work, body: Body) -> Inbound:
        sender, text, kind = text_in(body, "from"), text_in(body, "text"), text_in(body, "kind", "text")
        phone = phones.find(work, sender)
        if phone is None and sender not in self._staff_handles():
            raise HTTPException(404, "There is no phone of that name. Add it first.")
        if kind not in KINDS:
            raise HTTPException(400, f"kind is one of {', '.join(sorted(KINDS))}.")
        sent = text_in(body, "sent_at")
        sent_at = moment(sent, work.now) if sent else work.now
        key = text_in(body, "id", str(uuid4()))
        in_channel = body.get("chat") == STAFF_CHAT
        if body.get("press") is not None:
            return self._pressed(work, sender, text_in(body, "press"), phone, sent_at, key)
        chat = STAFF_CHAT if in_channel else sender if phone is None else phone["address"]
        channel = STAFF_MESSENGER if in_channel else "signal" if phone is None else phone["channel"]
        return Inbound(channel, chat, f"{chat}:{key}", text, sent_at, kind, sender if in_channel else None)

    def _pressed(self, work: Work, sender: str, button: str, phone: Any, sent_at: datetime, key: str) -> Inbound:
        """A quick reply is its label as a message; a card's button is a press in the staff channel."""
        chat = sender if phone is None else phone["address"]
        label = _label_on(work, chat, button)
        if label is None:
            return Inbound(STAFF_MESSENGER, STAFF_CHAT, f"{STAFF_CHAT}:{key}", button, sent_at, "press", sender)
        return Inbound("signal" if phone is None else phone["channel"], chat, f"{chat}:{key}", label, sent_at)

    def _show_own(self, work: Work, body: Body, inbound: Inbound) -> None:
        """What somebody wrote is on their own screen: once, however often their messenger delivers it."""
        sender = text_in(body, "from")
        if inbound.kind in {"edit", "delete"}:
            _change_own(work, sender, body, inbound.kind, inbound.text)
        elif inbound.kind != "press":
            own = {"text": inbound.text or f"({inbound.kind})", "preview": "", "of": number_in(body, "of", 0) or None}
            phones.show(work, inbound.address, sender, own, kind=inbound.kind)

    def _target(self, body: Body) -> datetime:
        now = self.house.clock.now()
        if body.get("next"):
            return self._next_due(after=now) or now
        advance = text_in(body, "advance")
        target = now + duration(advance) if advance else moment(text_in(body, "to"), now)
        if target < now:
            raise HTTPException(400, "The clock only moves forward.")
        return target

    def _next_due(self, after: datetime | None = None) -> datetime | None:
        with self._work() as work:
            due = [at for at in (timers.next_due_at(work), queued.next_due_at(work)) if at is not None]
        later = [at for at in due if at > (after or self.house.clock.now())]
        return min(later, default=None)

    def _move_to(self, moment: datetime) -> None:
        if moment > self.house.clock.now():
            self.house.clock.forward_to(moment)
            self._mark("clock.offset", str(self.house.clock.offset.total_seconds()))

    def _mark(self, name: str, value: str) -> None:
        with self.house.engine.begin() as connection:
            marks.write(connection, name, value)

    def _rekey(self, handle: str) -> None:
        with self._work() as work:
            phone = phones.find(work, handle)
            if phone is None:
                raise HTTPException(404, "There is no phone of that name. Add it first.")
            found = contacts.by_token(work, phone["channel"], contacts.token(work, phone["channel"], phone["address"]))
            if found is not None:
                freeze_changed(work, found, again=True)

    def _audit(self, after: int) -> list[dict[str, Any]]:
        with self.house.engine.begin() as connection:
            return audit.rows(connection, after)


def _address_of(work: Work, chat: str | None) -> str | None:
    return None if chat is None else phones.address_of(work, chat) or chat


def _label_on(work: Work, chat: str, button: str) -> str | None:
    for message in reversed(phones.messages(work, 0, chat)):
        for each in message["buttons"]:
            if each["id"] == button:
                return str(each["label"])
    return None


def _change_own(work: Work, sender: str, body: Body, kind: str, text: str) -> None:
    found = phones.message(work, number_in(body, "of", 0))
    if found is None or found["sender"] != sender:
        raise HTTPException(404, "There is no message of yours with that number.")
    words = {"text": text, "preview": ""}
    phones.change(work, found["id"], words, edited=kind == "edit", deleted=kind == "delete")

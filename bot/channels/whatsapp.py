"""WhatsApp, through Twilio's REST API. What arrives is read in whatsapp_inbound.py.

twilio's client is synchronous here and runs in a thread: its asynchronous twin ignores its timeout.
"""

import asyncio
import json
import logging
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import requests
from twilio.base.exceptions import TwilioException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from bot.channels.channel import Outbound, SendError
from bot.channels.parts import Progress, split
from bot.channels.whatsapp_inbound import REASONS

HOME = "https://api.twilio.com"
MOST_CHARACTERS = 1500
SECONDS = 20.0
LOOK_BACK = timedelta(minutes=10)
LOOK_AT = 30
REMEMBERED = 2000
FINAL = frozenset({"no_such_person", "unsubscribed"})
TOO_MANY, BROKEN = 429, 500
MENDABLE = frozenset({401, 403, 404, 408, 409})


@dataclass(frozen=True)
class Account:
    """One WhatsApp sender at Twilio. `templates`: text id, then language, to ContentSid."""

    sid: str
    token: str = field(repr=False)
    number: str
    public_url: str
    api_url: str = HOME
    templates: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    seconds: float = SECONDS


class WhatsApp:
    """One WhatsApp number. People are addressed as Twilio names them; references are message sids."""

    name = "whatsapp"
    has_window = True

    def __init__(self, account: Account, now: Callable[[], datetime]) -> None:
        self._account, self._now = account, now
        http = _Http(account.api_url, account.seconds)
        self._client = Client(account.sid, account.token, http_client=http)
        self._progress, self._doubtful = Progress(), set[UUID]()
        self._known: deque[str] = deque(maxlen=REMEMBERED)

    async def send(self, message: Outbound) -> str:
        """Send; outside the window by template. Raises SendError, with the reasons window_closed and no_template.

        WhatsApp cannot take a message back or change it: delete removes the words at Twilio only.
        """
        if message.act == "delete":
            return await self._delete(message)
        if message.act == "edit":
            raise SendError("cannot_edit", permanent=True)
        if not message.in_window and self._content(message) is None:
            raise SendError("no_template", permanent=True)
        if message.id in self._doubtful and (found := await self.sent_before(message)) is not None:
            self._settle(message.id)
            return found
        try:
            reference = await self._progress.send(message.id, self._texts(message), partial(self._send_part, message))
        except SendError as error:
            if error.reason in {"down", "timeout", "connection_lost"}:
                self._doubtful.add(message.id)
            raise
        self._settle(message.id)
        return reference

    async def sent_before(self, message: Outbound) -> str | None:
        """Look through what Twilio lately sent to this address, back to the last message known to be another."""
        done = self._progress.so_far(message.id)
        wanted = [each.strip() for each in self._texts(message)[len(done) :]]
        try:
            listed = await asyncio.to_thread(self._listed, message.address)
        except (TwilioException, requests.RequestException, ValueError):
            return None
        found = _matching(listed, wanted, set(self._known), self._now() - LOOK_BACK)
        self._known.extend(found or ())
        return " ".join([*done, *found]) if found else None

    async def redact(self, reference: str) -> bool:
        """Remove the words of messages at Twilio, ours or theirs; False where Twilio would not."""
        try:
            for sid in reference.split():
                await asyncio.to_thread(self._blank, sid)
        except (TwilioException, requests.RequestException, ValueError):
            return False
        return True

    async def _delete(self, message: Outbound) -> str:
        if not message.of:
            raise SendError("nothing_to_delete", permanent=True)
        if not await self.redact(message.of):
            raise SendError("not_redacted")
        return message.of

    def _texts(self, message: Outbound) -> list[str]:
        if not message.in_window:
            return [message.text]
        return split(message.text, MOST_CHARACTERS, _units)

    async def _send_part(self, message: Outbound, _: int, text: str) -> str:
        try:
            sid = await asyncio.to_thread(self._create, message, text)
        except (TwilioException, requests.RequestException, ValueError) as cause:
            raise fault(cause) from None
        self._known.append(sid)
        return sid

    def _create(self, message: Outbound, text: str) -> str:
        made = self._client.messages.create(
            to=_address(message.address),
            from_=_address(self._account.number),
            status_callback=f"{self._account.public_url}/hooks/whatsapp/status?of={message.id}",
            **self._words(message, text),
        )
        if not made.sid:
            raise ValueError("no sid")
        return str(made.sid)

    def _words(self, message: Outbound, text: str) -> dict[str, str]:
        if message.in_window:
            return {"body": text}
        content = self._content(message)
        variables = {"content_variables": json.dumps(dict(message.params))} if message.params else {}
        return {"content_sid": content or "", **variables}

    def _content(self, message: Outbound) -> str | None:
        return self._account.templates.get(message.template or "", {}).get(message.language)

    def _listed(self, address: str) -> list[Any]:
        sender = _address(self._account.number)
        return list(self._client.messages.list(to=_address(address), from_=sender, limit=LOOK_AT, page_size=LOOK_AT))

    def _blank(self, sid: str) -> None:
        self._client.messages(sid).update(body="")

    def _settle(self, message_id: UUID) -> None:
        self._doubtful.discard(message_id)
        self._progress.forget(message_id)


def fault(cause: Exception) -> SendError:
    """Say why nothing was sent: the one place where Twilio's errors are read."""
    if isinstance(cause, requests.ConnectTimeout | requests.exceptions.SSLError) or _never_connected(cause):
        return SendError("unreachable")
    if isinstance(cause, requests.Timeout):
        return SendError("timeout", unknown=True)
    status, code = getattr(cause, "status", None), str(getattr(cause, "code", None) or "")
    if not isinstance(status, int):
        return SendError("connection_lost", unknown=True)
    if status == TOO_MANY or REASONS.get(code) == "throttled":
        return SendError("throttled")
    if status >= BROKEN:
        return SendError("down")
    reason = REASONS.get(code, f"twilio_{code}" if code.isdecimal() else f"refused_{status}")
    passing = reason in {"window_closed", "not_authorised"} or status in MENDABLE
    return SendError(reason, permanent=reason in FINAL or not passing)


def _never_connected(cause: Exception) -> bool:
    """Tell a refused connection, which carries the reason inside, from one that broke after the request."""
    inside = getattr(cause.args[0] if cause.args else None, "reason", None)
    return isinstance(cause, requests.ConnectionError) and type(inside).__name__ in {
        "NewConnectionError",
        "NameResolutionError",
        "ConnectTimeoutError",
    }


def _matching(listed: list[Any], wanted: list[str], known: set[str], since: datetime) -> list[str] | None:
    """The sids of all wanted texts, in order; `listed` has the newest first. None unless all are there."""
    found: list[str] = []
    for each in listed:
        made = each.date_created
        if len(found) == len(wanted) or each.sid in known or made is None or made < since:
            break
        if (each.body or "").strip() == wanted[-1 - len(found)]:
            found.insert(0, str(each.sid))
    return found if found and len(found) == len(wanted) else None


class _Http:
    """Twilio's own client, with a timeout, without its log, and to another address where one is set."""

    is_async = False

    def __init__(self, api_url: str, seconds: float) -> None:
        silent = logging.getLogger("twilio.silent")
        silent.disabled = True
        self._inner = TwilioHttpClient(pool_connections=False, timeout=seconds, logger=silent)
        self._api_url = api_url

    def request(self, method: str, url: str, *arguments: Any, **named: Any) -> Response:
        """Ask once; nothing is ever repeated here."""
        return self._inner.request(method, self._api_url + url.removeprefix(HOME), *arguments, **named)


def _address(number: str) -> str:
    return number if number.startswith("whatsapp:") else f"whatsapp:{number}"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2

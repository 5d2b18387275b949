"""One WhatsApp sender at Twilio: its client, and how its errors are read.

twilio's client is synchronous here and runs in a thread: its asynchronous twin ignores its timeout.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import requests
from twilio.base.exceptions import TwilioException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from bot.channels.channel import SendError
from bot.channels.whatsapp_inbound import REASONS

HOMES = ("https://api.twilio.com", "https://content.twilio.com")
SECONDS = 20.0
TOO_MANY, BROKEN = 429, 500
FINAL = frozenset({"no_such_person", "unsubscribed"})
MENDABLE = frozenset({401, 403, 404, 408, 409})
FAILURES = (TwilioException, requests.RequestException, ValueError)


@dataclass(frozen=True)
class Account:
    """One WhatsApp sender. `templates`: text id, then language, to ContentSid; `api_url` stands for Twilio's own."""

    sid: str
    token: str = field(repr=False)
    number: str
    public_url: str
    api_url: str | None = None
    templates: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    seconds: float = SECONDS

    def client(self) -> Client:
        """Twilio's client; it asks once and is silent."""
        return Client(self.sid, self.token, http_client=_Http(self.api_url, self.seconds))


def whatsapp_address(number: str) -> str:
    """A number or an id, as Twilio names it."""
    return number if number.startswith("whatsapp:") else f"whatsapp:{number}"


def fault(cause: Exception) -> SendError:
    """Say why nothing was sent: the one place where Twilio's errors are read."""
    if isinstance(cause, requests.ConnectTimeout | requests.exceptions.SSLError) or _never_connected(cause):
        return SendError("unreachable")
    if isinstance(cause, requests.Timeout):
        return SendError("timeout", unknown=True, looks_first=True)
    status, code = getattr(cause, "status", None), str(getattr(cause, "code", None) or "")
    if not isinstance(status, int):
        return SendError("connection_lost", unknown=True, looks_first=True)
    if status == TOO_MANY or REASONS.get(code) == "throttled":
        return SendError("throttled")
    if status >= BROKEN:
        return SendError("down", looks_first=True)
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


class _Http:
    """Twilio's own client, with a timeout, without its log, and to another address where one is set."""

    is_async = False

    def __init__(self, api_url: str | None, seconds: float) -> None:
        silent = logging.getLogger("twilio.silent")
        silent.disabled = True
        self._inner = TwilioHttpClient(pool_connections=False, timeout=seconds, logger=silent)
        self._api_url = api_url

    def request(self, method: str, url: str, *arguments: Any, **named: Any) -> Response:
        """Ask once; nothing is ever repeated here."""
        return self._inner.request(method, self._moved(url), *arguments, **named)

    def _moved(self, url: str) -> str:
        home = next((each for each in HOMES if url.startswith(each)), None)
        return url if self._api_url is None or home is None else self._api_url + url.removeprefix(home)

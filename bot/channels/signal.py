"""Signal, through signal-cli-rest-api in json-rpc mode. What arrives is read in signal_inbound.py.

signalbot's message model writes the request; the call is our own, because signalbot's drops the answer's body.
"""

import ssl
from functools import partial
from typing import Any
from urllib.parse import quote

import httpx
from signalbot import SendMessage

from bot.channels.channel import Outbound, SendError
from bot.channels.parts import Progress, split
from bot.channels.payload import Frame, part, parts, read_frame, words

MOST_BYTES = 1999
SECONDS = 30.0
UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.InvalidURL)
REASONS = {
    "IDENTITY_FAILURE": ("identity_changed", True),
    "UNREGISTERED_FAILURE": ("unregistered", True),
    "NETWORK_FAILURE": ("network", False),
    "RATE_LIMIT_FAILURE": ("throttled", False),
    "INVALID_PRE_KEY_FAILURE": ("keys", False),
}
SENTENCES = {
    "untrusted recipient keys": ("identity_changed", True),
    "invalid identifier": ("invalid_address", True),
    "empty message": ("empty", True),
    "failed to send message": ("unregistered_or_network", False),
}


class Signal:
    """One Signal number. People are addressed by uuid; references are timestamps, one for each part."""

    name = "signal"
    has_window = False

    def __init__(self, api_url: str, number: str, *, seconds: float = SECONDS) -> None:
        self.number, self.challenge = number, ""
        self._api_url, self._seconds = api_url, seconds
        self._tls, self._progress = ssl.create_default_context(), Progress()

    async def send(self, message: Outbound) -> str:
        """Send, edit or delete. Raises SendError; a changed safety number has the reason identity_changed."""
        earlier = (message.of or "").split()
        if message.act != "send" and not earlier:
            raise SendError(f"nothing_to_{message.act}", permanent=True)
        if message.act == "delete":
            await self._delete(message.address, earlier)
            return " ".join(earlier)
        texts = split(message.text, MOST_BYTES, _bytes)
        one = partial(self._send_part, message.address, earlier if message.act == "edit" else [])
        reference = await self._progress.send(message.id, texts, one)
        if message.act == "edit":
            await self._delete(message.address, earlier[len(texts) :])
        return reference

    async def sent_before(self, _message: Outbound) -> str | None:
        """None: Signal keeps nothing that could be looked up."""
        return None

    async def hide_after(self, address: str, seconds: int) -> None:
        """Let the messages of a private chat disappear after so many seconds. Raises SendError."""
        wanted = {"recipient": address, "expiration_in_seconds": seconds}
        await self._call("PUT", f"/v1/contacts/{quote(self.number)}", wanted, repeatable=True)

    async def _send_part(self, address: str, earlier: list[str], at: int, text: str) -> str:
        edited = int(earlier[at]) if at < len(earlier) else None
        wanted = await SendMessage(text=text, text_mode="normal", edit_timestamp=edited).to_generated(
            self.number, [address]
        )
        asked = wanted.model_dump(mode="json", exclude_none=True, by_alias=True)
        try:
            answer = await self._call("POST", "/v2/send", asked, repeatable=edited is not None)
        except SendError as error:
            if error.reason == "unregistered_or_network" and await self._is_untrusted(address):
                raise SendError("identity_changed", permanent=True) from None
            raise
        if edited is not None:
            return earlier[at]
        reference = words(answer, "timestamp")
        if not reference.isdecimal():
            raise SendError("no_reference", unknown=True)
        return reference

    async def _delete(self, address: str, references: list[str]) -> None:
        for each in references:
            wanted = {"recipient": address, "timestamp": int(each)}
            await self._call("DELETE", f"/v1/remote-delete/{quote(self.number)}", wanted, repeatable=True)

    async def _is_untrusted(self, address: str) -> bool:
        """Look at the newest key that is known of somebody."""
        path = f"/v1/identities/{quote(self.number)}"
        known = parts({"all": (await self._ask("GET", path, None)).json()}, "all")
        theirs = [each for each in known if words(each, "uuid") == address]
        newest = max(theirs, key=lambda each: str(each.get("added")), default={})
        return words(newest, "status") == "UNTRUSTED"

    async def _call(self, method: str, path: str, asked: dict[str, Any], *, repeatable: bool) -> Frame:
        """Ask for one thing. What can be asked twice without harm has no unknown outcome."""
        try:
            answer = await self._ask(method, path, asked)
        except httpx.HTTPError as cause:
            error = fault(cause)
            raise SendError(error.reason, unknown=error.unknown and not repeatable) from None
        found = _first(answer)
        if not answer.is_success or _failures(found):
            self.challenge = next(iter(found.get("challenge_tokens") or ()), self.challenge)
            raise fault(answer)
        return found

    async def _ask(self, method: str, path: str, asked: dict[str, Any] | None) -> httpx.Response:
        # A new connection for each: one that the server has just closed would look like an unknown outcome.
        async with httpx.AsyncClient(base_url=self._api_url, timeout=self._seconds, verify=self._tls) as client:
            return await client.request(method, path, json=asked)


def fault(cause: httpx.Response | Exception) -> SendError:
    """Say why nothing was sent: the one place where Signal's errors are read."""
    if isinstance(cause, UNSENT):
        return SendError("unreachable")
    if isinstance(cause, httpx.TimeoutException):
        return SendError("timeout", unknown=True)
    if not isinstance(cause, httpx.Response):
        return SendError("connection_lost", unknown=True)
    found = _first(cause)
    if cause.status_code == httpx.codes.TOO_MANY_REQUESTS:
        return SendError("challenge_required" if found.get("challenge_tokens") else "throttled")
    if cause.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
        return SendError("down", unknown=cause.status_code == httpx.codes.GATEWAY_TIMEOUT)
    for failure in _failures(found):
        reason, permanent = REASONS.get(words(failure, "reason"), ("refused", False))
        return SendError(reason, permanent=permanent)
    said = words(found, "error").lower()
    known = (meaning for sentence, meaning in SENTENCES.items() if sentence in said)
    reason, permanent = next(known, ("refused", False))
    return SendError(reason, permanent=permanent)


def _first(answer: httpx.Response) -> Frame:
    """The answer about the one recipient: a list of one from the real server, an object by its description."""
    content = answer.content.strip()
    if content.startswith(b"["):
        content = b'{"all":' + content + b"}"
    found = read_frame(content) or {}
    return next(iter(parts(found, "all")), {}) if "all" in found else found


def _failures(found: Frame) -> list[Frame]:
    return parts(part(found, "errors") or {}, "recipients")


def _bytes(text: str) -> int:
    return len(text.encode())

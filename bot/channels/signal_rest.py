"""The calls to signal-cli-rest-api, and what their errors mean. Texts and numbers never stand in an error.

signalbot's own calls throw an answer's body away, and have no timeout; the body says what to do next.
"""

from typing import Any
from urllib.parse import quote

import httpx

from bot.channels.channel import SendError
from bot.channels.payload import Frame, part, parts, read_frame, words
from bot.trust import certificates

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
GROUP = "group."


class SignalRest:
    """One number at one signal-cli-rest-api."""

    def __init__(self, api_url: str, number: str, seconds: float) -> None:
        self.number = number
        # A new connection for each call: one that the server has just closed would look like an unknown outcome.
        no_reuse = httpx.Limits(max_keepalive_connections=0)
        self._client = httpx.AsyncClient(base_url=api_url, timeout=seconds, verify=certificates(), limits=no_reuse)

    async def call(self, method: str, path: str, asked: dict[str, Any] | None, *, repeatable: bool) -> Frame:
        """Ask for one thing. What can be asked twice without harm has no unknown outcome. Raises SendError.

        A group's message counts as sent where some of its members did not get it: it cannot be sent to them alone.
        """
        try:
            answer = await self._client.request(method, path, json=asked)
        except httpx.HTTPError as cause:
            error = fault(cause)
            raise SendError(error.reason, unknown=error.unknown and not repeatable) from None
        found = _first(answer)
        to_group = str(next(iter((asked or {}).get("recipients", ())), "")).startswith(GROUP)
        if not answer.is_success or (_failures(found) and not to_group):
            raise fault(answer)
        return found

    async def listed(self, kind: str) -> list[Frame]:
        """List the identities or the groups that this number knows. Raises SendError."""
        try:
            answer = await self._client.get(self.path(kind))
        except httpx.HTTPError as cause:
            raise SendError(fault(cause).reason) from None
        return parts(read_frame(b'{"all":' + (answer.content.strip() or b"[]") + b"}") or {}, "all")

    def path(self, kind: str, *more: str) -> str:
        """The address of something of this number's."""
        return "/".join(["/v1", kind, quote(self.number), *more])


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
        return _throttled(found)
    if cause.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
        return SendError("down", unknown=cause.status_code == httpx.codes.GATEWAY_TIMEOUT)
    for failure in _failures(found):
        reason, permanent = REASONS.get(words(failure, "reason"), ("refused", False))
        return SendError(reason, permanent=permanent)
    said = words(found, "error").lower()
    known = (meaning for sentence, meaning in SENTENCES.items() if sentence in said)
    reason, permanent = next(known, ("refused", False))
    return SendError(reason, permanent=permanent)


def _throttled(found: Frame) -> SendError:
    tokens = found.get("challenge_tokens")
    first = tokens[0] if isinstance(tokens, list) and tokens else None
    return SendError("throttled") if first is None else SendError("challenge_required", challenge=str(first))


def _first(answer: httpx.Response) -> Frame:
    """The answer about the one recipient: a list of one from the real server, an object by its description."""
    content = answer.content.strip()
    if content.startswith(b"["):
        content = b'{"all":' + content + b"}"
    found = read_frame(content) or {}
    return next(iter(parts(found, "all")), {}) if "all" in found else found


def _failures(found: Frame) -> list[Frame]:
    return parts(part(found, "errors") or {}, "recipients")

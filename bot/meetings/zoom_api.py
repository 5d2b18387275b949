"""Zoom's HTTP: signing in, asking, and what its refusals mean. What is asked is in zoom.py."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

import httpx

from bot.meetings.provider import Reason, Trouble
from bot.trust import certificates

API, SIGN_IN = "https://api.zoom.us", "https://zoom.us"
EARLY = 60.0
A_MINUTE, AN_HOUR = timedelta(minutes=1), timedelta(hours=1)
_BEFORE_IT_WAS_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_NO_SUCH_MEETING, _NOT_VALID = 3001, 300
_LACKS_SCOPE = frozenset({104, 4700, 4711})

Answer: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Account:
    """One server-to-server app, and the user whose meetings they are."""

    account_id: str
    client_id: str
    client_secret: str = field(repr=False)
    user: str
    api_url: str = API
    oauth_url: str = SIGN_IN
    seconds: float = 10.0


class Api:
    """Signs in when it must, and asks once more if the token was not good any more."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self._token, self._good_until = "", 0.0

    async def ask(self, method: str, path: str, body: Answer | None = None, **query: str | int) -> Answer:
        """Ask one thing. Raises Trouble; UNKNOWN only where a POST may have been done."""
        async with httpx.AsyncClient(timeout=self.account.seconds, verify=certificates()) as client:
            answer = await self._send(client, method, path, body, query)
            if answer.status_code == 401:
                self._token = ""
                answer = await self._send(client, method, path, body, query)
        return _understood(answer, method)

    async def _send(
        self, client: httpx.AsyncClient, method: str, path: str, body: Answer | None, query: dict[str, str | int]
    ) -> httpx.Response:
        headers = {"authorization": f"Bearer {await self._signed_in(client)}"}
        url = f"{self.account.api_url}/v2{path}"
        try:
            return await client.request(method, url, json=body, params=query, headers=headers)
        except _BEFORE_IT_WAS_SENT:
            raise Trouble(Reason.AWAY) from None
        except httpx.HTTPError:
            raise Trouble(_lost(method)) from None

    async def _signed_in(self, client: httpx.AsyncClient) -> str:
        if not self._token or time.monotonic() >= self._good_until:
            answer = await self._sign_in(client)
            self._token = str(answer["access_token"])
            self._good_until = time.monotonic() + float(answer.get("expires_in", 0)) - EARLY
        return self._token

    async def _sign_in(self, client: httpx.AsyncClient) -> Answer:
        form = {"grant_type": "account_credentials", "account_id": self.account.account_id}
        who = (self.account.client_id, self.account.client_secret)
        try:
            answer = await client.post(f"{self.account.oauth_url}/oauth/token", data=form, auth=who)
        except httpx.HTTPError:
            raise Trouble(Reason.AWAY) from None
        if answer.status_code in {400, 401, 403}:
            raise Trouble(Reason.SIGN_IN)
        found = _understood(answer, "GET")
        if not found.get("access_token"):
            raise Trouble(Reason.SIGN_IN)
        return found


def _understood(answer: httpx.Response, method: str) -> Answer:
    found = _json(answer)
    if answer.is_success:
        return found
    reason = _reason(answer.status_code, found, method)
    raise Trouble(reason, after=_after(answer, reason))


def _reason(status: int, found: Answer, method: str) -> Reason:
    """What a refusal means. Its words are looked at for two things and go no further."""
    code, words = found.get("code"), str(found.get("message", "")).lower()
    if status == 429:
        return Reason.SPENT if "daily" in words else Reason.BUSY
    if status >= 500:
        return _lost(method)
    if status == 401:
        return Reason.SIGN_IN
    if status == 403 or code in _LACKS_SCOPE:
        return Reason.NOT_ALLOWED
    if code == _NO_SUCH_MEETING:
        return Reason.GONE
    about_passcode = "passcode" in words or "password" in words
    return Reason.PASSCODE if code == _NOT_VALID and about_passcode else Reason.REFUSED


def _lost(method: str) -> Reason:
    return Reason.UNKNOWN if method == "POST" else Reason.AWAY


def _after(answer: httpx.Response, reason: Reason) -> timedelta | None:
    """How long Zoom wants us to wait: some seconds, or until a new day; it is asked once an hour all the same."""
    told = answer.headers.get("retry-after", "")
    if reason is Reason.BUSY and told.isascii() and told.isdecimal():
        return timedelta(seconds=min(int(told), 600))
    return _until(told) if reason is Reason.SPENT else None


def _until(told: str) -> timedelta:
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return AN_HOUR
    until = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - datetime.now(UTC)
    return min(max(until, A_MINUTE), AN_HOUR)


def _json(answer: httpx.Response) -> Answer:
    try:
        found = answer.json()
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}

"""Signal, through signal-cli-rest-api in json-rpc mode. What arrives is read in signal_inbound.py.

signalbot's message model writes the request; the call is our own: see signal_rest.py.
"""

from functools import partial
from urllib.parse import quote

import structlog

from bot.channels.channel import Outbound, SendError
from bot.channels.parts import Progress, split
from bot.channels.payload import words
from bot.channels.signal_pictures import as_files
from bot.channels.signal_rest import SignalRest

log = structlog.get_logger()
MOST_BYTES = 1999
SECONDS = 15.0
TRUST = "on-first-use"


class Signal:
    """One Signal number. People are addressed by uuid; references are timestamps, one for each part."""

    name = "signal"
    has_window = False

    def __init__(
        self,
        api_url: str,
        number: str,
        *,
        seconds: float = SECONDS,
        staff_group: str | None = None,
        timer_days: int = 0,
    ) -> None:
        from signalbot import SendMessage  # noqa: PLC0415 - Slow to import, and the playground has no use for it.

        self._written = SendMessage
        self.number, self.staff_group, self.timer_days = number, staff_group, timer_days
        self._rest, self._progress = SignalRest(api_url, number, seconds), Progress()

    async def send(self, message: Outbound) -> str:
        """Send, edit or delete. Raises SendError; a changed safety number has the reason identity_changed.

        The reference of an edit is its message's and then its own, for a reply may name either.
        """
        earlier = (message.of or "").split()
        if message.act != "send" and not earlier:
            raise SendError(f"nothing_to_{message.act}", permanent=True)
        if message.act == "delete":
            await self._delete(message.address, earlier)
            return " ".join(earlier)
        texts = split(message.text, MOST_BYTES, _bytes)
        files = as_files(message.links)
        one = partial(self._send_part, message.address, earlier if message.act == "edit" else [], files)
        reference = await self._progress.send(message.id, texts, one)
        if message.act == "send":
            return reference
        await self._delete(message.address, earlier[len(texts) :])
        return " ".join([*earlier[: len(texts)], reference])

    async def sent_before(self, _message: Outbound) -> str | None:
        """None: Signal keeps nothing that could be looked up."""
        return None

    async def hide_after(self, address: str, seconds: int) -> None:
        """Let the messages of a private chat disappear after so many seconds. Raises SendError."""
        wanted = {"recipient": address, "expiration_in_seconds": seconds}
        await self._rest.call("PUT", self._rest.path("contacts"), wanted, repeatable=True)

    async def forget_attachment(self, attachment: str) -> None:
        """Delete a file that signal-cli has stored, unseen."""
        try:
            await self._rest.call("DELETE", f"/v1/attachments/{quote(attachment, safe='')}", None, repeatable=True)
        except SendError as error:
            log.warning("attachment_not_deleted", reason=error.reason)

    async def never_trust_changes(self) -> bool:
        """Have signal-cli trust the first key of somebody and no later one; False where it could not be told."""
        try:
            path = self._rest.path("configuration", "settings")
            await self._rest.call("POST", path, {"trust_mode": TRUST}, repeatable=True)
        except SendError as error:
            log.warning("trust_mode_not_set", reason=error.reason)
            return False
        return True

    async def solve(self, challenge: str, captcha: str) -> None:
        """Hand in the puzzle that a person has solved. Raises SendError."""
        wanted = {"challenge_token": challenge, "captcha": captcha}
        path = self._rest.path("accounts", "rate-limit-challenge")
        await self._rest.call("POST", path, wanted, repeatable=True)

    async def groups(self) -> list[tuple[str, str]]:
        """The groups that the number is in: how each is written to, and its name. Raises SendError."""
        return [(words(each, "id"), words(each, "name")) for each in await self._rest.listed("groups")]

    async def _send_part(self, address: str, earlier: list[str], files: list[str] | None, at: int, text: str) -> str:
        edited = int(earlier[at]) if at < len(earlier) else None
        written = self._written(
            text=text, text_mode="normal", edit_timestamp=edited, base64_attachments=files if at == 0 else None
        )
        wanted = await written.to_generated(self.number, [address])
        asked = wanted.model_dump(mode="json", exclude_none=True, by_alias=True)
        try:
            answer = await self._rest.call("POST", "/v2/send", asked, repeatable=edited is not None)
        except SendError as error:
            if error.reason == "unregistered_or_network" and await self._is_untrusted(address):
                raise SendError("identity_changed", permanent=True) from None
            raise
        reference = words(answer, "timestamp")
        if not reference.isdecimal():
            raise SendError("no_reference", unknown=edited is None)
        return reference

    async def _delete(self, address: str, references: list[str]) -> None:
        for each in references:
            wanted = {"recipient": address, "timestamp": int(each)}
            await self._rest.call("DELETE", self._rest.path("remote-delete"), wanted, repeatable=True)

    async def _is_untrusted(self, address: str) -> bool:
        """Look at the newest key that is known of somebody."""
        try:
            known = await self._rest.listed("identities")
        except SendError:
            return False
        theirs = [each for each in known if words(each, "uuid") == address]
        newest = max(theirs, key=lambda each: str(each.get("added")), default={})
        return words(newest, "status") == "UNTRUSTED"


def _bytes(text: str) -> int:
    return len(text.encode())

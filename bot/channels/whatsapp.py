"""WhatsApp, through Twilio's REST API. What arrives is read in whatsapp_inbound.py."""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from twilio.base.exceptions import TwilioRestException

from bot.channels.channel import Inbound, Outbound, SendError
from bot.channels.parts import Progress, split
from bot.channels.twilio_account import FAILURES, Account, fault, whatsapp_address
from bot.channels.whatsapp_inbound import REASONS
from bot.channels.whatsapp_kept import Kept
from bot.channels.whatsapp_replies import QuickReplies

T = TypeVar("T")
MOST_CHARACTERS = 1500
AT_ONCE = 16
LOOK_BACK = timedelta(minutes=10)
MOST_SKEW = timedelta(seconds=30)
LOOK_AT = 30
REMEMBERED = 2000
ANY_TEMPLATE = "message_waiting"
REFUSED, NOT_THERE = 400, 404
LOST = frozenset({"failed", "undelivered", "canceled"})


class WhatsApp:
    """One WhatsApp number. People are addressed as Twilio names them; references are message sids."""

    name = "whatsapp"
    has_window = True

    def __init__(self, account: Account, now: Callable[[], datetime]) -> None:
        self._account, self._now = account, now
        self._client = account.client()
        self._replies, self._kept = QuickReplies(account.client()), Kept(account)
        self._crew = ThreadPoolExecutor(AT_ONCE, "twilio")
        self._progress = Progress()
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
        return await self._progress.send(message.id, self._texts(message), partial(self._send_part, message))

    async def sent_before(self, message: Outbound) -> str | None:
        """Look through what Twilio sent to this address, back to the last message that must be another.

        Raises SendError where Twilio does not say.
        """
        done = self._progress.so_far(message.id)
        wanted = [each.strip() for each in self._texts(message)[len(done) :]]
        try:
            listed = await self._asked(self._listed, message.address)
        except FAILURES as cause:
            raise SendError(fault(cause).reason) from None
        since = self._now() - LOOK_BACK if message.queued_at is None else message.queued_at - MOST_SKEW
        found = _matching(listed, wanted, set(self._known), since)
        if not found:
            return None
        self._known.extend(found)
        self._progress.forget(message.id)
        return " ".join([*done, *found])

    async def redact(self, reference: str, *, media: bool = False) -> bool:
        """Remove the words of messages at Twilio, ours or theirs, and media unread; False where Twilio would not."""
        try:
            for sid in reference.split():
                await self._asked(self._kept.forget, sid, media=media)
        except FAILURES:
            return False
        return True

    async def remove(self, sid: str) -> bool:
        """Delete one message's record at Twilio, ours or theirs: number, times and all; False where Twilio would not.

        True too where there is none.
        """
        try:
            await self._asked(self._kept.remove, sid)
        except FAILURES as cause:
            return getattr(cause, "status", None) == NOT_THERE
        return True

    async def missed(self, since: datetime) -> list[Inbound]:
        """Everything that people wrote since then, as Twilio lists it. Raises SendError."""
        try:
            return await self._asked(self._kept.received, since)
        except FAILURES as cause:
            raise fault(cause) from None

    async def left(self, since: datetime, until: datetime) -> list[tuple[str, bool]]:
        """What Twilio still has of conversations between these times: the sid, and whether media came with it.

        Of ours only what is over, and that until now. Raises SendError.
        """
        try:
            return await self._asked(lambda: list(self._kept.spoken(since, until)))
        except FAILURES as cause:
            raise fault(cause) from None

    async def _delete(self, message: Outbound) -> str:
        if not message.of:
            raise SendError("nothing_to_delete", permanent=True)
        if not await self.redact(message.of):
            raise SendError("not_redacted")
        return message.of

    async def _asked(self, ask: Callable[..., T], *given: Any, **named: Any) -> T:
        """Ask Twilio in a thread of this channel's own: turns never wait for threads that wait for Twilio."""
        return await asyncio.get_running_loop().run_in_executor(self._crew, partial(ask, *given, **named))

    def _texts(self, message: Outbound) -> list[str]:
        if not message.in_window:
            return [message.text]
        return split(message.text, MOST_CHARACTERS, _units)

    async def _send_part(self, message: Outbound, at: int, text: str) -> str:
        # Where another part follows, this one's arrival says nothing of the whole message.
        named = "of" if at == len(self._texts(message)) - 1 else "part_of"
        status_at = f"{self._account.public_url}/hooks/whatsapp/status?{named}={message.id}"
        try:
            sid = await self._asked(self._create, message, text, status_at)
        except FAILURES as cause:
            raise fault(cause) from None
        self._known.append(sid)
        return sid

    def _create(self, message: Outbound, text: str, status_at: str) -> str:
        words = self._words(message, text)
        try:
            return self._put(message, words, status_at)
        except TwilioRestException as refused:
            is_known = refused.status != REFUSED or str(refused.code) in REASONS
            if is_known or "body" in words or not message.in_window:
                raise
            # The buttons are a courtesy: the same question without them can always be answered.
            self._replies.refuse(message)
            return self._put(message, {"body": text}, status_at)

    def _put(self, message: Outbound, words: Mapping[str, str], status_at: str) -> str:
        made = self._client.messages.create(
            to=whatsapp_address(message.address),
            from_=whatsapp_address(self._account.number),
            status_callback=status_at,
            **words,
        )
        if not made.sid:
            raise ValueError("no sid")
        return str(made.sid)

    def _words(self, message: Outbound, text: str) -> dict[str, str]:
        if not message.in_window:
            return {"content_sid": self._content(message) or ""}
        content = self._question(message)
        return {"body": text} if content is None else {"content_sid": content}

    def _question(self, message: Outbound) -> str | None:
        try:
            return self._replies.sid_for(message)
        except (*FAILURES, KeyError):
            self._replies.refuse(message)
            return None

    def _content(self, message: Outbound) -> str | None:
        """The template's ContentSid; one that only says that something waits stands in for one that is lacking."""
        given = self._account.templates
        wanted = (message.template or "", ANY_TEMPLATE) if message.template else ()
        return next((given[name][message.language] for name in wanted if message.language in given.get(name, {})), None)

    def _listed(self, address: str) -> list[Any]:
        sender = whatsapp_address(self._account.number)
        return list(
            self._client.messages.list(to=whatsapp_address(address), from_=sender, limit=LOOK_AT, page_size=LOOK_AT)
        )


def _matching(listed: list[Any], wanted: list[str], known: set[str], since: datetime) -> list[str] | None:
    """The sids of all wanted texts, in order; `listed` has the newest first. None unless all are there.

    What Twilio took and could not deliver reached nobody: the same message, tried again, is another one.
    """
    found: list[str] = []
    for each in listed:
        made = each.date_created
        if len(found) == len(wanted) or each.sid in known or made is None or made < since:
            break
        if str(each.status) not in LOST and (each.body or "").strip() == wanted[-1 - len(found)]:
            found.insert(0, str(each.sid))
    return found if found and len(found) == len(wanted) else None


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2

"""What Twilio keeps of our conversations: messages that its webhook did not bring, and words that should be gone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from twilio.rest import Client

from bot.channels.channel import Inbound
from bot.channels.payload import words
from bot.channels.twilio_account import Account, whatsapp_address
from bot.channels.whatsapp_inbound import CHANNEL

PAGE = 1000
OVER = frozenset({"delivered", "read", "failed", "undelivered"})


class Kept:
    """The messages of one account as Twilio lists them."""

    def __init__(self, account: Account) -> None:
        self._client: Client = account.client()
        self._number = whatsapp_address(account.number)

    def received(self, since: datetime) -> list[Inbound]:
        """Everything that people wrote to us since then, oldest first.

        The list knows the number that they wrote from, not the id that the webhook gives beside it.
        """
        listed = self._client.messages.list(to=self._number, date_sent_after=since, page_size=PAGE)
        return [inbound for each in reversed(listed) if (inbound := _read(each)) is not None]

    def spoken(self, since: datetime, until: datetime) -> Iterator[tuple[str, bool]]:
        """The sids of what still has words or media, and whether it is media: ours that are over, theirs in between."""
        for each in self._client.messages.stream(from_=self._number, date_sent_after=since, page_size=PAGE):
            if each.body and str(each.status) in OVER:
                yield str(each.sid), False
        between = {"date_sent_after": since, "date_sent_before": until}
        for each in self._client.messages.stream(to=self._number, page_size=PAGE, **between):
            has_media = str(each.num_media or "0") != "0"
            if each.body or has_media:
                yield str(each.sid), has_media

    def forget(self, sid: str, *, media: bool = False) -> None:
        """Remove a message's words, and its media unread."""
        if media:
            for each in self._client.messages(sid).media.list():
                each.delete()
        self._client.messages(sid).update(body="")

    def remove(self, sid: str) -> None:
        """Delete all that is known of a message, and its media; it cannot be had back."""
        self._client.messages(sid).delete()


def _read(listed: Any) -> Inbound | None:
    address, sid = str(listed.from_ or ""), str(listed.sid or "")
    if listed.direction != "inbound" or not sid or not address.startswith("whatsapp:"):
        return None
    text = words({"body": listed.body}, "body").strip()
    sent_at = listed.date_sent or listed.date_created or datetime.now(UTC)
    # What kind of media it was is not listed; it is not looked at either way.
    return Inbound(CHANNEL, address, sid, text, sent_at, "text" if text else "photo")

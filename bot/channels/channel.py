"""What every channel fulfils: the message in, the message out, and how sending can fail."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

_NAMES = {"signal": "Signal", "whatsapp": "WhatsApp", "telegram": "Telegram", "zoom": "Zoom"}


def name_of(channel: str) -> str:
    """A messenger's name as people know it."""
    return _NAMES.get(channel, channel)


@dataclass(frozen=True)
class Inbound:
    """One message that reached us. `key` is the provider's own; the same key is the same message.

    `kind` is text, photo, voice, sticker, reaction, edit, delete or press; for a press `text` is the button's id.
    `author` is set where many write in one chat: the address of the one who did. `reply_to` is set where answers go
    to another address than the one that somebody is known by. `on` is the provider's reference of the message under
    which a quick reply was pressed. `phone` is a number to ring, where the address is none.
    """

    channel: str
    address: str
    key: str
    text: str
    sent_at: datetime
    kind: str = "text"
    author: str | None = None
    reply_to: str | None = None
    on: str | None = None
    phone: str | None = None


@dataclass(frozen=True)
class Button:
    """A quick reply or a card's button."""

    id: str
    label: str


@dataclass(frozen=True)
class Outbound:
    """One message to send. `act` is send, edit or delete; `of` is the provider's reference of the earlier one.

    `template` is the text's id where it may open a conversation; outside the window (`in_window`) only a template may
    be sent. `wording` is the text's id where a question reads the same for everybody; `topic` is
    the code of what it is about, where a channel keeps each in a place of its own. What a provider had before
    `queued_at` is another message. `links` are shown as pictures too, for a poster or a leaflet, where that can be.
    """

    id: UUID
    address: str
    text: str
    preview: str
    act: str = "send"
    buttons: tuple[Button, ...] = ()
    template: str | None = None
    of: str | None = None
    language: str = "en"
    wording: str | None = None
    topic: str | None = None
    in_window: bool = True
    queued_at: datetime | None = None
    links: tuple[str, ...] = ()


class SendError(Exception):
    """It was not sent. `permanent`: trying again will not help; `unknown`: it may have been sent after all.

    `looks_first`: it may be tried again once `sent_before` has been asked, and not sooner. `challenge` is what a
    messenger gave us to have a puzzle solved by a person; `wait` is how long it wants to be left alone.
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool = False,
        unknown: bool = False,
        looks_first: bool = False,
        challenge: str = "",
        wait: timedelta | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason, self.permanent, self.unknown = reason, permanent, unknown
        self.looks_first, self.challenge, self.wait = looks_first, challenge, wait


class Channel(Protocol):
    """One messenger. Texts never reach a log."""

    name: str
    has_window: bool

    async def send(self, message: Outbound) -> str:
        """Send, and answer the provider's reference. Raises SendError."""

    async def sent_before(self, message: Outbound) -> str | None:
        """Look whether this message was sent already; its reference, or None where it was not or nobody can tell.

        Raises SendError where it could be told, but not now.
        """

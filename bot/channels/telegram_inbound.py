"""What Telegram posts, read into our own words. Only the staff channel is heard. Sending is in telegram.py."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.channels.channel import Inbound
from bot.channels.payload import Frame, moment, number, part, words

CHANNEL = "telegram"


@dataclass(frozen=True)
class Moved:
    """The group has another number from now on."""

    became: int


@dataclass(frozen=True)
class Update:
    """One update: what it says, and the press that Telegram wants answered."""

    inbound: Inbound
    press: str | None = None


def heard(frame: Frame, staff_chat: int, now: datetime, chat_now: int | None = None) -> Update | Moved | None:
    """Read one update; None for every other chat, for edits, and for what is not known yet.

    People are their numeric id, never their name. A press has no time of its own, so it counts as pressed now.
    `chat_now` is the number that the staff channel has now, where that is not the configured one.
    """
    key, chats = number(frame, "update_id"), {staff_chat, chat_now or staff_chat}
    press, message = part(frame, "callback_query"), part(frame, "message")
    said = part(press or {}, "message") if press is not None else message
    if key is None or said is None or number(part(said, "chat") or {}, "id") not in chats:
        return None
    if press is not None:
        return _pressed(press, staff_chat, str(key), now)
    became = number(said, "migrate_to_chat_id")
    return _written(said, staff_chat, str(key), now) if became is None else Moved(became)


def _pressed(press: Frame, staff_chat: int, key: str, now: datetime) -> Update | None:
    author, button, reference = _author(press), words(press, "data"), words(press, "id")
    if author is None or not button:
        return None
    return Update(Inbound(CHANNEL, str(staff_chat), key, button, now, "press", author), reference)


def _written(message: Frame, staff_chat: int, key: str, now: datetime) -> Update | None:
    author, text = _author(message), words(message, "text")
    if author is None or not text:
        return None
    seconds = number(message, "date")
    sent_at = moment(None if seconds is None else seconds * 1000) or now.astimezone(UTC)
    return Update(Inbound(CHANNEL, str(staff_chat), key, text, sent_at, "text", author))


def _author(said: Frame) -> str | None:
    sender = part(said, "from") or {}
    found = number(sender, "id")
    return None if found is None or sender.get("is_bot") is True else str(found)

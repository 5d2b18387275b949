"""What Telegram posts, read into our own words. Only the staff channel is heard. Sending is in telegram.py."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.channels.channel import Inbound
from bot.channels.payload import Frame, moment, number, part, words

CHANNEL = "telegram"


@dataclass(frozen=True)
class Update:
    """One update: what it says, and the press that Telegram wants answered."""

    inbound: Inbound
    press: str | None = None


def heard(frame: Frame, staff_chat: int, now: datetime) -> Update | None:
    """Read one update; None for every other chat, for edits, and for what is not known yet.

    People are their numeric id, never their name. A press has no time of its own, so it counts as pressed now.
    """
    key = number(frame, "update_id")
    press, message = part(frame, "callback_query"), part(frame, "message")
    if key is None:
        return None
    if press is not None:
        return _pressed(press, staff_chat, str(key), now)
    return None if message is None else _written(message, staff_chat, str(key), now)


def _pressed(press: Frame, staff_chat: int, key: str, now: datetime) -> Update | None:
    author, button, reference = _author(press), words(press, "data"), words(press, "id")
    if author is None or not button or not _is_staff_chat(part(press, "message"), staff_chat):
        return None
    return Update(Inbound(CHANNEL, str(staff_chat), key, button, now, "press", author), reference)


def _written(message: Frame, staff_chat: int, key: str, now: datetime) -> Update | None:
    author, text = _author(message), words(message, "text")
    if author is None or not text or not _is_staff_chat(message, staff_chat):
        return None
    seconds = number(message, "date")
    sent_at = moment(None if seconds is None else seconds * 1000) or now.astimezone(UTC)
    return Update(Inbound(CHANNEL, str(staff_chat), key, text, sent_at, "text", author))


def _is_staff_chat(message: Frame | None, staff_chat: int) -> bool:
    return number(part(message or {}, "chat") or {}, "id") == staff_chat


def _author(said: Frame) -> str | None:
    sender = part(said, "from") or {}
    found = number(sender, "id")
    return None if found is None or sender.get("is_bot") is True else str(found)

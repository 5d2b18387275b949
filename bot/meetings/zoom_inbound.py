"""What Zoom posts: whether it is Zoom's, and what it says of a meeting. What follows from it is in attending.py."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import SecretStr

from bot.channels.payload import Frame, moment, part, words

FRESH = timedelta(minutes=5)
LONGEST_NAME = 200


class Kind(StrEnum):
    """What happened."""

    STARTED = "started"
    ENDED = "ended"
    WAITS = "waits"
    JOINED = "joined"
    LEFT = "left"
    CHANGED = "changed"


KINDS = {
    "meeting.started": Kind.STARTED,
    "meeting.ended": Kind.ENDED,
    "meeting.participant_joined_waiting_room": Kind.WAITS,
    "meeting.participant_joined": Kind.JOINED,
    "meeting.participant_left": Kind.LEFT,
    "meeting.participant_put_in_waiting_room": Kind.LEFT,
    "meeting.updated": Kind.CHANGED,
    "meeting.deleted": Kind.CHANGED,
}


@dataclass(frozen=True)
class Happened:
    """One thing that happened in a meeting. `key` is the same when Zoom tells it again; `name` is free text."""

    kind: Kind
    number: str
    key: str = field(repr=False)
    name: str | None = field(repr=False)
    at: datetime


def is_signed(secret: SecretStr, headers: Mapping[str, str], body: bytes, now: datetime) -> bool:
    """Tell whether Zoom has signed these very bytes, and not long ago; compared in constant time."""
    told, stamp = headers.get("x-zm-signature", ""), headers.get("x-zm-request-timestamp", "")
    if not (stamp.isascii() and stamp.isdecimal() and len(stamp) <= 13 and secret.get_secret_value()):
        return False
    expected = "v0=" + _signature(secret, b"v0:" + stamp.encode() + b":" + body)
    genuine = hmac.compare_digest(told.encode("utf-8", "replace"), expected.encode())
    made = moment(int(stamp) * (1 if len(stamp) == 13 else 1000))
    return genuine and made is not None and abs(now - made) <= FRESH


def challenge(secret: SecretStr, frame: Frame) -> dict[str, str] | None:
    """Answer Zoom's question whether this address is ours, which it asks again every three days."""
    if words(frame, "event") != "endpoint.url_validation":
        return None
    plain = words(part(frame, "payload") or {}, "plainToken")
    return {"plainToken": plain, "encryptedToken": _signature(secret, plain.encode())}


def heard(frame: Frame, now: datetime) -> Happened | None:
    """Read one event; None for one that is of no use to us."""
    kind = KINDS.get(words(frame, "event"))
    meeting = part(part(frame, "payload") or {}, "object") or {}
    number = str(meeting.get("id") or "")
    if kind is None or not number.isdecimal():
        return None
    who = part(meeting, "participant") or {}
    told = (words(frame, "event"), frame.get("event_ts"), meeting.get("uuid"), who.get("user_id"))
    stamp = frame.get("event_ts")
    at = moment(stamp if isinstance(stamp, int) else None) or now
    name = words(who, "user_name")[:LONGEST_NAME] if who else None
    return Happened(kind, number, "|".join(str(each) for each in told), name, at)


def _signature(secret: SecretStr, signed: bytes) -> str:
    return hmac.new(secret.get_secret_value().encode(), signed, hashlib.sha256).hexdigest()

"""What signal-cli-rest-api posts, read into our own words. Sending is in signal.py."""

from base64 import b64encode
from datetime import datetime
from hashlib import sha256
from typing import TypeAlias
from uuid import UUID

from bot.channels.channel import Inbound
from bot.channels.notices import IdentityChanged, Receipt
from bot.channels.payload import Frame, moment, number, part, parts, words

CHANNEL = "signal"
LONG_TEXT = "text/x-signal-plain"
"""What does not fit into a message's body comes as an attachment of this kind: it is words, no file of theirs."""
KNOWN = frozenset({"dataMessage", "editMessage", "receiptMessage", "typingMessage", "callMessage", "storyMessage"})
Heard: TypeAlias = Inbound | Receipt | IdentityChanged


def heard(frame: Frame, account: str, staff_group: str | None = None) -> Heard | None:
    """Read one frame, as the webhook (JSON-RPC) or the websocket brings it.

    None for what nobody answers: other groups than staff's, typing, calls, a changed timer, contact cards, polls, what
    the bot's own phone wrote, other accounts, and whatever is not known yet.
    """
    params, envelope = _opened(frame, account)
    if envelope is None:
        return None
    address = _address(envelope)
    if address is None or "syncMessage" in envelope:
        return None
    exception = part(params, "exception")
    if exception is not None:
        return IdentityChanged(CHANNEL, address) if _is_untrusted(exception) else None
    receipt = part(envelope, "receiptMessage")
    return _message(envelope, address, account, staff_group) if receipt is None else _receipt(receipt, address)


def unread(frame: Frame, account: str) -> str | None:
    """Why nothing was heard in a frame for this account; None where it is of a kind that nobody answers."""
    params, envelope = _opened(frame, account)
    if params.get("account") != account or (envelope is not None and "syncMessage" in envelope):
        return None
    if part(params, "exception") is not None:
        return "not_decrypted"
    is_known = envelope is not None and _address(envelope) is not None and not KNOWN.isdisjoint(envelope)
    return None if is_known else "unknown_kind"


def attachments(frame: Frame, account: str) -> tuple[str, ...]:
    """The ids of the files that came along, under which signal-cli keeps them."""
    envelope = _opened(frame, account)[1] or {}
    message = part(part(envelope, "editMessage") or envelope, "dataMessage") or {}
    return tuple(found for each in parts(message, "attachments") if (found := words(each, "id")))


def _opened(frame: Frame, account: str) -> tuple[Frame, Frame | None]:
    params = part(frame, "params") or frame
    return params, part(params, "envelope") if params.get("account") == account else None


def _address(envelope: Frame) -> str | None:
    """The person's uuid: their number comes and goes with sealed sender."""
    try:
        return str(UUID(words(envelope, "sourceUuid")))
    except ValueError:
        return None


def _is_untrusted(exception: Frame) -> bool:
    return "untrustedidentity" in words(exception, "type").lower()


def _receipt(receipt: Frame, address: str) -> Receipt | None:
    seen = receipt.get("isRead") is True or receipt.get("isViewed") is True
    listed = receipt.get("timestamps")
    references = tuple(str(each) for each in listed if isinstance(each, int)) if isinstance(listed, list) else ()
    return Receipt(CHANNEL, references, "read" if seen else "delivered", address=address) if references else None


def _message(envelope: Frame, address: str, account: str, staff_group: str | None) -> Inbound | None:
    edit = part(envelope, "editMessage")
    message = part(envelope if edit is None else edit, "dataMessage")
    sent = number(envelope, "timestamp")
    sent_at = moment(number(envelope, "serverReceivedTimestamp")) or moment(sent)
    kind = None if message is None else "edit" if edit is not None else _kind(message)
    if message is None or sent_at is None or kind is None:
        return None
    key = _key(account, address, number(envelope, "sourceDevice"), sent, kind)
    if "groupInfo" in message or "groupV2" in message:
        return _among_staff(message, staff_group, address, key, sent_at, kind)
    phone = words(envelope, "sourceNumber") or None
    return Inbound(CHANNEL, address, key, words(message, "message"), sent_at, kind, phone=phone)


def _among_staff(
    message: Frame, staff_group: str | None, author: str, key: str, sent_at: datetime, kind: str
) -> Inbound | None:
    """What was written in the staff channel, and under which message of ours: a quote or a reaction names its time."""
    group = words(part(message, "groupInfo") or {}, "groupId")
    if staff_group is None or not group or group_address(group) != staff_group:
        return None
    text, on = words(message, "message"), number(part(message, "quote") or {}, "id")
    reaction = part(message, "reaction")
    if reaction is not None:
        text = "" if reaction.get("isRemove") is True else words(reaction, "emoji")
        on = number(reaction, "targetSentTimestamp")
    return Inbound(CHANNEL, staff_group, key, text, sent_at, kind, author, on=None if on is None else str(on))


def group_address(internal_id: str) -> str:
    """How a group is written to: messages from it carry another id of it."""
    return f"group.{b64encode(internal_id.encode()).decode()}"


def _kind(message: Frame) -> str | None:
    """What it is. What came with a picture is no answer, so the picture comes before its words (G4.5, H3.1)."""
    if part(message, "reaction") is not None:
        return "reaction"
    if part(message, "remoteDelete") is not None:
        return "delete"
    if part(message, "sticker") is not None:
        return "sticker"
    attached = [each for each in parts(message, "attachments") if words(each, "contentType") != LONG_TEXT]
    if not attached:
        return "text" if words(message, "message").strip() else None
    is_voice = attached[0].get("isVoiceNote") is True or words(attached[0], "contentType").startswith("audio/")
    return "voice" if is_voice else "photo"


def _key(*known: object) -> str:
    """Signal has no message id: these together are one. Hashed, for it is kept in clear."""
    return sha256("\n".join(map(str, known)).encode()).hexdigest()

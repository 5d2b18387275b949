"""What signal-cli-rest-api posts, read into our own words. Sending is in signal.py."""

from hashlib import sha256
from typing import TypeAlias
from uuid import UUID

from bot.channels.channel import Inbound
from bot.channels.notices import IdentityChanged, Receipt
from bot.channels.payload import Frame, moment, number, part, parts, words

CHANNEL = "signal"
Heard: TypeAlias = Inbound | Receipt | IdentityChanged


def heard(frame: Frame, account: str) -> Heard | None:
    """Read one frame, as the webhook (JSON-RPC) or the websocket brings it.

    None for what nobody answers: groups, typing, calls, a changed timer, contact cards, polls, what the bot's own
    phone wrote, other accounts, and whatever is not known yet.
    """
    params = part(frame, "params") or frame
    envelope = part(params, "envelope")
    if envelope is None or params.get("account") != account:
        return None
    address = _address(envelope)
    if address is None or "syncMessage" in envelope:
        return None
    exception = part(params, "exception")
    if exception is not None:
        return IdentityChanged(CHANNEL, address) if _is_untrusted(exception) else None
    receipt = part(envelope, "receiptMessage")
    return _message(envelope, address, account) if receipt is None else _receipt(receipt, address)


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


def _message(envelope: Frame, address: str, account: str) -> Inbound | None:
    edit = part(envelope, "editMessage")
    message = part(envelope if edit is None else edit, "dataMessage")
    sent = number(envelope, "timestamp")
    sent_at = moment(number(envelope, "serverReceivedTimestamp")) or moment(sent)
    if message is None or sent_at is None or "groupInfo" in message or "groupV2" in message:
        return None
    kind = "edit" if edit is not None else _kind(message)
    if kind is None:
        return None
    key = _key(account, address, number(envelope, "sourceDevice"), sent, kind)
    return Inbound(CHANNEL, address, key, words(message, "message"), sent_at, kind)


def _kind(message: Frame) -> str | None:
    """What it is; words come first, so that a photo's caption is read like any other words."""
    if part(message, "reaction") is not None:
        return "reaction"
    if part(message, "remoteDelete") is not None:
        return "delete"
    if words(message, "message").strip():
        return "text"
    if part(message, "sticker") is not None:
        return "sticker"
    attached = parts(message, "attachments")
    if not attached:
        return None
    is_voice = attached[0].get("isVoiceNote") is True or words(attached[0], "contentType").startswith("audio/")
    return "voice" if is_voice else "photo"


def _key(*known: object) -> str:
    """Signal has no message id: these together are one. Hashed, for it is kept in clear."""
    return sha256("\n".join(map(str, known)).encode()).hexdigest()

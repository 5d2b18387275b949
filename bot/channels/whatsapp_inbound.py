"""What Twilio posts, checked and read into our own words. Sending is in whatsapp.py."""

from datetime import datetime
from uuid import UUID

from starlette.datastructures import Headers, QueryParams
from twilio.request_validator import (
    SIGNATURE_HEADER,
    SIGNATURE_SETTINGS_HEADER,
    RequestValidator,
    get_signature_algorithm,
)

from bot.channels.channel import Inbound
from bot.channels.notices import Receipt
from storage.queued import CONTENT_REFUSED

CHANNEL = "whatsapp"
REACHED = {"sent": "sent", "delivered": "delivered", "read": "read", "failed": "failed", "undelivered": "failed"}
GONE = frozenset({"delivered", "read", "failed"})
CONTENT = frozenset({"63005", "63012", "63013", "63021", "63022", "63030"})
REASONS = {
    "63016": "window_closed",
    "63018": "throttled",
    "20429": "throttled",
    "63003": "no_such_person",
    "63024": "no_such_person",
    "21211": "no_such_person",
    "21614": "no_such_person",
    "21610": "unsubscribed",
    "20003": "not_authorised",
}


def read_form(body: bytes) -> QueryParams:
    """Read a posted form; empty fields stay, for they are signed too."""
    return QueryParams(body.decode("utf-8", "replace"))


def is_signed(token: str, url: str, form: QueryParams, headers: Headers) -> bool:
    """Tell whether Twilio signed this form for this address, by whichever algorithm it names."""
    signature = headers.get(SIGNATURE_HEADER)
    if not signature:
        return False
    algorithm = get_signature_algorithm(headers.get(SIGNATURE_SETTINGS_HEADER, ""))
    return bool(RequestValidator(token).validate(url, form, signature, algorithm))


def heard(form: QueryParams, now: datetime) -> Inbound | None:
    """Read one message; Twilio does not say when it was sent, so it counts as sent now.

    The person is their ExternalUserId, which stays when the number is hidden, else the number. Answers go to where
    they wrote from.
    """
    form = _without_nul(form)
    sid, address = form.get("MessageSid", ""), form.get("ExternalUserId") or form.get("From", "")
    if not sid or not address.startswith("whatsapp:"):
        return None
    text = form.get("Body", "").strip() or form.get("ButtonText", "")
    sender = form.get("From", "")
    reply_to = sender if form.get("ExternalUserId") and sender.startswith("whatsapp:") else None
    is_button = bool(form.get("ButtonPayload") or form.get("ListId"))
    on = form.get("OriginalRepliedMessageSid") or None if is_button else None
    return Inbound(CHANNEL, address, sid, text, now, _kind(form, text), reply_to=reply_to, on=on)


def has_media(form: QueryParams) -> bool:
    """Tell whether something lies at Twilio that came with this message."""
    return form.get("NumMedia", "0") not in {"", "0"}


def receipt(form: QueryParams, query: QueryParams) -> Receipt | None:
    """Read how far a message of ours got; `of` in the address is our own id of it.

    `part_of`: others follow, so that of the message only a failure is known by it.
    """
    form = _without_nul(form)
    status = REACHED.get(form.get("MessageStatus", "").lower())
    sid = form.get("MessageSid", "")
    if status is None or not sid:
        return None
    reason = _why(form.get("ErrorCode", "")) if status == "failed" else None
    named = query.get("of") or (query.get("part_of") if status == "failed" else None)
    return Receipt(CHANNEL, (sid,), status, outbox_id=_own_id(named or ""), reason=reason)


def _why(code: str) -> str:
    """Why a message that Twilio had taken failed after all."""
    if code in CONTENT:
        return CONTENT_REFUSED
    return REASONS.get(code, f"twilio_{code}" if code.isdecimal() else "undelivered")


def _without_nul(form: QueryParams) -> QueryParams:
    """PostgreSQL cannot keep it; the signature was over it all the same."""
    return QueryParams([(name, value.replace("\x00", "")) for name, value in form.multi_items()])


def _kind(form: QueryParams, text: str) -> str:
    """What it is. What came with a picture is no answer, so the picture comes before its words (G4.5, H3.1)."""
    if form.get("MessageType", "").lower() == "reaction":
        return "reaction"
    if text and not has_media(form):
        return "text"
    content = form.get("MediaContentType0", "").lower()
    if content.startswith("audio/"):
        return "voice"
    return "sticker" if content == "image/webp" else "photo"


def _own_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None

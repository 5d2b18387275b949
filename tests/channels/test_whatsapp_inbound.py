"""Twilio's forms, and what we make of each."""

from datetime import UTC, datetime
from urllib.parse import urlencode
from uuid import UUID

import pytest
from starlette.datastructures import Headers, QueryParams
from twilio.request_validator import RequestValidator

from bot.channels.channel import Inbound
from bot.channels.notices import Receipt
from bot.channels.whatsapp_inbound import heard, is_signed, read_form, receipt

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
URL = "https://bot.example/hooks/whatsapp"
TEXT = {
    "MessageSid": "SM1",
    "From": "whatsapp:+40700000001",
    "WaId": "40700000001",
    "ProfileName": "Anna",
    "ExternalUserId": "whatsapp:ID.4566546130240823",
    "Body": "Так, it is me",
    "MessageType": "text",
    "NumMedia": "0",
    "ButtonText": "",
}
TAPPED = TEXT | {
    "SmsMessageSid": "SM1",
    "SmsSid": "SM1",
    "AccountSid": "AC1",
    "ApiVersion": "2010-04-01",
    "To": "whatsapp:+441632960002",
    "Body": "Yes",
    "MessageType": "interactive",
    "NumSegments": "1",
    "ReferralNumMedia": "0",
    "SmsStatus": "received",
    "Forwarded": "false",
    "FrequentlyForwarded": "false",
    "ButtonText": "Yes",
    "ButtonPayload": "yes",
    "OriginalRepliedMessageSid": "MM1",
    "OriginalRepliedMessageSender": "whatsapp:+441632960002",
    "ChannelMetadata": '{"type":"whatsapp","data":{"context":{"ProfileName":"Anna","WaId":"40700000001"}}}',
}
WITHOUT_ID = {name: value for name, value in TEXT.items() if name != "ExternalUserId"}
HIDDEN = TEXT | {"From": "whatsapp:ID.4566546130240823", "WaId": ""}
MEDIA = {"Body": "", "NumMedia": "1", "MediaUrl0": "https://media.example/1"}
OWN_ID = "0b0b0b0b-0000-4000-8000-000000000001"


def _form(fields: dict[str, str]) -> QueryParams:
    return read_form(urlencode(fields).encode())


@pytest.mark.parametrize(
    ("fields", "kind", "text"),
    [
        (TEXT, "text", "Так, it is me"),
        (TEXT | {"Body": "", "ButtonText": "Yes", "ButtonPayload": "yes", "MessageType": "interactive"}, "text", "Yes"),
        (TEXT | MEDIA | {"MediaContentType0": "image/jpeg"}, "photo", ""),
        (TEXT | MEDIA | {"MediaContentType0": "image/jpeg", "Body": "look"}, "photo", "look"),
        (TEXT | MEDIA | {"MediaContentType0": "audio/ogg"}, "voice", ""),
        (TEXT | MEDIA | {"MediaContentType0": "image/webp"}, "sticker", ""),
        (TEXT | {"Body": "", "Latitude": "1.0", "Longitude": "2.0", "MessageType": "location"}, "photo", ""),
        (TEXT | {"Body": "👍", "MessageType": "reaction"}, "reaction", "👍"),
        (TEXT | {"SomethingNew": "1", "Body": "a\x00b"}, "text", "ab"),
    ],
)
def test_a_message_is_read_as_what_it_is(fields: dict[str, str], kind: str, text: str) -> None:
    person, number = "whatsapp:ID.4566546130240823", "whatsapp:+40700000001"
    assert heard(_form(fields), NOW) == Inbound("whatsapp", person, "SM1", text, NOW, kind, reply_to=number)


def test_a_tap_as_twilio_really_posts_it_names_the_button_and_the_message_above_it() -> None:
    inbound = heard(_form(TAPPED), NOW)

    assert inbound is not None
    assert (inbound.kind, inbound.text, inbound.on, inbound.author) == ("text", "Yes", "MM1", None)
    assert is_signed("token", URL, _form(TAPPED), _signed(TAPPED))


def test_a_person_is_the_same_with_and_without_their_number() -> None:
    shown, hidden = heard(_form(TEXT), NOW), heard(_form(HIDDEN), NOW)

    assert shown is not None
    assert hidden is not None
    assert shown.address == hidden.address


def test_a_person_without_an_id_is_their_number() -> None:
    inbound = heard(_form(WITHOUT_ID), NOW)

    assert inbound is not None
    assert inbound.address == "whatsapp:+40700000001"


@pytest.mark.parametrize(
    "fields", [{}, {"MessageSid": "SM1"}, {"MessageSid": "SM1", "From": "+40700000001"}, {"From": "whatsapp:+4"}]
)
def test_what_is_no_whatsapp_message_is_not_heard(fields: dict[str, str]) -> None:
    assert heard(_form(fields), NOW) is None


@pytest.mark.parametrize(
    ("fields", "status", "reason"),
    [
        ({"MessageStatus": "sent"}, "sent", None),
        ({"MessageStatus": "delivered"}, "delivered", None),
        ({"MessageStatus": "read", "EventType": "READ"}, "read", None),
        ({"MessageStatus": "failed", "ErrorCode": "63016"}, "failed", "window_closed"),
        ({"MessageStatus": "undelivered", "ErrorCode": "63024"}, "failed", "no_such_person"),
        ({"MessageStatus": "undelivered", "ErrorCode": "63999"}, "failed", "twilio_63999"),
        ({"MessageStatus": "failed"}, "failed", "undelivered"),
    ],
)
def test_a_status_says_how_far_a_message_got(fields: dict[str, str], status: str, reason: str | None) -> None:
    found = receipt(_form({"MessageSid": "SM1"} | fields), QueryParams(f"of={OWN_ID}"))

    assert found == Receipt("whatsapp", ("SM1",), status, outbox_id=UUID(OWN_ID), reason=reason)


@pytest.mark.parametrize(("status", "of"), [("delivered", None), ("read", None), ("failed", UUID(OWN_ID))])
def test_of_a_part_that_others_follow_only_its_failure_is_the_whole_messages(status: str, of: UUID | None) -> None:
    found = receipt(_form({"MessageSid": "SM1", "MessageStatus": status}), QueryParams(f"part_of={OWN_ID}"))

    assert found is not None
    assert found.outbox_id == of


@pytest.mark.parametrize("status", ["queued", "sending", "accepted", "something_new", ""])
def test_a_status_on_the_way_is_no_receipt(status: str) -> None:
    assert receipt(_form({"MessageSid": "SM1", "MessageStatus": status}), QueryParams("")) is None


@pytest.mark.parametrize("algorithm", ["HMAC_SHA1", "HMAC_SHA256"])
def test_a_signed_form_is_accepted_by_either_algorithm(algorithm: str) -> None:
    headers = _signed(TEXT, algorithm=algorithm)

    assert is_signed("token", URL, _form(TEXT), headers)


@pytest.mark.parametrize(
    ("url", "fields", "token"),
    [
        (URL, TEXT | {"Body": "another"}, "token"),
        (URL, TEXT | {"Added": "1"}, "token"),
        (URL, {name: value for name, value in TEXT.items() if value}, "token"),
        (f"{URL}/", TEXT, "token"),
        ("http://bot.example/hooks/whatsapp", TEXT, "token"),
        (URL, TEXT, "another"),
    ],
)
def test_a_form_that_was_changed_is_refused(url: str, fields: dict[str, str], token: str) -> None:
    assert not is_signed(token, url, _form(fields), _signed(TEXT))


@pytest.mark.parametrize("headers", [{}, {"X-Twilio-Signature": ""}, {"X-Twilio-Signature": "x"}])
def test_a_form_without_a_signature_is_refused(headers: dict[str, str]) -> None:
    assert not is_signed("token", URL, _form(TEXT), Headers(headers))


def test_an_algorithm_that_is_not_known_is_refused() -> None:
    headers = _signed(TEXT)
    settings = Headers(dict(headers) | {"X-Twilio-Webhooks-Signature-Settings": "key=k,algorithm=NONE"})

    assert not is_signed("token", URL, _form(TEXT), settings)


def _signed(fields: dict[str, str], algorithm: str = "HMAC_SHA1") -> Headers:
    signature = RequestValidator("token").compute_signature(URL, fields, algorithm)
    settings = {"X-Twilio-Webhooks-Signature-Settings": f"key=k,algorithm={algorithm}"}
    return Headers({"X-Twilio-Signature": signature} | (settings if algorithm != "HMAC_SHA1" else {}))


def test_a_quick_reply_says_under_which_message_it_stands() -> None:
    pressed = TEXT | {"Body": "Yes", "ButtonText": "Yes", "ButtonPayload": "yes", "OriginalRepliedMessageSid": "SM7"}
    quoted = TEXT | {"OriginalRepliedMessageSid": "SM7"}

    assert [each and each.on for each in (heard(_form(pressed), NOW), heard(_form(quoted), NOW))] == ["SM7", None]


def test_what_postgresql_cannot_keep_is_in_nothing_that_is_heard() -> None:
    bent = _form({name: f"{value}\x00" for name, value in TEXT.items()})
    assert "\x00" not in repr(heard(bent, NOW)).replace("\\x00", "\x00")

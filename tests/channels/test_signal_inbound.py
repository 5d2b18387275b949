"""Signal's frames, as recorded from signal-cli, and what we make of each."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.channels.channel import Inbound
from bot.channels.notices import IdentityChanged, Receipt
from bot.channels.signal_inbound import Heard, heard, unread
from tests.channels.fakes import ANNA, BOT

FRAMES: dict[str, Any] = {
    row["case"]: row
    for row in map(
        json.loads, (Path(__file__).parents[1] / "payloads" / "signal.jsonl").read_text("utf-8").splitlines()
    )
}
MESSAGES = {
    "text": ("text", "Привіт"),
    "reaction": ("reaction", ""),
    "reaction_remove": ("reaction", ""),
    "quote": ("text", "yes"),
    "edit": ("edit", "Привіт!"),
    "remote_delete": ("delete", ""),
    "text_with_timer": ("text", "vanishes"),
    "sealed_text": ("text", "sealed"),
    "sealed_again": ("text", "sealed"),
    "sticker": ("sticker", ""),
    "photo": ("photo", ""),
    "photo_with_words": ("photo", "look"),
    "voice_note": ("voice", ""),
    "skewed_phone": ("text", "late clock"),
}
NOTICES = {
    "delivery_receipt": Receipt("signal", ("1795416097514",), "delivered", address=ANNA),
    "read_receipt": Receipt("signal", ("1795416097514",), "read", address=ANNA),
    "viewed_receipt": Receipt("signal", ("1795416097514",), "read", address=ANNA),
    "keys_changed": IdentityChanged("signal", ANNA),
}


def _heard(case: str) -> Heard | None:
    return heard(FRAMES[case], BOT)


@pytest.mark.parametrize(("case", "expected"), MESSAGES.items())
def test_a_message_is_read_as_what_it_is(case: str, expected: tuple[str, str]) -> None:
    inbound = _heard(case)

    assert isinstance(inbound, Inbound)
    assert (inbound.kind, inbound.text) == expected
    assert (inbound.channel, inbound.address, inbound.author) == ("signal", ANNA, None)


@pytest.mark.parametrize(("case", "expected"), NOTICES.items())
def test_receipts_and_changed_keys_are_told_apart_from_messages(case: str, expected: Heard) -> None:
    assert _heard(case) == expected


@pytest.mark.parametrize("case", sorted(FRAMES.keys() - MESSAGES.keys() - NOTICES.keys()))
def test_what_nobody_answers_is_not_heard(case: str) -> None:
    assert _heard(case) is None


@pytest.mark.parametrize("case", sorted(FRAMES.keys() - MESSAGES.keys() - NOTICES.keys()))
def test_what_could_not_be_read_is_told_from_what_nobody_answers(case: str) -> None:
    reasons = {"another_fault": "not_decrypted", "no_uuid": "unknown_kind"}
    assert unread(FRAMES[case], BOT) == reasons.get(case)


def test_a_kind_of_message_that_is_not_known_yet_is_told() -> None:
    assert unread({"account": BOT, "envelope": {"sourceUuid": ANNA, "timestamp": 1, "newMessage": {}}}, BOT)


def test_the_webhook_and_the_websocket_bring_the_same() -> None:
    params = FRAMES["text"]["params"]

    assert heard({"jsonrpc": "2.0", "method": "receive", "params": params}, BOT) == heard(params, BOT)


def test_a_repeated_frame_has_the_same_key_even_when_the_number_is_shown_by_now() -> None:
    again = json.loads(json.dumps(FRAMES["sealed_text"]))
    again["params"]["envelope"] |= {"source": ANNA, "sourceNumber": None}

    first, second = _heard("sealed_text"), heard(again, BOT)

    assert isinstance(first, Inbound)
    assert isinstance(second, Inbound)
    assert first.key == second.key


def test_different_messages_have_different_keys() -> None:
    keys = {each.key for each in map(_heard, MESSAGES) if isinstance(each, Inbound)}

    assert len(keys) == len(MESSAGES)


def test_a_key_names_nobody() -> None:
    inbound = _heard("text")

    assert isinstance(inbound, Inbound)
    assert ANNA not in inbound.key
    assert BOT not in inbound.key


def test_a_message_counts_as_sent_when_the_server_had_it_whatever_the_phone_says() -> None:
    inbound = _heard("skewed_phone")

    assert isinstance(inbound, Inbound)
    assert inbound.sent_at == datetime.fromtimestamp(1795416200.009, UTC)


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"params": None},
        {"params": []},
        {"envelope": "x"},
        {"account": BOT, "envelope": {"sourceUuid": 7}},
        {"account": BOT, "envelope": {"sourceUuid": ANNA, "timestamp": 10**30, "dataMessage": {"message": "x"}}},
        {"account": BOT, "envelope": {"sourceUuid": ANNA, "timestamp": "now", "dataMessage": {"message": "x"}}},
        {"account": BOT, "envelope": {"sourceUuid": ANNA, "receiptMessage": {"timestamps": "x"}}},
        {"account": BOT, "envelope": {"sourceUuid": ANNA, "editMessage": {"dataMessage": []}}},
    ],
)
def test_a_frame_that_is_not_understood_harms_nobody(broken: dict[str, Any]) -> None:
    assert heard(broken, BOT) is None


def test_a_long_message_is_words_though_it_comes_with_a_file() -> None:
    frame = json.loads(json.dumps(FRAMES["text"]))
    frame["params"]["envelope"]["dataMessage"]["attachments"] = [{"contentType": "text/x-signal-plain", "id": "a"}]

    inbound = heard(frame, BOT)

    assert isinstance(inbound, Inbound)
    assert inbound.kind == "text"


def test_letters_that_no_database_can_keep_are_taken_out() -> None:
    frame = json.loads(json.dumps(FRAMES["text"]))
    frame["params"]["envelope"]["dataMessage"]["message"] = "a\x00b\ud800c"

    inbound = heard(frame, BOT)

    assert isinstance(inbound, Inbound)
    assert inbound.text == "ab?c"

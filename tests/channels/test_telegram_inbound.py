"""Telegram's updates, and what we make of each."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.channel import Inbound
from bot.channels.telegram_inbound import Update, heard

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
CHAT, ANNA = -1001234567890, 4242
PRESS: dict[str, Any] = {
    "update_id": 7,
    "callback_query": {
        "id": "q-1",
        "from": {"id": ANNA, "is_bot": False, "first_name": "Anna", "username": "anna"},
        "message": {"message_id": 5, "date": 1795416097, "chat": {"id": CHAT, "type": "supergroup"}},
        "chat_instance": "1",
        "data": "b-1",
    },
}
NOTE: dict[str, Any] = {
    "update_id": 8,
    "message": {
        "message_id": 6,
        "from": {"id": ANNA, "is_bot": False, "first_name": "Anna"},
        "chat": {"id": CHAT, "type": "supergroup"},
        "date": 1795416097,
        "text": "hello",
    },
}


def _with(update: dict[str, Any], name: str, **changed: Any) -> dict[str, Any]:
    return update | {name: update[name] | changed}


def test_a_press_names_its_button_and_who_pressed() -> None:
    inbound = Inbound("telegram", str(CHAT), "7", "b-1", NOW, "press", str(ANNA))

    assert heard(PRESS, CHAT, NOW) == Update(inbound, "q-1")


def test_a_note_in_the_channel_names_its_author_and_its_time() -> None:
    sent_at = datetime.fromtimestamp(1795416097, UTC)

    assert heard(NOTE, CHAT, NOW) == Update(Inbound("telegram", str(CHAT), "8", "hello", sent_at, "text", str(ANNA)))


@pytest.mark.parametrize(
    "update",
    [
        _with(PRESS, "callback_query", message={"message_id": 5, "chat": {"id": ANNA}}),
        _with(PRESS, "callback_query", message=None),
        _with(PRESS, "callback_query", data=None),
        _with(PRESS, "callback_query", **{"from": {"id": 1, "is_bot": True}}),
        _with(PRESS, "callback_query", **{"from": {"username": "anna"}}),
        _with(NOTE, "message", chat={"id": ANNA, "type": "private"}),
        _with(NOTE, "message", text=None),
        {"update_id": 9, "edited_message": NOTE["message"]},
        {"update_id": 9, "something_new": {}},
        {"message": NOTE["message"]},
        {},
    ],
)
def test_other_chats_and_unknown_updates_are_not_heard(update: dict[str, Any]) -> None:
    assert heard(update, CHAT, NOW) is None

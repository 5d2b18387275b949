"""Telegram's updates, and what we make of each."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.channel import Inbound
from bot.channels.telegram_inbound import Moved, Update, heard

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
PRESS_ON_AN_OLD_CARD = PRESS | {
    "callback_query": PRESS["callback_query"]
    | {"message": {"message_id": 5, "date": 0, "chat": {"id": CHAT, "type": "supergroup"}}}
}
NOTE_IN_A_TOPIC = NOTE | {
    "message": NOTE["message"] | {"message_thread_id": 1101, "is_topic_message": True},
}
FORWARDED = NOTE | {
    "message": NOTE["message"]
    | {
        "chat": {"id": ANNA, "type": "private", "first_name": "Anna"},
        "forward_origin": {
            "type": "user",
            "date": 1795416000,
            "sender_user": {"id": 1, "is_bot": True, "first_name": "B"},
        },
        "reply_markup": {"inline_keyboard": [[{"text": "Approve", "callback_data": "b-1"}]]},
    }
}
PRESS_ON_A_FORWARDED_CARD = PRESS | {"callback_query": PRESS["callback_query"] | {"message": FORWARDED["message"]}}
PRESS_ELSEWHERE = PRESS | {
    "callback_query": {name: value for name, value in PRESS["callback_query"].items() if name != "message"}
    | {"inline_message_id": "i-1"}
}
MOVED = NOTE | {
    "message": {name: value for name, value in NOTE["message"].items() if name != "text"}
    | {"migrate_to_chat_id": -1009999}
}
EDITED = {"update_id": 9, "edited_message": NOTE["message"] | {"edit_date": 1795416099}}
JOINED = {
    "update_id": 10,
    "message": {name: value for name, value in NOTE["message"].items() if name != "text"}
    | {"new_chat_members": [{"id": 7, "is_bot": False, "first_name": "Ben"}]},
}
HEARD = [PRESS, PRESS_ON_AN_OLD_CARD, NOTE, NOTE_IN_A_TOPIC, MOVED]
NOT_HEARD = [FORWARDED, PRESS_ON_A_FORWARDED_CARD, PRESS_ELSEWHERE, EDITED, JOINED]


def _with(update: dict[str, Any], name: str, **changed: Any) -> dict[str, Any]:
    return update | {name: update[name] | changed}


@pytest.mark.parametrize("update", [PRESS, PRESS_ON_AN_OLD_CARD])
def test_a_press_names_its_button_and_who_pressed(update: dict[str, Any]) -> None:
    inbound = Inbound("telegram", str(CHAT), "7", "b-1", NOW, "press", str(ANNA))

    assert heard(update, CHAT, NOW) == Update(inbound, "q-1")


def test_a_group_that_moves_says_where_to() -> None:
    assert heard(MOVED, CHAT, NOW) == Moved(-1009999)


@pytest.mark.parametrize("update", [NOTE, NOTE_IN_A_TOPIC])
def test_a_note_in_the_channel_names_its_author_and_its_time(update: dict[str, Any]) -> None:
    sent_at = datetime.fromtimestamp(1795416097, UTC)

    assert heard(update, CHAT, NOW) == Update(Inbound("telegram", str(CHAT), "8", "hello", sent_at, "text", str(ANNA)))


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
        *NOT_HEARD,
        {"update_id": 9, "something_new": {}},
        {"message": NOTE["message"]},
        {},
    ],
)
def test_other_chats_and_unknown_updates_are_not_heard(update: dict[str, Any]) -> None:
    assert heard(update, CHAT, NOW) is None

"""What only Telegram does: the staff channel and nothing else, buttons, edits, a group that moves."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.channels.channel import Button, Outbound, SendError
from bot.channels.telegram import Telegram
from bot.channels.telegram_memory import Forgetful, chat_now, has_moved
from tests.channels.conftest import NOW, STAFF_CHAT, Post
from tests.channels.fakes_telegram import FakeTelegram

# python-telegram-bot warns of its own way to name a time, whatever its caller does.
CARD = (Button("b-1", "Approve"), Button("b-2", "Decline"))


def _fake(post: Post) -> FakeTelegram:
    assert isinstance(post.fake, FakeTelegram)
    return post.fake


def _remembering(post: Post, memory: Forgetful, now: Callable[[], datetime] = lambda: NOW) -> Telegram:
    """One process's channel, with what all of them remember."""
    return Telegram("123:abc", STAFF_CHAT, api_url=post.url, memory=memory, now=now)


async def test_a_card_has_its_buttons_under_it(telegram: Post) -> None:
    await telegram.channel.send(telegram.message("Case F-7Q2", buttons=CARD))

    assert telegram.fake.sent[0]["buttons"] == [("b-1", "Approve"), ("b-2", "Decline")]


async def test_only_the_last_part_of_a_long_card_has_the_buttons(telegram: Post) -> None:
    await telegram.channel.send(telegram.message("Case F-7Q2. " * 500, buttons=CARD))

    assert [len(each["buttons"]) for each in telegram.fake.sent] == [0, 2]


async def test_no_other_chat_is_ever_written_to(telegram: Post) -> None:
    message = telegram.message()
    failure = await telegram.failure(Outbound(message.id, "4242", "Hello", "Hello"))

    assert (failure.reason, failure.permanent) == ("not_the_staff_channel", True)
    assert telegram.fake.asked == []


async def test_an_edit_takes_the_buttons_away_and_keeps_the_reference(telegram: Post) -> None:
    reference = await telegram.channel.send(telegram.message("Case F-7Q2", buttons=CARD))

    assert await telegram.channel.send(telegram.message("Decided", act="edit", of=reference)) == reference
    method, form = telegram.fake.asked[-1][1:]
    assert (method, form["message_id"], form["text"]) == ("editMessageText", reference, "Decided")
    assert "reply_markup" not in form


async def test_an_edit_that_changes_nothing_is_done_already(telegram: Post) -> None:
    telegram.fake.failures.append("Bad Request: message is not modified: the same")

    assert await telegram.channel.send(telegram.message("Decided", act="edit", of="7")) == "7"


async def test_an_edit_without_an_answer_can_be_made_again(telegram: Post) -> None:
    failure = await telegram.slow_failure(telegram.message("Decided", act="edit", of="7"))

    assert (failure.reason, failure.unknown, failure.permanent) == ("timeout", False, False)


async def test_a_deletion_of_what_is_gone_is_done_already(telegram: Post) -> None:
    telegram.fake.failures.append("Bad Request: message to delete not found")

    assert await telegram.channel.send(telegram.message("", act="delete", of="7")) == "7"


@pytest.mark.parametrize(
    ("answer", "reason", "permanent"),
    [
        ("throttled", "throttled", False),
        ("Forbidden: bot was kicked from the supergroup chat", "not_in_the_channel", True),
        ("Bad Request: message thread not found", "refused", True),
        ("down", "down", False),
    ],
)
async def test_each_error_has_its_reason(telegram: Post, answer: str, reason: str, permanent: bool) -> None:
    telegram.fake.failures.append(answer)

    failure = await telegram.failure(telegram.message())

    assert (failure.reason, failure.permanent, failure.unknown) == (reason, permanent, False)


async def test_a_group_that_moved_is_followed_by_every_process_and_after_a_restart(telegram: Post) -> None:
    message, memory = telegram.message(), Forgetful()
    telegram.fake.failures.append(-1009999)
    with pytest.raises(SendError) as raised:
        await _remembering(telegram, memory).send(message)

    await _remembering(telegram, memory).send(message)

    assert (raised.value.reason, raised.value.permanent) == ("chat_migrated", False)
    assert telegram.fake.sent[0]["to"] == "-1009999"


async def test_a_number_that_somebody_configures_later_is_used(telegram: Post) -> None:
    memory = Forgetful()
    has_moved(memory, STAFF_CHAT, -1009999)

    assert chat_now(memory, -1007777) == -1007777


# A topic for each case


async def test_a_group_with_topics_gets_one_for_each_case(telegram: Post) -> None:
    fake, memory = _fake(telegram), Forgetful()
    fake.topics = {}
    for topic in ("F-7Q2X", "F-7Q2X", "F-9ACD", None):
        await _remembering(telegram, memory).send(telegram.message("Case", topic=topic))

    assert list(fake.topics.values()) == ["F-7Q2X", "F-9ACD"]
    threads = [each["thread"] and fake.topics[int(each["thread"])] for each in fake.sent]
    assert threads == ["F-7Q2X", "F-7Q2X", "F-9ACD", None]


async def test_a_group_without_topics_gets_plain_messages_and_is_asked_once(telegram: Post) -> None:
    for _ in range(2):
        await telegram.channel.send(telegram.message("Case", topic="F-7Q2X"))

    assert [each["thread"] for each in telegram.fake.sent] == [None, None]
    assert [method for _, method, _ in telegram.fake.asked].count("createForumTopic") == 1


async def test_a_topic_that_was_deleted_is_made_again(telegram: Post) -> None:
    fake, memory = _fake(telegram), Forgetful()
    fake.topics = {}
    await _remembering(telegram, memory).send(telegram.message("Case", topic="F-7Q2X"))
    fake.topics.clear()

    await _remembering(telegram, memory).send(telegram.message("Claimed", topic="F-7Q2X"))

    assert [each["text"] for each in fake.sent] == ["Case", "Claimed"]
    assert list(fake.topics.values()) == ["F-7Q2X"]


async def test_a_topic_of_which_nobody_knows_whether_it_was_made_leaves_no_doubt_about_the_card(telegram: Post) -> None:
    _fake(telegram).topics = {}
    failure = await telegram.slow_failure(telegram.message("Case", topic="F-7Q2X"))

    assert (failure.reason, failure.permanent, failure.unknown) == ("timeout", False, False)
    assert telegram.fake.sent == []


async def test_a_group_that_moves_while_a_topic_is_made_is_followed(telegram: Post) -> None:
    fake, memory = _fake(telegram), Forgetful()
    fake.topics = {}
    fake.failures.append(-1009999)
    with pytest.raises(SendError):
        await _remembering(telegram, memory).send(telegram.message("Case", topic="F-7Q2X"))

    assert chat_now(memory, STAFF_CHAT) == -1009999


@pytest.mark.parametrize("said", ["message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"])
async def test_a_card_that_somebody_deleted_is_posted_anew_with_its_change(telegram: Post, said: str) -> None:
    reference = await telegram.channel.send(telegram.message("Case", buttons=CARD))
    telegram.fake.failures.append(f"Bad Request: {said}")

    changed = await telegram.channel.send(telegram.message("Claimed", act="edit", of=reference, buttons=CARD[:1]))

    assert changed != reference
    assert [(each["text"], len(each["buttons"])) for each in telegram.fake.sent] == [("Case", 2), ("Claimed", 1)]


# Twenty messages a minute


async def test_no_more_than_twenty_messages_a_minute_leave_whichever_process_sends_them(telegram: Post) -> None:
    memory, clock = Forgetful(), [NOW]
    for _ in range(20):
        await _remembering(telegram, memory, lambda: clock[0]).send(telegram.message())
    clock[0] += timedelta(seconds=45)
    with pytest.raises(SendError) as raised:
        await _remembering(telegram, memory, lambda: clock[0]).send(telegram.message())

    assert (raised.value.reason, raised.value.permanent, raised.value.wait) == ("paced", False, timedelta(seconds=15))
    clock[0] += timedelta(seconds=15)
    await _remembering(telegram, memory, lambda: clock[0]).send(telegram.message())
    assert len(telegram.fake.sent) == 21


async def test_telegram_is_left_alone_for_as_long_as_it_asks(telegram: Post) -> None:
    telegram.fake.failures.append("throttled")

    assert (await telegram.failure(telegram.message())).wait == timedelta(seconds=7)


async def test_a_button_longer_than_telegram_takes_is_refused_here(telegram: Post) -> None:
    failure = await telegram.failure(telegram.message(buttons=(Button("ł" * 33, "Approve"),)))

    assert (failure.reason, failure.permanent) == ("button_too_long", True)


async def test_a_press_is_answered_and_a_late_answer_harms_nobody(telegram: Post) -> None:
    assert isinstance(telegram.channel, Telegram)
    telegram.fake.failures += [None, "Bad Request: query is too old"]

    assert await telegram.channel.answer("q-1")
    assert not await telegram.channel.answer("q-1")


async def test_telegram_is_told_where_to_post_and_with_which_secret(telegram: Post) -> None:
    assert isinstance(telegram.channel, Telegram)
    await telegram.channel.listen("https://bot.example", "s3cret")

    form = telegram.fake.asked[0][2]
    assert (form["url"], form["secret_token"]) == ("https://bot.example/hooks/telegram", "s3cret")
    assert telegram.address == str(STAFF_CHAT)

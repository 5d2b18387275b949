"""What every messenger's adapter does alike: the one suite that each must pass."""

import asyncio

import pytest

from bot.channels.channel import Channel, SendError
from tests.channels.conftest import Post

LONG = " ".join(f"Це речення номер {n}, немає в ньому нічого таємного." for n in range(150))

# python-telegram-bot warns of its own way to name a time, whatever its caller does.


async def test_a_message_arrives_as_it_was_written(post: Post) -> None:
    await post.channel.send(post.message("Привіт! Is it you?"))

    assert [(each["to"], each["text"]) for each in post.fake.sent] == [(post.address, "Привіт! Is it you?")]


async def test_a_message_has_a_reference_of_its_own(post: Post) -> None:
    first, second = await post.channel.send(post.message()), await post.channel.send(post.message())

    assert first
    assert first != second


async def test_a_long_text_goes_out_whole_in_parts_that_end_with_sentences(post: Post) -> None:
    reference = await post.channel.send(post.message(LONG))

    texts = [each["text"] for each in post.fake.sent]
    assert len(texts) == len(reference.split()) > 1
    assert " ".join(texts) == LONG
    assert all(each.endswith(".") for each in texts)


async def test_a_part_that_was_sent_is_not_sent_again(post: Post) -> None:
    message = post.message(LONG)
    post.fake.failures += [None, "throttled"]
    failure = await post.failure(message)

    reference = await post.channel.send(message)

    assert not failure.permanent
    assert " ".join(each["text"] for each in post.fake.sent) == LONG
    assert len(reference.split()) == len(post.fake.sent)


@pytest.mark.parametrize("passing", ["throttled", "down"])
async def test_what_passes_is_never_permanent(post: Post, passing: str) -> None:
    post.fake.failures.append(passing)

    failure = await post.failure(post.message())

    assert (failure.permanent, failure.unknown) == (False, False)
    assert post.fake.sent == []


async def test_what_was_refused_for_good_is_permanent(post: Post) -> None:
    post.fake.failures.append("refused")

    failure = await post.failure(post.message())

    assert (failure.permanent, failure.unknown) == (True, False)


async def test_no_answer_means_that_nobody_knows(post: Post) -> None:
    failure = await post.slow_failure(post.message())

    assert (failure.reason, failure.permanent, failure.unknown) == ("timeout", False, True)
    assert len(post.fake.sent) == 1


async def test_after_a_stop_in_mid_send_what_left_is_found_where_the_messenger_can_be_asked(post: Post) -> None:
    message = post.message()
    post.fake.failures.append("slow")
    sending = asyncio.create_task(post.channel.send(message))
    await asyncio.wait_for(post.fake.held.wait(), 20)
    sending.cancel()

    found = await post.again().sent_before(message)

    assert (found is not None) == (post.channel.name == "whatsapp")
    assert len(post.fake.sent) == 1


async def test_after_a_stop_between_two_parts_the_rest_alone_is_not_taken_for_the_whole(post: Post) -> None:
    message = post.message(LONG)
    post.fake.failures += [None, "slow"]
    sending = asyncio.create_task(post.channel.send(message))
    await asyncio.wait_for(post.fake.held.wait(), 20)
    sending.cancel()

    assert await post.again().sent_before(message) is None or " ".join(e["text"] for e in post.fake.sent) == LONG


async def test_a_messenger_that_cannot_be_reached_has_sent_nothing(nobody: Channel, post: Post) -> None:
    with pytest.raises(SendError) as raised:
        await nobody.send(post.message())

    assert (raised.value.reason, raised.value.permanent, raised.value.unknown) == ("unreachable", False, False)


async def test_after_a_failure_the_next_message_goes_out(post: Post) -> None:
    post.fake.failures.append("throttled")
    await post.failure(post.message("one"))

    await post.channel.send(post.message("two"))

    assert [each["text"] for each in post.fake.sent] == ["two"]


async def test_what_was_never_sent_is_not_found(post: Post) -> None:
    assert await post.channel.sent_before(post.message()) is None


async def test_nothing_is_deleted_where_nothing_was_sent(post: Post) -> None:
    failure = await post.failure(post.message("", act="delete"))

    assert (failure.reason, failure.permanent) == ("nothing_to_delete", True)


async def test_a_failure_says_nothing_of_the_words_or_the_person(post: Post) -> None:
    post.fake.failures.append("refused")

    failure = await post.failure(post.message("the blue teapot"))

    assert "teapot" not in repr(failure)
    assert post.address not in repr(failure)
    assert failure.__cause__ is None or failure.__suppress_context__

"""What only Signal does: edits, deletion for both sides, changed safety numbers, the challenge."""

import pytest

from bot.channels.channel import SendError
from bot.channels.signal import Signal
from tests.channels.conftest import Post
from tests.channels.fakes import ANNA, BOT
from tests.channels.fakes_signal import FakeSignal


def _fake(post: Post) -> FakeSignal:
    assert isinstance(post.fake, FakeSignal)
    return post.fake


async def test_a_message_goes_to_one_person_from_the_configured_number(signal: Post) -> None:
    await signal.channel.send(signal.message("Hi."))

    asked = signal.fake.asked[0][2]
    assert (asked["number"], asked["recipients"], asked["message"]) == (BOT, [ANNA], "Hi.")
    assert asked["text_mode"] == "normal"


async def test_no_part_of_a_message_reaches_two_thousand_bytes(signal: Post) -> None:
    await signal.channel.send(signal.message("Ї" * 2500))

    assert [len(each["text"].encode()) < 2000 for each in signal.fake.sent] == [True, True, True]


async def test_a_deletion_takes_every_part_back(signal: Post) -> None:
    reference = await signal.channel.send(signal.message("Ї" * 1500))
    await signal.channel.send(signal.message("", act="delete", of=reference))

    deleted = [body for method, _, body in signal.fake.asked if method == "DELETE"]
    assert deleted == [{"recipient": ANNA, "timestamp": int(each)} for each in reference.split()]


async def test_an_edit_changes_the_message_and_keeps_its_reference(signal: Post) -> None:
    reference = await signal.channel.send(signal.message("Hi."))

    edited = await signal.channel.send(signal.message("Bye.", act="edit", of=reference))
    assert edited.split() == [reference, str(_fake(signal).clock)]
    assert signal.fake.sent[-1] == {"to": ANNA, "text": "Bye.", "edits": int(reference)}


async def test_an_edit_that_needs_fewer_parts_deletes_the_rest(signal: Post) -> None:
    reference = await signal.channel.send(signal.message("Ї" * 1500))
    await signal.channel.send(signal.message("Short.", act="edit", of=reference))

    assert signal.fake.asked[-1] == (
        "DELETE",
        "remote-delete",
        {"recipient": ANNA, "timestamp": int(reference.split()[1])},
    )


@pytest.mark.parametrize(
    ("answer", "reason", "permanent"),
    [
        ("Unable to complete request due to untrusted recipient keys", "identity_changed", True),
        ("IDENTITY_FAILURE", "identity_changed", True),
        ("UNREGISTERED_FAILURE", "unregistered", True),
        ("NETWORK_FAILURE", "network", False),
        ("RATE_LIMIT_FAILURE", "throttled", False),
        ("INVALID_PRE_KEY_FAILURE", "keys", False),
        ("Invalid identifier nobody", "invalid_address", True),
        ("Failed to send message", "unregistered_or_network", False),
        ("Something new", "refused", False),
        ("SOMETHING_NEW", "refused", False),
    ],
)
async def test_each_error_has_its_reason(signal: Post, answer: str, reason: str, permanent: bool) -> None:
    signal.fake.failures.append(answer)

    failure = await signal.failure(signal.message())

    assert (failure.reason, failure.permanent, failure.unknown) == (reason, permanent, False)


@pytest.mark.parametrize(
    ("status", "reason"), [("UNTRUSTED", "identity_changed"), ("TRUSTED_UNVERIFIED", "unregistered_or_network")]
)
async def test_a_changed_key_is_told_apart_by_the_newest_identity(signal: Post, status: str, reason: str) -> None:
    _fake(signal).identities = [
        {"uuid": ANNA, "status": status, "added": "2026-12-01"},
        {"uuid": ANNA, "status": "TRUSTED_VERIFIED", "added": "2026-11-01"},
        {"uuid": "another", "status": "UNTRUSTED", "added": "2026-12-02"},
    ]
    signal.fake.failures.append("Failed to send message")

    failure = await signal.failure(signal.message())

    assert failure.reason == reason


async def test_a_challenge_is_kept_for_the_person_who_can_solve_it(signal: Post) -> None:
    signal.fake.failures.append("throttled")

    failure = await signal.failure(signal.message())

    assert (failure.reason, failure.permanent) == ("challenge_required", False)
    assert failure.challenge == "t-1"


async def test_a_deletion_without_an_answer_can_be_tried_again(signal: Post) -> None:
    signal.fake.failures.append("slow")

    with pytest.raises(SendError) as raised:
        await signal.impatient.send(signal.message("", act="delete", of="1795416097514"))

    assert (raised.value.reason, raised.value.unknown, raised.value.permanent) == ("timeout", False, False)


async def test_messages_of_a_private_chat_can_be_made_to_disappear(signal: Post) -> None:
    assert isinstance(signal.channel, Signal)
    await signal.channel.hide_after(ANNA, 86400)

    assert signal.fake.asked == [("PUT", "contacts", {"recipient": ANNA, "expiration_in_seconds": 86400})]


async def test_the_channel_never_trusts_a_key(signal: Post) -> None:
    _fake(signal).identities = [{"uuid": ANNA, "status": "UNTRUSTED", "added": "2026-12-01"}]
    signal.fake.failures.append("Failed to send message")

    await signal.failure(signal.message())

    assert [asked[:2] for asked in signal.fake.asked] == [("POST", "send"), ("GET", "identities")]

"""What only WhatsApp does: templates, the closed window, looking before sending again, redaction."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.channel import Button, Inbound, Outbound, SendError
from bot.channels.twilio_account import Account
from bot.channels.whatsapp import WhatsApp
from tests.channels.conftest import NOW, Post
from tests.channels.fakes import BOT
from tests.channels.fakes_twilio import FakeTwilio


def _whatsapp(post: Post) -> WhatsApp:
    assert isinstance(post.channel, WhatsApp)
    return post.channel


async def test_a_message_names_its_own_id_in_the_address_for_its_status(whatsapp: Post) -> None:
    message = whatsapp.message("Hi.")
    await whatsapp.channel.send(message)

    form = whatsapp.fake.asked[0][2]
    assert form == {
        "To": whatsapp.address,
        "From": f"whatsapp:{BOT}",
        "Body": "Hi.",
        "StatusCallback": f"https://bot.example/hooks/whatsapp/status?of={message.id}",
    }


@pytest.mark.parametrize(("language", "content"), [("en", "HX0123"), ("pl", "HX0456")])
async def test_outside_the_window_a_template_is_sent_by_its_content_id_and_without_words(
    whatsapp: Post, language: str, content: str
) -> None:
    await whatsapp.channel.send(
        whatsapp.message("Today.", template="meeting_today", language=language, in_window=False)
    )

    form = whatsapp.fake.asked[0][2]
    assert form["ContentSid"] == content
    assert {"Body", "ContentVariables"}.isdisjoint(form)


async def test_inside_the_window_the_same_text_is_sent_as_words(whatsapp: Post) -> None:
    await whatsapp.channel.send(whatsapp.message("Meeting today.", template="meeting_today"))

    assert whatsapp.fake.asked[0][2]["Body"] == "Meeting today."


async def test_a_template_that_says_that_something_waits_stands_in_for_one_that_is_lacking(whatsapp: Post) -> None:
    account = Account("AC1", "token", BOT, "https://bot.example", whatsapp.url, {"message_waiting": {"en": "HX0789"}})
    channel = WhatsApp(account, lambda: NOW)

    await channel.send(whatsapp.message("An invitation.", template="invitation_waiting", in_window=False))

    assert whatsapp.fake.asked[0][2]["ContentSid"] == "HX0789"


@pytest.mark.parametrize("template", ["check_again", None])
async def test_outside_the_window_a_text_without_a_template_has_failed_for_good(
    whatsapp: Post, template: str | None
) -> None:
    failure = await whatsapp.failure(whatsapp.message("Check.", template=template, in_window=False))

    assert (failure.reason, failure.permanent, whatsapp.fake.asked) == ("no_template", True, [])


@pytest.mark.parametrize(
    ("answer", "reason", "permanent"),
    [
        (63016, "window_closed", False),
        (63018, "throttled", False),
        (63024, "no_such_person", True),
        (63003, "no_such_person", True),
        (21211, "no_such_person", True),
        (21610, "unsubscribed", True),
        (63013, "twilio_63013", True),
        ("throttled", "throttled", False),
        ("down", "down", False),
    ],
)
async def test_each_error_has_its_reason(whatsapp: Post, answer: object, reason: str, permanent: bool) -> None:
    whatsapp.fake.failures.append(answer)

    failure = await whatsapp.failure(whatsapp.message())

    assert (failure.reason, failure.permanent, failure.unknown) == (reason, permanent, False)


async def test_after_a_timeout_the_message_is_found_by_looking(whatsapp: Post) -> None:
    message = whatsapp.message("Hi.")
    await whatsapp.slow_failure(message)

    assert await whatsapp.impatient.sent_before(message) == whatsapp.fake.sent[0]["sid"]


async def test_after_a_restart_the_message_is_found_by_looking(whatsapp: Post) -> None:
    message = whatsapp.message("Hi. " * 600)
    reference = await whatsapp.channel.send(message)

    assert await whatsapp.again().sent_before(message) == reference


async def test_the_same_words_of_another_message_are_not_taken_for_this_one(whatsapp: Post) -> None:
    await whatsapp.channel.send(whatsapp.message("Hi."))

    assert await whatsapp.channel.sent_before(whatsapp.message("Hi.")) is None


async def test_the_same_words_of_long_ago_are_not_taken_for_this_one(whatsapp: Post) -> None:
    await whatsapp.channel.send(whatsapp.message("Hi."))
    whatsapp.fake.sent[0]["made"] = "Tue, 01 Dec 2026 08:00:00 +0000"

    assert await whatsapp.again().sent_before(whatsapp.message("Hi.")) is None


async def test_what_was_sent_before_this_one_was_queued_is_another_message(whatsapp: Post) -> None:
    await whatsapp.channel.send(whatsapp.message("Hi."))

    later = whatsapp.message("Hi.", queued_at=NOW + timedelta(minutes=1))
    assert await whatsapp.again().sent_before(later) is None


@pytest.mark.parametrize("status", ["failed", "undelivered"])
async def test_what_twilio_could_not_deliver_is_not_taken_for_the_same_message_tried_again(
    whatsapp: Post, status: str
) -> None:
    message = whatsapp.message("Hi.")
    await whatsapp.channel.send(message)
    whatsapp.fake.sent[0]["status"] = status

    assert await whatsapp.again().sent_before(message) is None


async def test_only_the_last_part_of_a_message_tells_that_all_of_it_arrived(whatsapp: Post) -> None:
    await whatsapp.channel.send(whatsapp.message("Hi. " * 600))

    named = [form["StatusCallback"].partition("?")[2].partition("=")[0] for _, _, form in whatsapp.fake.asked]
    assert named == ["part_of", "of"]


async def test_where_twilio_does_not_say_what_it_sent_nobody_takes_that_for_nothing(whatsapp: Post) -> None:
    _twilio(whatsapp).is_blind = True

    with pytest.raises(SendError) as raised:
        await whatsapp.channel.sent_before(whatsapp.message("Hi."))
    assert (raised.value.permanent, raised.value.unknown) == (False, False)


async def test_the_same_words_to_another_person_are_not_taken_for_these(whatsapp: Post) -> None:
    message = whatsapp.message("Hi.")
    await whatsapp.channel.send(message)
    other = Outbound(message.id, "whatsapp:+40700000002", message.text, message.preview)

    assert await whatsapp.again().sent_before(other) is None


async def test_redaction_removes_the_words_of_every_part(whatsapp: Post) -> None:
    assert await _whatsapp(whatsapp).redact("SM1 SM2")
    assert whatsapp.fake.asked == [("POST", "SM1", {"Body": ""}), ("POST", "SM2", {"Body": ""})]


async def test_redaction_that_failed_is_said_to_have_failed(whatsapp: Post) -> None:
    whatsapp.fake.failures.append("down")

    assert not await _whatsapp(whatsapp).redact("SM1")


@pytest.mark.parametrize(("failure", "is_gone"), [(None, True), ("down", False), ("throttled", False), (20009, False)])
async def test_a_record_is_deleted_or_said_to_be_still_there(whatsapp: Post, failure: object, *, is_gone: bool) -> None:
    sid = await whatsapp.channel.send(whatsapp.message("Hi."))
    whatsapp.fake.failures += [failure]

    assert await _whatsapp(whatsapp).remove(sid) == is_gone
    assert [each["sid"] for each in whatsapp.fake.sent] == ([] if is_gone else [sid])


async def test_what_twilio_does_not_know_is_deleted(whatsapp: Post) -> None:
    assert await _whatsapp(whatsapp).remove("SM-never")


async def test_a_deletion_removes_the_words_where_they_can_be_removed(whatsapp: Post) -> None:
    assert await whatsapp.channel.send(whatsapp.message("", act="delete", of="SM1")) == "SM1"
    assert whatsapp.fake.asked == [("POST", "SM1", {"Body": ""})]


async def test_a_message_cannot_be_edited(whatsapp: Post) -> None:
    failure = await whatsapp.failure(whatsapp.message("Bye.", act="edit", of="SM1"))

    assert (failure.reason, failure.permanent) == ("cannot_edit", True)


def test_an_account_does_not_show_its_token(whatsapp: Post) -> None:
    assert "token" not in repr(_whatsapp(whatsapp)._account)


# Quick replies

YES_NO = (Button("yes", "Yes"), Button("no", "No"))


def _twilio(post: Post) -> FakeTwilio:
    assert isinstance(post.fake, FakeTwilio)
    return post.fake


def _question(post: Post, wording: str | None = "adult", buttons: tuple[Button, ...] = YES_NO) -> Outbound:
    return post.message("Are you 18?\nReply 1 for yes.", wording=wording, buttons=buttons)


async def test_a_question_that_says_nothing_of_anybody_has_quick_replies(whatsapp: Post) -> None:
    for _ in range(2):
        await whatsapp.channel.send(_question(whatsapp))
    await whatsapp.again().send(_question(whatsapp))

    [made] = _twilio(whatsapp).contents.made
    assert made["types"] == {
        "twilio/quick-reply": {
            "body": "Are you 18?\nReply 1 for yes.",
            "actions": [{"title": "Yes", "id": "yes"}, {"title": "No", "id": "no"}],
        }
    }
    assert {each["text"] for each in whatsapp.fake.sent} == {"Are you 18?\nReply 1 for yes."}
    assert all("ContentSid" in form for _, what, form in whatsapp.fake.asked if what == "Messages")


@pytest.mark.parametrize(
    ("wording", "buttons"),
    [
        (None, YES_NO),
        ("adult", (*YES_NO, Button("a", "Not sure"), Button("b", "Later"))),
        ("adult", (Button("a", "Longer than WhatsApp takes"),)),
        ("adult", ()),
    ],
)
async def test_any_other_question_goes_out_as_numbered_text(
    whatsapp: Post, wording: str | None, buttons: tuple[Button, ...]
) -> None:
    await whatsapp.channel.send(_question(whatsapp, wording, buttons))

    assert _twilio(whatsapp).contents.made == []
    assert whatsapp.fake.asked[0][2]["Body"].startswith("Are you 18?")


async def test_where_twilio_cannot_make_quick_replies_the_question_goes_out_all_the_same(whatsapp: Post) -> None:
    _twilio(whatsapp).contents.down = True

    await whatsapp.channel.send(_question(whatsapp))

    assert whatsapp.fake.asked[0][2]["Body"].startswith("Are you 18?")


async def test_where_whatsapp_does_not_take_the_buttons_the_question_goes_out_without_them(whatsapp: Post) -> None:
    whatsapp.fake.failures.append(63013)

    await whatsapp.channel.send(_question(whatsapp))

    assert ["ContentSid" in form for _, _, form in whatsapp.fake.asked] == [True, False]
    assert len(whatsapp.fake.sent) == 1


# What Twilio keeps


def listed(sid: str, body: str, **values: str) -> dict[str, str]:
    listed = {"sid": sid, "body": body, "direction": "inbound", "from": "whatsapp:+40700000001", "num_media": "0"}
    return listed | {"date_sent": "Tue, 01 Dec 2026 08:59:00 +0000"} | values


async def test_what_the_webhook_did_not_bring_is_read_from_twilios_list_in_order(whatsapp: Post) -> None:
    other = listed("SM3", "ours", direction="outbound-api")
    _twilio(whatsapp).received += [listed("SM1", "one"), listed("SM2", "", num_media="1"), other]

    at = datetime(2026, 12, 1, 8, 59, tzinfo=UTC)
    assert await _whatsapp(whatsapp).missed(at) == [
        Inbound("whatsapp", "whatsapp:+40700000001", "SM1", "one", at),
        Inbound("whatsapp", "whatsapp:+40700000001", "SM2", "", at, "photo"),
    ]
    assert await _whatsapp(whatsapp).missed(NOW) == []


async def test_however_many_the_webhook_did_not_bring_all_are_read(whatsapp: Post) -> None:
    wanted = [f"SM{number:04}" for number in range(2500)]
    _twilio(whatsapp).received += [listed(sid, "one") for sid in wanted]

    assert [each.key for each in await _whatsapp(whatsapp).missed(NOW - timedelta(hours=1))] == wanted
    assert len(whatsapp.fake.asked) == 3


async def test_words_of_ours_that_are_still_at_twilio_are_found(whatsapp: Post) -> None:
    for status, text in (("delivered", "one"), ("queued", "two"), ("read", "")):
        whatsapp.fake.sent.append({"sid": f"SM-{status}", "to": whatsapp.address, "text": text, "status": status})

    assert await _whatsapp(whatsapp).left(NOW - timedelta(hours=1), NOW) == [("SM-delivered", False)]


async def test_words_and_pictures_of_theirs_that_are_still_at_twilio_are_found_once_they_are_kept_here(
    whatsapp: Post,
) -> None:
    late = {"date_sent": "Tue, 01 Dec 2026 08:59:30 +0000"}
    _twilio(whatsapp).received += [
        listed("SM1", "one"),
        listed("SM2", "", num_media="1"),
        listed("SM3", ""),
        listed("SM4", "four", **late),
    ]

    found = await _whatsapp(whatsapp).left(NOW - timedelta(hours=1), NOW - timedelta(minutes=2))
    assert sorted(found) == [("SM1", False), ("SM2", True)]


async def test_media_is_deleted_unread(whatsapp: Post) -> None:
    _twilio(whatsapp).media |= {"ME1": "SM1", "ME2": "SM2"}

    assert await _whatsapp(whatsapp).redact("SM1", media=True)
    assert _twilio(whatsapp).media == {"ME2": "SM2"}

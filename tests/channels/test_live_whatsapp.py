"""Live mode on WhatsApp: buttons pressed late, messages that were missed, numbers that come under another id."""

import asyncio
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from sqlalchemy import select

from bot import reconciling, turn
from bot.channels.channel import Inbound
from bot.channels.whatsapp import WhatsApp
from bot.house import House
from bot.reconciling import reconcile
from storage import contacts, erasure, outbox, queued, subjects, sweeping
from storage.tables import inbox, leftovers
from tests.channels.live_world import World, signal_id, whatsapp_id
from tests.channels.test_live import PASSWORD, outcomes, retold_live
from tests.talk import SCRIPTS

SARA = whatsapp_id("sara")
ID, OTHER = "whatsapp:ID.1", "whatsapp:ID.2"


def _texts(world: World) -> list[str]:
    return [str(each["text"]) for each in world.fakes.twilio.sent]


def _said(world: World, text_id: str) -> str:
    return world.service.house.texts.say("en", text_id)


async def _pressed(world: World, label: str, on: dict[str, Any]) -> None:
    fields = {"ButtonText": label, "ButtonPayload": "1", "OriginalRepliedMessageSid": str(on["sid"])}
    await world.whatsapp("sara", label, **fields)


async def _reconciled(world: World) -> int:
    channel = world.service.channels["whatsapp"]
    assert isinstance(channel, WhatsApp)
    found = await reconcile(world.service.house, channel)
    await world.settle()
    return found


def _listed(world: World, sid: str, text: str, ago: timedelta = timedelta()) -> dict[str, str]:
    at = f"{world.time.moment - ago:%a, %d %b %Y %H:%M:%S} +0000"
    return {"sid": sid, "body": text, "direction": "inbound", "from": SARA, "num_media": "0", "date_sent": at}


# Quick replies


async def test_a_question_has_quick_replies_and_a_press_answers_it(world: World) -> None:
    await world.whatsapp("sara", "hello")
    question = world.fakes.twilio.sent[-1]
    assert world.fakes.twilio.contents.made

    await _pressed(world, "English", question)

    assert _said(world, "sent_before_question") not in _texts(world)
    assert len(_texts(world)) > 2


async def test_a_press_under_an_older_question_does_not_answer_the_newer_one(world: World) -> None:
    await world.whatsapp("sara", "hello")
    older = world.fakes.twilio.sent[-1]
    await world.whatsapp("sara", "1")

    await _pressed(world, "1", older)

    assert _said(world, "sent_before_question") in _texts(world)


async def test_buttons_that_whatsapp_refuses_later_go_out_once_more_in_words_and_not_for_ever(world: World) -> None:
    await world.whatsapp("sara", "hello")
    question = world.fakes.twilio.sent[-1]
    refused = {"MessageStatus": "undelivered", "ErrorCode": "63013"}

    await world.twilio("/hooks/whatsapp/status", {"MessageSid": str(question["sid"]), **refused})
    await world.settle()

    again = world.fakes.twilio.sent[-1]
    assert again["sid"] != question["sid"]
    assert "Reply 1 for" in str(again["text"])
    for _ in range(5):
        last = str(world.fakes.twilio.sent[-1]["sid"])
        await world.twilio("/hooks/whatsapp/status", {"MessageSid": last, **refused})
        await world.settle()
    assert len([each for each in _texts(world) if "Reply 1 for" in each]) <= 3
    row = world.rows(world.contact("whatsapp", SARA))[-1]
    assert (row["status"], row["reason"]) == ("failed", "content_refused")


# What the webhook did not bring


async def test_a_message_that_was_missed_gets_its_turn_once(world: World) -> None:
    world.fakes.twilio.received.append(_listed(world, "SM-missed", "hello"))

    assert [await _reconciled(world), await _reconciled(world)] == [1, 0]
    assert len(world.rows(world.contact("whatsapp", SARA))) == len(_texts(world)) > 0
    assert ("POST", "SM-missed", {"Body": ""}) in world.fakes.twilio.asked


async def test_what_was_missed_is_asked_for_on_the_start_and_again_every_few_minutes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert timedelta(seconds=reconciling.EVERY_SECONDS) <= timedelta(minutes=5)
    channel, stop = world.service.channels["whatsapp"], asyncio.Event()
    assert isinstance(channel, WhatsApp)
    looks: asyncio.Queue[int] = asyncio.Queue()

    async def looked(house: House, channel: WhatsApp) -> int:
        looks.put_nowait(await reconcile(house, channel))
        return 0

    monkeypatch.setattr(reconciling, "EVERY_SECONDS", 0.05)
    monkeypatch.setattr(reconciling, "reconcile", looked)
    world.fakes.twilio.received.append(_listed(world, "SM-before", "hello"))
    keeping = asyncio.create_task(reconciling.keep_reconciling(world.service.house, channel, stop))
    assert await looks.get() == 1
    world.fakes.twilio.received.append(_listed(world, "SM-later", "1"))
    async with asyncio.timeout(30):
        while await looks.get() == 0:
            pass
    stop.set()
    await keeping


async def test_a_message_that_came_by_both_ways_is_one(world: World) -> None:
    await world.whatsapp("sara", "hello")
    before = len(_texts(world))
    world.fakes.twilio.received.append(_listed(world, "SM1", "hello"))

    assert await _reconciled(world) == 0
    assert len(_texts(world)) == before


async def test_a_late_message_does_not_answer_a_newer_question(world: World) -> None:
    await world.whatsapp("sara", "hello")
    world.fakes.twilio.received.append(_listed(world, "SM-late", "1", timedelta(minutes=2)))

    await _reconciled(world)

    assert _said(world, "sent_before_question") in _texts(world)


async def test_a_missed_message_of_somebody_known_by_an_id_is_theirs(world: World) -> None:
    await world.whatsapp("sara", "hello", ExternalUserId=ID)
    world.time.tick()
    world.fakes.twilio.received.append(_listed(world, "SM-missed", "1"))

    assert await _reconciled(world) == 1
    with world.service.house.work("test") as work:
        assert contacts.by_token(work, "whatsapp", contacts.token(work, "whatsapp", SARA)) is None


async def test_words_that_stayed_at_twilio_are_removed_later(world: World) -> None:
    await world.whatsapp("sara", "hello")
    for each in world.fakes.twilio.sent:
        each["status"] = "delivered"

    await _reconciled(world)

    emptied = [sid for _, sid, form in world.fakes.twilio.asked if form == {"Body": ""}]
    assert {each["sid"] for each in world.fakes.twilio.sent} <= set(emptied)


async def test_words_that_were_delivered_days_later_are_removed_though_nobody_told_us(world: World) -> None:
    await world.whatsapp("sara", "hello")
    await _reconciled(world)
    late = world.fakes.twilio.sent[-1]
    late["made"] = format_datetime(world.time.moment)
    world.service.house.clock.forward(timedelta(days=3))
    await _reconciled(world)
    assert ("POST", late["sid"], {"Body": ""}) not in world.fakes.twilio.asked

    late["status"] = "delivered"
    world.service.house.clock.forward(timedelta(hours=25))
    await _reconciled(world)

    assert world.fakes.twilio.asked[-1] == ("POST", late["sid"], {"Body": ""})


async def test_what_the_number_was_used_for_before_is_left_alone(world: World) -> None:
    world.fakes.twilio.received.append(_listed(world, "SM-theirs", "a parcel for you", timedelta(days=5)))
    for _ in range(3):
        await _reconciled(world)
        world.service.house.clock.forward(timedelta(hours=25))

    assert not [form for _, _, form in world.fakes.twilio.asked if form == {"Body": ""}]


async def test_a_picture_that_could_not_be_deleted_at_once_is_deleted_later(world: World) -> None:
    world.fakes.twilio.media["ME1"] = "SM-photo"
    await _reconciled(world)
    world.fakes.twilio.received.append(_listed(world, "SM-photo", "") | {"num_media": "1"})
    with world.service.house.work("test") as work:
        turn.journal(world.service.house, work, Inbound("whatsapp", SARA, "SM-photo", "", work.now, "photo"))
    world.service.house.clock.forward(timedelta(minutes=15))
    await _reconciled(world)

    assert world.fakes.twilio.media == {}


# What is left at Twilio after an erasure


def _at_twilio(world: World, who: str) -> list[str]:
    ours = [each["sid"] for each in world.fakes.twilio.sent if each["to"] == whatsapp_id(who)]
    return [*ours, *(each["sid"] for each in world.fakes.twilio.received if each["from"] == whatsapp_id(who))]


async def _wrote(world: World, who: str, text: str, **fields: str) -> None:
    await world.whatsapp(who, text, **fields)
    world.fakes.twilio.received.append(_listed(world, f"SM{world.sent}", text) | {"from": whatsapp_id(who)})


def _erase(world: World, address: str) -> None:
    contact = world.contact("whatsapp", address)
    with world.service.house.work("test") as work:
        erasure.erase(work, subjects.of_contact(work, contact), "request")


def _noted(world: World) -> set[str]:
    with world.service.house.engine.begin() as connection:
        return set(connection.execute(select(leftovers.c.reference)).scalars())


def _removals(world: World) -> list[str]:
    return [sid for method, sid, _ in world.fakes.twilio.asked if method == "DELETE"]


@pytest.mark.clause("X4")
async def test_after_an_erasure_nothing_of_that_person_is_at_twilio_and_another_familys_messages_stay(
    world: World,
) -> None:
    for who in ("sara", "tom"):
        await _wrote(world, who, "hello")
    before = _at_twilio(world, "tom")
    gone = _at_twilio(world, "sara")
    _erase(world, SARA)
    assert _noted(world) == set(gone)

    await _reconciled(world)

    assert (_at_twilio(world, "sara"), _at_twilio(world, "tom")) == ([], before)
    assert _noted(world) == set()
    await _reconciled(world)
    assert sorted(_removals(world)) == sorted(gone)


@pytest.mark.clause("X4")
async def test_every_part_of_a_long_message_goes(world: World) -> None:
    await _wrote(world, "sara", "hello")
    first, *_ = world.rows(world.contact("whatsapp", SARA))
    world.fakes.twilio.sent.append(world.fakes.twilio.sent[0] | {"sid": "SM-part"})
    with world.service.house.work("test") as work:
        queued.mark(work, first["id"], "sent", provider_ref=f"{first['provider_ref']} SM-part")
    _erase(world, SARA)

    await _reconciled(world)

    assert _at_twilio(world, "sara") == []


@pytest.mark.clause("X4")
async def test_while_twilio_fails_it_waits_for_the_next_look_and_brings_nobody_back(world: World) -> None:
    await _wrote(world, "sara", "hello")
    gone = _at_twilio(world, "sara")
    _erase(world, SARA)
    world.fakes.twilio.failures += ["down"] * 20

    assert await _reconciled(world) == 0
    assert len(_removals(world)) == 1
    assert _noted(world) == set(gone) == set(_at_twilio(world, "sara"))
    with world.service.house.work("test") as work:
        assert contacts.by_token(work, "whatsapp", contacts.token(work, "whatsapp", SARA)) is None

    world.fakes.twilio.failures.clear()
    assert await _reconciled(world) == 0
    assert _at_twilio(world, "sara") == []
    assert _noted(world) == set()


@pytest.mark.clause("X4")
async def test_so_many_are_deleted_at_a_look_and_what_twilio_has_no_longer_counts_as_deleted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reconciling, "MOST_REMOVED", 1)
    await world.whatsapp("sara", "hello")
    _erase(world, SARA)
    world.fakes.twilio.sent.clear()
    noted = len(_noted(world))

    await _reconciled(world)
    assert len(_noted(world)) == noted - 1 > 0


@pytest.mark.clause("X4")
async def test_what_they_wrote_before_whatsapp_gave_them_an_id_goes_too(world: World) -> None:
    await _wrote(world, "sara", "hello")
    await _wrote(world, "sara", "1", ExternalUserId=ID)
    _erase(world, ID)

    await _reconciled(world)

    assert _at_twilio(world, "sara") == []
    with world.service.house.engine.begin() as connection:
        assert set(connection.execute(select(inbox.c.frame_sealed)).scalars()) == {None}


async def test_when_the_period_of_messages_is_over_their_records_go_too_and_newer_ones_stay(world: World) -> None:
    days = world.service.house.organisation.retention.model_dump()
    await _wrote(world, "sara", "hello")
    world.service.house.clock.forward(timedelta(days=days["messages"] + 1))
    await _wrote(world, "tom", "hello")
    before = _at_twilio(world, "tom")
    with world.service.house.work("test") as work:
        sweeping.sweep(work, days)

    await _reconciled(world)

    assert (_at_twilio(world, "sara"), _at_twilio(world, "tom")) == ([], before)


# Who is who


async def test_an_id_for_a_number_that_was_known_without_one_is_the_same_person(world: World) -> None:
    await world.whatsapp("sara", "hello")
    before = world.contact("whatsapp", SARA)

    await world.whatsapp("sara", "1", ExternalUserId=ID)

    after = world.contact("whatsapp", ID)
    assert (after.id, after.frozen_at) == (before.id, None)


@pytest.mark.clause("G6.4")
async def test_another_id_for_a_known_number_freezes_the_contact_and_staff_hear_of_it(world: World) -> None:
    await world.whatsapp("sara", "hello", ExternalUserId=ID)
    before = world.contact("whatsapp", ID)

    await world.whatsapp("sara", "PASSWORD", ExternalUserId=OTHER)

    after = world.contact("whatsapp", OTHER)
    assert after.id == before.id
    assert after.frozen_at is not None
    assert [text for text in world.staff_channel_heard() if "phone has changed" in text]


@pytest.mark.clause("G6.4")
async def test_a_number_that_was_silent_for_long_may_be_in_other_hands(world: World) -> None:
    await world.whatsapp("sara", "hello")
    world.service.house.clock.forward(timedelta(days=91))

    await world.whatsapp("sara", "hello", ExternalUserId=ID)

    assert world.contact("whatsapp", ID).frozen_at is not None


# A password that does not get through


async def _waiting_for_the_password(world: World, messenger: str = "whatsapp") -> None:
    story, _, _ = (SCRIPTS / "unknown_family.txt").read_text("utf-8").rpartition("amira> PASSWORD")
    await retold_live(world, story.replace("amira whatsapp", f"amira {messenger}"))


def _leader_heard(world: World) -> list[str]:
    anna = signal_id("anna")
    return [str(each["text"]) for each in world.fakes.signal.sent if each["to"] == anna]


@pytest.mark.clause("G6.4")
async def test_when_whatsapp_is_down_the_leader_hears_at_once_whom_to_ring(world: World) -> None:
    await _waiting_for_the_password(world)
    world.fakes.twilio.failures += ["down"] * 40

    await world.whatsapp("amira", "PASSWORD")
    await world.move_to(world.time.moment + timedelta(minutes=1))
    await world.move_to(world.time.moment + timedelta(minutes=1))

    assert [text for text in _leader_heard(world) if text.startswith("Ring this one") and "Amira" in text]
    heard = world.staff_channel_heard()
    assert "does not get through to one family. The leader or the second has been told whom to ring." in heard[-1]
    assert not [text for text in heard if "Amira" in text or PASSWORD.search(text)]


@pytest.mark.clause("G6.4")
async def test_when_signal_is_down_the_staff_channel_says_that_the_leader_heard_nothing_either(world: World) -> None:
    await _waiting_for_the_password(world, "signal")
    world.fakes.signal.failures += ["down"] * 400

    await world.signal("amira", "PASSWORD")
    for _ in range(2):
        await world.move_to(world.time.moment + timedelta(minutes=1))
    heard = [text for text in world.staff_channel_heard() if "not get through" in text]
    assert ["ring the leader now" in text for text in heard] == [True]
    assert "has been told" not in heard[0]

    world.fakes.signal.failures.clear()
    for _ in range(20):
        await world.move_to(world.time.moment + timedelta(minutes=1))
    assert "the line works again" in world.staff_channel_heard()[-1]
    assert len([text for text in world.staff_channel_heard() if "not get through" in text]) == 1


async def test_now_names_who_is_still_without(world: World) -> None:
    await _waiting_for_the_password(world)
    world.fakes.twilio.failures += ["down"] * 40
    await world.whatsapp("amira", "PASSWORD")

    await world.signal("anna", "NOW")

    assert "Amira" in _leader_heard(world)[-1]


async def test_a_password_that_got_through_after_all_rings_nobody(world: World) -> None:
    await _waiting_for_the_password(world)
    world.fakes.twilio.failures.append("throttled")

    await world.whatsapp("amira", "PASSWORD")
    await world.move_to(world.time.moment + timedelta(minutes=10))

    assert [text for text in world.staff_channel_heard() if "not get through" in text] == []


# Who may be written to


async def test_that_a_person_wrote_first_is_on_record_once(world: World) -> None:
    await world.whatsapp("sara", "hello")
    await world.whatsapp("sara", "1")
    await world.signal("tom", "hello")

    assert outcomes(world, "opt_in") == ["wrote_first"]


async def test_who_has_unsubscribed_at_whatsapp_counts_as_stopped_until_they_write_start(world: World) -> None:
    await world.whatsapp("sara", "hello")
    sara = world.contact("whatsapp", SARA)
    world.fakes.twilio.failures.append(21610)
    with world.service.house.work("test") as work:
        outbox.tell(work, sara, "still_here")
    await world.settle()

    assert world.contact("whatsapp", SARA).stopped_at is not None
    await world.whatsapp("sara", "PRIVACY")
    assert world.contact("whatsapp", SARA).stopped_at is not None
    await world.whatsapp("sara", "START")
    assert world.contact("whatsapp", SARA).stopped_at is None

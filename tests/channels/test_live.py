"""Live mode from the webhooks to the messengers: the playground's words, receipts, and phones that have changed."""

import asyncio
import os
import re
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine, select

from bot import register
from bot.channels.signal import Signal
from storage import contacts, outbox, queued, staff
from storage.contacts import Contact
from storage.crypto import KeyRing
from storage.tables import audit
from tests.channels.live_talk import Phones
from tests.channels.live_world import (
    World,
    signal_id,
    whatsapp_id,
)
from tests.crowd import grow_by
from tests.stage import stage
from tests.talk import SCRIPTS, Talk, read_script

PASSWORD = re.compile(r"\b\d\d(?: \d\d){3,4}\b")
HELLO = "not_a_text_sticker"
FEW = ["evening.txt", "polish.txt", "slips.txt"]
ALL = sorted(path.name for path in SCRIPTS.glob("*.txt"))
REPLAYED = ALL if os.environ.get("LIVE_SCRIPTS") else FEW


async def retold_live(world: World, script: str) -> str:
    def play() -> str:
        def start_again(version: str) -> httpx.Client:
            asyncio.run_coroutine_threadsafe(world.start_again(version), loop).result(60)
            return client

        with httpx.Client(transport=Phones(world, loop), base_url="http://127.0.0.1") as client:
            talk = Talk(client, world.service.house.texts)
            talk.restart, talk.grow = start_again, lambda adults: grow_by(world.service.house, adults)
            return talk.retell(script)

    loop = asyncio.get_running_loop()
    return await asyncio.to_thread(play)


def tell(world: World, contact: Contact, *text_ids: str, **how: Any) -> None:
    with world.service.house.work("test") as work:
        for text_id in text_ids:
            outbox.tell(work, contact, text_id, **how)


def outcomes(world: World, act: str) -> list[str]:
    with world.service.house.engine.begin() as connection:
        return list(connection.execute(select(audit.c.outcome).where(audit.c.act == act)).scalars())


def words(world: World, text_id: str, **params: Any) -> str:
    return world.service.house.texts.say("en", text_id, **params)


@pytest.mark.parametrize("name", REPLAYED)
async def test_a_scenario_has_the_same_words_as_in_the_playground(world: World, name: str) -> None:
    script = read_script(name)
    assert await retold_live(world, script) == script


async def test_the_way_in_has_the_same_words_on_signal_as_in_the_playground(world: World) -> None:
    script = read_script("invitation.txt")
    assert await retold_live(world, script) == script


async def test_the_way_in_has_the_same_words_on_whatsapp_as_in_the_playground(
    world: World, staffed: Engine, keys: KeyRing
) -> None:
    script = read_script("invitation.txt").replace("sara signal", "sara whatsapp")

    def in_the_playground() -> str:
        with stage(staffed, keys) as built:
            return built.talk.retell(script)

    assert await retold_live(world, script) == await asyncio.to_thread(in_the_playground)


# Receipts


async def test_a_receipt_that_comes_late_does_not_go_backwards(world: World) -> None:
    await world.signal("sara", "hello")
    sara = world.contact("signal", signal_id("sara"))
    reference = int(world.rows(sara)[0]["provider_ref"])

    for kind in ({"isRead": True}, {"isDelivery": True}):
        await world.signal_frame("sara", {"receiptMessage": {"timestamps": [reference]} | kind})

    assert world.rows(sara)[0]["status"] == "read"


async def test_a_receipt_of_somebody_else_for_the_same_moment_changes_nothing(world: World) -> None:
    await world.signal("sara", "hello")
    sara = world.contact("signal", signal_id("sara"))
    reference = int(world.rows(sara)[0]["provider_ref"])

    await world.signal_frame("tom", {"receiptMessage": {"timestamps": [reference], "isRead": True}})

    assert world.rows(sara)[0]["status"] == "sent"


async def test_whatsapps_receipts_move_a_message_on_and_never_back(world: World) -> None:
    await world.whatsapp("sara", "hello")
    sara = world.contact("whatsapp", whatsapp_id("sara"))
    row = world.rows(sara)[0]

    for status in ("delivered", "sent", "failed"):
        form = {"MessageSid": row["provider_ref"], "MessageStatus": status}
        await world.twilio(f"/hooks/whatsapp/status?of={row['id']}", form)

    assert world.rows(sara)[0]["status"] == "delivered"


async def test_a_receipt_settles_what_had_no_known_outcome(world: World) -> None:
    await world.whatsapp("sara", "hello")
    sara = world.contact("whatsapp", whatsapp_id("sara"))
    row = world.rows(sara)[0]
    with world.service.house.work("test") as work:
        queued.mark(work, row["id"], "unknown", provider_ref=None)

    await world.twilio(f"/hooks/whatsapp/status?of={row['id']}", {"MessageSid": "SM77", "MessageStatus": "delivered"})

    assert [world.rows(sara)[0][name] for name in ("status", "provider_ref")] == ["delivered", "SM77"]


async def test_what_arrived_while_nobody_knew_is_not_sent_again_though_its_words_are_gone_at_twilio(
    world: World,
) -> None:
    await world.whatsapp("sara", "hello")
    sara, twilio = world.contact("whatsapp", whatsapp_id("sara")), world.fakes.twilio
    before = len(twilio.sent)
    twilio.failures.append("down-after-send")
    twilio.is_blind = True
    tell(world, sara, HELLO)
    await world.settle()
    row = world.rows(sara)[-1]
    assert (row["status"], row["reason"]) == ("due", "may_be_repeated")

    form = {"MessageSid": str(twilio.sent[-1]["sid"]), "MessageStatus": "delivered"}
    await world.twilio(f"/hooks/whatsapp/status?of={row['id']}", form)
    twilio.sent[-1]["text"], twilio.is_blind = "", False
    await world.move_on()

    assert world.rows(sara)[-1]["status"] == "delivered"
    assert len(twilio.sent) == before + 1


# No known outcome


async def test_what_signal_does_not_answer_may_be_lost_and_staff_hear_whom_to_ring(world: World) -> None:
    await retold_live(world, read_script("parts/asked.txt").replace("amira whatsapp", "amira signal"))
    amira, signal = world.contact("signal", signal_id("amira")), world.service.channels["signal"]
    before = len(world.rows(amira))
    assert isinstance(signal, Signal)
    signal._rest._client.timeout = 0.4
    world.fakes.signal.failures.append("slow")
    tell(world, amira, HELLO)

    await world.settle()

    assert [(row["status"], row["reason"]) for row in world.rows(amira)[before:]] == [("unknown", "timeout")]
    [told] = [text for text in world.staff_channel_heard() if "may not have arrived" in text]
    assert re.match(r"Case F-\w{4}: a message to the family", told)


# A closed window


@pytest.mark.parametrize("by_status", [False, True])
async def test_a_window_that_whatsapp_says_is_closed_holds_the_words_until_the_person_writes(
    world: World, by_status: bool
) -> None:
    await world.whatsapp("sara", "hello")
    sara = world.contact("whatsapp", whatsapp_id("sara"))
    before = len(world.rows(sara))
    if not by_status:
        world.fakes.twilio.failures.append(63016)
    tell(world, sara, HELLO)
    await world.settle()
    if by_status:
        row = world.rows(sara)[before]
        form = {"MessageSid": row["provider_ref"], "MessageStatus": "undelivered", "ErrorCode": "63016"}
        await world.twilio(f"/hooks/whatsapp/status?of={row['id']}", form)

    held = world.rows(sara)[before:]
    assert [(row["template"], row["status"], row["reason"]) for row in held] == [
        (HELLO, "held", "window_closed"),
        ("message_waiting", "sent", None),
    ]
    await world.whatsapp("sara", "here I am")
    assert world.rows(sara)[before]["status"] == "sent"


# Phones that have changed


async def test_a_changed_safety_number_freezes_the_contact_and_tells_staff_once(world: World) -> None:
    await world.signal("sara", "hello")
    sara = world.contact("signal", signal_id("sara"))

    for _ in range(2):
        await world.signal_frame("sara", {}, {"type": "UntrustedIdentityException", "message": ""})

    assert world.contact("signal", signal_id("sara")).frozen_at is not None
    assert outcomes(world, "freeze") == ["done"]
    assert world.staff_channel_heard() == [words(world, "staff_frozen_contact", case="none")]
    assert sara.frozen_at is None


async def test_a_changed_safety_number_found_while_sending_withholds_the_password(world: World) -> None:
    story, _, _ = read_script("unknown_family.txt").rpartition("amira> PASSWORD")
    await retold_live(world, story.replace("amira whatsapp", "amira signal"))
    amira = world.contact("signal", signal_id("amira"))
    before = len(world.rows(amira))
    world.fakes.signal.failures.append("IDENTITY_FAILURE")

    await world.signal("amira", "PASSWORD")

    secrets = [row for row in world.rows(amira)[before:] if row["release_id"] is not None]
    assert {(row["status"], row["reason"]) for row in secrets} == {("void", "refused_contact_frozen")}
    hers = [each["text"] for each in world.fakes.signal.sent if each["to"] == signal_id("amira")]
    assert [text for text in hers if PASSWORD.search(text)] == []
    assert world.contact("signal", signal_id("amira")).frozen_at is not None
    assert any(text.startswith("A family's phone has changed") for text in world.staff_channel_heard())


async def test_words_that_are_no_secret_are_held_for_a_phone_that_has_changed(world: World) -> None:
    await world.signal("sara", "hello")
    sara = world.contact("signal", signal_id("sara"))
    before = len(world.rows(sara))
    world.fakes.signal.failures.append("IDENTITY_FAILURE")
    tell(world, sara, HELLO)

    await world.settle()

    assert [(row["status"], row["reason"]) for row in world.rows(sara)[before:]] == [("held", "identity_changed")]


async def test_when_signal_wants_a_puzzle_solved_messages_wait_and_managers_hear_once(world: World) -> None:
    await world.signal("sara", "hello")
    sara = world.contact("signal", signal_id("sara"))
    before = len(world.rows(sara))
    world.fakes.signal.failures += ["throttled", "throttled"]
    tell(world, sara, HELLO)
    await world.settle()
    world.service.house.clock.forward(timedelta(minutes=16))
    await world.settle()

    assert world.rows(sara)[before]["status"] == "due"
    assert world.staff_channel_heard() == [words(world, "staff_challenge_required", channel="Signal")]
    world.service.house.clock.forward(timedelta(minutes=16))
    await world.settle()
    assert world.rows(sara)[before]["status"] == "sent"


# Who is who


async def test_answers_go_where_a_person_wrote_from_though_they_are_known_by_their_id(world: World) -> None:
    await world.whatsapp("sara", "hello", ExternalUserId="whatsapp:ID.1")

    assert {each["to"] for each in world.fakes.twilio.sent} == {whatsapp_id("sara")}
    assert world.contact("whatsapp", "whatsapp:ID.1").reply_to_sealed is not None


async def test_a_press_of_somebody_who_is_not_bound_does_nothing(world: World) -> None:
    await world.press("stranger", "b-1")

    assert outcomes(world, "press") == ["refused:unknown"]


async def test_starting_again_changes_nothing_in_the_register(world: World) -> None:
    with world.service.house.work("test") as work:
        before = [(each.id, each.handle) for each in staff.everybody(work)]
        channel = contacts.staff_channel(work)
    await asyncio.to_thread(register.settle_in, world.service.house, world.service.settings)
    with world.service.house.work("test") as work:
        assert [(each.id, each.handle) for each in staff.everybody(work)] == before
        assert contacts.staff_channel(work) == channel


# Edits


async def test_an_edit_that_discloses_something_is_heard(world: World) -> None:
    await world.signal("sara", "hello")
    await world.signal_frame("sara", {"editMessage": {"dataMessage": {"message": "he hits my child"}}})

    assert outcomes(world, "raise") == ["done"]


async def test_any_other_edit_is_kindly_not_used(world: World) -> None:
    await world.signal("sara", "hello")
    await world.signal_frame("sara", {"editMessage": {"dataMessage": {"message": "hallo"}}})

    assert world.fakes.signal.sent[-1]["text"] == words(world, "not_a_text_edit")

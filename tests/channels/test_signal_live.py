"""The whole service on Signal: private chats that forget, puzzles, late messages, pictures, and numbers to ring."""

import asyncio
from base64 import b64decode
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
import segno
from sqlalchemy import select

from bot import metrics, sender, turn
from storage import outbox, pauses, staff
from storage.database import AWAY
from storage.tables import audit, contacts, inbox
from tests.channels.live_world import World, phone_number, signal_id

HELLO = "not_a_text_sticker"


def tell(world: World, who: str, *text_ids: str) -> None:
    contact = world.contact("signal", signal_id(who))
    with world.service.house.work("test") as work:
        for text_id in text_ids:
            outbox.tell(work, contact, text_id)


def _said(world: World, text_id: str) -> str:
    return world.service.house.texts.say("en", text_id)


def asked(world: World, kind: str) -> list[Any]:
    return [body for _, what, body in world.fakes.signal.asked if what == kind]


def to(world: World, who: str) -> list[str]:
    return [each["text"] for each in world.fakes.signal.sent if each["to"] == signal_id(who)]


# One at a time


async def test_one_person_gets_one_message_at_a_time_and_two_people_do_not_wait_for_each_other(world: World) -> None:
    people = ("sara", "amira")
    for who in people:
        await world.signal(who, "hello")
    for who in people:
        tell(world, who, HELLO, "still_here", HELLO)
    world.fakes.signal.waits_for = len(people)
    lanes = [world.contact("signal", signal_id(who)).lane_id for who in people]
    service = world.service

    await asyncio.gather(*(sender.deliver(service.house, service.channels, lane) for lane in lanes * 3))

    ids = [signal_id(who) for who in people]
    assert tuple(sorted(ids)) in world.fakes.signal.side_by_side
    assert [each for each in world.fakes.signal.side_by_side if len(set(each)) < len(each)] == []
    assert [[row["status"] for row in world.rows(world.contact("signal", each))][-3:] for each in ids] == [
        ["sent"] * 3
    ] * 2
    assert [to(world, who)[-3:] for who in people] == [
        [_said(world, HELLO), _said(world, "still_here"), _said(world, HELLO)]
    ] * 2


# Private chats forget


async def test_a_private_chat_gets_its_timer_once_before_the_first_words(world: World) -> None:
    await world.signal("sara", "hello")
    await world.signal("sara", "1")

    assert asked(world, "contacts") == [{"recipient": signal_id("sara"), "expiration_in_seconds": 28 * 86400}]
    assert [what for _, what, _ in world.fakes.signal.asked][:2] == ["contacts", "send"]


async def test_words_go_out_where_the_timer_could_not_be_set_and_the_next_ones_try_again(world: World) -> None:
    world.fakes.signal.failures.append("down")
    await world.signal("sara", "hello")

    await world.signal("sara", "1")

    assert len(asked(world, "contacts")) == 2
    assert to(world, "sara")


# A puzzle


async def test_while_signal_wants_a_puzzle_solved_nobody_is_written_to(world: World) -> None:
    await world.signal("sara", "hello")
    await world.signal("tom", "hello")
    before = len(asked(world, "send"))
    world.fakes.signal.failures.append("throttled")
    tell(world, "sara", HELLO)
    await world.settle()
    tell(world, "tom", HELLO)
    await world.settle()

    assert len(asked(world, "send")) == before + 1
    with world.service.house.work("test") as work:
        assert pauses.challenge(work, "signal") == "t-1"


async def test_once_the_puzzle_is_solved_everything_goes_out_at_once_and_in_order(world: World) -> None:
    await world.signal("sara", "hello")
    world.fakes.signal.failures.append("throttled")
    tell(world, "sara", "still_here", HELLO)
    await world.settle()
    sent = len(to(world, "sara"))

    with world.service.house.work("operator") as work:
        assert pauses.end(work, "signal") == 1
    await world.settle()

    texts = world.service.house.texts
    assert to(world, "sara")[sent:] == [texts.say("en", "still_here"), texts.say("en", HELLO)]


# What comes late, twice, or not from them


async def test_the_same_message_twice_has_one_turn(world: World) -> None:
    world.time.tick()
    frame = {"timestamp": 1_795_000_000_000, "dataMessage": {"message": "hello"}}
    await world.signal_frame("sara", frame)
    before = len(to(world, "sara"))
    await world.signal_frame("sara", frame)

    assert len(to(world, "sara")) == before
    with world.service.house.engine.begin() as connection:
        assert len(connection.execute(select(inbox.c.id)).all()) == 1


async def test_what_was_withheld_and_comes_late_answers_no_newer_question(world: World) -> None:
    await world.signal("sara", "hello")
    await world.signal("sara", "1")
    long_ago = int((world.time.moment - timedelta(hours=2)).timestamp() * 1000)
    before = to(world, "sara")

    await world.signal_frame(
        "sara",
        {"timestamp": long_ago, "serverReceivedTimestamp": long_ago, "dataMessage": {"message": "2"}},
    )

    later = to(world, "sara")[len(before) :]
    assert later == [] or later[-1] == before[-1]


async def test_what_was_withheld_and_comes_late_is_still_heard_for_danger(world: World) -> None:
    await world.signal("sara", "hello")
    long_ago = int((world.time.moment - timedelta(hours=2)).timestamp() * 1000)

    await world.signal_frame(
        "sara",
        {"timestamp": long_ago, "serverReceivedTimestamp": long_ago, "dataMessage": {"message": "he hits my child"}},
    )

    with world.service.house.engine.begin() as connection:
        raised = select(audit.c.outcome).where(audit.c.act == "raise", audit.c.object_kind == "concern")
        assert list(connection.execute(raised).scalars()) == ["done"]


async def test_what_the_bots_own_phone_wrote_is_nobodys(world: World) -> None:
    sent = {"destinationUuid": signal_id("sara"), "timestamp": 1, "message": "hello"}
    await world.signal_frame("sara", {"syncMessage": {"sentMessage": sent}})

    assert world.fakes.signal.sent == []


async def test_a_thumbs_up_is_no_answer(world: World) -> None:
    await world.signal("sara", "hello")
    before = len(to(world, "sara"))

    await world.signal_frame(
        "sara", {"dataMessage": {"message": None, "reaction": {"emoji": "👍", "targetSentTimestamp": 1}}}
    )

    assert len(to(world, "sara")) == before


async def test_what_could_not_be_read_is_in_the_figures(world: World) -> None:
    for _ in range(2):
        await world.signal_frame("sara", {}, {"type": "ProtocolInvalidMessageException", "message": ""})
    await world.signal_frame("sara", {"typingMessage": {"action": "STARTED"}})

    told = metrics.exposition(world.service.house).decode().splitlines()
    faults = [line for line in told if line.startswith("doorstep_signal_faults{")]
    assert faults == ['doorstep_signal_faults{fault="not_decrypted"} 2.0']


# Pictures


async def test_a_picture_is_deleted_where_signal_cli_keeps_it(world: World) -> None:
    attachment = {"id": "ab.jpg", "contentType": "image/jpeg"}
    await world.signal_frame("sara", {"dataMessage": {"message": None, "attachments": [attachment]}})

    assert await world.fakes.signal.next_asked() == ("attachments", "ab.jpg")


async def test_the_links_of_an_invitation_come_to_the_private_line_as_pictures_to_print(world: World) -> None:
    links = ("https://signal.me/#p/+441632960001", "https://wa.me/441632960002?text=K7Q2-99XB")
    with world.service.house.work("test") as work:
        [line] = staff.lines(work, [each.id for each in staff.everybody(work) if each.handle == "anna"])
        told: dict[str, Any] = {"organisation": "Acorn", "code": "K7Q2-99XB"}
        outbox.tell(work, line, "staff_hand_on_links", reply=True, lines="\n".join(links), **told)
        outbox.tell(work, line, "staff_hand_on", reply=True, **told)
    await world.settle()

    with_links, without = asked(world, "send")[-2:]
    drawn = [b64decode(each.partition(",")[2]) for each in with_links["base64_attachments"]]
    assert drawn == [_qr(link) for link in links]
    assert all(each.startswith("data:image/png;filename=") for each in with_links["base64_attachments"])
    assert "base64_attachments" not in without


def _qr(link: str) -> bytes:
    picture = BytesIO()
    segno.make_qr(link, error="m").save(picture, kind="png", scale=8, border=4)
    return picture.getvalue()


# A number to ring


async def test_the_number_that_signal_shows_is_kept_sealed_and_can_be_rung(world: World) -> None:
    await world.signal("sara", "hello")
    sara = world.contact("signal", signal_id("sara"))

    with world.service.house.work("test") as work:
        assert sara.phone(work) == phone_number("sara")
    with world.service.house.engine.begin() as connection:
        kept = connection.execute(select(contacts.c.phone_sealed).where(contacts.c.id == sara.id)).scalar_one()
    assert kept is not None
    assert phone_number("sara").encode() not in kept


async def test_without_a_number_staff_are_not_shown_an_id(world: World) -> None:
    await world.signal_frame("sara", {"sourceNumber": None, "dataMessage": {"message": "hello"}})
    sara = world.contact("signal", signal_id("sara"))

    with world.service.house.work("test") as work:
        assert sara.phone(work) == ""


async def test_a_number_that_is_hidden_later_is_still_known(world: World) -> None:
    await world.signal("sara", "hello")
    await world.signal_frame("sara", {"sourceNumber": None, "dataMessage": {"message": "1"}})

    with world.service.house.work("test") as work:
        assert world.contact("signal", signal_id("sara")).phone(work) == phone_number("sara")


# The database is away for a moment


async def test_while_the_database_is_away_the_webhook_waits_and_loses_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, left = turn.receive, [2]

    def broken(*arguments: Any) -> Any:
        if left[0]:
            left[0] -= 1
            raise AWAY[0]("gone", {}, Exception())
        return real(*arguments)

    monkeypatch.setattr(turn, "receive", broken)
    await world.signal("sara", "hello")
    await asyncio.sleep(0)

    assert to(world, "sara")

"""The staff channel over Telegram's protocol: fetched updates, groups that move, waiting pointers."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from bot.channels.channel import SendError
from bot.channels.telegram import Telegram
from bot.polling import fetch
from storage import cards, contacts, marks, outbox, queued
from storage.alone import Alone
from storage.tables import inbox
from tests.channels.live_world import CHAT, World, telegram_id

# python-telegram-bot warns of its own way to name a time, whatever its caller does.


def _channel(world: World) -> Telegram:
    channel = world.service.channels["telegram"]
    assert isinstance(channel, Telegram)
    return channel


def _press(number: int, who: str, button: str = "b-1", chat: int = CHAT) -> dict[str, Any]:
    sender = {"id": telegram_id(who), "is_bot": False, "first_name": "A"}
    message = {"message_id": 5, "date": 1795416097, "chat": {"id": chat, "type": "supergroup"}}
    query = {"id": f"q{number}", "from": sender, "message": message, "chat_instance": "1", "data": button}
    return {"update_id": number, "callback_query": query}


def _kept(world: World) -> list[str]:
    with world.service.house.engine.begin() as connection:
        kept = select(inbox.c.key).where(inbox.c.channel == "telegram").order_by(inbox.c.key)
        return list(connection.execute(kept).scalars())


def _tell_staff(world: World, *cases: str) -> None:
    with world.service.house.work("test") as work:
        channel = contacts.staff_channel(work)
        assert channel is not None
        for case in cases:
            outbox.tell(work, channel, "staff_frozen_contact", case=case)


def _post(world: World, case: UUID) -> None:
    with world.service.house.work("test") as work:
        cards.post(work, "case", case, 1, "card_case", ("approve", "decline"), case="F-9999", n=1)


def _change(world: World, case: UUID, text_id: str, acts: tuple[str, ...]) -> None:
    with world.service.house.work("test") as work:
        told = {"case": "F-9999", "by": "anna", "when": work.now, "decision": "approved"}
        cards.edit(work, "case", case, 2, text_id, acts, **told)


def _rows(world: World) -> list[Any]:
    with world.service.house.work("test") as work:
        channel = contacts.staff_channel(work)
    assert channel is not None
    return world.rows(channel)


# Without a webhook


async def test_updates_are_kept_before_they_are_confirmed(world: World) -> None:
    world.fakes.telegram.waiting += [_press(7, "anna"), _press(8, "ben")]

    assert await fetch(world.service.house, _channel(world), 0) == 2
    assert _kept(world) == ["7", "8"]
    assert len(world.fakes.telegram.waiting) == 2
    assert await fetch(world.service.house, _channel(world), 0) == 0
    assert world.fakes.telegram.waiting == []


async def test_what_could_not_be_kept_is_not_confirmed(world: World) -> None:
    world.fakes.telegram.waiting.append(_press(7, "anna"))
    with world.service.house.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE inbox RENAME TO away")
    with pytest.raises(Exception, match="inbox"):
        await fetch(world.service.house, _channel(world), 0)
    with world.service.house.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE away RENAME TO inbox")

    await fetch(world.service.house, _channel(world), 0)

    assert _kept(world) == ["7"]


async def test_an_update_of_another_chat_is_confirmed_and_not_kept(world: World) -> None:
    world.fakes.telegram.waiting.append(_press(7, "anna", chat=4242))

    await fetch(world.service.house, _channel(world), 0)
    await fetch(world.service.house, _channel(world), 0)

    assert (_kept(world), world.fakes.telegram.waiting) == ([], [])


async def test_a_webhook_that_still_stands_is_told_apart(world: World) -> None:
    world.fakes.telegram.failures.append("Conflict: terminated by other getUpdates request")

    with pytest.raises(SendError) as raised:
        await fetch(world.service.house, _channel(world), 0)
    assert raised.value.reason == "another_one_listens"


async def test_only_one_process_fetches_and_another_takes_over(world: World) -> None:
    one, other = (Alone(world.service.house.engine, "telegram.polling") for _ in range(2))

    assert [await asyncio.to_thread(each.holds) for each in (one, other, one)] == [True, False, True]
    one.give_up()
    assert other.holds()
    other.give_up()


# A group that moved


async def test_presses_in_a_group_that_moved_are_heard(world: World) -> None:
    moved = {"message_id": 6, "date": 1795416097, "chat": {"id": CHAT, "type": "group"}, "migrate_to_chat_id": -1009}
    world.fakes.telegram.waiting += [{"update_id": 7, "message": moved}, _press(8, "anna", chat=-1009)]

    await fetch(world.service.house, _channel(world), 0)
    _tell_staff(world, "F-7Q2X")
    await world.settle()

    assert _kept(world) == ["8"]
    assert world.fakes.telegram.sent[-1]["to"] == "-1009"


# Twenty messages a minute


async def test_pointers_that_had_to_wait_leave_together(world: World) -> None:
    _channel(world).most_a_minute = 2
    _tell_staff(world, "none", "F-2222", "F-3333", "F-4444", "F-5555")
    await world.settle()
    assert len(world.fakes.telegram.sent) == 2

    world.service.house.clock.forward(timedelta(seconds=61))
    await world.settle()

    assert [each["text"].count("phone has changed") for each in world.fakes.telegram.sent] == [1, 1, 3]
    await world.move_to(world.time.moment + timedelta(minutes=5))
    assert {row["status"] for row in _rows(world)} == {"sent"}


async def test_pointers_and_cards_that_had_to_wait_leave_in_as_few_messages_as_can_be(world: World) -> None:
    _channel(world).most_a_minute = 1
    _tell_staff(world, "none")
    first, second = uuid4(), uuid4()
    _post(world, first)
    _tell_staff(world, "F-2222")
    _post(world, second)
    _tell_staff(world, "F-3333", "F-4444")
    _change(world, second, "card_case_claimed", ("approve",))
    await world.settle()
    _channel(world).most_a_minute = 20

    await world.move_to(world.time.moment + timedelta(minutes=2))

    sent = world.fakes.telegram.sent
    assert [(each["text"].count("phone has changed"), len(each["buttons"])) for each in sent] == [
        (1, 0),
        (0, 2),
        (3, 0),
        (0, 1),
    ]
    assert world.fakes.telegram.edits == []
    assert {row["status"] for row in _rows(world)} == {"sent"}


async def test_a_card_that_changed_while_it_waited_is_changed_later_if_it_could_not_leave(world: World) -> None:
    _channel(world).most_a_minute = 1
    _tell_staff(world, "none")
    case = uuid4()
    _post(world, case)
    _change(world, case, "card_case_claimed", ("approve",))
    await world.settle()
    world.fakes.telegram.failures.append("down")

    for _ in range(4):
        await world.move_to(world.time.moment + timedelta(minutes=2))

    [(_, _, shown)] = world.fakes.telegram.edits
    assert [label for _, label in shown] == ["Approve"]
    assert {row["status"] for row in _rows(world)} == {"sent"}


# Cards that are not there any more


async def test_after_somebody_deleted_a_card_its_changes_are_of_the_one_that_was_posted_anew(world: World) -> None:
    case = uuid4()
    _post(world, case)
    await world.settle()
    world.fakes.telegram.failures.append("Bad Request: message to edit not found")

    for text, acts in (("card_case_claimed", ("approve", "decline")), ("card_case_decided", ())):
        _change(world, case, text, acts)
        await world.settle()

    assert [len(each["buttons"]) for each in world.fakes.telegram.sent] == [2, 2]
    assert [(number, buttons) for number, _, buttons in world.fakes.telegram.edits] == [
        (world.fakes.telegram.number, [])
    ]


async def test_a_card_of_which_nobody_knows_whether_it_was_posted_is_shown_with_its_next_change(world: World) -> None:
    case = uuid4()
    _post(world, case)
    with world.service.house.work("test") as work:
        queued.mark(work, _rows(world)[0]["id"], "unknown", reason="timeout")

    for text, acts in (("card_case_claimed", ("approve", "decline")), ("card_case_decided", ())):
        _change(world, case, text, acts)
        await world.settle()

    assert [len(each["buttons"]) for each in world.fakes.telegram.sent] == [2]
    assert [buttons for _, _, buttons in world.fakes.telegram.edits] == [[]]


async def test_what_waits_for_telegram_does_not_hold_back_anybody_else(world: World) -> None:
    _channel(world).most_a_minute = 1
    _tell_staff(world, "none", "F-2222")

    await world.whatsapp("sara", "hello")

    assert world.fakes.twilio.sent
    assert len(world.fakes.telegram.sent) == 1


async def test_the_place_from_which_updates_are_fetched_is_kept(world: World) -> None:
    world.fakes.telegram.waiting.append(_press(41, "anna"))

    await fetch(world.service.house, _channel(world), 0)

    with world.service.house.engine.begin() as connection:
        assert marks.read(connection, "telegram.offset") == "42"

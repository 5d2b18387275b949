"""What a provider says later, or somebody else does meanwhile, over the messengers' own protocols."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot import app, reconciling, register
from bot.channels.whatsapp import WhatsApp
from storage import cards, contacts, staff_lines
from storage.alone import Alone
from storage.ids import new_id
from tests.channels.live_world import CHAT, World, whatsapp_id
from tests.channels.test_live import HELLO, tell

NEW_GROUP = -1009999999999


async def told_to_sara(world: World) -> dict[str, Any]:
    """She has written, and one message to her was taken by Twilio: its row."""
    await world.whatsapp("sara", "hello")
    sara = world.contact("whatsapp", whatsapp_id("sara"))
    tell(world, sara, HELLO)
    await world.settle()
    return dict(world.rows(sara)[-1])


async def becomes(world: World, row: dict[str, Any], status: str, code: str) -> None:
    form = {"MessageSid": row["provider_ref"], "MessageStatus": status, "ErrorCode": code}
    await world.twilio(f"/hooks/whatsapp/status?of={row['id']}", form)


async def test_what_was_too_much_for_whatsapp_after_all_is_tried_again(world: World) -> None:
    row = await told_to_sara(world)
    before = len(world.fakes.twilio.sent)
    await becomes(world, row, "undelivered", "63018")
    await world.move_to(world.time.moment + timedelta(hours=2))
    assert len(world.fakes.twilio.sent) == before + 1
    assert world.rows(world.contact("whatsapp", whatsapp_id("sara")))[-1]["status"] == "sent"


async def test_who_told_the_messenger_to_stop_has_stopped_whichever_way_we_hear_of_it(world: World) -> None:
    await becomes(world, await told_to_sara(world), "failed", "21610")
    assert world.contact("whatsapp", whatsapp_id("sara")).stopped_at is not None


async def moved(world: World, **changed: Any) -> World:
    """The charity names another staff channel, and the service starts again."""
    settings = world.service.settings.model_copy(update=changed)
    world.time.tick()
    await asyncio.to_thread(register.settle_in, world.service.house, settings)
    world.service = replace(world.service, settings=settings, channels=app.channels_of(world.service.house, settings))
    return world


def claimed(world: World, case: Any) -> None:
    with world.service.house.work("test") as work:
        told: dict[str, Any] = {"case": "F-2222", "by": "anna", "when": work.now}
        cards.edit(work, "case", case, 2, "card_case_claimed", ("approve", "decline"), **told)


def decided(world: World, case: Any) -> None:
    with world.service.house.work("test") as work:
        told: dict[str, Any] = {"case": "F-2222", "by": "anna", "when": work.now, "decision": "approved"}
        cards.edit(work, "case", case, 3, "card_case_decided", (), **told)


def posted(world: World, code: str) -> Any:
    case = new_id()
    with world.service.house.work("test") as work:
        cards.post(work, "case", case, 1, "card_case", ("claim", "approve"), case=code, n=0)
    return case


@pytest.mark.clause("A4")
async def test_in_a_new_group_an_old_card_is_posted_anew_and_changes_no_other(world: World) -> None:
    telegram = world.fakes.telegram
    old = posted(world, "F-2222")
    await world.settle()
    number = telegram.number
    await moved(world, telegram_staff_chat_id=NEW_GROUP)
    telegram.number = number - 1
    posted(world, "F-3333")
    await world.settle()
    assert telegram.number == number
    claimed(world, old)
    await world.settle()
    assert not [edit for edit in telegram.edits if edit[0] == number]
    assert "F-2222" in telegram.sent[-1]["text"]
    assert telegram.sent[-1]["to"] == str(NEW_GROUP)
    decided(world, old)
    await world.settle()
    assert telegram.edits[-1][0] == telegram.number


@pytest.mark.clause("A4")
async def test_from_a_signal_group_to_telegram_a_card_is_posted_anew(group_world: World) -> None:
    world = group_world
    case = posted(world, "F-2222")
    await world.settle()
    await moved(world, telegram_staff_chat_id=CHAT, signal_staff_group=None)
    decided(world, case)
    await world.settle()
    assert "F-2222" in world.fakes.telegram.sent[-1]["text"]
    assert world.fakes.telegram.edits == []


async def test_after_a_fault_the_right_to_look_at_twilio_is_free_for_whoever_looks_next(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(_: Any, __: Any) -> int:
        raise OperationalError("SELECT 1", {}, Exception("too many clients"))

    monkeypatch.setattr(reconciling, "reconcile", fails)
    channel = world.service.channels["whatsapp"]
    assert isinstance(channel, WhatsApp)
    with pytest.raises(OperationalError):
        await reconciling.keep_reconciling(world.service.house, channel, asyncio.Event())
    another = Alone(world.service.house.engine, reconciling.MARK)
    assert await asyncio.to_thread(another.holds)
    await asyncio.to_thread(another.give_up)


@pytest.mark.clause("A3", "H2.3")
async def test_a_staff_code_makes_no_line_where_others_can_read_along_and_stays_good(world: World) -> None:
    with world.service.house.work("test") as work:
        code = staff_lines.code_for(work, "dee", "Dee Sample", ["safeguarding_lead"])
    await world.whatsapp("dee-private", f"STAFF {code}")
    assert "works on Signal only" in world.fakes.twilio.sent[-1]["text"]
    with world.service.house.work("test") as work:
        line = contacts.by_token(work, "whatsapp", contacts.token(work, "whatsapp", whatsapp_id("dee-private")))
        assert line is not None
        assert line.audience == "family"
    await world.signal("dee-private", f"STAFF {code}")
    assert "works on Signal only" not in world.fakes.signal.sent[-1]["text"]

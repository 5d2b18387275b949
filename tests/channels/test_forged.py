"""Posts in a messenger's name that it did not sign: none is taken, and managers hear of many, once an hour."""

import asyncio
from uuid import UUID

import pytest
from sqlalchemy import select
from starlette.exceptions import HTTPException

from bot.hooks.door import Door
from flows.policy.watching import FORGED_BEFORE_TOLD
from storage.tables import audit
from tests.bot.desk import Desk, desk
from tests.stage import Stage

NOTICE = "staff_forged_posts"


@pytest.fixture
def at(playground: Stage) -> Desk:
    return desk(playground.house)


async def take(_: UUID) -> bool:
    return False


async def forge(door: Door, channel: str, times: int) -> None:
    for _ in range(times):
        with pytest.raises(HTTPException) as refused:
            door.demand(allowed=False, channel=channel)
        assert refused.value.status_code == 403
    await door.finish()


async def test_a_few_are_any_scanners_and_many_are_told_once_an_hour_for_each_messenger(at: Desk) -> None:
    door = Door(at.house, take, None)
    await forge(door, "whatsapp", FORGED_BEFORE_TOLD - 1)
    await forge(door, "zoom", FORGED_BEFORE_TOLD - 1)
    assert NOTICE not in at.told_staff("maria")
    await forge(door, "whatsapp", 20)
    assert [at.told_staff(handle).count(NOTICE) for handle in ("maria", "max", "anna")] == [1, 1, 0]
    at.later(hours=1)
    await forge(door, "whatsapp", FORGED_BEFORE_TOLD - 1)
    assert at.told_staff("maria").count(NOTICE) == 1
    await forge(door, "whatsapp", 1)
    assert at.told_staff("maria").count(NOTICE) == 2
    with at.house.engine.begin() as connection:
        kept = connection.execute(select(audit.c.object_id, audit.c.outcome).where(audit.c.act == "refuse_posts"))
        assert {tuple(row) for row in kept} == {("whatsapp", "refused:forged")}


async def test_of_two_web_processes_one_tells(at: Desk) -> None:
    for door in (Door(at.house, take, None), Door(at.house, take, None)):
        await forge(door, "signal", FORGED_BEFORE_TOLD)
    assert at.told_staff("maria").count(NOTICE) == 1


async def test_what_is_signed_is_never_counted(at: Desk) -> None:
    door = Door(at.house, take, None)
    for _ in range(100):
        door.demand(allowed=True, channel="whatsapp")
    await door.finish()
    assert NOTICE not in at.told_staff("maria")


def test_the_notice_names_the_messenger_as_people_know_it(playground: Stage, at: Desk) -> None:
    asyncio.run(forge(Door(at.house, take, None), "whatsapp", FORGED_BEFORE_TOLD))
    playground.settle()
    playground.talk.look()
    assert "in the name of WhatsApp" in playground.talk.said_to("maria")[-1]

"""Live mode with Zoom, from the word MEETING to the host's link, over the messengers' and Zoom's own protocols."""

import asyncio
import re
from datetime import timedelta

import httpx
from sqlalchemy import Engine

from storage.crypto import KeyRing
from tests.channels.live_talk import Phones
from tests.channels.live_world import live_world
from tests.meetings.conftest import Both
from tests.talk import SCRIPTS, Talk

BEFORE = (SCRIPTS / "parts" / "tonight.txt").read_text("utf-8").partition("anna> READY M-1")[0]


async def test_an_evening_with_zoom(both: Both, database: Engine, keys: KeyRing) -> None:
    async with live_world(database, keys, providers={"zoom": both.zoom()}) as world:
        loop = asyncio.get_running_loop()

        def play() -> tuple[list[str], list[str], list[str], list[str]]:
            with httpx.Client(transport=Phones(world, loop), base_url="http://127.0.0.1") as client:
                talk = Talk(client, world.service.house.texts)
                talk.retell(BEFORE)
                talk.retell("sara> PASSWORD\nanna> HOST M-1\n")
                before = talk.said_to("sara"), talk.said_to("anna")
                talk.retell("sara> LEAKED\n")
                asyncio.run_coroutine_threadsafe(world.move_to(world.time.moment + timedelta(minutes=1)), loop).result()
                talk.look()
                return *before, talk.said_to("sara"), talk.said_to("anna")

        sara, anna, sara_later, anna_later = await asyncio.to_thread(play)

    [first] = (each for each in sara if "https://us02web.zoom.us/j/" in each)
    assert "pwd=" not in "".join(sara)
    assert any(re.search(r"Meeting M-\w+ is ready at Zoom", each) for each in anna)
    assert any("zak=planted-host" in each for each in anna)
    assert "zak=" not in "".join(sara)
    links = set(re.findall(r"https://us02web\S+", "".join(sara_later)))
    assert links
    assert links.isdisjoint(re.findall(r"https://us02web\S+", first))
    assert len(both.fake.meetings) == 1
    assert str(both.fake.only()["id"]) in "".join(links)
    assert sum("is ready at Zoom" in each for each in anna_later) == 2

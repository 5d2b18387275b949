"""The playground can be emptied while others look at it: nobody meets a database without tables."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import httpx

from tests.talk import Talk
from tests.words import TEXTS

LOOKED_AT = ("people", "messages?after=0", "audit?after=0")


def test_starting_again_disturbs_nobody_who_looks(playground: httpx.Client) -> None:
    done = Event()

    def look() -> list[int]:
        seen: list[int] = []
        while not done.is_set():
            seen += [playground.get(f"/playground/api/{each}").status_code for each in LOOKED_AT]
        return seen

    with ThreadPoolExecutor(2) as others:
        looking = [others.submit(look) for _ in range(2)]
        told = [start_again_and_write(playground) for _ in range(2)]
        done.set()
    assert told[0] == told[1] != []
    assert {status for each in looking for status in each.result()} == {200}


def start_again_and_write(playground: httpx.Client) -> list[str]:
    playground.post("/playground/api/reset", json={}).raise_for_status()
    talk = Talk(playground, TEXTS)
    return [line for each in ("phone amira signal", "amira> hello", "amira> 1") for line in talk.do(each)]

"""Footprint: how soon the service is there, what it takes while nothing happens, and after very many turns."""

import gc
from itertools import count
from pathlib import Path
from time import perf_counter, sleep

import psutil
from sqlalchemy import make_url

from benchmarks.place import Place
from benchmarks.processes import free_port, live_settings, started
from benchmarks.rounds import Figure, interleaved
from benchmarks.turns import GREETING, conversation, say
from storage.crypto import KeyRing

MEGABYTE = 2**20
IDLE_SECONDS = 8
_numbers = count(1)


def measured(place: Place, turns: int, rounds: int) -> list[Figure]:
    """Start-up and idling beside the bare webhook's, and the memory of a process that takes turns."""
    if not (place.folder / "keys").exists():
        KeyRing.create(place.folder / "keys")
    with place.database() as url:
        plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        ours, bare = interleaved(rounds, lambda _: _start(place.folder, url), lambda _: _start_bare(plain))
        begun = Figure("Footprint", "doorstep serve: until it answers", "seconds", ours, bare, less_is_better=True)
        idle = [each for command in ("serve", "worker") for each in _idle(place.folder, url, command)]
    return [begun, *idle, *_after_turns(place, turns)]


def _start(folder: Path, url: str) -> float:
    port, began = free_port(), perf_counter()
    with started("bot", "serve", port=port, **live_settings(folder, url, 9, port)):
        return perf_counter() - began


def _start_bare(url: str) -> float:
    port, began = free_port(), perf_counter()
    with started("benchmarks.bare_web", url, str(port), port=port):
        return perf_counter() - began


def _idle(folder: Path, url: str, command: str) -> list[Figure]:
    port = free_port()
    with started("bot", command, port=None, **live_settings(folder, url, 9, port)) as process:
        sleep(IDLE_SECONDS)
        seen = psutil.Process(process.pid)
        before = sum(seen.cpu_times()[:2])
        sleep(IDLE_SECONDS)
        busy = 100 * (sum(seen.cpu_times()[:2]) - before) / IDLE_SECONDS
        memory = seen.memory_info().rss / MEGABYTE
    return [
        Figure("Footprint", f"doorstep {command}: memory, idle", "MB", (memory,)),
        Figure("Footprint", f"doorstep {command}: processor, idle", "% of one core", (busy,)),
    ]


def _after_turns(place: Place, turns: int) -> list[Figure]:
    """Once warm, and so many turns later: in this process, which has done much else before."""
    with place.database() as url, place.house(url) as house:

        def take(wanted: int) -> None:
            talk = (*GREETING, *conversation(1))
            for _ in range(max(1, wanted // len(talk))):
                name = f"memory-{next(_numbers)}"
                for words in talk:
                    say(house, name, words)

        take(turns // 5)
        warm = _memory()
        take(turns)
        grown = _memory()
    name = f"Memory after {turns:,} more turns, against before"
    return [Figure("Footprint", name, "MB", (grown,), (warm,), 1.05, less_is_better=True)]


def _memory() -> float:
    gc.collect()
    return float(psutil.Process().memory_info().rss) / MEGABYTE

"""Turns: families hold a conversation of fourteen messages, ours against the bare loop, one and 32 in flight."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from uuid import uuid4

from benchmarks.bare import Bare
from benchmarks.place import Place
from benchmarks.rounds import Figure, interleaved, rate
from bot import turn
from bot.channels.channel import Inbound
from bot.house import House

GREETING = ("hello", "1", "1")
# A wrong answer ("many"), choices by number, yes and no, and two read-backs at the end.
WORDS = ("2", "many", "1", "{n} Surname", "Amira", "yes", "SKIP", "any time", "no", "A friend", "SKIP", "no", "1", "1")
SINGLE, MANY = 1, 32
GOALS = {SINGLE: 0.5, MANY: 0.35}

Say = Callable[[str, str], None]


def measured(place: Place, families: int, in_flight: int, rounds: int) -> list[Figure]:
    """Turns a second; each round is another part of the families, from their first message to their last."""
    per_round = max(1, families // rounds)
    with place.database() as url, place.house(url) as house:
        bare = Bare(url, in_flight)
        try:
            ours = partial(_round, partial(say, house), per_round, in_flight)
            theirs = partial(_round, bare.turn, per_round, in_flight)
            fast, bare_fast = interleaved(rounds, ours, theirs)
        finally:
            bare.close()
    name = f"{families:,} families, {in_flight} in flight"
    return [Figure("Turns", name, "turns a second", fast, bare_fast, GOALS[in_flight])]


def say(house: House, family: str, text: str) -> None:
    """One message and its turn, as a webhook does it."""
    kept = turn.receive(house, Inbound("signal", family, uuid4().hex, text, house.clock.now()))
    if kept is not None:
        turn.take(house, kept)


def conversation(number: int) -> tuple[str, ...]:
    """The fourteen messages of one family."""
    return tuple(word.format(n=f"N{number}") for word in WORDS)


def _round(say_one: Say, families: int, in_flight: int, number: int) -> float:
    names = [f"f{number}-{each}" for each in range(families)]
    _play(say_one, {name: deque(GREETING) for name in names}, in_flight)
    talks = {name: deque(conversation(at)) for at, name in enumerate(names)}
    return rate(lambda: _play(say_one, talks, in_flight))


def _play(say_one: Say, talks: dict[str, deque[str]], in_flight: int) -> int:
    """Everybody's next message in turn, so that the families are interleaved and the order of each is kept."""
    waiting, played = deque(talks), sum(map(len, talks.values()))

    def work() -> None:
        while (name := _next(waiting)) is not None:
            say_one(name, talks[name].popleft())
            if talks[name]:
                waiting.append(name)

    with ThreadPoolExecutor(in_flight) as crew:
        for each in [crew.submit(work) for _ in range(in_flight)]:
            each.result()
    return played


def _next(waiting: deque[str]) -> str | None:
    try:
        return waiting.popleft()
    except IndexError:
        return None

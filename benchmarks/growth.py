"""Growth: a turn, a release and a staff report with a thousand families in the tables and with very many more."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import text

from benchmarks import members
from benchmarks.place import Place
from benchmarks.rounds import Figure, interleaved, seconds
from benchmarks.turns import GREETING, conversation, say
from bot.house import House

SMALL = 1_000
GOAL = 1.2
TURNS, RELEASES = 4, 3
FILLING = Path(__file__).with_name("filling.sql")
_numbers = count(1)

Work: TypeAlias = Callable[[House], Callable[[], None]]
"""Makes ready what is to be timed."""


def measured(place: Place, families: int, rounds: int) -> list[Figure]:
    """Seconds with so many families (ours) against seconds with a thousand (bare); ten messages and a case each."""
    with (
        place.database() as large,
        place.database() as small,
        place.house(large) as grown,
        place.house(small) as young,
    ):
        _fill(grown, families)
        _fill(young, SMALL)
        filled = f"{families:,} families, {max(1, families // 100):,} groups, {families * 10:,} messages"
        figures = []
        for name, work in (("A turn", _turns), ("A release", _releases), ("A staff report", _report)):
            for house in (grown, young):
                work(house)()
            ours, bare = interleaved(rounds, _timed(work, grown), _timed(work, young))
            figures.append(Figure("Growth", name, "seconds", ours, bare, GOAL, less_is_better=True, note=filled))
    return figures


def _timed(work: Work, house: House) -> Callable[[int], float]:
    return lambda _: seconds(work(house))


def _fill(house: House, families: int) -> None:
    sizes = {"families": families, "groups": max(1, families // 100)}
    with house.engine.begin() as connection:
        for statement in FILLING.read_text("utf-8").rstrip().removesuffix(";").split(";"):
            connection.execute(text(statement), {name: sizes[name] for name in sizes if f":{name}" in statement})
    with house.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
        connection.execute(text("CHECKPOINT"))


def _turns(house: House) -> Callable[[], None]:
    numbers = [next(_numbers) for _ in range(TURNS)]

    def work() -> None:
        for number in numbers:
            for words in (*GREETING, *conversation(number)):
                say(house, f"grown-{number}", words)

    return work


def _releases(house: House) -> Callable[[], None]:
    """Only the release is timed: its group is made before."""
    meetings = [members.group(house, 12) for _ in range(RELEASES)]

    def work() -> None:
        for meeting_id in meetings:
            members.release(house, meeting_id)

    return work


def _report(house: House) -> Callable[[], None]:
    """A leader's cases, day and week; and a manager's clocks and counts."""

    def work() -> None:
        for who, words in ((members.LEADER, ("CASES", "NOW", "WEEK")), (members.MANAGER, ("CLOCKS", "COUNTS"))):
            for each in words:
                say(house, who, each)

    return work

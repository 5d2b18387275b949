"""Rounds in which ours and the bare loop take turns, so that both meet the same machine; a figure is their median."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One thing measured: `ours` and `bare` hold one value a round, in `unit`. `goal` bounds the ratio of the two.

    Where more is better (`a second`) the ratio must reach the goal; where less is better it must stay under it.
    """

    part: str
    name: str
    unit: str
    ours: tuple[float, ...]
    bare: tuple[float, ...] = ()
    goal: float | None = None
    less_is_better: bool = False
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """The median of the rounds' own ratios; None where there is no bare loop to this."""
        if not self.bare:
            return None
        return median(ours / bare for ours, bare in zip(self.ours, self.bare, strict=True))

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        if self.goal is None or self.ratio is None:
            return None
        return self.ratio <= self.goal if self.less_is_better else self.ratio >= self.goal

    def as_json(self) -> dict[str, Any]:
        """For build/bench.json."""
        return asdict(self)


def rate(work: Callable[[], int]) -> float:
    """How many a second: `work` answers how many it did."""
    began = perf_counter()
    done = work()
    return done / (perf_counter() - began)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, in seconds."""
    began = perf_counter()
    work()
    return perf_counter() - began


def interleaved(
    rounds: int, first: Callable[[int], float], second: Callable[[int], float]
) -> tuple[tuple[float, ...], ...]:
    """Measure both in each round, now this one first and now that one."""
    ours, bare = [], []
    for each in range(rounds):
        if each % 2:
            bare.append(second(each))
            ours.append(first(each))
        else:
            ours.append(first(each))
            bare.append(second(each))
    return tuple(ours), tuple(bare)

"""`make bench`: every figure, beside a bare loop in the same rounds. `--quick` only tries it and writes no page."""

import argparse
import json
import logging
import os
from collections.abc import Callable, Sequence
from functools import partial

import structlog

from benchmarks import footprint, growth, over_http, release, report, turns
from benchmarks.place import ROOT, Place, place
from benchmarks.rounds import Figure

PARTS = ("turns", "http", "growth", "release", "footprint")


def main() -> None:
    """Measure what is asked for, and write it down."""
    asked = _arguments()
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    before, figures = os.getloadavg(), list[Figure]()
    with place() as here:
        for part in asked.only or PARTS:
            for work in _work(part, asked):
                figures += _told(work(here))
        where = report.circumstances(here, before)
    (ROOT / "build" / "bench.json").write_text(json.dumps([each.as_json() for each in figures], indent=1), "utf-8")
    print(f"\n{where}\n\n{report.table(figures)}")
    if not asked.quick and not asked.only:
        report.write(figures, where)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description="Measure Doorstep against bare loops.")
    parser.add_argument("--quick", action="store_true", help="small sizes and two rounds: does it run at all?")
    parser.add_argument("--full", action="store_true", help="2,000 families, a million in the tables, 10,000 members")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="*", choices=PARTS)
    return parser.parse_args()


def _work(part: str, asked: argparse.Namespace) -> Sequence[Callable[[Place], list[Figure]]]:
    rounds = 2 if asked.quick else asked.rounds

    def size(quick: int, usual: int, full: int) -> int:
        return quick if asked.quick else full if asked.full else usual

    match part:
        case "turns":
            crowds = [size(10, 200, 200), *([2_000] if asked.full else [])]
            kinds = [(each, in_flight) for each in crowds for in_flight in (turns.SINGLE, turns.MANY)]
            return [partial(turns.measured, families=each, in_flight=n, rounds=rounds) for each, n in kinds]
        case "http":
            families = size(10, 200, 2_000)
            return [partial(over_http.measured, families=families, rounds=rounds, processes=n) for n in (1, 2, 4)]
        case "growth":
            return [partial(growth.measured, families=size(3_000, 100_000, 1_000_000), rounds=rounds)]
        case "release":
            return [partial(release.measured, people=size(72, 1_500, 10_000), rounds=rounds)]
    return [partial(footprint.measured, turns=size(200, 5_000, 1_000_000), rounds=rounds)]


def _told(figures: list[Figure]) -> list[Figure]:
    for each in figures:
        print(report.table([each]).splitlines()[-1], flush=True)
    return figures


if __name__ == "__main__":
    main()

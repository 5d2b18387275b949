"""Prometheus metrics, read from the rows at every scrape: of all processes at once, and whole after a restart.

No label holds anything of a person: channels, kinds and outcomes are ours.
"""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.house import House
from storage import figures, staff_lines, tallies
from storage.database import UNREADABLE, Connection
from storage.figures import Counts

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def exposition(house: House) -> bytes:
    """Everything that Prometheus asks for, as it reads it."""
    registry = CollectorRegistry()
    registry.register(_Rows(house))
    return generate_latest(registry)


class _Rows(Collector):
    """Asks the tables; while they cannot be read, `doorstep_up` is 0 and stands alone."""

    def __init__(self, house: House) -> None:
        self.house = house

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Read every figure in one transaction."""
        try:
            with self.house.work("metrics") as work:
                found = list(_read(work.connection, self.house))
        except UNREADABLE:
            found = []
        yield _one("doorstep_up", "1 while the tables can be read.", float(bool(found)))
        yield from found

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Say nothing beforehand: what is described is what is collected."""
        yield from ()


def _read(connection: Connection, house: House) -> Iterator[GaugeMetricFamily]:
    now = house.clock.now()
    yield _by("doorstep_turns", "Turns of the last hour.", ["outcome"], figures.turns(connection, now))
    slowest = figures.slowest_turn(connection, now)
    yield _one("doorstep_slowest_turn_seconds", "The slowest turn of the last hour, from its arrival on.", slowest)
    ages = figures.queue_ages(connection, now)
    yield _by("doorstep_queue_age_seconds", "How long the oldest entry has been due.", ["queue"], ages)
    sent = figures.outcomes(connection, now)
    yield _by("doorstep_messages", "Messages of the last hour.", ["channel", "outcome"], sent)
    worst = figures.slowest_leak(connection, now)
    yield _one(
        "doorstep_leak_to_last_password_seconds", "From a leak to the last new password, worst of a week.", worst
    )
    waits = figures.oldest_leak(connection, now)
    yield _one("doorstep_leak_waits_seconds", "How long a leaked password has had no successor in place.", waits)
    clocks = figures.clocks_at_risk(connection, now)
    yield _by("doorstep_clocks_at_risk", "What is promised, not done, and due within a day or late.", ["clock"], clocks)
    faults = tallies.read(connection, tallies.SIGNAL_FAULTS)
    yield _by("doorstep_signal_faults", "Faults of Signal's way in since the beginning.", ["fault"], faults)
    silent = len(staff_lines.unheard(connection, now))
    yield _one("doorstep_staff_lines_unheard", "Staff whose newest message of a week did not arrive.", silent)


def _one(name: str, about: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, about, value=value)


def _by(name: str, about: str, labels: list[str], counts: Counts) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, about, labels=labels)
    for values, number in sorted(counts.items()):
        family.add_metric(list(values), number)
    return family

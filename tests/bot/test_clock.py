from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import Clock


def test_a_clock_tells_the_machines_time_plus_its_offset(moment: datetime) -> None:
    clock = Clock(timedelta(hours=2), source=lambda: moment)
    assert clock.now() == moment + timedelta(hours=2)


def test_a_clock_tells_an_aware_time_in_utc() -> None:
    assert Clock().now().tzinfo is UTC


def test_a_clock_moved_forward_adds_to_its_offset(moment: datetime) -> None:
    clock = Clock(timedelta(hours=2), source=lambda: moment)
    clock.forward(timedelta(minutes=30))
    clock.forward_to(moment + timedelta(days=1))
    assert clock.now() == moment + timedelta(days=1)
    assert clock.offset == timedelta(days=1)


def test_a_clock_refuses_to_go_back(moment: datetime) -> None:
    clock = Clock(timedelta(hours=2), source=lambda: moment)
    with pytest.raises(ValueError, match="forward"):
        clock.forward(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="forward"):
        clock.forward_to(moment)
    assert clock.offset == timedelta(hours=2)

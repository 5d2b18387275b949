"""What no number of bad inputs may do: fill the memory."""

from collections.abc import Iterator

import psutil
import pytest

MOST_GROWTH_BYTES = 300 * 2**20


@pytest.fixture(autouse=True)
def bounded_memory() -> Iterator[None]:
    """The memory of this process is about what it was before the test."""
    this = psutil.Process()
    before = this.memory_info().rss
    yield
    grown = this.memory_info().rss - before
    print(f"grown by {grown / 2**20:.0f} MiB")
    assert grown < MOST_GROWTH_BYTES

"""How tests are run: side by side, those that start processes first, with as little looking for garbage as can be."""

import gc
import os
from pathlib import Path

import pytest

# What is imported and found stays for the whole run: looking through it for garbage takes a quarter of that time.
gc.disable()


def pytest_configure(config: pytest.Config) -> None:
    """Who only hands out tests to workers needs nothing that they ask for, and would load it before they may start."""
    if os.environ.get("PYTEST_XDIST_WORKER") or not config.getoption("numprocesses", None):
        config.pluginmanager.import_plugin("tests.fixtures")


def pytest_collection_finish() -> None:
    """From now on garbage is looked for."""
    gc.enable()


def pytest_unconfigure() -> None:
    """What is left now stays until the end: pytest looks ten times for garbage before it goes."""
    gc.collect()
    gc.freeze()


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: those that start processes wait for them a good part of the time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that start processes come first: a worker that steals takes from the end, so no module is set up twice."""
    items.sort(key=lambda item: Path(__file__).parent / "e2e" not in item.path.parents)

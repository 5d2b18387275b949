"""Files that all workers of a run share, so that one finds what another has made."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

_folders: list[Path] = []


def begin(own: pytest.TempPathFactory) -> None:
    """Say which folder: a worker's own lies in that of the run."""
    base = own.getbasetemp()
    _folders[:] = [base.parent if "PYTEST_XDIST_WORKER" in os.environ else base]


def share(made: Path, name: str) -> Path:
    """Make a whole file everybody's, unless somebody was first; answers the one that counts."""
    shared = shared_by(name)
    with suppress(FileExistsError):
        os.link(made, shared)
    return shared


def shared_by(name: str) -> Path:
    """Where a file of that name lies, if there is one."""
    return _folders[0] / name

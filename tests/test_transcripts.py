"""Every script in tests/transcripts says what it says. RETELL=1 rewrites them (`make retell`)."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.crypto import KeyRing
from tests.stage import Stage, stage
from tests.talk import SCRIPTS

ALL = sorted(SCRIPTS.glob("*.txt"))


@pytest.fixture
def playground(database: Engine, keys: KeyRing) -> Iterator[Stage]:
    with stage(database, keys) as built:
        yield built


@pytest.mark.parametrize("script", ALL, ids=lambda path: path.stem)
def test_the_conversation_goes_as_written(script: Path, playground: Stage) -> None:
    written = script.read_text(encoding="utf-8")
    told = playground.talk.retell(written)
    if os.environ.get("RETELL"):
        script.write_text(told, encoding="utf-8")
    assert told == script.read_text(encoding="utf-8")

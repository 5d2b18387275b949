"""Random evenings in which anything may fail at any statement: nothing acknowledged is lost, nobody gets what is not theirs.

A few run with the other tests; `make faults` runs a thousand. Each is played again by its seed: `-k seed-17`.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from random import Random

import pytest
from sqlalchemy import event

from storage.crypto import KeyRing
from tests import postgres
from tests.faults.evening import Evening
from tests.machines.evening import prepare
from tests.machines.playing import Clone

FIRST = int(os.environ.get("FAULTS_FIRST", "1"))
RUNS = int(os.environ.get("FAULTS_RUNS", "8"))


@pytest.fixture(scope="module")
def clone(server_url: str, template: str, keys: KeyRing) -> Iterator[Clone]:
    """Makes copies of the evening as it begins."""
    with postgres.empty_database(server_url, template) as prepared:
        with postgres.open_engine(prepared) as engine, chosen_by(0):
            prepare(engine, keys)
        yield lambda: postgres.copy_of(server_url, postgres.name_of(prepared))


@contextmanager
def chosen_by(seed: int) -> Iterator[None]:
    """Let every uuid4 come from the seed as well: rows are sorted and locked by them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "urandom", Random(seed).randbytes)
        yield


@contextmanager
def evening_of(clone: Clone, keys: KeyRing, seed: int) -> Iterator[Evening]:
    with clone() as engine, chosen_by(seed), closing(Evening(engine, keys, Random(seed))) as evening:
        yield evening


@pytest.mark.clause("G6.4", "X1", "X2")
@pytest.mark.parametrize("seed", range(FIRST, FIRST + RUNS), ids=lambda seed: f"seed-{seed}-")
def test_whatever_fails_nothing_is_lost_and_nothing_reaches_the_wrong_people(
    clone: Clone, keys: KeyRing, seed: int
) -> None:
    with evening_of(clone, keys, seed) as evening:
        evening.play()
        assert evening.broken() == [], evening.said


def test_a_seed_plays_the_same_evening_again_to_the_last_statement(clone: Clone, keys: KeyRing) -> None:
    one, other = (_statements(clone, keys, FIRST) for _ in range(2))
    assert one == other


def _statements(clone: Clone, keys: KeyRing, seed: int) -> list[str]:
    made: list[str] = []
    with evening_of(clone, keys, seed) as evening:
        event.listen(evening.engine, "before_cursor_execute", lambda _, __, statement, *rest: made.append(statement))
        evening.play(steps=6)
    return made

"""Random evenings in which anything may fail at any statement: nothing acknowledged is lost, nobody gets what is not theirs.

A few run with the other tests; `make faults` runs a thousand. Each is played again by its seed: `-k seed-17`.
"""

import os
from collections.abc import Iterator
from random import Random

import pytest

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
        with postgres.open_engine(prepared) as engine:
            prepare(engine, keys)
        yield lambda: postgres.copy_of(server_url, postgres.name_of(prepared))


@pytest.mark.clause("G6.4", "X1", "X2")
@pytest.mark.parametrize("seed", range(FIRST, FIRST + RUNS), ids=lambda seed: f"seed-{seed}-")
def test_whatever_fails_nothing_is_lost_and_nothing_reaches_the_wrong_people(
    clone: Clone, keys: KeyRing, seed: int
) -> None:
    with clone() as engine:
        evening = Evening(engine, keys, Random(seed))
        try:
            evening.play()
            assert evening.broken() == [], evening.said
        finally:
            evening.close()

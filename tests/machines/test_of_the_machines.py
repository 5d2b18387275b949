"""A test of the machines: with a rule of the house broken on purpose, the same random play notices it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import true

from storage import agreements, audit, outbox, passwords
from storage.crypto import KeyRing
from storage.work import Work
from tests.flows.test_of_the_tests import always_allow
from tests.machines import test_evening as evening
from tests.machines import test_road_in as road_in
from tests.machines.playing import SETTINGS, Clone

Break = Callable[[pytest.MonkeyPatch], None]
LONGER = settings(SETTINGS, max_examples=20, report_multiple_bugs=False)


def policy(*names: str) -> Break:
    """Let these rules allow everything."""

    def patch(patched: pytest.MonkeyPatch) -> None:
        for name in names:
            always_allow(patched, name)

    return patch


def passwords_that_never_die(patched: pytest.MonkeyPatch) -> None:
    patched.setattr(passwords, "kill", lambda *_: [])


def refusals_without_a_clause(patched: pytest.MonkeyPatch) -> None:
    recorded = audit.record
    patched.setattr(audit, "record", lambda *given, **named: recorded(*given, **{**named, "clause": None}))


def members_who_never_agreed(patched: pytest.MonkeyPatch) -> None:
    patched.setattr(agreements, "accept", lambda *_, **__: True)
    patched.setattr(agreements, "_has_accepted", lambda *_: true())


def answers_that_get_lost(patched: pytest.MonkeyPatch) -> None:
    told = outbox.tell

    def tell(work: Work, contact: Any, text_id: str, /, **given: Any) -> Any:
        return None if text_id == "cannot_say_who" else told(work, contact, text_id, **given)

    patched.setattr(outbox, "tell", tell)


@pytest.fixture(scope="module")
def evenings(server_url: str, template: str, keys: KeyRing) -> Iterator[Clone]:
    yield from evening.clones(server_url, template, keys)


@pytest.fixture(scope="module")
def roads(server_url: str, template: str, keys: KeyRing) -> Iterator[Clone]:
    yield from road_in.clones(server_url, template, keys)


@pytest.mark.parametrize(
    "broken",
    [policy("may_receive_password"), passwords_that_never_die, refusals_without_a_clause, answers_that_get_lost],
    ids=["anybody gets a password", "old ones live on", "no clause is recorded", "an answer is dropped"],
)
def test_the_evening_notices(broken: Break, evenings: Clone, keys: KeyRing, monkeypatch: pytest.MonkeyPatch) -> None:
    class Here(evening.Evening):
        def __init__(self) -> None:
            super().__init__(evenings, keys)

    broken(monkeypatch)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Here, settings=LONGER)


@pytest.mark.parametrize(
    "broken",
    [policy("is_ready_to_approve"), members_who_never_agreed],
    ids=["approved without a check", "a member without a yes"],
)
def test_the_road_in_notices(broken: Break, roads: Clone, keys: KeyRing, monkeypatch: pytest.MonkeyPatch) -> None:
    class Here(road_in.RoadIn):
        def __init__(self) -> None:
            super().__init__(roads, keys)

    broken(monkeypatch)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Here, settings=LONGER)

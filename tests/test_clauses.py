"""No clause of the guidelines is silently missing, and nothing claims one that does not exist."""

import pytest

from tests.clauses import (
    PENDING,
    cited_by,
    claimed,
    enforced,
    guidelines,
    policy_functions,
    table,
    unaccounted,
)


@pytest.mark.parametrize("name", sorted(policy_functions()))
def test_every_policy_function_begins_with_clauses_that_exist(name: str) -> None:
    clauses = cited_by(policy_functions()[name])
    assert clauses
    assert set(clauses) <= guidelines().keys()


def test_tests_claim_only_clauses_that_exist() -> None:
    assert claimed().keys() <= guidelines().keys()


def test_every_clause_is_enforced_or_claimed_or_has_a_reason_or_is_pending() -> None:
    assert unaccounted() <= PENDING


def test_nothing_is_pending_that_is_already_claimed() -> None:
    assert unaccounted() >= PENDING


def test_what_a_policy_function_cites_is_claimed_by_a_test() -> None:
    assert enforced().keys() - claimed().keys() <= PENDING


def test_the_table_has_a_line_for_every_clause() -> None:
    assert [line.split()[0] for line in table()] == list(guidelines())


def test_the_guidelines_hold_every_rule() -> None:
    rules = {clause.split(".")[0] for clause in guidelines()}
    assert rules >= {f"G{n}" for n in range(1, 13)} | {f"H{n}" for n in range(1, 6)} | {"I1", "I2", "L1"}

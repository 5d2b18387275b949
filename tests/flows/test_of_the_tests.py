"""A test of the tests: a rule that let everything pass would be noticed by a test that claims its clause."""

import ast
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import product
from typing import Any

import pytest

from flows.policy import Allowed, Refused
from tests.clauses import ROOT, cited_by, guidelines, policy_functions
from tests.flows import test_policy_refusals as refusals
from tests.flows import test_policy_rules as rules
from tests.trees import tree
from tests.words import TEXTS

Run = Callable[[], None]


def runs_of_rows(name: str) -> Iterator[tuple[str, Run]]:
    """Each row of a function's refusal table as the test that it is, with the clause it claims."""
    for table in refusals.TABLES:
        if table.judge.__name__ == name:
            allowing = replace(table, judge=lambda _: Allowed())
            for row in table.rows:
                yield row.clause, partial(refusals.test_each_condition_alone_is_refused_by_its_clause, allowing, row)


def runs_of_rules() -> Iterator[tuple[str, Run]]:
    """Each test of test_policy_rules.py with each of its parameters, and the clauses it claims."""
    for test in vars(rules).values():
        marks = getattr(test, "pytestmark", [])
        for clause in (clause for mark in marks if mark.name == "clause" for clause in mark.args):
            for given in product(*(_parameters(mark) for mark in marks if mark.name == "parametrize")):
                yield clause, partial(test, **{name: value for each in given for name, value in each.items()})


def _parameters(mark: Any) -> list[dict[str, Any]]:
    names = mark.args[0].split(",") if isinstance(mark.args[0], str) else mark.args[0]
    values = [getattr(each, "values", each) for each in mark.args[1]]
    return [dict(zip(map(str.strip, names), each if len(names) > 1 else (each,), strict=True)) for each in values]


def always_allow(patch: pytest.MonkeyPatch, name: str) -> None:
    """Let a function of the policy answer Allowed, wherever it is known."""
    function = policy_functions()[name]
    for module in [each for each in sys.modules.values() if getattr(each, name, None) is function]:
        patch.setattr(module, name, lambda *_: Allowed())


def fails(run: Run) -> bool:
    try:
        run()
    except AssertionError:
        return True
    return False


@pytest.mark.parametrize("name", sorted({table.judge.__name__ for table in refusals.TABLES}))
def test_a_function_that_allowed_everything_fails_each_of_its_rows(name: str) -> None:
    assert all(fails(run) for _, run in runs_of_rows(name))
    assert {clause for clause, _ in runs_of_rows(name)} & set(cited_by(policy_functions()[name]))


@pytest.mark.parametrize("name", sorted(refusals.NO_TABLE))
def test_a_function_without_a_table_that_allowed_everything_fails_a_test_that_claims_its_clause(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    claiming = [run for clause, run in runs_of_rules() if clause in cited_by(policy_functions()[name])]
    assert claiming
    assert not any(fails(run) for run in claiming)
    always_allow(monkeypatch, name)
    assert any(fails(run) for run in claiming)


def test_every_rule_is_asked_by_the_program() -> None:
    rooms = (path for room in ("bot", "storage", "flows") for path in (ROOT / room).rglob("*.py"))
    words = Counter(word for path in rooms for word in re.findall(r"\w+", path.read_text(encoding="utf-8")))
    assert {name for name in policy_functions() if words[name] < 2} == set()


@pytest.mark.clause("X2")
def test_every_clause_that_a_refusal_can_carry_is_said_in_plain_words_in_every_language() -> None:
    for language, clause in product(TEXTS.languages, clauses_of_refusals()):
        assert Refused(clause, "").clause_text in TEXTS.ids(language), clause


def clauses_of_refusals() -> set[str]:
    """Read the sources for each clause that stands beside the text of a refusal."""
    found = set()
    sources = (path.read_text("utf-8") for room in ("bot", "storage", "flows") for path in (ROOT / room).rglob("*.py"))
    for source in (each for each in sources if "refused_" in each or "Refused(" in each):
        for node in ast.walk(tree(source)):
            parts = node.elts if isinstance(node, ast.Tuple) else node.args if isinstance(node, ast.Call) else []
            words = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refused":
                found |= set(words[:1]) & guidelines().keys()
            if len(words) == 2 and words[1].startswith("refused_"):
                found.add(words[0])
    return found

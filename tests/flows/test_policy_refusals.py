"""Each condition of each policy function, negated alone, is refused by its clause; and no condition lacks a row."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import replace
from inspect import getsource
from typing import Any

import pytest

from flows.policy import Actor, Allowed, Refused
from flows.texts import Texts
from tests.clauses import policy_functions
from tests.flows.refusals import joining, matters, meetings, people
from tests.flows.refusals.table import Row, Table, changed

TABLES = (*joining.TABLES, *people.TABLES, *meetings.TABLES, *matters.TABLES)
NO_TABLE = {
    "membership_reply": "always the same answer; see test_policy_rules.py",
    "may_keep_media": "takes a word, no facts; see test_policy_rules.py",
}
WORKS_WITH_LAPSED_POLICIES = {
    "are_policies_current",
    "may_raise_concern",
    "may_rotate",
    "may_lead",
    "may_second",
    "may_moderate",
    "may_accept_agreement",
    "one_to_one_platform",
}


def every_row() -> Iterator[Any]:
    for table in TABLES:
        for each in table.rows:
            name = f"{table.judge.__name__}-{each.reason}-{','.join(each.changes)}"
            yield pytest.param(table, each, id=name, marks=pytest.mark.clause(each.clause))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.judge.__name__)
def test_the_facts_of_each_table_are_allowed(table: Table) -> None:
    assert table.judge(table.facts) == Allowed()


@pytest.mark.parametrize(("table", "each"), list(every_row()))
def test_each_condition_alone_is_refused_by_its_clause(table: Table, each: Row) -> None:
    assert table.judge(changed(table.facts, each.changes)) == Refused(each.clause, each.reason)


def test_every_policy_function_has_a_table() -> None:
    judged = {table.judge.__name__ for table in TABLES} | NO_TABLE.keys()
    verdicts = {name for name, function in policy_functions().items() if _gives_a_verdict(function)}
    assert verdicts == judged


def _gives_a_verdict(function: Any) -> bool:
    returned = function.__annotations__["return"]
    return returned in {Refused, Allowed | Refused}


@pytest.mark.parametrize("name", sorted({table.judge.__name__ for table in TABLES}))
def test_every_rule_of_a_function_has_a_row(name: str) -> None:
    function = policy_functions()[name]
    rows = {(each.clause, each.reason) for table in TABLES if table.judge is function for each in table.rows}
    assert _rules_in(getsource(function)) <= rows


def test_every_rule_in_the_policy_has_a_row_somewhere() -> None:
    rows = {(each.clause, each.reason) for table in TABLES for each in table.rows}
    modules = {function.__module__: function for function in policy_functions().values()}
    sources = (_module_source(function) for function in modules.values())
    missing = set[tuple[str, str]]().union(*(_rules_in(source) for source in sources)) - rows
    assert {reason for _, reason in missing} <= {
        "refused_membership_question",
        "refused_recording",
        "refused_picture",
        "refused_voice_note",
    }


def _module_source(function: Any) -> str:
    return getsource(sys.modules[function.__module__])


def _rules_in(source: str) -> set[tuple[str, str]]:
    """Find (clause, reason) written side by side, as in a rule or in Refused(...)."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        parts = node.elts if isinstance(node, ast.Tuple) else node.args if isinstance(node, ast.Call) else []
        words = [
            part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)
        ]
        if len(words) == 2 and words[1].startswith("refused_"):
            found.add((words[0], words[1]))
    return found


def test_every_reason_reads_differently_in_every_language() -> None:
    texts = Texts.load()
    reasons = {each.reason for table in TABLES for each in table.rows}
    for language in texts.languages:
        told = {reason: texts.say(language, reason) for reason in reasons}
        assert len(set(told.values())) == len(reasons)


def actor_paths(facts: Any, name: str = "") -> Iterator[str]:
    for field in getattr(facts, "__dataclass_fields__", {}):
        value = getattr(facts, field)
        if isinstance(value, Actor) and field == "actor":
            yield f"{name}{field}"
        elif field in {"review", "schedule", "complaint"}:
            yield from actor_paths(value, f"{field}__")


@pytest.mark.clause("H2.1")
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.judge.__name__)
def test_no_act_of_staff_is_allowed_before_the_policies_are_confirmed(table: Table) -> None:
    if table.judge.__name__ in WORKS_WITH_LAPSED_POLICIES:
        pytest.skip("says nothing about who acts, or must never wait for a confirmation")
    paths = list(actor_paths(table.facts))
    for path in paths:
        lapsed = changed(table.facts, {f"{path}__policies_current": False})
        assert table.judge(lapsed) == Refused("H2.1", "refused_policies")
    if isinstance(table.facts, Actor):
        lapsed = changed(table.facts, {"policies_current": False})
        assert table.judge(lapsed) == Refused("H2.1", "refused_policies")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.judge.__name__)
def test_a_function_that_allowed_everything_would_fail_its_own_table(table: Table) -> None:
    always = replace(table, judge=lambda _: Allowed())
    with pytest.raises(AssertionError):
        test_each_condition_alone_is_refused_by_its_clause(always, table.rows[0])


FACTS_THAT_SET_THE_SCENE = {
    "now",
    "lasts",
    "starts_at",
    "opens_before",
    "large_from",
    "full_name",
    "schedule",
    "talk",
}


@pytest.mark.parametrize("name", sorted({table.judge.__name__ for table in TABLES}))
def test_every_fact_that_a_function_takes_is_varied_by_a_row(name: str) -> None:
    tables = [table for table in TABLES if table.judge.__name__ == name]
    if isinstance(tables[0].facts, Actor):
        pytest.skip("an actor is judged by whatever the act needs")
    varied = {path.split("__")[0] for table in tables for each in table.rows for path in each.changes}
    taken = set(type(tables[0].facts).__dataclass_fields__)
    assert taken - varied - FACTS_THAT_SET_THE_SCENE == set()

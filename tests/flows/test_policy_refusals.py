"""Each condition of each policy function, negated alone, is refused by its clause; and no condition lacks a row."""

import ast
import sys
from collections.abc import Iterator
from inspect import getsource
from typing import Any

import pytest

from flows.policy import Actor, Allowed, Refused
from tests.clauses import policy_functions
from tests.flows.refusals import data_rights, joining, matters, meetings, people, platform, several, staffing
from tests.flows.refusals.table import Row, Table, changed
from tests.trees import tree
from tests.words import TEXTS

TABLES = (
    *data_rights.TABLES,
    *joining.TABLES,
    *matters.TABLES,
    *meetings.TABLES,
    *people.TABLES,
    *platform.TABLES,
    *several.TABLES,
    *staffing.TABLES,
)
NO_TABLE = {
    "membership_reply": "always the same answer; see test_policy_rules.py",
    "may_keep_media": "takes a word, no facts; see test_policy_rules.py",
    "may_be_staff_line": "takes a channel, no facts; see test_policy_rules.py",
}
WORKS_WITH_LAPSED_POLICIES = {
    "are_policies_current",
    "may_raise_concern",
    "may_report_incident",
    "may_rotate",
    "may_lead",
    "may_second",
    "may_moderate",
    "may_accept_agreement",
    "may_ask_review",
    "is_private_enough",
    "is_private_enough_for_group",
    "is_report_complete",
    "provider_confirms",
    "may_be_let_in",
    "admits_unverified",
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
    for node in ast.walk(tree(source)):
        parts = node.elts if isinstance(node, ast.Tuple) else node.args if isinstance(node, ast.Call) else []
        words = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        if len(words) == 2 and words[1].startswith("refused_"):
            found.add((words[0], words[1]))
    return found


def test_every_reason_reads_differently_in_every_language() -> None:
    reasons = {each.reason for table in TABLES for each in table.rows}
    for language in TEXTS.languages:
        told = {reason: TEXTS.say(language, reason) for reason in reasons}
        assert len(set(told.values())) == len(reasons)


def actor_paths(facts: Any, name: str = "") -> Iterator[str]:
    for field in getattr(facts, "__dataclass_fields__", {}):
        value = getattr(facts, field)
        if isinstance(value, Actor) and field == "actor":
            yield f"{name}{field}"
        elif field in {"review", "schedule", "complaint"}:
            yield from actor_paths(value, f"{field}__")


STAFF_ACTS = [table for table in TABLES if table.judge.__name__ not in WORKS_WITH_LAPSED_POLICIES]


@pytest.mark.clause("H2.1")
@pytest.mark.parametrize("table", STAFF_ACTS, ids=lambda table: table.judge.__name__)
def test_no_act_of_staff_is_allowed_before_the_policies_are_confirmed(table: Table) -> None:
    of_actor = [""] if isinstance(table.facts, Actor) else [f"{path}__" for path in actor_paths(table.facts)]
    for path in of_actor:
        lapsed = changed(table.facts, {f"{path}policies_current": False})
        assert table.judge(lapsed) == Refused("H2.1", "refused_policies")


SHOWN_BY_THE_RULES = {
    *("asked", "member_report", "sign_seen", "safeguarding", "allowed_by_leader", "override_reason"),
    *("owed", "flagged", "has_group", "open_large", "one_to_one", "needs_password", "same_phone"),
}
"""Flags that alone refuse nothing; test_policy_rules.py shows what each of them changes."""
CLASSES: list[Any] = sorted({type(table.facts) for table in TABLES}, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_yes_or_no_that_a_function_takes_is_negated_by_a_row(kind: Any) -> None:
    paths = {path for table in TABLES for each in table.rows for path in each.changes}
    negated = {name for path in paths for name in path.split("__")}
    flags = {name for name, field in kind.__dataclass_fields__.items() if field.type is bool}
    assert flags - negated - SHOWN_BY_THE_RULES == set()

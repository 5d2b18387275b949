"""Never: nobody is approved, declined, excluded or barred without a named human, by any line of the program."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.trees import tree

ROOT = Path(__file__).resolve().parent.parent
DECISIVE = {"approved", "declined", "excluded", "barred"}
NAMED = {"APPROVED", "DECLINED", "EXCLUDED", "BARRED"}
DECIDING = {f"bot/acts/staff_{each}.py" for each in ("bars", "breaches", "decisions", "exclusions")}
ANY_STATUS = {"set_status"}
"""Moves a membership to the status that its caller names; who may call it is tested here."""


def functions(room: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    for path in sorted((ROOT / room).rglob("*.py")):
        if "migrations" not in path.parts:
            for node in ast.walk(tree(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef):
                    yield path.relative_to(ROOT).as_posix(), node


def writes(node: ast.AST) -> Iterator[ast.expr]:
    """Each value that is written under the name of a status, or as the time of an exclusion."""
    for each in ast.walk(node):
        if isinstance(each, ast.Dict):
            pairs = zip(each.keys, each.values, strict=True)
            yield from (
                value for key, value in pairs if isinstance(key, ast.Constant) and is_standing(key.value, value)
            )
        if isinstance(each, ast.keyword) and each.arg is not None and is_standing(each.arg, each.value):
            yield each.value


def is_standing(name: object, value: ast.expr) -> bool:
    if name == "excluded_at":
        return not (isinstance(value, ast.Constant) and value.value is None)
    if name != "status":
        return False
    word = getattr(value, "value", None) if isinstance(value, ast.Constant) else getattr(value, "attr", None)
    return word in DECISIVE | NAMED or getattr(value, "id", "") in NAMED


def deciding_functions() -> dict[str, ast.FunctionDef]:
    return {node.name: node for _, node in functions("storage") if any(True for _ in writes(node))}


def takes_a_named_human(node: ast.FunctionDef) -> bool:
    return any(
        arg.arg == "staff_id" and isinstance(arg.annotation, ast.Name) and arg.annotation.id == "UUID"
        for arg in [*node.args.args, *node.args.kwonlyargs]
    )


@pytest.mark.clause("G3.7", "G3.15")
def test_whatever_writes_a_decision_down_takes_the_person_who_decided() -> None:
    found = deciding_functions()
    assert {"approve", "exclude", "set_aside"} <= found.keys()
    assert {name for name, node in found.items() if not takes_a_named_human(node)} == set()


@pytest.mark.clause("G3.7", "G3.15", "G11.1")
def test_only_acts_of_staff_write_a_decision_down() -> None:
    names = deciding_functions().keys() | ANY_STATUS | {"decide"}
    callers = {
        path
        for path, node in functions("bot")
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in names
        if isinstance(call.func.value, ast.Name) and call.func.value.id in {"agreements", "bars", "breaches", "cases"}
    }
    assert callers == DECIDING


@pytest.mark.clause("G3.7", "G3.15")
def test_no_other_part_of_the_service_writes_such_a_status_by_itself() -> None:
    assert {path for path, node in functions("bot") if any(True for _ in writes(node))} <= DECIDING


@pytest.mark.clause("G3.7", "G11.1")
def test_each_deciding_act_asks_policy_and_stops_where_no_human_acts() -> None:
    acts = {node.name: ast.unparse(node) for path, node in functions("bot/acts") if path in DECIDING}
    for name in ("exclude", "decide_breach"):
        assert "moment.staff_id is None" in acts[name]
        assert "isinstance(verdict, Refused)" in acts[name]
    assert "isinstance(verdict, Refused)" in acts["decide"]
    assert "'decided_by': moment.staff_id" in acts["_conclude"]

"""Which clause of docs/guidelines.md is enforced and tested where. `python -m tests.clauses` prints the table."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import Any

import flows.policy
from tests.trees import tree

ROOT = Path(__file__).resolve().parent.parent
_ID = r"[A-Z]\d+(?:\.\d+)?"
_ROW = re.compile(rf"^\| ({_ID}) \| ([^|]+) \| ([^|]*)\|$", re.MULTILINE)
_CITED = re.compile(rf"{_ID}(?:, {_ID})*(?=: )")

PENDING: frozenset[str] = frozenset([])
"""Clauses that nothing claims yet. This set only shrinks."""


def guidelines() -> Mapping[str, tuple[str, str]]:
    """Clause -> (in short, why it is not software)."""
    rows = _ROW.findall((ROOT / "docs" / "guidelines.md").read_text(encoding="utf-8"))
    return {clause: (short.strip(), reason.strip()) for clause, short, reason in rows}


def policy_functions() -> Mapping[str, Callable[..., Any]]:
    """Every public function of flows/policy that is a rule: verdict.py only judges, others may only compute."""
    names = (module.name for module in pkgutil.iter_modules(flows.policy.__path__, "flows.policy."))
    modules = [importlib.import_module(name) for name in names if name != "flows.policy.verdict"]
    return {
        name: function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }


def cited_by(function: Callable[..., Any]) -> tuple[str, ...]:
    """The clauses with which a function's description begins."""
    match = _CITED.match(function.__doc__ or "")
    return tuple(match.group().split(", ")) if match else ()


@cache
def enforced() -> Mapping[str, list[str]]:
    """Clause -> the policy functions that cite it."""
    where: dict[str, list[str]] = defaultdict(list)
    for name, function in policy_functions().items():
        for clause in cited_by(function):
            where[clause].append(name)
    return where


@cache
def claimed() -> Mapping[str, list[str]]:
    """Clause -> the tests that claim it, by a mark or as a row of a refusal table."""
    where: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for clause in _claims_in(path):
            name = path.relative_to(ROOT / "tests").as_posix()
            if name not in where[clause]:
                where[clause].append(name)
    return where


def _claims_in(path: Path) -> Iterator[str]:
    source = path.read_text(encoding="utf-8")
    if "clause(" not in source and "row(" not in source:
        return
    for node in ast.walk(tree(source)):
        if not isinstance(node, ast.Call):
            continue
        words = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        if isinstance(node.func, ast.Attribute) and node.func.attr == "clause":
            yield from words
        if isinstance(node.func, ast.Name) and node.func.id == "row":
            yield from words[:1]


def unaccounted() -> set[str]:
    """The clauses that no function cites, no test claims, and no reason excuses."""
    excused = {clause for clause, (_, reason) in guidelines().items() if reason}
    return guidelines().keys() - enforced().keys() - claimed().keys() - excused


def table() -> Iterator[str]:
    """Each clause in a few lines: what it says, where it is enforced and tested, or why it is not software."""
    code, tests = enforced(), claimed()
    for clause, (short, reason) in guidelines().items():
        lines = [f"{clause:6}{short}"]
        lines += _wrapped("enforced by", code.get(clause, ()))
        lines += _wrapped("tested in", tests.get(clause, ()))
        lines += _wrapped("not software", [reason] if reason else ())
        lines += _wrapped("pending", ["nothing claims it yet"] if clause in PENDING else ())
        yield "\n".join(lines)


def _wrapped(what: str, names: Iterable[str]) -> list[str]:
    indent = " " * 21
    return wrap(f"{'':6}{what:15}{', '.join(names)}", 118, subsequent_indent=indent) if names else []


def summary() -> str:
    """How many clauses there are of each kind."""
    reasons = [reason for _, reason in guidelines().values() if reason]
    kinds = f"{len(enforced())} are enforced by policy, {len(claimed())} are claimed by tests"
    return f"{len(guidelines())} clauses: {kinds}, {len(reasons)} are not software, {len(PENDING)} are pending."


if __name__ == "__main__":
    print("\n".join([*table(), "", summary()]))

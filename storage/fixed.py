"""Statements that are built once and asked often."""

from typing import Any, TypeVar, cast

from sqlalchemy import BindParameter, ClauseElement, literal_column
from sqlalchemy.sql.visitors import replacement_traverse

S = TypeVar("S", bound=ClauseElement)


def fixed(statement: S) -> S:
    """Write a statement's own words and numbers into it; only what is named with `bindparam` differs at each use.

    PostgreSQL then sees that a partial index fits (status = 'new'), and plans once instead of at every use.
    """
    return cast("S", replacement_traverse(statement, {}, _written_out))


def _written_out(element: Any, **_: Any) -> Any:
    if not isinstance(element, BindParameter) or element.required:
        return None
    match element.value:
        case bool() | None:
            return None
        case int():
            return literal_column(str(element.value), element.type)
        case str():
            return literal_column(_quoted(element.value), element.type)
        case [*words] if element.expanding and all(isinstance(each, str) for each in words):
            return literal_column(f"({', '.join(map(_quoted, words))})")
    return None


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"

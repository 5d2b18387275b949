"""Finds the line of a TOML file on which a value stands, so that a mistake in it can be pointed at."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

Place: TypeAlias = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*\[(?P<list>\[)?\s*(?P<name>[^\]]+?)\s*\]")
_KEY = re.compile(r"""^\s*(?P<name>[\w.\-"']+)\s*=(?P<value>.*)""")
_LONG = re.compile(r'"""|\'\'\'')
_IN_ERROR = re.compile(r"at line (\d+)")


def line_of(text: str, place: Sequence[str | int]) -> int:
    """Return the line of a value, or of the nearest table around it; 1 where there is none."""
    wanted = tuple(place)
    found = [(len(at), -line) for at, line in _places(text) if wanted[: len(at)] == at]
    return -max(found)[1] if found else 1


def line_of_error(text: str, message: str) -> int:
    """Return the line that the TOML parser's own words name; the last one where they name none."""
    named = _IN_ERROR.search(message)
    return int(named[1]) if named else len(text.splitlines())


def _places(text: str) -> Iterator[tuple[Place, int]]:
    table: Place = ()
    counts: dict[Place, int] = {}
    for number, line in _lines_outside_long_texts(text):
        if header := _HEADER.match(line):
            table = _parts(header["name"])
            if header["list"]:
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, *_parts(key["name"])), number


def _lines_outside_long_texts(text: str) -> Iterator[tuple[int, str]]:
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if not inside:
            yield number, line
        inside ^= len(_LONG.findall(line)) % 2 == 1


def _parts(name: str) -> Place:
    return tuple(part.strip().strip("\"'") for part in name.split("."))

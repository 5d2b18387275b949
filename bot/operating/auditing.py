"""audit: whether the audit is whole, and its head in one line to be kept elsewhere."""

import argparse
import sys
from pathlib import Path

from bot.house import House
from bot.operating.shared import Commands, MistakeError, add_command, opened
from bot.settings import Settings
from storage import anchors, audit
from storage.anchors import Verdict

_LONGEST = 1_000_000
_WRONG = {
    Verdict.MALFORMED: "is not an anchor: 'doorstep audit anchor' prints one in a single line",
    Verdict.FORGED: "was not signed with this key file, or was changed since",
    Verdict.CHANGED: "does not fit: the audit holds something else at position {position}",
    Verdict.PRUNED: "cannot be compared: position {position} is past the audit's retention period",
}


def add(commands: Commands) -> None:
    """Add the command."""
    log = add_command(commands, "audit", "check that the audit is whole, or print its head", _audit)
    log.add_argument("action", choices=["verify", "anchor"])
    log.add_argument("--anchor", type=Path, metavar="FILE", help="with verify: lines that 'audit anchor' printed")


def _audit(loaded: Settings, arguments: argparse.Namespace) -> int:
    lines = None if arguments.anchor is None else _lines(arguments.anchor)
    if lines is not None and arguments.action != "verify":
        raise MistakeError("--anchor FILE goes with 'audit verify'.")
    with opened(loaded) as service:
        if arguments.action == "anchor":
            return _anchor(service.house)
        return max(_verify(service.house), _compare(service.house, lines or []))


def _anchor(house: House) -> int:
    house.seal_audit()
    with house.engine.begin() as connection:
        print(anchors.make(connection, house.keys, house.clock.now()))
    return 0


def _verify(house: House) -> int:
    with house.engine.begin() as connection:
        found = audit.verify(connection, house.keys)
    if isinstance(found, audit.Broken):
        print(f"The audit is broken at position {found.position}.", file=sys.stderr)
        return 1
    print(f"The audit is whole: {found.rows} rows chained, {found.waiting} waiting to be.")
    return 0


def _compare(house: House, lines: list[str]) -> int:
    """Say of each anchor whether it fits; 1 if one does not."""
    worst = 0
    for number, line in enumerate(lines, 1):
        with house.engine.begin() as connection:
            found = anchors.check(connection, house.keys, line)
        if found.verdict is Verdict.HOLDS:
            print(f"The anchor in line {number} fits at position {found.position}.")
        else:
            wrong = _WRONG[found.verdict].format(position=found.position)
            print(f"The anchor in line {number} {wrong}.", file=sys.stderr)
            worst = 1
    return worst


def _lines(path: Path) -> list[str]:
    try:
        with path.open(encoding="utf-8") as file:
            lines = [line for line in file.read(_LONGEST).splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError):
        raise MistakeError("the anchor's file cannot be read.") from None
    if not lines:
        raise MistakeError("the anchor's file is empty.")
    return lines

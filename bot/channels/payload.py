"""Reading what arrived from outside: whatever is not there, or is not what it should be, is simply not there."""

import json
from datetime import UTC, datetime
from typing import Any, TypeAlias

Frame: TypeAlias = dict[str, Any]
LATEST_MS = 4_102_444_800_000


def read_frame(body: bytes) -> Frame | None:
    """Read a JSON object; None where it is none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def part(frame: Frame, name: str) -> Frame | None:
    """Read an object inside an object."""
    found = frame.get(name)
    return found if isinstance(found, dict) else None


def parts(frame: Frame, name: str) -> list[Frame]:
    """Read a list of objects inside an object."""
    found = frame.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def words(frame: Frame, name: str) -> str:
    """Read a text, without the NUL that PostgreSQL cannot keep and the halves of letters that nobody can send."""
    found = frame.get(name)
    if not isinstance(found, str):
        return ""
    return found.replace("\x00", "").encode("utf-8", "replace").decode()


def number(frame: Frame, name: str) -> int | None:
    """Read a whole number."""
    found = frame.get(name)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def moment(milliseconds: int | None) -> datetime | None:
    """Read a time in milliseconds since 1970; None where no clock can have shown it."""
    if milliseconds is None or not 0 < milliseconds < LATEST_MS:
        return None
    return datetime.fromtimestamp(milliseconds / 1000, UTC)

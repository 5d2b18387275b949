"""Reads what is posted to the playground's API: anything that is not understood is refused in one sentence."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.hooks.door import body_of

Body: TypeAlias = dict[str, Any]
LARGEST = 2**63 - 1
FURTHEST = timedelta(days=400)
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


async def read_body(request: Request) -> Body:
    """Read a JSON object of at most 64 KiB; none at all is an empty one."""
    raw = await body_of(request)
    try:
        body = json.loads(raw) if raw else {}
    except (ValueError, RecursionError):
        raise HTTPException(400, "Please send JSON.") from None
    if not isinstance(body, dict):
        raise HTTPException(400, "Please send a JSON object.")
    return body


def text_in(body: Body, name: str, default: str = "") -> str:
    """Read a text, or a number as one, as the messengers' adapters do: without NUL and halves of letters."""
    value = body.get(name)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise HTTPException(400, f"{name} is a text.")
    return plain(str(value)) or default


def number_in(body: Body, name: str, default: int) -> int:
    """Read a whole number that is not negative."""
    value = body.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST:
        raise HTTPException(400, f"{name} is a whole number.")
    return value


def revision(written: str, refusal: str) -> int:
    """Read a number of the address line."""
    if not (written.isascii() and written.isdecimal()) or len(written) > len(str(LARGEST)) - 1:
        raise HTTPException(400, refusal)
    return int(written)


def plain(text: str) -> str:
    """Take out what PostgreSQL cannot keep and nobody can send."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def moment(written: str, now: datetime) -> datetime:
    """Read a moment; one further away than a year and a bit is a slip of the finger."""
    try:
        found = datetime.fromisoformat(written)
        found = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise HTTPException(400, "A time is written like 2026-12-01T09:00:00Z.") from None
    if not EARLIEST < found <= now + FURTHEST:
        raise HTTPException(400, f"A time is after 1970 and at most {FURTHEST.days} days away.")
    return found


def duration(written: str) -> timedelta:
    """Read an ISO 8601 duration of weeks, days, hours, minutes and seconds: P1D, PT30M."""
    day_part, _, time_part = written.removeprefix("P").partition("T")
    units = {"W": "weeks", "D": "days"}, {"H": "hours", "M": "minutes", "S": "seconds"}
    amounts: dict[str, float] = {}
    for part, names in zip((day_part, time_part), units, strict=True):
        number = ""
        for sign in part:
            if sign in names and number:
                amounts[names[sign]], number = float(number), ""
            elif sign.isdecimal() and len(number) < 6:
                number += sign
            else:
                raise HTTPException(400, "A duration is written like PT30M or P1D.")
    passed = timedelta(**amounts)
    if not amounts or passed > FURTHEST:
        raise HTTPException(400, f"A duration is written like PT30M or P1D; at most {FURTHEST.days} days.")
    return passed

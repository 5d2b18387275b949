"""The service's own log. It says what went wrong with what, by ids and kinds, and never what anybody wrote.

What is not known to be a pointer does not get in: our own entries hold the KEYS only, and of a library's entry only
the name of its logger and of the error is kept, since its words may carry what it was given.
"""

import logging
import re
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any, TextIO

import structlog

from bot.settings import Log

KEYS = frozenset(
    {
        "attempt",
        "channel",
        "count",
        "fault",
        "inbox",
        "job",
        "kind",
        "library",
        "outbox",
        "reason",
        "room",
        "sid",
        "timer",
    }
)
POINTER = re.compile(r"[A-Za-z0-9_.:-]{1,80}")
LONG_NUMBER = re.compile(r"[\d.:-]{6,}")
BIG = 100_000
WITHHELD = "withheld"


def configure(form: Log, stream: TextIO | None = None) -> None:
    """Log from WARNING on to standard error, or to a stream: as lines for people, or a JSON object a line."""
    written_to = stream or sys.stderr
    last = structlog.processors.JSONRenderer() if form == "json" else _as_line
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            pointers_only,
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.WriteLoggerFactory(written_to),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [_Libraries()]
    root.setLevel(logging.WARNING)
    logging.captureWarnings(capture=True)


def pointers_only(_: object, __: str, entry: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Keep what is known to be a pointer; a value that looks like words or a number of somebody's is withheld."""
    kept = {name: entry[name] for name in ("timestamp", "level", "event")}
    return kept | {name: _pointer(value) for name, value in entry.items() if name in KEYS}


def _pointer(value: object) -> object:
    if value is None or (isinstance(value, int) and abs(value) < BIG):
        return value
    said = str(value)
    return said if POINTER.fullmatch(said) and not LONG_NUMBER.fullmatch(said) else WITHHELD


def _as_line(_: object, __: str, entry: MutableMapping[str, Any]) -> str:
    said = " ".join(f"{name}={value}" for name, value in entry.items() if name in KEYS)
    return f"{entry['timestamp']} {entry['level']} {entry['event']} {said}".rstrip()


class _Libraries(logging.Handler):
    """What the libraries log, without their words."""

    def emit(self, record: logging.LogRecord) -> None:
        """Name the logger, and the error if there is one."""
        fault = None if record.exc_info is None or record.exc_info[0] is None else record.exc_info[0].__name__
        log = structlog.get_logger()
        log.warning("library_spoke", library=record.name, kind=record.levelname, fault=fault)

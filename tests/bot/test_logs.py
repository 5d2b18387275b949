"""What the service logs holds pointers, and nothing that anybody wrote."""

import ast
import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import structlog

from bot import logs

PLANTED = ("Quillonaria Featherstonehaugh", "my husband hits me", "+447700900417", "447700900417", "4417 2290")
BOT = Path(__file__).parents[2] / "bot"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """A log as JSON; afterwards everything is as it was."""
    root, before = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers, root.level
    stream = io.StringIO()
    logs.configure("json", stream)
    yield stream
    logging.captureWarnings(capture=False)
    structlog.configure(**before)
    root.handlers = handlers
    root.setLevel(level)


def entries(written: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


@pytest.mark.clause("G5.6")
@pytest.mark.parametrize("planted", PLANTED)
def test_planted_words_do_not_get_into_the_log(written: io.StringIO, planted: str) -> None:
    log = structlog.get_logger()
    log.warning("turn_failed", inbox=planted, fault=planted, text=planted, name=planted, count=447700900417)
    log.error("job_failed", job="turn", exc_info=ValueError(planted))
    library = logging.getLogger("some.library")  # The messengers' own are silenced by whoever uses them.
    library.warning("POST %s", planted)
    library.error("with %s", planted, exc_info=KeyError(planted))
    assert len(entries(written)) == 4
    assert planted not in written.getvalue()
    assert "447700900417" not in written.getvalue()


def test_an_entry_is_an_object_with_its_time_level_event_and_pointers(written: io.StringIO) -> None:
    inbox = uuid4()
    structlog.get_logger().warning("turn_failed", inbox=str(inbox), fault="KeyError", count=3)
    [entry] = entries(written)
    assert str(entry.pop("timestamp")).endswith("Z")
    said = {"level": "warning", "event": "turn_failed", "inbox": str(inbox), "fault": "KeyError", "count": 3}
    assert entry == said


def test_a_librarys_entry_names_its_logger_and_its_error(written: io.StringIO) -> None:
    logging.getLogger("asyncio").error("a task", exc_info=KeyError("a name"))
    [entry] = entries(written)
    assert (entry["event"], entry["library"], entry["fault"]) == ("library_spoke", "asyncio", "KeyError")


def test_people_may_read_it_as_lines(written: io.StringIO) -> None:
    logs.configure("plain", written)
    structlog.get_logger().warning("job_failed", job="turn", fault="KeyError", text="Quillonaria")
    [line] = written.getvalue().splitlines()
    assert line.endswith("warning job_failed job=turn fault=KeyError")


def test_every_entry_of_ours_is_a_fixed_event_with_known_keys() -> None:
    calls = [
        (path.name, call)
        for path in BOT.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        if isinstance(call.func.value, ast.Name) and call.func.value.id == "log"
        if call.func.attr in {"debug", "info", "warning", "error", "exception", "critical"}
    ]
    assert len(calls) > 10
    for name, call in calls:
        assert [type(each) for each in call.args] == [ast.Constant], name
        assert {each.arg for each in call.keywords} <= logs.KEYS, name

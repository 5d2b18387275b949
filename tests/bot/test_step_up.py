"""What takes more than a press or one account: the private line, another person, the server (H2.3, docs/threats.md)."""

import ast
import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select

from storage import contacts, staff
from storage.crypto import KeyRing
from storage.tables import cases
from tests.bot.desk import desk
from tests.stage import ROOT, Stage, stage


@pytest.fixture
def at(staffed: Engine, keys: KeyRing) -> Iterator[Stage]:
    with stage(staffed, keys) as built:
        yield built


def changed(at: Stage, handle: str) -> None:
    """Somebody's private line is on another phone than before."""
    with at.house.work("test") as work:
        line = staff.line(work, handle)
        assert line is not None
        contacts.change(work, line.id, frozen_at=work.now)


@pytest.mark.clause("H2.3", "A1")
@pytest.mark.parametrize("press", ["Approve", "Decline", "Claim"])
def test_a_press_counts_for_nothing_while_the_private_line_of_its_owner_has_changed(at: Stage, press: str) -> None:
    desk(at.house).ask_to_join("Amira Sample")
    at.settle()
    at.talk.look()
    changed(at, "anna")
    before = list(at.talk.said_to("anna"))
    at.talk.do(f"channel anna> [{press}]")
    assert at.talk.said_to("anna") == before
    assert at.talk.said_to("staff-channel")[-1].startswith("Refused.")
    with at.house.work("test") as work:
        assert work.connection.execute(select(cases.c.claimed_by, cases.c.status)).one() == (None, "open")


@pytest.mark.clause("H2.3", "A1")
def test_no_word_in_a_chat_changes_anybodys_roles_or_adds_a_colleague() -> None:
    """Only doorstep.toml does, and the commands of whoever has the server."""
    callers = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "bot").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in {"staff.add", "staff_lines.code_for"}
    }
    assert callers == {"bot/register.py", "bot/sample.py", "bot/operating/staff.py"}
    writers = {
        str(path.relative_to(ROOT))
        for folder in ("bot", "storage")
        for path in (ROOT / folder).rglob("*.py")
        if re.search(r"""["']roles["']\] =|\broles=(?!member\.roles|row)""", path.read_text("utf-8"))
    }
    assert writers == {"storage/staff.py"}

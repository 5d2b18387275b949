"""A backup and its rehearsal: what comes back, what never does, and what is erased again."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from bot import cli, erased, turn
from bot.channels.channel import Inbound
from storage import backup, contacts, erasure, outbox, people, subjects
from storage.crypto import KeyRing
from storage.ids import id_for
from storage.people import NewPerson
from storage.tables import audit, inbox, meeting_keys, meetings, passwords
from storage.tables import outbox as queue
from tests.raw import found_in, unpacked
from tests.stage import Stage, stage

NAME = "Zenobia Quillfeather"


@pytest.fixture
def playground(
    own_database: Engine, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Stage]:
    for name, value in {
        "DATABASE_URL": database_url,
        "DOORSTEP_DATA": tmp_path,
        "DOORSTEP_KEYS": tmp_path / "keys",
    }.items():
        monkeypatch.setenv(name, str(value))
    with stage(own_database, KeyRing.create(tmp_path / "keys")) as built:
        yield built


def names(playground: Stage) -> list[str]:
    with playground.house.work("test") as work:
        found = contacts.by_token(work, "signal", contacts.token(work, "signal", "zenobia"))
        return [] if found is None else [each.full_name for each in people.of_family(work, found.lane_id)]


def add_family(playground: Stage) -> None:
    with playground.house.work("test") as work:
        line = contacts.add(work, "signal", "zenobia")
        people.keep(work, line.lane_id, [NewPerson(id_for("zenobia"), 1, NAME, "Zen", True, line.id)])


def done_with_database(playground: Stage) -> list[tuple[str, str]]:
    with playground.house.engine.begin() as connection:
        done = select(audit.c.actor, audit.c.act).where(audit.c.object_kind == "database").order_by(audit.c.n)
        return [(row.actor, row.act) for row in connection.execute(done)]


def erase(playground: Stage) -> None:
    with playground.house.work("test") as work:
        found = contacts.by_token(work, "signal", contacts.token(work, "signal", "zenobia"))
        assert found is not None
        erasure.erase(work, subjects.of_family(work, found.lane_id), "request")


@pytest.mark.clause("X4", "G6.7")
def test_a_rehearsal_of_backup_and_restore(
    playground: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_family(playground)
    playground.talk.do("after parts/tonight.txt")
    file = tmp_path / "backup"
    assert cli.run(["backup", str(file)]) == 0
    said = re.search(r"Delete it by (\S+):", capsys.readouterr().out)
    assert said is not None
    days = (date.fromisoformat(said[1]) - datetime.now(UTC).date()).days
    assert days - playground.house.organisation.retention.backups in {0, 1}  # The playground's clock was moved on.
    assert found_in(unpacked(file), [NAME]) == []
    listed = subprocess.run([backup.program_at("pg_restore"), "--list", str(file)], check=True, capture_output=True)
    held = {line.split()[6] for line in listed.stdout.decode().splitlines() if " TABLE DATA " in line}
    assert {"passwords", "families"} <= held
    assert "meeting_keys" not in held
    playground.house.engine.dispose()

    assert cli.run(["restore", str(file)]) == 2
    assert "--replace" in capsys.readouterr().err
    assert cli.run(["restore", str(file), "--replace"]) == 0
    assert names(playground) == [NAME]
    with playground.house.engine.begin() as connection:
        version = connection.execute(select(meetings.c.password_version)).scalar_one()
        kept = connection.execute(select(passwords.c.version).where(passwords.c.dead_at.is_(None))).scalars().all()
        assert kept == [version]
        assert connection.execute(select(meeting_keys.c.id)).scalars().all()


@pytest.mark.clause("X4")
def test_what_was_erased_after_the_backup_is_erased_again_on_restoring(
    playground: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_family(playground)
    assert cli.run(["backup", str(tmp_path / "backup")]) == 0
    erase(playground)
    assert cli.run(["backup", str(tmp_path / "later")]) == 0
    assert NAME not in (tmp_path / "erased.jsonl").read_text("utf-8")
    playground.house.engine.dispose()
    assert cli.run(["restore", str(tmp_path / "backup"), "--replace"]) == 0
    assert "1 erasures repeated" in capsys.readouterr().out
    assert names(playground) == []


@pytest.mark.clause("X4")
def test_what_still_waited_in_the_backup_is_neither_answered_nor_sent_to_who_was_erased_since(
    playground: Stage, tmp_path: Path
) -> None:
    add_family(playground)
    with playground.house.work("test") as work:
        found = contacts.by_token(work, "signal", contacts.token(work, "signal", "zenobia"))
        assert found is not None
        outbox.tell(work, found, "meeting_today")
    wrote = Inbound("signal", "zenobia", "key", "hello", playground.talk.now())
    assert turn.receive(playground.house, wrote) is not None
    assert cli.run(["backup", str(tmp_path / "backup")]) == 0
    playground.settle()
    erase(playground)
    erased.keep(replace(playground.house, erased=tmp_path / "erased.jsonl"))
    playground.house.engine.dispose()
    assert cli.run(["restore", str(tmp_path / "backup"), "--replace"]) == 0
    playground.settle()
    with playground.house.engine.begin() as connection:
        assert connection.execute(select(inbox.c.id).where(inbox.c.frame_sealed.is_not(None))).all() == []
        assert connection.execute(select(queue.c.id).where(queue.c.contact_id == found.id)).all() == []
    assert names(playground) == []
    with playground.house.work("test") as work:
        assert contacts.by_token(work, "signal", contacts.token(work, "signal", "zenobia")) is None


@pytest.mark.clause("X1")
def test_a_backup_and_a_restore_are_on_record_by_whoever_did_it(
    playground: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "backup")
    assert cli.run(["backup", file, "--by", "Sara Surname"]) == 2
    assert "under [[staff]]" in capsys.readouterr().err
    assert not Path(file).exists()
    assert cli.run(["backup", file]) == 0
    assert cli.run(["backup", f"{file}2", "--by", "maria"]) == 0
    assert done_with_database(playground) == [("operator", "backup"), ("operator:maria", "backup")]
    playground.house.engine.dispose()
    assert cli.run(["restore", f"{file}2", "--replace", "--by", "dora"]) == 0
    assert done_with_database(playground) == [("operator", "backup"), ("operator:dora", "restore")]


def test_a_file_that_is_no_backup_gets_one_line(
    playground: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_family(playground)
    (tmp_path / "broken").write_text("no backup")
    for name in ("missing", "broken"):
        assert cli.run(["restore", str(tmp_path / name), "--replace"]) == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert names(playground) == [NAME]


def test_a_backup_never_overwrites_a_file(
    playground: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "backup").write_text("mine")
    assert cli.run(["backup", str(tmp_path / "backup")]) == 2
    assert (tmp_path / "backup").read_text() == "mine"

"""What somebody is given who asks what is kept of them: a page and a file, and never a script of anybody's."""

import json
import stat
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from bot import cli
from bot.export_page import Export, as_file, as_page
from flows.staff.acts.data_rights import CheckAsker, OpenDataRequest
from flows.staff.acts.readings import ListReadings
from storage import export, subjects
from storage.tables import audit, cases
from tests.bot.desk import Desk
from tests.stage import START
from tests.words import TEXTS

NAME = "Zenobia Quillfeather"


@pytest.fixture
def asked(at: Desk) -> tuple[Desk, str]:
    at.ask_to_join(NAME)
    with at.house.engine.begin() as connection:
        case = connection.execute(select(cases.c.code)).scalar_one()
    return at, at.staff_does("dora", OpenDataRequest(case, "see"))


@pytest.fixture
def doorstep(staffed: Engine, key_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = staffed.url.set(drivername="postgresql").render_as_string(hide_password=False)
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("DOORSTEP_DATA", str(tmp_path))
    monkeypatch.setenv("DOORSTEP_KEYS", str(key_file))


@pytest.mark.usefixtures("doorstep")
@pytest.mark.clause("X4")
def test_the_files_are_written_once_who_asks_was_checked(
    asked: tuple[Desk, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, code = asked
    command = ["export", code, "--by", "dora", "--to", str(tmp_path / "out")]
    assert cli.run(command) == 2
    assert "first the data lead checks, live, who asks" in capsys.readouterr().err
    made.staff_does("dora", CheckAsker(code, "in_person"))
    assert cli.run(command) == 0
    page, file = (tmp_path / "out" / f"{code}.{ending}" for ending in ("html", "json"))
    assert NAME in page.read_text("utf-8")
    assert json.loads(file.read_text("utf-8"))["kept"]["people"][0]["full_name"] == NAME
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert NAME not in capsys.readouterr().out
    [shown] = made.staff_does("maria", ListReadings("dora"))
    assert (shown.by, shown.code, shown.exported) == ("dora", code, True)


@pytest.mark.usefixtures("doorstep")
@pytest.mark.clause("X2", "X4")
def test_a_refused_export_is_recorded(asked: tuple[Desk, str]) -> None:
    made, code = asked
    cli.run(["export", code, "--by", "maria"])
    with made.house.engine.begin() as connection:
        rows = connection.execute(select(audit.c.actor, audit.c.outcome).where(audit.c.act == "export")).all()
    assert [tuple(row) for row in rows] == [("staff:maria", "refused:refused_only_data_lead")]


@pytest.mark.usefixtures("doorstep")
@pytest.mark.clause("X1")
def test_nothing_is_on_record_in_the_name_of_somebody_who_does_not_work_here(
    asked: tuple[Desk, str], capsys: pytest.CaptureFixture[str]
) -> None:
    made, code = asked
    for command in ("export", "erase"):
        assert cli.run([command, code, "--by", "Sara Surname"]) == 2
    assert "there is no member of staff" in capsys.readouterr().err
    with made.house.engine.begin() as connection:
        assert not [each for each in connection.execute(select(audit.c.actor)).scalars() if "Surname" in each]


@pytest.mark.usefixtures("doorstep")
def test_an_unknown_request_gets_one_line(asked: tuple[Desk, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["erase", "C-ZZZZ", "--by", "dora"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_what_anybody_wrote_is_inert_on_the_page() -> None:
    kept = {"messages": [{"you_wrote": "<script>alert(1)</script>", "kind": "text"}]}
    page = as_page(TEXTS, Export("C-1", "en", "Sample", START, kept, ("audit",)))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" in page


@pytest.mark.parametrize("language", ["en", "pl"])
def test_every_field_of_the_page_has_words(asked: tuple[Desk, str], language: str) -> None:
    made, _ = asked

    with made.house.work("test") as work:
        kept = export.gather(work, subjects.of_family(work, made.family.lane_id))
    shown = as_page(made.house.texts, Export("C-1", language, "Sample", START, kept, ()))
    names = set(kept) | {name for rows in kept.values() for row in rows for name in row}
    said = made.house.texts.labels(language, "export", organisation="Sample", when=START)
    assert names <= said.keys()
    assert shown.count("<h2>") == len(kept) + 1
    assert json.loads(as_file(Export("C-1", language, "Sample", START, kept, ())))["kept"].keys() == kept.keys()

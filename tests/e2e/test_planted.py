"""Words that nobody else would write are planted on a whole road, then looked for in everything that was kept."""

import base64
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from storage.database import start_embedded, stop_embedded
from tests.e2e.processes import phones, running
from tests.raw import found_in, leaks
from tests.talk import SCRIPTS, STAFF_CHANNEL, Talk
from tests.words import TEXTS

SCRIPT = SCRIPTS / "parts" / "planted.txt"
PLANTED = (
    "Quillonaria",
    "Featherstonehaugh",
    "Zephyrwing",
    "Wobblegate",
    "Umberscombe",
    "xylophonically",
    "glimmerfrost",
)
NUMBERS = ("+447700900417", "07700 900417", "07700900417")


class Road:
    """What a whole road left behind."""

    def __init__(self, folder: Path, talk: Talk) -> None:
        self.folder = folder
        self.channel = "\n".join(talk.said_to(STAFF_CHANNEL))
        self.audit = talk.client.get("/playground/api/audit").text
        self.told = "\n".join(each["text"] for each in talk.shown.values())
        self.passwords = [*talk.names.real("password"), *talk.names.real("code")]


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Road:
    folder = tmp_path_factory.mktemp("planted")
    with running("play", folder, None) as play, phones(play.url) as client:
        talk = Talk(client, TEXTS)
        talk.do("clock 09:00")
        talk.retell(SCRIPT.read_text(encoding="utf-8"))
        return Road(folder, talk)


@pytest.fixture(scope="module")
def rows(road: Road) -> dict[str, str]:
    """Every row of every table as text, the queue's too; the database is written out to its files first."""
    url = make_url(start_embedded(road.folder)).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        tables = connection.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        found = {table: _all_of(connection, schema, table) for schema, table in tables}
    stop_embedded(road.folder)
    return found


def _all_of(connection: "psycopg.Connection[tuple[str, ...]]", schema: str, table: str) -> str:
    query = sql.SQL("SELECT row_to_json(each)::text FROM {} AS each").format(sql.Identifier(schema, table))
    return "\n".join(row[0] for row in connection.execute(query))


def secrets(road: Road) -> list[str]:
    plain = [password.replace(" ", "") for password in road.passwords]
    return [*PLANTED, *NUMBERS, *road.passwords, *plain]


def test_the_planted_words_were_really_said(road: Road) -> None:
    """Else the other tests could not fail."""
    assert [word for word in PLANTED if word not in road.told] == []
    assert len(road.passwords) >= 2


def test_a_planted_word_is_recognised_in_every_form() -> None:
    for text in (
        b"Zephyrwing",
        base64.b64encode(b"I am Zephyrwing."),
        base64.b64encode(b"Zephyrwing"),
        b"Zephyrwing".hex().encode(),
    ):
        assert found_in(b"..." + text + b"...", ["Zephyrwing"]) == ["Zephyrwing"]


@pytest.mark.clause("G5.6")
def test_they_are_in_no_file_of_the_database_and_in_no_log(road: Road, rows: dict[str, str]) -> None:
    assert rows["inbox"]
    assert any(b"Little Acorns" in path.read_bytes() for path in road.folder.rglob("*") if path.is_file())
    assert leaks(road.folder, secrets(road)) == {}


@pytest.mark.clause("G5.6")
def test_they_are_in_no_row_of_any_table(road: Road, rows: dict[str, str]) -> None:
    assert {"procrastinate_jobs", "outbox", "audit"} <= rows.keys()
    found = {table: told for table, kept in rows.items() if (told := found_in(kept.encode(), secrets(road)))}
    assert found == {}


def test_they_are_not_in_the_staff_channel(road: Road) -> None:
    assert road.channel
    assert found_in(road.channel.encode(), secrets(road)) == []


@pytest.mark.clause("X1")
def test_they_are_not_in_the_audit(road: Road) -> None:
    assert len(road.audit) > 2
    assert found_in(road.audit.encode(), secrets(road)) == []

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, insert, inspect, make_url, select, text
from sqlalchemy.exc import IntegrityError

from storage import revisions
from storage.crypto import KeyFileError, KeyRing
from storage.database import (
    DatabaseError,
    Unreachable,
    check_keys,
    connect,
    is_ready,
    migrate,
    start_embedded,
    stop_embedded,
)
from storage.tables import marks, metadata
from tests import postgres
from tests.faults.server import copy_files

VERSIONS = Path(__file__).parents[2] / "storage" / "migrations" / "versions"
OTHER_PROCESS = """
import sys
from pathlib import Path
from storage.embedded import start_embedded, stop_embedded
print(start_embedded(Path(sys.argv[1])), flush=True)
sys.stdin.read()
stop_embedded(Path(sys.argv[1]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder whose server is stopped afterwards, with a blank in its name."""
    data = tmp_path / "a folder"
    yield data
    stop_embedded(data)


@pytest.fixture
def begun(folder: Path) -> Path:
    """The same; a server has run there before."""
    copy_files(folder)
    return folder


def join(folder: Path) -> subprocess.Popen[str]:
    """Start another process that uses the server of a folder until its input ends."""
    program = [sys.executable, "-c", OTHER_PROCESS, str(folder)]
    here = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=here)


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def ask(url: str, question: str) -> object:
    with psycopg.connect(url) as connection:
        return connection.execute(question.encode()).fetchone()


def runs(url: str) -> bool:
    try:
        return ask(url, "SELECT 1") == (1,)
    except psycopg.OperationalError:
        return False


def postmaster(folder: Path) -> int:
    return int((folder / "postgres" / "postmaster.pid").read_text().split("\n")[0])


def test_the_embedded_server_starts_and_its_url_connects(folder: Path) -> None:
    engine = connect(start_embedded(folder))
    with engine.begin() as connection:
        assert connection.scalar(text("SELECT 1")) == 1
    engine.dispose()


def test_the_embedded_server_listens_on_no_network_and_writes_safely(begun: Path) -> None:
    url = start_embedded(begun)
    for setting, value in (("listen_addresses", ""), ("fsync", "on"), ("unix_socket_permissions", "0700")):
        assert ask(url, f"SHOW {setting}") == (value,)


def test_what_was_kept_is_there_after_a_clean_end_and_a_new_start(begun: Path) -> None:
    url = start_embedded(begun)
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS n")
    stop_embedded(begun)
    assert not runs(url)
    assert ask(start_embedded(begun), "SELECT n FROM kept") == (7,)


def test_what_was_kept_is_there_after_the_server_was_killed(begun: Path) -> None:
    url = start_embedded(begun)
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS n")
    os.kill(postmaster(begun), signal.SIGKILL)
    assert ask(start_embedded(begun), "SELECT n FROM kept") == (7,)


def test_a_stale_lock_file_that_names_another_living_program_does_not_stop_the_start(begun: Path) -> None:
    start_embedded(begun)
    data = begun / "postgres"
    lock = (data / "postmaster.pid").read_text()
    os.kill(postmaster(begun), signal.SIGKILL)
    with subprocess.Popen(["sleep", "60"], user=data.owner() if os.geteuid() == 0 else None) as other:
        (data / "postmaster.pid").write_text(lock.replace(lock.split("\n")[0], str(other.pid), 1))
        try:
            assert runs(start_embedded(begun))
        finally:
            other.kill()


def test_a_first_start_that_was_broken_off_is_done_again(folder: Path) -> None:
    (folder / "postgres.new").mkdir(parents=True)
    (folder / "postgres.new" / "PG_VERSION").write_text("18\n")
    assert runs(start_embedded(folder))


def test_a_second_process_shares_the_server_and_the_last_one_out_stops_it(begun: Path) -> None:
    url = start_embedded(begun)
    with join(begun) as other:
        assert first_line(other) == url
        stop_embedded(begun)
        assert runs(url)
        other.communicate()
    assert not runs(url)


def test_processes_that_start_at_once_share_one_server(folder: Path) -> None:
    with join(folder) as one, join(folder) as two:
        assert first_line(one) == first_line(two)
        one.communicate()
        assert runs(start_embedded(folder))
        two.communicate()
    assert (one.returncode, two.returncode) == (0, 0)


def test_a_killed_process_does_not_keep_the_server_running(begun: Path) -> None:
    url = start_embedded(begun)
    with join(begun) as other:
        first_line(other)
        other.kill()
    assert runs(url)
    stop_embedded(begun)
    assert not runs(url)


def test_a_folder_with_a_very_long_path_works(tmp_path: Path) -> None:
    folder = tmp_path / ("a" * 60) / ("b" * 60)
    url = start_embedded(folder)
    assert runs(url)
    stop_embedded(folder)
    assert not runs(url)


def test_stopping_where_nothing_was_started_does_nothing(tmp_path: Path) -> None:
    stop_embedded(tmp_path / "nothing")
    assert list(tmp_path.iterdir()) == []


def test_a_database_of_another_postgresql_version_is_one_clear_sentence(folder: Path) -> None:
    (folder / "postgres").mkdir(parents=True)
    (folder / "postgres" / "PG_VERSION").write_text("16\n")
    with pytest.raises(DatabaseError, match="another version"):
        start_embedded(folder)
    (folder / "postgres" / "PG_VERSION").unlink()
    (folder / "postgres").rmdir()


def test_a_data_folder_that_is_a_file_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseError, match="does not start"):
        start_embedded(tmp_path / "file")


def test_an_address_where_nobody_answers_is_one_sentence_without_the_password() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(Unreachable, match=r"PostgreSQL at 127\.0\.0\.1:\d+ does not answer") as caught:
            connect(f"postgresql://anna:hunter2@127.0.0.1:{taken.getsockname()[1]}/doorstep")
    assert "hunter2" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_database_that_does_not_exist_is_said_to_be_missing(server_url: str) -> None:
    missing = make_url(server_url).set(database="no_such").render_as_string(hide_password=False)
    with pytest.raises(Unreachable, match="no such user or database"):
        connect(missing)


@pytest.mark.parametrize("url", ["", "hunter2", "mysql://anna:hunter2@localhost/x", "postgresql://a:hunter2@h:port/x"])
def test_a_url_that_names_no_postgresql_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(Unreachable, match="DATABASE_URL") as caught:
        connect(url)
    assert "hunter2" not in str(caught.value)


def test_the_engine_answers_times_in_utc_and_names_itself(database: Engine) -> None:
    summer = text("SELECT TIMESTAMPTZ '2026-07-01 10:00+01'")
    with database.begin() as connection:
        assert connection.scalar(text("SHOW application_name")) == "doorstep"
        assert str(connection.scalar(summer)) == "2026-07-01 09:00:00+00:00"


def test_an_error_does_not_show_the_values_of_its_statement(database: Engine) -> None:
    mark = {"name": "sample", "value": "Amira Sample"}
    with pytest.raises(IntegrityError) as caught, database.begin() as connection:
        connection.execute(insert(marks), [mark, mark])
    assert "Amira" not in str(caught.value)


def test_the_migrated_tables_are_the_tables_of_the_code(database: Engine) -> None:
    def is_ours(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or name is None or not name.startswith("procrastinate_")

    with database.begin() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": is_ours, "compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


def test_the_names_of_the_files_tell_the_order_in_which_alembic_applies_them() -> None:
    applied = ScriptDirectory(str(VERSIONS.parent)).walk_revisions()
    assert [each.revision for each in applied] == sorted(
        (path.name[:4] for path in VERSIONS.glob("*.py")), reverse=True
    )
    assert revisions.newest() == ScriptDirectory(str(VERSIONS.parent)).get_current_head()


def test_migrating_again_changes_nothing(database: Engine) -> None:
    migrate(database)
    newest = max(path.name[:4] for path in VERSIONS.glob("[0-9]*.py"))
    with database.begin() as connection:
        assert connection.scalars(text("SELECT version_num FROM alembic_version")).all() == [newest]


def test_two_processes_that_migrate_a_new_database_at_once_both_succeed(server_url: str) -> None:
    with (
        postgres.empty_database(server_url) as url,
        postgres.open_engine(url) as one,
        postgres.open_engine(url) as two,
        ThreadPoolExecutor(2) as pool,
    ):
        for done in [pool.submit(migrate, engine) for engine in (one, two)]:
            done.result()
        assert "marks" in inspect(one).get_table_names()


def test_the_job_queue_has_its_tables(database: Engine) -> None:
    assert "procrastinate_jobs" in inspect(database).get_table_names()


def test_a_database_of_a_newer_release_is_one_clear_sentence(database: Engine) -> None:
    with database.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match="newer release"):
        migrate(database)


def test_a_database_remembers_its_key_ring(database: Engine, keys: KeyRing) -> None:
    for _ in range(2):
        with database.begin() as connection:
            check_keys(connection, keys)


def test_another_key_file_is_refused_and_not_remembered(database: Engine, keys: KeyRing, tmp_path: Path) -> None:
    with database.begin() as connection:
        check_keys(connection, keys)
    other = KeyRing.create(tmp_path / "keys")
    with pytest.raises(KeyFileError, match="does not belong"), database.begin() as connection:
        check_keys(connection, other)
    with database.begin() as connection:
        assert connection.scalar(select(marks.c.value).where(marks.c.name == "key_ring")) == keys.fingerprint()


def test_what_is_asked_a_second_time_is_prepared(own_database: Engine) -> None:
    named = text("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT marks%'")
    with own_database.begin() as connection:
        seen = []
        for name in ("one", "two", "three"):
            connection.execute(select(marks.c.value).where(marks.c.name == name))
            seen.append(connection.execute(named).scalar_one())
    assert seen == [0, 1, 1]


PREPARED = text("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%asked in way%'")


def test_hundreds_of_ways_to_ask_stay_prepared(own_database: Engine) -> None:
    with own_database.begin() as connection:
        for _ in range(2):
            for way in range(200):
                connection.execute(text(f"SELECT 'asked in way {way}'"))
        assert connection.execute(PREPARED).scalar_one() == 200


def test_looking_whether_the_service_is_ready_forgets_nothing_that_was_prepared(own_database: Engine) -> None:
    with own_database.begin() as connection:
        for _ in range(2):
            connection.execute(text("SELECT 'asked in way 1'"))
    assert is_ready(own_database)
    with own_database.begin() as connection:
        assert connection.execute(PREPARED).scalar_one() == 1


def test_the_connection_that_was_used_last_is_lent_first(own_database: Engine) -> None:
    asked = text("SELECT pg_backend_pid()")
    with own_database.begin() as first, own_database.begin() as second:
        seen = [each.execute(asked).scalar_one() for each in (second, first)]
    with own_database.begin() as connection:
        assert connection.execute(asked).scalar_one() == seen[-1]


@pytest.mark.parametrize(("setting", "value"), [("idle_in_transaction_session_timeout", "1min"), ("TimeZone", "UTC")])
def test_what_a_stopped_process_began_is_let_go(database: Engine, setting: str, value: str) -> None:
    with database.begin() as connection:
        assert connection.scalar(text("SELECT current_setting(:name)"), {"name": setting}) == value

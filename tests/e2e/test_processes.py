"""The whole road over HTTP: in one process, with a power cut on the way, and in two. Everywhere the same words."""

import shutil
import signal
from contextlib import AbstractContextManager, ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.crypto import KeyRing
from storage.database import newest_revision
from tests import postgres
from tests.e2e.processes import ROOT, Doorstep, phones, running
from tests.stage import stage
from tests.talk import SCRIPTS, ZONE, Talk
from tests.words import TEXTS

KILL, CTRL_C = signal.SIGKILL, signal.SIGINT
ROAD = SCRIPTS / "unknown_family.txt"
LITTLE = 18


@pytest.fixture(scope="module")
def start() -> datetime:
    """Tomorrow morning: the clock of a real process only moves forward."""
    tomorrow = datetime.now(ZONE) + timedelta(days=1)
    return tomorrow.replace(hour=9, minute=0, second=0, microsecond=0).astimezone(UTC)


@pytest.fixture(scope="module")
def config(start: datetime, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample organisation, whose leaders stay qualified however late this runs."""
    sample = (Path(__file__).parents[2] / "doorstep.toml").read_text(encoding="utf-8")
    path = tmp_path_factory.mktemp("organisation") / "doorstep.toml"
    qualified_until = (start + timedelta(days=365)).date().isoformat()
    path.write_text(sample.replace("2028-08-31", qualified_until), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def told(server_url: str, template: str, keys: KeyRing, start: datetime, config: Path) -> str:
    """What the road says in this process, at that time."""
    with (
        postgres.empty_database(server_url, template) as url,
        postgres.open_engine(url) as database,
        stage(database, keys, start, config) as built,
    ):
        return built.talk.retell(ROAD.read_text(encoding="utf-8"))


def begin(url_client: Talk, start: datetime) -> Talk:
    url_client.do(f"clock {start.astimezone(ZONE):%Y-%m-%dT%H:%M}")
    return url_client


def test_the_road_with_web_and_worker_apart_is_the_same(
    told: str, database_url: str, start: datetime, config: Path, tmp_path: Path
) -> None:
    with (
        running("serve", tmp_path, database_url, DOORSTEP_CONFIG=str(config)) as web,
        running("worker", tmp_path, database_url, DOORSTEP_CONFIG=str(config)),
        phones(web.url) as client,
    ):
        talk = begin(Talk(client, TEXTS), start)
        assert talk.retell(ROAD.read_text(encoding="utf-8")) == told


def test_the_road_in_one_process_is_the_same_across_a_power_cut_and_a_ctrl_c(
    told: str, database_url: str, start: datetime, config: Path, tmp_path: Path
) -> None:
    received: list[str] = []
    talk: Talk | None = None
    for part, stop in zip(_thirds(), (KILL, CTRL_C, CTRL_C), strict=True):
        with running("play", tmp_path, database_url, DOORSTEP_CONFIG=str(config)) as play, phones(play.url) as client:
            talk = talk or begin(Talk(client, TEXTS), start)
            talk.client = client
            received += [line for each in part for line in talk.do(each)]
            assert play.stop(stop) == (0 if stop == CTRL_C else -KILL)
    assert _said(received) == [line for line in told.splitlines() if line.startswith(" ")]


NEXT = """
from alembic import op
import sqlalchemy as sa

revision, down_revision, branch_labels, depends_on = "9999", {newest!r}, None, None


def upgrade() -> None:
    for table in ("contacts", "inbox", "outbox", "conversations", "lanes"):
        op.add_column(table, sa.Column("of_next_release", sa.Text(), nullable=True))
"""


@pytest.fixture
def next_release(tmp_path: Path) -> Path:
    """The program with one more change of its tables."""
    root = tmp_path / "next"
    for package in ("bot", "flows", "storage"):
        shutil.copytree(ROOT / package, root / package, ignore=shutil.ignore_patterns("__pycache__"))
    written = NEXT.format(newest=newest_revision())
    (root / "storage" / "migrations" / "versions" / "9999_next.py").write_text(written, encoding="utf-8")
    return root


def test_the_road_is_the_same_while_a_new_release_takes_over_from_the_old_one(
    told: str, database_url: str, start: datetime, config: Path, tmp_path: Path, next_release: Path
) -> None:
    first, second, third = _thirds(LITTLE)
    received: list[str] = []
    with ExitStack() as new:
        with ExitStack() as old:
            at = (tmp_path, database_url, config)
            web = old.enter_context(_release(ROOT, "serve", *at))
            old.enter_context(_release(ROOT, "worker", *at))
            talk = begin(Talk(old.enter_context(phones(web.url)), TEXTS), start)
            received += [line for each in first for line in talk.do(each)]
            newer = new.enter_context(_release(next_release, "serve", *at))
            new.enter_context(_release(next_release, "worker", *at))
            assert talk.client.get("/readyz").status_code == 200
            received += [line for each in second for line in talk.do(each)]
        talk.client = new.enter_context(phones(newer.url))
        received += [line for each in third for line in talk.do(each)]
        with pytest.raises(AssertionError, match="newer release"), _release(ROOT, "worker", *at):
            pass
    said = _said(received)
    assert said == [line for line in told.splitlines() if line.startswith(" ")][: len(said)]


def _release(
    root: Path, command: str, folder: Path, database_url: str, config: Path
) -> AbstractContextManager[Doorstep]:
    return running(command, folder, database_url, root=root, DOORSTEP_CONFIG=str(config))


def _thirds(most: int | None = None) -> list[list[str]]:
    lines = [line for line in ROAD.read_text(encoding="utf-8").splitlines() if line and not line.startswith((" ", "#"))]
    lines = lines[:most]
    third = len(lines) // 3
    return [lines[:third], lines[third : 2 * third], lines[2 * third :]]


def _said(received: list[str]) -> list[str]:
    return [line.rstrip() for each in received for line in each.splitlines() if line.strip()]

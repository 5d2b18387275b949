"""The whole road over HTTP: in one process, with a power cut on the way, and in two. Everywhere the same words."""

import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.crypto import KeyRing
from tests import postgres
from tests.e2e.processes import phones, running
from tests.stage import stage
from tests.talk import SCRIPTS, ZONE, Talk
from tests.words import TEXTS

KILL, CTRL_C = signal.SIGKILL, signal.SIGINT
ROAD = SCRIPTS / "unknown_family.txt"


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
    lines = [line for line in ROAD.read_text(encoding="utf-8").splitlines() if line and not line.startswith((" ", "#"))]
    third = len(lines) // 3
    received: list[str] = []
    talk: Talk | None = None
    for part, stop in ((lines[:third], KILL), (lines[third : 2 * third], CTRL_C), (lines[2 * third :], CTRL_C)):
        with running("play", tmp_path, database_url, DOORSTEP_CONFIG=str(config)) as play, phones(play.url) as client:
            talk = talk or begin(Talk(client, TEXTS), start)
            talk.client = client
            received += [line for each in part for line in talk.do(each)]
            assert play.stop(stop) == (0 if stop == CTRL_C else -KILL)
    said = [line.rstrip() for each in received for line in each.splitlines() if line.strip()]
    assert said == [line for line in told.splitlines() if line.startswith(" ")]

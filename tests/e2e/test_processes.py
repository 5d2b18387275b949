"""The whole road over HTTP, as the service runs: in one process, in two, in two releases. Everywhere the same words."""

import shutil
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from storage import revisions
from storage.crypto import KeyRing
from tests import postgres
from tests.e2e.processes import ROOT, Doorstep, phones, running
from tests.stage import stage
from tests.talk import ZONE, Talk, read_script
from tests.words import TEXTS

LINES = [line for line in read_script("unknown_family.txt").splitlines() if line and not line.startswith((" ", "#"))]
PARTS = UNTIL_A_POWER_CUT, UNTIL_CTRL_C, APART, SIDE_BY_SIDE, NEW_RELEASE = (
    "in one process, until a power cut",
    "in one process again, until Ctrl-C",
    "web and worker apart",
    "those of the old release and of the new one side by side",
    "those of the new release alone",
)

NEXT = """
from alembic import op
import sqlalchemy as sa

revision, down_revision, branch_labels, depends_on = "9999", {newest!r}, None, None


def upgrade() -> None:
    for table in ("contacts", "inbox", "outbox", "conversations", "lanes"):
        op.add_column(table, sa.Column("of_next_release", sa.Text(), nullable=True))
"""


@dataclass
class Road:
    """What the chats received in each part of the road, and what else was seen on the way."""

    told: dict[str, list[list[str]]]
    after_the_power_cut: int
    after_ctrl_c: int
    old_is_ready: int
    old_worker_says: str


@pytest.fixture(scope="module")
def start() -> datetime:
    """Tomorrow morning: the clock of a real process only moves forward."""
    tomorrow = datetime.now(ZONE) + timedelta(days=1)
    return tomorrow.replace(hour=9, minute=0, second=0, microsecond=0).astimezone(UTC)


@pytest.fixture(scope="module")
def config(start: datetime, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample organisation, whose leaders stay qualified however late this runs."""
    sample = (ROOT / "doorstep.toml").read_text(encoding="utf-8")
    path = tmp_path_factory.mktemp("organisation") / "doorstep.toml"
    qualified_until = (start + timedelta(days=365)).date().isoformat()
    path.write_text(sample.replace("2028-08-31", qualified_until), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def expected(
    server_url: str, template: str, keys: KeyRing, start: datetime, config: Path
) -> dict[str, list[list[str]]]:
    """What each part of the road says in this process, at that time."""
    with (
        postgres.empty_database(server_url, template) as url,
        postgres.open_engine(url) as database,
        stage(database, keys, start, config) as built,
    ):
        return {part: play(built.talk, part) for part in PARTS}


@pytest.fixture(scope="module")
def road(
    server_url: str, template: str, start: datetime, config: Path, tmp_path_factory: pytest.TempPathFactory
) -> Road:
    folder = tmp_path_factory.mktemp("road")
    with postgres.empty_database(server_url, template) as url:
        release = partial(running, folder=folder, database_url=url, DOORSTEP_CONFIG=str(config))
        return travelled(partial(release, root=None), partial(release, root=next_release(folder)), start)


def play(talk: Talk, part: str) -> list[list[str]]:
    """Play the lines of a part; answers what came of each."""
    each, at = -(-len(LINES) // len(PARTS)), PARTS.index(part)
    return [talk.do(line) for line in LINES[at * each : (at + 1) * each]]


def next_release(folder: Path) -> Path:
    """The program with one more change of its tables."""
    root = folder / "next"
    for package in ("bot", "flows", "storage"):
        shutil.copytree(ROOT / package, root / package)
    written = NEXT.format(newest=revisions.newest())
    (root / "storage" / "migrations" / "versions" / "9999_next.py").write_text(written, encoding="utf-8")
    return root


def travelled(
    old: Callable[[str], AbstractContextManager[Doorstep]],
    new: Callable[[str], AbstractContextManager[Doorstep]],
    start: datetime,
) -> Road:
    """Play the whole road while what runs the service changes from part to part."""
    told: dict[str, list[list[str]]] = {}
    with old("play") as one, phones(one.url) as client:
        talk = Talk(client, TEXTS)
        talk.do(f"clock {start.astimezone(ZONE):%Y-%m-%dT%H:%M}")
        told[UNTIL_A_POWER_CUT] = play(talk, UNTIL_A_POWER_CUT)
        after_the_power_cut = one.stop(signal.SIGKILL)
    with old("play") as one, phones(one.url) as talk.client:
        told[UNTIL_CTRL_C] = play(talk, UNTIL_CTRL_C)
        after_ctrl_c = one.stop(signal.SIGINT)
    with ExitStack() as upgraded:
        with old("serve") as web, old("worker"), phones(web.url) as talk.client:
            told[APART] = play(talk, APART)
            newer = upgraded.enter_context(new("serve"))
            upgraded.enter_context(new("worker"))
            old_is_ready = talk.client.get("/readyz").status_code
            told[SIDE_BY_SIDE] = play(talk, SIDE_BY_SIDE)
        talk.client = upgraded.enter_context(phones(newer.url))
        told[NEW_RELEASE] = play(talk, NEW_RELEASE)
        with pytest.raises(AssertionError) as refused, old("worker"):
            pass
    return Road(told, after_the_power_cut, after_ctrl_c, old_is_ready, str(refused.value))


@pytest.mark.parametrize("part", PARTS)
def test_the_road_is_the_same(expected: dict[str, list[list[str]]], road: Road, part: str) -> None:
    assert sum(map(len, expected[part])) > len(expected[part])
    assert road.told[part] == expected[part]


def test_the_process_was_killed_once_and_stopped_once(road: Road) -> None:
    assert (road.after_the_power_cut, road.after_ctrl_c) == (-signal.SIGKILL, 0)


def test_the_old_release_stays_ready_when_the_new_one_has_changed_the_tables(road: Road) -> None:
    assert road.old_is_ready == 200


def test_the_old_release_does_not_start_again_afterwards(road: Road) -> None:
    assert "newer release" in road.old_worker_says

"""What tests may ask for: a database of their own, a ring of keys, a moment in time."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.crypto import KeyRing
from tests import lending, postgres, sharing
from tests.group_life import Life, begin
from tests.stage import Stage, stage


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """A PostgreSQL server for the whole run."""
    with postgres.server() as url:
        yield url
        lending.end()


@pytest.fixture(scope="session")
def template(server_url: str) -> Iterator[str]:
    """The name of the migrated database that tests get copies of."""
    with postgres.template(server_url) as name:
        yield name


@pytest.fixture
def database_url(server_url: str, template: str) -> Iterator[str]:
    """The URL of a migrated database that nobody else uses, for tests that start other processes."""
    with postgres.empty_database(server_url, template) as url:
        yield url


@pytest.fixture
def own_database(database_url: str) -> Iterator[Engine]:
    """The same, for tests in which this process is connected to it too."""
    with postgres.open_engine(database_url) as engine:
        yield engine


@pytest.fixture
def database(server_url: str, template: str) -> Iterator[Engine]:
    """A migrated database that nobody else uses."""
    with lending.lent(server_url, template) as engine:
        yield engine


@pytest.fixture(scope="session")
def staffed_template(server_url: str, template: str, keys: KeyRing) -> Iterator[str]:
    """The name of the database that the sample staff have moved into."""
    with postgres.empty_database(server_url, template) as url:
        with postgres.open_engine(url) as engine, stage(engine, keys):
            pass
        yield postgres.name_of(url)


@pytest.fixture
def staffed(server_url: str, staffed_template: str) -> Iterator[Engine]:
    """A database with the sample staff in it, that nobody else uses."""
    with lending.lent(server_url, staffed_template) as engine:
        yield engine


@pytest.fixture
def playground(staffed: Engine, keys: KeyRing) -> Iterator[Stage]:
    """A playground with the sample staff, that nobody else plays in."""
    with stage(staffed, keys) as built:
        yield built


@pytest.fixture(scope="session")
def begun(server_url: str, template: str, keys: KeyRing, moment: datetime) -> Iterator[Life]:
    """What `life` is copied from."""
    with postgres.copy_of(server_url, template) as engine:
        yield begin(engine, keys, moment)


@pytest.fixture
def life(server_url: str, begun: Life) -> Iterator[Life]:
    """A sample group half an hour before its meeting."""
    with lending.lent(server_url, begun.closed()) as engine:
        yield begun.on_copy(engine)


@pytest.fixture
def ready(life: Life) -> Life:
    """The same, with leader and second there and the password set on the platform."""
    life.make_ready()
    return life


@pytest.fixture(scope="session", autouse=True)
def _shared(tmp_path_factory: pytest.TempPathFactory) -> None:
    sharing.begin(tmp_path_factory)


@pytest.fixture(scope="session")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the ring of keys lies: one for all workers, so that what one has played can be put in place by another."""
    made = tmp_path_factory.mktemp("keys") / "keys"
    KeyRing.create(made)
    return sharing.share(made, "keys")


@pytest.fixture(scope="session")
def keys(key_file: Path) -> KeyRing:
    """A ring of keys."""
    return KeyRing.load(key_file)


@pytest.fixture(scope="session")
def moment() -> datetime:
    """The time at which tests begin."""
    return datetime(2026, 12, 1, 9, tzinfo=UTC)

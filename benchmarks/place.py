"""Where it is measured: an embedded PostgreSQL on a real disk with fsync on, and a house as the service builds it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from bot import app, jobs, organisation, sample
from bot.clock import Clock
from bot.house import House
from flows.texts import Texts
from storage.crypto import KeyRing
from storage.database import connect, migrate, start_embedded, stop_embedded

ROOT = Path(__file__).parents[1]
TOML = ROOT / "doorstep.toml"


@dataclass(frozen=True)
class Place:
    """A server and a folder for what belongs to it."""

    folder: Path
    url: str

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL of a database of one's own, migrated."""
        name = f"bench_{uuid4().hex[:12]}"
        self._do("CREATE DATABASE {}", name)
        url = make_url(self.url).set(database=name).render_as_string(hide_password=False)
        engine = connect(url)
        migrate(engine)
        engine.dispose()
        try:
            yield url
        finally:
            self._do("DROP DATABASE {} WITH (FORCE)", name)

    @contextmanager
    def house(self, url: str) -> Iterator[House]:
        """The service's house over a database, with the machine's own time."""
        path = self.folder / "keys"
        engine = connect(url, pool_size=32)
        try:
            house = House(
                engine=engine,
                keys=KeyRing.load(path) if path.exists() else KeyRing.create(path),
                texts=Texts.load(),
                organisation=organisation.load(TOML),
                clock=Clock(),
                disclosure=app.disclosure_words(),
                defer=jobs.defer,
                playground=True,
            )
            sample.settle_in(house)
            yield house
        finally:
            engine.dispose()

    def shown(self, setting: str) -> str:
        """What the server says of one of its settings."""
        with psycopg.connect(self.url) as connection:
            found = connection.execute(sql.SQL("SHOW {}").format(sql.Identifier(setting))).fetchone()
        return "" if found is None else str(found[0])

    def _do(self, command: str, name: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(sql.SQL(command).format(sql.Identifier(name)))


@contextmanager
def place() -> Iterator[Place]:
    """Start the server in a folder that is removed afterwards; not in /tmp, which may lie in memory."""
    (ROOT / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="doorstep-bench-", dir=ROOT / "build") as name:
        folder = Path(name)
        url = start_embedded(folder)
        try:
            yield Place(folder, url)
        finally:
            stop_embedded(folder)

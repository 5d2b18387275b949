"""The database's own files and its backups, byte by byte: after an erasure, a change of keys, and a restore.

PostgreSQL keeps what was deleted in its files until it cleans them up, and in its log for longer. All of it is ciphertext.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot import cli
from storage import erasure, resealing, subjects
from storage.crypto import KeyRing, Unreadable
from storage.database import connect, migrate, start_embedded, stop_embedded
from storage.tables import people
from tests.faults.server import copy_files
from tests.raw import found_in, leaks, unpacked
from tests.stage import Stage, stage
from tests.storage.planted import MARK, Planted

IN_CLEAR = ("phones", "phone_messages")
"""The playground's own phones show what they show; there are none where families write."""
PLAIN = "planted-point"
"""What stands in the tables in clear, so that a search that finds nothing would be noticed."""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A house whose database has its files to itself, in `tmp_path / "data"`."""
    data, keys = tmp_path / "data", tmp_path / "keys"
    copy_files(data)
    url = start_embedded(data)
    for name, value in {"DATABASE_URL": url, "DOORSTEP_DATA": data, "DOORSTEP_KEYS": keys}.items():
        monkeypatch.setenv(name, str(value))
    engine = connect(url)
    migrate(engine)
    with stage(engine, KeyRing.create(keys)) as built:
        yield built
    engine.dispose()
    stop_embedded(data)


def written(engine: Engine, data: Path) -> dict[str, list[str]]:
    """Where planted words stand in the files of the database, once all is written out to them."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
    assert any(PLAIN.encode() in path.read_bytes() for path in data.rglob("*") if path.is_file())
    return leaks(data, [MARK])


@pytest.mark.clause("X4", "G5.6")
def test_no_planted_word_is_in_a_raw_file_after_erasure_after_rotation_and_after_a_restore(
    house: Stage, tmp_path: Path
) -> None:
    data, engine = tmp_path / "data", house.house.engine
    with house.house.work("test") as work:
        planted = Planted(work, but=IN_CLEAR)
        sealed = work.connection.execute(people.select()).mappings().one()["full_name_sealed"]
        assert MARK in work.keys.open("people.full_name", planted["people"], sealed)
    assert cli.run(["backup", str(tmp_path / "before")]) == 0
    assert written(engine, data) == {}

    with house.house.work("test") as work:
        erasure.erase(work, subjects.of_family(work, planted["families"]), "request")
    assert written(engine, data) == {}

    newest = KeyRing.add_key(tmp_path / "keys")
    resealing.reseal(engine, newest, lambda: None)
    assert written(engine, data) == {}

    assert cli.run(["backup", str(tmp_path / "after")]) == 0
    engine.dispose()
    assert cli.run(["restore", str(tmp_path / "before"), "--replace"]) == 0
    assert written(engine, data) == {}
    for backup in ("before", "after"):
        assert found_in(unpacked(tmp_path / backup), [MARK, PLAIN]) == [PLAIN]

    resealing.reseal(engine, newest, lambda: None)
    left = KeyRing.retire(tmp_path / "keys")
    with pytest.raises(Unreadable):
        left.open("people.full_name", planted["people"], sealed)

"""Changing the keys of a database that is in use, and what shows when somebody moves or changes ciphertext."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine, select, update

from bot.operating.keys import rotate
from storage import staff
from storage.alone import Alone
from storage.crypto import KeyRing, Unreadable
from storage.resealing import older, reseal
from storage.tables import audit, conversations, metadata
from storage.tables import staff as staff_rows
from tests.channels.operating import Run, runner
from tests.stage import Stage, stage

ROW = UUID("8f7a2f3e-2c1b-4d58-9a57-3a1f0c9d1e11")
COMPLAINT = ["amira> COMPLAIN", "amira> The tutor was late and nobody told us."]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys"


@pytest.fixture
def playground(database: Engine, path: Path) -> Iterator[Stage]:
    with stage(database, KeyRing.create(path)) as built:
        yield built


def at_once(_: float = 0) -> None:
    return None


def ids_of_keys(engine: Engine) -> set[bytes]:
    """The key ids that values sealed by the ring carry, in every table."""
    columns = [(t, c) for t in metadata.sorted_tables for c in t.columns if c.name.endswith("_sealed")]
    with engine.begin() as connection:
        values = [row[0] for _, column in columns for row in connection.execute(select(column))]
    return {bytes(value[1:5]) for value in values if value is not None and value[:1] == b"\x01"}


def begin(playground: Stage) -> None:
    playground.talk.do("phone amira signal")
    for line in ("amira> hello", "amira> 1", *COMPLAINT):
        playground.talk.do(line)


def test_a_conversation_goes_on_while_every_value_is_sealed_again(playground: Stage, path: Path) -> None:
    begin(playground)
    new = KeyRing.add_key(path)
    before = ids_of_keys(playground.house.engine)
    done = reseal(playground.house.engine, new, at_once)
    assert done.values > 5
    assert done.left == ()
    assert ids_of_keys(playground.house.engine) == {new.head[1:]}
    assert before.isdisjoint({new.head[1:]})
    assert playground.talk.do("amira> STATUS")
    assert playground.house.keys.head == new.head
    reseal(playground.house.engine, new, at_once)
    assert playground.talk.do("amira> STATUS")
    assert ids_of_keys(playground.house.engine) == {new.head[1:]}


def test_rotation_writes_down_that_it_was_done(
    playground: Stage, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(playground)
    waited: list[float] = []
    assert rotate(playground.house, KeyRing.add_key(path), waited.append) == 0
    assert any(50 < each <= 60 for each in waited)
    assert "Sealed" in capsys.readouterr().out


def test_a_rotation_that_was_stopped_goes_on_where_it_was(playground: Stage, path: Path) -> None:
    begin(playground)
    new = KeyRing.add_key(path)
    every = older(playground.house.engine, new)
    reseal(playground.house.engine, new, at_once)
    assert len(every) > 3
    assert reseal(playground.house.engine, new, at_once).values == 0


def test_a_row_that_a_turn_holds_is_taken_in_the_next_pass(playground: Stage, path: Path) -> None:
    begin(playground)
    new = KeyRing.add_key(path)
    with playground.house.engine.connect() as holder:
        holder.execute(select(conversations.c.id).with_for_update())
        done = reseal(playground.house.engine, new, holder.rollback)
    assert done.left == ()
    assert done.values > 0


def test_nothing_opens_with_the_retired_key_alone(playground: Stage, path: Path) -> None:
    begin(playground)
    path_of_old = path.with_name("old")
    path_of_old.write_bytes(path.read_bytes())
    path_of_old.chmod(0o600)
    retired = KeyRing.load(path_of_old)
    new = KeyRing.add_key(path)
    reseal(playground.house.engine, new, at_once)
    with playground.house.engine.begin() as connection:
        rows = connection.execute(select(conversations.c.id, conversations.c.state_sealed)).all()
    assert rows
    for row_id, sealed in rows:
        assert new.open_json("conversations.state", row_id, sealed)
        with pytest.raises(Unreadable):
            retired.open_json("conversations.state", row_id, sealed)


def test_a_value_that_does_not_open_is_named_by_its_place_and_stays(playground: Stage, path: Path) -> None:
    begin(playground)
    new = KeyRing.add_key(path)
    with playground.house.engine.begin() as connection:
        row_id, sealed = connection.execute(select(conversations.c.id, conversations.c.state_sealed)).first() or (
            0,
            b"",
        )
        spoiled = sealed[:-1] + bytes([sealed[-1] ^ 1])
        connection.execute(update(conversations).where(conversations.c.id == row_id).values(state_sealed=spoiled))
    assert reseal(playground.house.engine, new, at_once).left == ("conversations.state",)


def test_a_process_opens_at_once_what_a_later_key_sealed(path: Path) -> None:
    running = KeyRing.create(path)
    sealed = KeyRing.add_key(path).seal("people.full_name", ROW, "Amira Sample")
    assert running.open("people.full_name", ROW, sealed) == "Amira Sample"


def test_a_process_seals_with_a_later_key_within_half_a_minute(path: Path) -> None:
    now = [0.0]
    KeyRing.create(path)
    running = KeyRing.load(path, clock=lambda: now[0])
    before, after = running.head, KeyRing.add_key(path).head
    assert running.seal("people.full_name", ROW, "Amira Sample").startswith(before)
    now[0] = 30.0
    assert running.seal("people.full_name", ROW, "Amira Sample").startswith(after)


def test_a_file_that_was_swapped_for_another_ring_is_not_taken_up(path: Path, tmp_path: Path) -> None:
    now = [0.0]
    KeyRing.create(path)
    running = KeyRing.load(path, clock=lambda: now[0])
    before = running.head
    KeyRing.create(tmp_path / "other")
    (tmp_path / "other").replace(path)
    now[0] = 60.0
    assert running.seal("people.full_name", ROW, "Amira Sample").startswith(before)


def test_ciphertext_swapped_between_two_rows_shows(playground: Stage) -> None:
    rows = staff_rows.c
    with playground.house.engine.begin() as connection:
        found = {row[0]: row[1] for row in connection.execute(select(rows.id, rows.name_sealed))}
        first, second = list(found)[:2]
        connection.execute(update(staff_rows).where(rows.id == first).values(name_sealed=found[second]))
    with pytest.raises(Unreadable, match=r"staff\.name"), playground.house.work("test") as work:
        staff.everybody(work)


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], database_url: str, path: Path, tmp_path: Path
) -> Run:
    KeyRing.create(path)
    monkeypatch.setattr("bot.operating.keys.SETTLED", timedelta())
    return runner(
        monkeypatch, capsys, DATABASE_URL=database_url, DOORSTEP_KEYS=str(path), DOORSTEP_DATA=str(tmp_path / "data")
    )


def make_older(path: Path) -> None:
    lines = path.read_text("ascii").splitlines(keepends=True)
    hours_ago = datetime.now(UTC) - timedelta(hours=2)
    at = next(n for n, line in enumerate(lines) if not line.startswith("#"))
    lines[at] = " ".join([*lines[at].split()[:2], f"{hours_ago:%Y-%m-%dT%H:%M:%SZ}"]) + "\n"
    path.write_text("".join(lines), "ascii")


async def test_old_keys_are_taken_out_only_when_nothing_needs_them(run: Run, path: Path) -> None:
    alone = await run("keys", "retire")
    assert (alone.code, "one key only" in alone.err) == (2, True)
    assert (await run("keys", "rotate")).code == 0
    early = await run("keys", "retire")
    assert (early.code, "younger than an hour" in early.err) == (2, True)
    make_older(path)
    KeyRing.add_key(path, datetime.now(UTC) - timedelta(hours=2))
    needed = await run("keys", "retire")
    assert (needed.code, "staff.name" in needed.err) == (2, True)
    assert "Going on" in (await run("keys", "rotate")).out
    retired = await run("keys", "retire")
    assert (retired.code, "Backups" in retired.out) == (0, True)
    assert not KeyRing.load(path).has_older
    assert (await run("audit", "verify")).code == 0
    kept = path.with_name("anchors")
    kept.write_text((await run("audit", "anchor")).out)
    fits = await run("audit", "verify", "--anchor", str(kept))
    assert (fits.code, "The anchor in line 1 fits" in fits.out) == (0, True)
    kept.write_text(kept.read_text() + kept.read_text().replace("position=", "position=9") + "something\n")
    wrong = await run("audit", "verify", "--anchor", str(kept))
    assert (wrong.code, "line 2 was not signed" in wrong.err, "line 3 is not an anchor" in wrong.err) == (1, True, True)
    assert (await run("audit", "verify", "--anchor", str(path.with_name("none")))).code == 2


async def test_values_that_were_tampered_with_are_named_and_stop_no_change_of_keys(
    run: Run, path: Path, own_database: Engine
) -> None:
    await run("staff", "add", "anna")
    with own_database.begin() as connection:
        names = select(staff_rows.c.id, staff_rows.c.name_sealed).order_by(staff_rows.c.id)
        first, second = list(connection.execute(names))[:2]
        for row, swapped in ((first, second), (second, first)):
            here = update(staff_rows).where(staff_rows.c.id == row.id)
            connection.execute(here.values(name_sealed=swapped.name_sealed))
    before = KeyRing.load(path).head
    for _ in range(2):
        rotated = await run("keys", "rotate")
        assert (rotated.code, "open with no key: staff.name" in rotated.err) == (2, True)
        assert KeyRing.load(path).head != before
        before = KeyRing.load(path).head
    make_older(path)
    refused = await run("keys", "retire")
    assert (refused.code, "staff.name" in refused.err, "--give-up" in refused.err) == (2, True, True)
    assert (await run("keys", "retire", "--give-up")).code == 0
    assert not KeyRing.load(path).has_older


async def test_two_do_not_change_the_keys_at_once(run: Run, path: Path, own_database: Engine) -> None:
    other = Alone(own_database, "keys")
    assert other.holds()
    refused = await run("keys", "rotate")
    assert (refused.code, "somebody else changes the keys now" in refused.err) == (2, True)
    assert not KeyRing.load(path).has_older
    other.give_up()
    assert (await run("keys", "rotate", "--by", "maria")).code == 0
    with own_database.begin() as connection:
        done = connection.execute(select(audit.c.actor, audit.c.act).where(audit.c.object_kind == "keys")).all()
    assert [tuple(each) for each in done] == [("operator:maria", "rotate")]

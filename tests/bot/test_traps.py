"""A code that was given to nobody stands in a live database: whoever writes it has read the database or a copy."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine, func, select

from bot.due import erasing
from storage import invitations, sweeping, traps
from storage.crypto import KeyRing
from storage.tables import incidents, people
from storage.tables import invitations as rows
from tests.bot.test_guessing import WRONG, says
from tests.stage import Stage, stage

pytestmark = pytest.mark.clause("G2.2")


@pytest.fixture
def at(staffed: Engine, keys: KeyRing) -> Iterator[Stage]:
    with stage(staffed, keys) as built:
        yield built


def lay(at: Stage) -> str:
    """Lay the trap; its code, as a thief with the keys reads it."""
    with at.house.work("operator") as work:
        for _ in range(2):
            traps.lay(work, work.now + timedelta(days=7))
        row = work.connection.execute(select(rows.c.id, rows.c.code_sealed)).one()
        return work.keys.open("invitations.code", row.id, row.code_sealed)


def stranger(at: Stage, who: str = "mallory") -> None:
    at.talk.do(f"phone {who} signal")
    for words in ("hello", "1", "1"):
        at.talk.do(f"{who}> {words}")


def reported(at: Stage) -> int:
    with at.house.work("test") as work:
        return int(work.connection.execute(select(func.count()).select_from(incidents)).scalar_one())


def test_whoever_writes_it_hears_what_all_hear_and_managers_and_the_data_lead_have_an_incident(at: Stage) -> None:
    code = lay(at)
    stranger(at)
    at.talk.do("mallory> 1")
    assert WRONG in says(at, "mallory", code)
    for who in ("maria", "max", "dora"):
        assert "INCIDENTS" in at.talk.said_to(who)[-1]
    assert code not in "\n".join(at.talk.said_to("maria") + at.talk.said_to("staff-channel"))
    at.talk.do("dora> INCIDENTS")
    at.talk.do("dora> 1")
    assert "has probably read both" in "\n".join(at.talk.said_to("dora"))
    with at.house.work("test") as work:
        assert work.connection.execute(select(people.c.id)).all() == []


def test_it_is_one_incident_a_day_however_often_it_is_written(at: Stage) -> None:
    code = lay(at)
    stranger(at)
    for _ in range(2):
        at.talk.do("mallory> 1")
        says(at, "mallory", code)
    assert reported(at) == 1


def test_an_old_one_that_was_tried_from_a_stolen_backup_is_still_known(at: Stage) -> None:
    code = lay(at)
    at.talk.do("clock +200d")
    stranger(at)
    at.talk.do("mallory> 1")
    assert WRONG in says(at, "mallory", code)
    assert reported(at) == 1


def test_every_night_it_looks_as_if_it_was_made_today_and_no_period_ends_it(at: Stage) -> None:
    lay(at)
    with at.house.work("clock") as work:
        work.now += timedelta(days=400)
        erasing.run_periods(work, at.house.organisation, UUID(int=0), "")
        sweeping.sweep(work, at.house.organisation.retention.model_dump())
        row = work.connection.execute(select(rows.c.made_at, rows.c.expires_at, rows.c.spent_at)).one()
        assert row.made_at == work.now < row.expires_at
        assert row.spent_at is None


def test_no_list_of_staff_shows_it(at: Stage) -> None:
    lay(at)
    with at.house.work("test") as work:
        assert invitations.given_out(work) == []
    for who in ("anna", "maria"):
        at.talk.do(f"{who}> REVOKE")
        assert "1." not in at.talk.said_to(who)[-1]


def test_in_the_playground_there_is_none(at: Stage) -> None:
    with at.house.work("test") as work:
        erasing.run_periods(work, at.house.organisation, UUID(int=0), "")
        assert work.connection.execute(select(rows.c.id)).all() == []


@pytest.mark.parametrize("word", ["REVOKE", "PHONE"])
def test_a_colleague_who_writes_it_hears_what_all_hear_and_the_others_have_an_incident(at: Stage, word: str) -> None:
    code = lay(at)
    other = [at.talk.do(line) for line in (f"maria> {word} ZZZZ-ZZZ9", "maria> yes")][-1]
    told = [at.talk.do(line) for line in (f"maria> {word} {code}", "maria> yes")][-1]
    assert [text for text in told if "bot to maria" in text] == [text for text in other if "bot to maria" in text]
    assert reported(at) == 1
    assert "INCIDENTS" in at.talk.said_to("max")[-1]
    assert "INCIDENTS" in at.talk.said_to("dora")[-1]
    assert "INCIDENTS D" not in "\n".join(at.talk.said_to("maria"))
    with at.house.work("test") as work:
        assert traps.is_one(work, invitations.by_code(work, code))
        assert work.connection.execute(select(rows.c.revoked_at)).scalars().all() == [None]

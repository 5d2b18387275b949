"""READS: a manager learns who read what, in codes, and nothing of what is about the manager."""

from datetime import datetime
from uuid import uuid4

import pytest
from sqlalchemy import Engine, select

from bot.acts import staff_readings
from flows.policy import Refused
from flows.staff.acts.readings import ListReadings
from storage import concerns
from storage.crypto import KeyRing
from storage.tables import audit
from tests.group_life import Life, begin


def reads(life: Life, handle: str, asked: str) -> list[tuple[str, str]]:
    found = life.at(handle, ListReadings(asked), staff_readings.list_readings)
    assert isinstance(found, tuple)
    return [(each.by, each.code) for each in found]


@pytest.mark.clause("H2.2")
def test_a_manager_sees_who_read_a_code_and_what_a_colleague_read_and_others_do_not(
    database: Engine, keys: KeyRing, moment: datetime
) -> None:
    life = begin(database, keys, moment)
    for reader, kind, code in (("anna", "case", "F-7Q2A"), ("mo", "case", "F-7Q2A"), ("anna", "meeting", "M-7Q2A")):
        with life.work() as work:
            work.actor = f"staff:{reader}"
            work.record("read", kind, code)
    assert reads(life, "maria", "f-7q2a") == [("mo", "F-7Q2A"), ("anna", "F-7Q2A")]
    assert reads(life, "maria", "ANNA") == [("anna", "F-7Q2A")]
    assert reads(life, "maria", "my own words") == []
    assert isinstance(life.at("anna", ListReadings("F-7Q2A"), staff_readings.list_readings), Refused)
    with database.connect() as connection:
        kept = connection.scalars(select(audit.c.object_id).where(audit.c.object_kind == "readings")).all()
    assert sorted(kept) == ["F-7Q2A", "anna", "unknown", "unknown"]


@pytest.mark.clause("A3")
def test_a_manager_learns_nothing_of_who_reads_a_concern_about_that_manager(
    database: Engine, keys: KeyRing, moment: datetime
) -> None:
    life = begin(database, keys, moment)
    with life.work() as work:
        work.actor = "staff:dee"
        code, _ = concerns.open_concern(work, uuid4(), source="staff", words="Look at this.", not_to=["maria"])
        other, _ = concerns.open_concern(work, uuid4(), source="staff", words="And at this.")
        work.record("read", "concern", code)
        work.record("read", "concern", other)
    assert reads(life, "maria", code) == []
    assert reads(life, "maria", "dee") == [("dee", other)]


@pytest.mark.clause("H2.2")
def test_the_code_of_a_group_is_kept_also_where_the_organisation_chose_it(
    database: Engine, keys: KeyRing, moment: datetime
) -> None:
    life = begin(database, keys, moment)
    with life.work() as work:
        for written in (life.organisation.groups[0].code, "Sara Example"):
            work.record("list_members", "group", written)
    with database.connect() as connection:
        kept = connection.scalars(select(audit.c.object_id).where(audit.c.object_kind == "group").order_by(audit.c.n))
        assert kept.all()[-2:] == [life.organisation.groups[0].code, "unknown"]

"""READS: a manager learns who read what, in codes, and nothing of what is about the manager."""

from datetime import datetime
from uuid import uuid4

import pytest
from sqlalchemy import Engine, event, select, text, update

from bot.acts import (
    staff_groups,
    staff_meetings,
    staff_one_to_ones,
    staff_platform,
    staff_readings,
    staff_running,
)
from flows.policy import Refused
from flows.staff.acts.groups import ListMembers
from flows.staff.acts.meetings import ListExpected, ReadMeeting, WaitingList
from flows.staff.acts.one_to_ones import ListAdults
from flows.staff.acts.platform import WhoHeld
from flows.staff.acts.readings import ListReadings
from storage import complaints, concerns, groups, incidents, readings
from storage.crypto import KeyRing
from storage.incidents import NewIncident
from storage.tables import audit
from storage.tables import complaints as complaint_rows
from tests.group_life import Life, begin

MANY = """
INSERT INTO audit (at, actor, act, object_kind, object_id, outcome, policy_version)
SELECT now(), 'staff:n' || n % 50, CASE WHEN n % 9 = 0 THEN 'read' ELSE 'tell' END, 'case',
    CASE WHEN n % 90 = 0 THEN 'F-7Q2A' ELSE 'F-' || n % 999 END, 'done', '2023-09-20'
FROM generate_series(1, 20000) AS n
"""


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
    with database.begin() as connection:
        kept = connection.scalars(select(audit.c.object_id).where(audit.c.object_kind == "readings")).all()
    assert sorted(kept) == ["F-7Q2A", "anna", "unknown", "unknown"]


@pytest.mark.clause("G5.1", "H2.2")
def test_a_manager_sees_who_had_the_names_of_a_group_or_of_a_meeting_before_them(life: Life) -> None:
    life.make_ready()
    meeting = life.meeting()
    with life.work() as work:
        found = groups.by_id(work, life.group_id)
    assert found is not None
    group = found.code
    for command, act in (
        (ListMembers(group), staff_groups.list_members),
        (WaitingList(meeting.code), staff_running.waiting_list),
        (ListExpected(meeting.code), staff_running.list_expected),
        (ReadMeeting(meeting.code), staff_meetings.read_meeting),
        (WhoHeld(meeting.code), staff_platform.who_held),
        (ListAdults(group), staff_one_to_ones.list_adults),
    ):
        life.at("anna", command, act)
    assert reads(life, "maria", "anna") == [("anna", each) for each in (group, *[meeting.code] * 3, group)]


@pytest.mark.clause("H2.2")
def test_a_manager_learns_of_no_reading_of_an_incident_that_is_kept_from_the_manager(life: Life) -> None:
    codes = []
    with life.work() as work:
        work.actor = "staff:dora"
        for kept_from in ((), ("maria",)):
            new = NewIncident("lost_phone", "Look.", "family", life.now, kept_from)
            code, _ = incidents.add(work, uuid4(), new)
            work.record("read", "incident", code)
            codes.append(code)
    assert reads(life, "maria", "dora") == [("dora", codes[0])]


@pytest.mark.clause("A3", "G12.4")
def test_a_manager_learns_of_no_reading_of_a_concern_unless_paged_for_it_and_not_meant_by_it(life: Life) -> None:
    codes = {}
    with life.work() as work:
        work.actor = "staff:dee"
        for name, not_to, paged in (("about", ["maria"], ["maria"]), ("other", [], []), ("paged", [], ["maria"])):
            concern_id = uuid4()
            codes[name], _ = concerns.open_concern(work, concern_id, source="staff", words="Look.", not_to=not_to)
            concerns.change(work, concern_id, paged=paged)
            work.record("read", "concern", codes[name])
    assert reads(life, "maria", codes["about"]) == reads(life, "maria", codes["other"]) == []
    assert reads(life, "maria", "dee") == [("dee", codes["paged"])]


@pytest.mark.clause("G12.4")
def test_a_manager_learns_of_no_reading_of_a_complaint_but_as_its_handler_also_when_its_words_are_gone(
    database: Engine, keys: KeyRing, moment: datetime
) -> None:
    life = begin(database, keys, moment)
    contact = life.contact(life.member("Sara"))
    codes = {}
    with life.work() as work:
        work.actor = "staff:max"
        for name, about, handler in (("about", ["maria"], "maria"), ("of_max", [], "max"), ("own", [], "maria")):
            complaint_id = uuid4()
            codes[name], _ = complaints.open_complaint(
                work,
                complaint_id,
                kind="complaint",
                contact_id=contact.id,
                words="So it was.",
                about=about,
                hide_name=False,
                handler_id=life.staff[handler],
                acknowledge_by=moment,
                answer_by=moment,
            )
            work.record("read", "complaint", codes[name])
    assert reads(life, "maria", "max") == [("max", codes["own"])]
    with life.work() as work:
        work.connection.execute(update(complaint_rows).values(closed_at=moment))
        work.connection.execute(update(complaint_rows).where(complaint_rows.c.code != codes["about"]).values(about=[]))
    assert reads(life, "maria", codes["of_max"]) == []
    assert reads(life, "max", codes["of_max"]) == [("max", codes["of_max"])]


@pytest.mark.clause("H2.2")
def test_readings_are_found_by_their_indexes_however_long_the_audit_is(life: Life) -> None:
    with life.work() as work:
        work.connection.execute(text(MANY))
        work.connection.execute(text("ANALYZE audit"))
        asked: list[tuple[str, dict[str, object]]] = []
        event.listen(work.connection, "before_cursor_execute", lambda *said: asked.append((said[2], said[3])))
        assert len(readings.last(work, "F-7Q2A", "maria")) == readings.MOST
        query, params = asked[0]
        plan = "\n".join(work.connection.exec_driver_sql(f"EXPLAIN {query}", params).scalars())
    assert "audit_read_what_idx" in plan
    assert "audit_read_by_idx" in plan
    assert "Seq Scan on audit" not in plan


@pytest.mark.clause("H2.2")
def test_the_code_of_a_group_is_kept_also_where_the_organisation_chose_it(
    database: Engine, keys: KeyRing, moment: datetime
) -> None:
    life = begin(database, keys, moment)
    with life.work() as work:
        for written in (life.organisation.groups[0].code, "Sara Example"):
            work.record("read", "group", written)
    with database.begin() as connection:
        kept = connection.scalars(select(audit.c.object_id).where(audit.c.object_kind == "group").order_by(audit.c.n))
        assert kept.all()[-2:] == [life.organisation.groups[0].code, "unknown"]

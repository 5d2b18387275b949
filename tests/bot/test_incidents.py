"""Data incidents: anybody reports, those who settle them are told, the regulator's hours run until it is settled."""

import pytest
from sqlalchemy import select

from flows.family.acts import Done
from flows.family.acts.care import ReportRecording
from flows.policy import Refused
from flows.staff.acts.breaches import ListBreaches
from flows.staff.acts.incidents import ListIncidents, ReadIncident, ReportIncident, WorkOnIncident
from storage import incidents as incident_store
from storage import sweeping
from storage.tables import audit, inbox, incidents
from tests.bot.desk import Desk, desk
from tests.stage import Stage

NOT_THERE = Refused("A1", "refused_no_such_incident")


@pytest.mark.clause("H3.4")
def test_anybody_of_the_staff_reports_and_managers_and_data_lead_hear_of_it(at: Desk) -> None:
    code = at.staff_does("ben", ReportIncident("lost_phone", "It was on the bus."))
    for who in ("maria", "max", "dora"):
        assert at.told_staff(who) == ["staff_incident_new"]
        assert at.staff_does(who, ListIncidents()) == (code,)
    assert at.told_staff("anna") == []
    assert at.staff_does("anna", ReadIncident(code)) == NOT_THERE
    assert at.staff_does("anna", ReadIncident("D-XXXX")) == NOT_THERE
    assert at.staff_does("dora", ReadIncident(code)).words == "It was on the bus."
    assert at.told_channel() == []


def test_its_words_stay_sealed(at: Desk) -> None:
    at.staff_does("ben", ReportIncident("lost_phone", "It was on the bus."))
    with at.house.engine.begin() as connection:
        row = connection.execute(select(incidents)).mappings().one()
    assert b"bus" not in bytes(row["words_sealed"])


@pytest.mark.clause("H3.4")
def test_the_regulators_clock_runs_until_it_knows_or_there_is_no_risk(at: Desk) -> None:
    code = at.staff_does("ben", ReportIncident("leaked_list", "A list hangs in the hall."))
    at.later(hours=24, seconds=1)
    at.fire()
    assert at.told_staff("dora") == ["staff_incident_new", "staff_incident_due"]
    assert at.staff_does("dora", WorkOnIncident(code, "assessment", "Addresses.", "risk")) == Done()
    at.later(hours=48)
    at.fire()
    assert at.told_staff("dora")[-1] == "staff_incident_late"
    assert at.staff_does("dora", WorkOnIncident(code, "regulator", "Today, IC-1.")) == Done()
    at.later(hours=48)
    at.fire()
    assert at.told_staff("dora").count("staff_incident_late") == 1


def test_without_a_risk_nobody_is_reminded(at: Desk) -> None:
    code = at.staff_does("ben", ReportIncident("wrong_chat", "I took it back."))
    at.staff_does("max", WorkOnIncident(code, "assessment", "Nobody had read it.", "no_risk"))
    at.later(days=4)
    at.fire()
    assert at.told_staff("max") == ["staff_incident_new"]


@pytest.mark.clause("H3.4")
def test_an_incident_is_closed_when_the_risk_is_judged_and_told(at: Desk) -> None:
    code = at.staff_does("ben", ReportIncident("leaked_list", "A list hangs in the hall."))
    closing = WorkOnIncident(code, "closing", "Lists stay in the drawer.")
    assert at.staff_does("dora", closing) == Refused("H3.4", "refused_incident_not_assessed")
    at.staff_does("dora", WorkOnIncident(code, "assessment", "Addresses.", "high_risk"))
    assert at.staff_does("dora", closing) == Refused("H3.4", "refused_regulator_first")
    at.staff_does("dora", WorkOnIncident(code, "regulator", "Today, IC-1."))
    assert at.staff_does("dora", closing) == Done()
    assert [each.kind for each in at.staff_does("dora", ReadIncident(code)).notes] == [
        "assessment",
        "regulator",
        "closing",
    ]
    assert at.staff_does("dora", ListIncidents()) == ()
    assert at.staff_does("max", WorkOnIncident(code, "note", "more")) == Refused("A4", "refused_already_done")


def test_its_words_go_after_their_period_once_it_is_closed(at: Desk) -> None:
    kept, closed = (at.staff_does("ben", ReportIncident("wrong_chat", words)) for words in ("One.", "Two."))
    at.staff_does("dora", WorkOnIncident(closed, "assessment", "Nobody had read it.", "no_risk"))
    at.staff_does("dora", WorkOnIncident(closed, "closing", "Look twice."))
    at.later(days=at.house.organisation.retention.checks + 1)
    with at.house.work("test") as work:
        assert sweeping.sweep(work, at.house.organisation.retention.model_dump())["incidents"] == 1
    with at.house.work("test") as work:
        words = {code: each.words(work) for code in (kept, closed) if (each := incident_store.by_code(work, code))}
        assert words == {kept: "One.", closed: ""}
        found = incident_store.by_code(work, closed)
        assert found is not None
        assert incident_store.notes(work, found.id) == []


@pytest.mark.clause("H3.3", "H3.4")
def test_somebody_who_films_opens_both_cases_in_a_one_to_one_as_in_a_group(at: Desk) -> None:
    at.family_does(ReportRecording("someone is filming"))
    assert len(at.staff_does("maria", ListBreaches())) == 1
    assert len(at.staff_does("maria", ListIncidents())) == 1
    assert "staff_recording_reported" in at.told_staff("dora")


@pytest.mark.clause("H3.4")
def test_a_recording_by_a_manager_is_kept_from_that_manager(at: Desk) -> None:
    manager = at.house.organisation.member("maria")
    assert manager is not None
    at.family_does(ReportRecording(f"{manager.name.split()[0]} is filming us"))
    assert at.staff_does("maria", ListIncidents()) == ()
    assert at.told_staff("maria") == []
    assert len(at.staff_does("max", ListIncidents())) == 1


@pytest.mark.clause("H3.1", "H3.3")
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("text", "here is the recording https://zoom.us/rec/share/abc"),
        ("text", "nagranie ze spotkania www.example.org/x"),
        ("photo", "screenshot of the session"),
    ],
)
def test_what_is_said_to_be_a_recording_is_refused_deleted_and_reported(
    playground: Stage, kind: str, words: str
) -> None:
    playground.talk.do("phone sara signal")
    playground.talk.write({"from": "sara", "id": "m0", "text": words, "kind": kind})
    playground.talk.look()
    assert any("I did not keep it" in text for text in playground.talk.said_to("sara"))
    with playground.house.engine.begin() as connection:
        assert connection.execute(select(inbox.c.frame_sealed)).scalars().all() == [None]
        refused = select(audit.c.object_kind).where(audit.c.outcome == "refused:refused_recording")
        assert connection.execute(refused).scalars().all() == ["link" if kind == "text" else kind]
    assert len(Desk(playground.house, desk(playground.house).family).staff_does("dora", ListIncidents())) == 1


def test_an_ordinary_link_is_no_recording(playground: Stage) -> None:
    playground.talk.do("phone sara signal")
    playground.talk.do("sara> I lost the video link https://zoom.us/j/1")
    assert not any("I did not keep it" in text for text in playground.talk.said_to("sara"))


@pytest.mark.clause("H3.4")
@pytest.mark.parametrize("who", ["maria", "dora"])
def test_in_the_chat_whoever_settles_it_reads_what_happened(playground: Stage, who: str) -> None:
    playground.talk.do("ben> INCIDENT")
    playground.talk.do("ben> 1")
    playground.talk.do("ben> It was on the bus.")
    with playground.house.work("test") as work:
        [written] = [row.code for row in work.connection.execute(select(incidents.c.code))]
    assert "It was on the bus." in "\n".join(playground.talk.do(f"{who}> INCIDENTS {written}"))


@pytest.mark.clause("H3.4")
def test_whoever_says_no_risk_does_not_stop_the_clock_for_a_colleague_who_finds_one(at: Desk) -> None:
    code = at.staff_does("ben", ReportIncident("leaked_list", "A list hangs in the hall."))
    assert at.staff_does("max", WorkOnIncident(code, "assessment", "Nobody had read it.", "no_risk")) == Done()
    at.later(hours=50)
    at.fire()
    assert at.told_staff("dora") == ["staff_incident_new"]
    assert at.staff_does("dora", WorkOnIncident(code, "assessment", "Addresses.", "high_risk")) == Done()
    at.later(hours=17)
    at.fire()
    assert at.told_staff("dora")[1:] == ["staff_incident_due"]
    at.later(hours=6)
    at.fire()
    assert at.told_staff("dora")[1:] == ["staff_incident_due", "staff_incident_late"]


@pytest.mark.clause("H3.4")
def test_a_risk_that_is_found_after_the_hours_are_over_is_said_to_be_late(at: Desk) -> None:
    code = at.staff_does("ben", ReportIncident("leaked_list", "A list hangs in the hall."))
    assert at.staff_does("max", WorkOnIncident(code, "assessment", "Nobody had read it.", "no_risk")) == Done()
    at.later(hours=80)
    assert at.staff_does("dora", WorkOnIncident(code, "assessment", "Addresses.", "high_risk")) == Done()
    at.later(hours=2)
    at.fire()
    assert at.told_staff("dora")[1:] == ["staff_incident_late"]

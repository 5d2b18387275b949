"""One of two adults asks: each is shown their own; once erased, nothing that they wrote or that names them stays."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, select, update

from flows.staff.acts.cases import CaseDetails, ReadCase, RecordSuitability
from storage import breaches, cases, contacts, erasure, export, people, staff, subjects
from storage.breaches import Report
from storage.tables import bars as bar_rows
from storage.tables import breaches as breach_rows
from storage.tables import cases as case_rows
from storage.tables import checks, referrals
from storage.tables import people as people_rows
from tests.bot.desk import Desk

AMIRA, OMAR = "Amira Quillfeather", "Omar Zephyrson"
NUMBER = "+447700900777"


def two_phones(at: Desk, **told: str) -> tuple[str, UUID]:
    """A family of two who asked from Amira's phone; Omar has his own. The case's code, and his phone."""
    code = at.ask_to_join(AMIRA, OMAR)
    with at.house.work("test") as work:
        own = contacts.add(work, "signal", NUMBER, lane_id=at.family.lane_id)
        work.connection.execute(update(people_rows).where(people_rows.c.number == 2).values(contact_id=own.id))
        case = cases.by_code(work, code)
        assert case is not None
        said = work.keys.seal_json("cases.details", case.id, cases.details(work, case.id) | told)
        cases.change(work, case.id, details_sealed=said)
    return code, own.id


def erase(at: Desk, contact_id: UUID) -> None:
    with at.house.work("test") as work:
        contact = contacts.by_id(work, contact_id)
        assert contact is not None
        subject = subjects.of_contact(work, contact)
        assert not subject.whole
        erasure.erase(work, subject, "request")


def shown(at: Desk, code: str) -> CaseDetails:
    details = at.staff_does("anna", ReadCase(code))
    assert isinstance(details, CaseDetails)
    return details


@pytest.mark.clause("X4")
@pytest.mark.parametrize(
    "words",
    [
        "Omar knows you from the park",
        "from zephyrson's sister",
        "OMAR",
        "my partner Omr told me",
        "Amira,Omar and the baby",
        "od Omarowi, z parku",
        "u Zephyrsona",
        "ring 07700 900 777 after five",
        "(+44) 7700-900777",
    ],
)
def test_words_of_the_other_adult_go_where_they_name_the_one_who_is_erased(at: Desk, words: str) -> None:
    code, his = two_phones(at, known_from=words, access_needs="a ramp", ring_number=NUMBER)
    erase(at, his)
    details = shown(at, code)
    assert (details.known_from, details.access_needs) == ("", "a ramp")
    assert NUMBER not in details.ring_number


@pytest.mark.clause("X4")
def test_words_that_name_nobody_who_goes_stay_with_the_one_who_stays(at: Desk) -> None:
    code, his = two_phones(at, known_from="Amira knows you from the park", ring_number="+447700900111")
    erase(at, his)
    details = shown(at, code)
    assert (details.known_from, details.ring_number) == ("Amira knows you from the park", "+447700900111")
    assert details.safe_times == "mornings"


@pytest.mark.clause("X4")
def test_whoever_wrote_for_the_family_leaves_none_of_their_words(at: Desk) -> None:
    code, _ = two_phones(at, known_from="the park group", access_needs="I am deaf", ring_number="+447700900111")
    erase(at, at.family.id)
    details = shown(at, code)
    assert (details.known_from, details.access_needs) == ("", "")
    assert [name for name, _, _ in details.adults] == [OMAR]


@pytest.mark.clause("X4")
def test_what_staff_wrote_of_the_family_and_when_it_may_be_rung_go_where_they_name_them(at: Desk) -> None:
    code, his = two_phones(at)
    at.review(code, adults=2)
    at.staff_does("anna", RecordSuitability(code, "suitable", "Omar Zephyrson is kind"))
    with at.house.work("test") as work:
        people.set_safe_times(work, at.family.lane_id, "when Omar is out")
    erase(at, his)
    assert shown(at, code).safe_times == ""
    with at.house.work("test") as work:
        kept = work.connection.execute(select(checks.c.id, checks.c.reason_sealed)).all()
        assert [work.open("checks.reason", *row) for row in kept if row.reason_sealed] == ["fits"]


@pytest.mark.clause("X4", "G11.1")
def test_reports_and_bars_of_the_adult_who_stays_keep_their_words_without_the_name_of_who_goes(at: Desk) -> None:
    code, his = two_phones(at)
    words = "Amira let Omar film the screen; Omar's number is 07700 900777."
    with at.house.work("test") as work:
        case = cases.by_code(work, code)
        amira = people.of_family(work, at.family.lane_id)[0]
        assert case is not None
        report, bar = uuid4(), uuid4()
        breaches.add(work, report, Report("breach", amira.id, case.group_id, "no_recording", words, "anna"))
        row = {"id": bar, "code": "X-1", "scope": "group", "family_id": amira.family_id, "person_id": amira.id}
        said = {"since": work.now, "decided_by": staff.everybody(work)[0].id}
        work.connection.execute(
            insert(bar_rows).values(row | said | {"reason_sealed": work.seal("bars.reason", bar, words)})
        )
    erase(at, his)
    left = "Amira let … film the screen; …'s number is …."
    with at.house.work("test") as work:
        for rows, name, row_id in ((breach_rows, "words", report), (bar_rows, "reason", bar)):
            sealed = work.connection.execute(select(rows.c[f"{name}_sealed"]).where(rows.c.id == row_id)).scalar_one()
            assert work.open(f"{rows.name}.{name}", row_id, sealed) == left


@pytest.mark.clause("X4", "G3.11")
def test_what_was_said_of_the_referrer_goes_where_it_names_who_goes(at: Desk) -> None:
    code, his = two_phones(at)
    with at.house.work("test") as work:
        case = cases.by_code(work, code)
        assert case is not None
        words = {"name": "Rita Referrer", "role": "Omar's nurse", "organisation": "Park Clinic", "work_contact": NUMBER}
        row_id = uuid4()
        sealed = {f"{name}_sealed": work.seal(f"referrals.{name}", row_id, said) for name, said in words.items()}
        work.connection.execute(
            insert(referrals).values({"id": row_id, "case_id": case.id, "may_contact": True} | sealed)
        )
    erase(at, his)
    with at.house.work("test") as work:
        row = work.connection.execute(select(referrals)).mappings().one()
        kept = {name: work.open(f"referrals.{name}", row_id, row[f"{name}_sealed"]) for name in words}
        assert kept == {"name": "Rita Referrer", "role": None, "organisation": "Park Clinic", "work_contact": None}


@pytest.mark.clause("X4")
def test_the_case_of_a_family_that_was_erased_can_still_be_read_by_its_team(at: Desk) -> None:
    code = at.ask_to_join(AMIRA)
    with at.house.work("test") as work:
        erasure.erase(work, subjects.of_family(work, at.family.lane_id), "request")
        assert work.connection.execute(select(case_rows.c.known_ground_sealed)).scalar_one() is None
    details = shown(at, code)
    assert (details.known_from, details.safe_times, details.ring_number) == ("", "", "")


@pytest.mark.clause("X4")
def test_each_of_two_is_shown_what_came_from_their_own_phone_and_nothing_of_the_other(at: Desk) -> None:
    code, omars = two_phones(at, known_from="from the library")
    shown_to = {}
    with at.house.work("test") as work:
        for contact_id in (at.family.id, omars):
            contact = contacts.by_id(work, contact_id)
            assert contact is not None
            shown_to[contact_id] = export.gather(work, subjects.of_contact(work, contact))
    amiras = shown_to[at.family.id]
    assert [each["number"] for each in amiras["requests_to_join"]] == [code]
    assert amiras["requests_to_join"][0]["what_you_told_us"]["known_from"] == "from the library"
    assert OMAR not in str(amiras)
    assert "requests_to_join" not in shown_to[omars]
    assert AMIRA not in str(shown_to[omars])
    assert "library" not in str(shown_to[omars])

"""What people are owed reaches them, words reach somebody who reads them, and nobody judges what is about themselves."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from flows.family.acts import Done
from flows.family.acts.care import RaiseConcern, ReportRecording, ReportUnhappy
from flows.family.acts.complaints import AskReview, OpenComplaint
from flows.family.acts.own import AskForData
from flows.policy import Refused
from flows.staff.acts.breaches import DecideBreach, ListBreaches, ReadBreach
from flows.staff.acts.complaints import (
    AcknowledgeComplaint,
    CloseComplaint,
    ListComplaints,
    ReadComplaint,
    WriteProgress,
)
from flows.staff.acts.concerns import AcknowledgeConcern, CloseConcern
from flows.staff.acts.data_rights import CheckAsker, EraseData, OpenDataRequest
from flows.staff.acts.people import LockDown, Offboard
from storage import contacts, staff, staff_lines
from storage.tables import complaints, concerns, erasures, outbox, timers
from storage.tables import contacts as contact_rows
from storage.tables import staff as staff_rows
from tests.bot.desk import Desk, desk
from tests.stage import Stage


def unkind(at: Desk, about: str | None = None) -> str:
    """A complaint; its code."""
    kind = "group" if about is None else "staff"
    return str(at.family_does(OpenComplaint("it was cold", kind, about, hide_name=False)).code)


def code_of(at: Desk, table: Any) -> str:
    with at.house.engine.begin() as connection:
        return str(connection.execute(select(table.c.code)).scalar_one())


def became_of(at: Desk) -> dict[str, str]:
    """The newest of each text for the family, and how far it got."""
    with at.house.engine.begin() as connection:
        theirs = select(outbox.c.template, outbox.c.status).where(outbox.c.contact_id == at.family.id)
        return {each.template: each.status for each in connection.execute(theirs.order_by(outbox.c.n))}


def working(at: Desk) -> list[str]:
    with at.house.work("test") as work:
        return sorted(one.handle for one in staff.everybody(work))


def who_handles(at: Desk) -> list[str]:
    return [who for who in working(at) if at.staff_does(who, ListComplaints())]


def member(at: Desk) -> str:
    code = at.ask_to_join("Amira Quill")
    at.review(code)
    assert at.decide("anna", code) == Done()
    return code


def who_was_told(at: Desk, text_id: str) -> list[str]:
    return [who for who in working(at) if text_id in at.told_staff(who)]


def shut_line(at: Desk, handle: str) -> None:
    with at.house.work("test") as work:
        line = staff.line(work, handle)
        assert line is not None
        contacts.change(work, line.id, frozen_at=work.now)


@pytest.mark.clause("A3")
@pytest.mark.parametrize(
    ("words", "wait"), [("my husband hits me and the baby", "+31m"), ("Dee and Dan hit my boy", "+1m")]
)
def test_a_manager_who_is_paged_reads_the_words(playground: Stage, words: str, wait: str) -> None:
    talk = playground.talk
    for line in ("phone amira signal", "amira> hello", "amira> 1", f"amira> {words}", f"clock {wait}"):
        talk.do(line)
    assert words in "\n".join([*talk.do("maria> CONCERNS"), *talk.do("maria> 1")])


@pytest.mark.clause("A3")
def test_a_lead_who_has_no_line_yet_holds_nobody_up(at: Desk) -> None:
    with at.house.work("test") as work:
        dee = staff.by_handle(work, "dee")
        assert dee is not None
        staff_lines.unbind(work, dee.id)
    at.family_does(RaiseConcern("he hits us", "words"))
    assert at.told_staff("dan") == ["staff_concern_page"]


@pytest.mark.clause("X4")
def test_any_data_lead_can_answer_a_request(playground: Stage) -> None:
    at = desk(playground.house)
    code = at.ask_to_join("Amira Quill")
    with at.house.work("test") as work:
        both = update(staff_rows).where(staff_rows.c.handle == "carl")
        work.connection.execute(both.values(roles=["complaints_lead", "data_lead"]))
    request = at.staff_does("carl", OpenDataRequest(code, "see"))
    assert at.staff_does("dora", CheckAsker(request, "call")) == Done()
    for line in (f"dora> DATA {request}", "dora> 3", "dora> 1"):
        playground.talk.do(line)
    assert "You have it." in "\n".join(playground.talk.do("dora> You have it."))


@pytest.mark.clause("G12.5", "A3")
def test_the_answer_to_a_complaint_waits_until_it_is_safe_to_write_there(playground: Stage) -> None:
    at = desk(playground.house)
    complaint = unkind(at)
    concern = at.family_does(RaiseConcern("he hits us", "words"))
    at.staff_does("carl", AcknowledgeComplaint(complaint))
    at.staff_does("carl", CloseComplaint(complaint, "upheld", "We are sorry."))
    playground.settle()
    assert became_of(at)["complaint_answered"] == "held"
    at.staff_does("dee", AcknowledgeConcern(concern))
    at.staff_does("dee", CloseConcern(concern))
    playground.settle()
    assert became_of(at)["complaint_answered"] == "sent"


@pytest.mark.clause("G12.5", "A3")
def test_an_answer_that_waited_for_the_window_outlives_a_concern(playground: Stage) -> None:
    with playground.house.work("test") as work:
        line = contacts.add(work, "whatsapp", "+447700900123")
        contacts.change(work, line.id, last_inbound_at=work.now)
    at = Desk(playground.house, line)
    complaint = unkind(at)
    at.later(days=3)
    at.staff_does("carl", CloseComplaint(complaint, "upheld", "We are sorry."))
    playground.settle()
    at.staff_does("dee", CloseConcern(at.family_does(RaiseConcern("he hits us", "words"))))
    with at.house.work("test") as work:
        contacts.heard_from(work, line, None)
    playground.settle()
    assert became_of(at)["complaint_answered"] == "sent"


@pytest.mark.clause("X4")
def test_what_stays_after_an_erasure_is_read_before_it_is_done_or_the_lead_hears_to_ring(playground: Stage) -> None:
    with playground.house.work("test") as work:
        line = contacts.add(work, "whatsapp", "+447700900123")
        contacts.change(work, line.id, last_inbound_at=work.now)
    at = Desk(playground.house, line)
    code = member(at)
    playground.settle()
    at.later(days=3)
    request = at.staff_does("dora", OpenDataRequest(code, "delete"))
    at.staff_does("dora", CheckAsker(request, "call"))
    at.staff_does("dora", EraseData(request))
    for _ in range(3):
        at.later(days=1)
        playground.settle()
    assert became_of(at)["data_stays_audit"] == "held"
    assert at.told_staff("dora").count("staff_data_unread") == 1
    at.later(days=6)
    playground.settle()
    with at.house.engine.begin() as connection:
        assert len(connection.execute(select(erasures.c.id)).all()) == 1


@pytest.mark.clause("G12.2")
def test_a_review_that_is_handed_on_does_not_go_back_to_who_gave_the_answer(at: Desk) -> None:
    complaint = unkind(at, "Maria")
    at.staff_does("tess", CloseComplaint(complaint, "not_upheld", "No."))
    at.family_does(AskReview("It was not looked at."))
    at.later(days=9)
    at.fire("complaint")
    assert not {"tess", "maria"} & set(who_handles(at))
    assert who_handles(at)


@pytest.mark.clause("G12.2", "H2.4")
def test_a_review_whose_reviewer_leaves_does_not_go_back_to_who_gave_the_answer(at: Desk) -> None:
    complaint = unkind(at)
    at.staff_does("carl", CloseComplaint(complaint, "not_upheld", "No."))
    at.family_does(AskReview("It was not looked at."))
    assert who_handles(at) == ["tess"]
    at.staff_does("maria", Offboard("tess"))
    assert who_handles(at)
    assert "carl" not in who_handles(at)


@pytest.mark.clause("G12.2", "H2.4")
def test_a_complaint_about_a_decision_is_not_handed_to_who_took_it(at: Desk) -> None:
    code = at.ask_to_join()
    at.review(code)
    at.decide("maria", code, "declined")
    unkind(at)
    at.staff_does("max", Offboard("carl"))
    assert who_handles(at)
    assert "maria" not in who_handles(at)


@pytest.mark.clause("H3.4", "G12.4")
def test_a_manager_neither_reads_nor_decides_that_she_records(at: Desk) -> None:
    at.family_does(ReportRecording("Maria is filming us"))
    assert at.staff_does("maria", ListBreaches()) == ()
    [code] = at.staff_does("max", ListBreaches())
    refused = Refused("G12.4", "refused_no_such_breach")
    assert (
        at.staff_does("maria", ReadBreach(code)) == at.staff_does("maria", DecideBreach(code, "not_upheld")) == refused
    )
    assert at.staff_does("max", DecideBreach(code, "not_upheld")) == Done()


@pytest.mark.clause("X4")
def test_a_request_about_data_is_no_complaint(at: Desk) -> None:
    at.ask_to_join("Amira Quill")
    at.family_does(AskForData("see"))
    request, day = code_of(at, complaints), (at.house.clock.now() + timedelta(days=200)).date()
    refused = Refused("G12.4", "refused_no_such_complaint")
    for command in (
        ReadComplaint(request),
        WriteProgress(request, day, "Later."),
        CloseComplaint(request, "upheld", "Here is all."),
    ):
        assert at.staff_does("dora", command) == refused


@pytest.mark.clause("X4", "H2.4")
def test_the_request_of_a_data_lead_who_leaves_is_no_complaint_either_and_managers_hear_that_there_is_none(
    at: Desk,
) -> None:
    at.ask_to_join("Amira Quill")
    at.family_does(AskForData("see"))
    at.staff_does("maria", Offboard("dora"))
    assert who_was_told(at, "staff_complaint_new") == []
    assert "staff_request_nobody" in at.told_staff("max")


@pytest.mark.clause("X4")
@pytest.mark.parametrize(("kind", "stops"), [("object", True), ("delete", True), ("see", False), ("change", False)])
def test_who_objects_by_telephone_is_written_to_no_more(at: Desk, kind: str, stops: bool) -> None:
    at.staff_does("dora", OpenDataRequest(at.ask_to_join("Amira Quill"), kind))
    with at.house.engine.begin() as connection:
        stopped = connection.execute(select(contact_rows.c.stopped_at).where(contact_rows.c.id == at.family.id))
        assert (stopped.scalar_one() is not None) == stops


@pytest.mark.clause("G9.3")
def test_a_word_about_a_leader_who_is_the_only_manager_reaches_somebody_else(at: Desk) -> None:
    member(at)
    with at.house.work("test") as work:
        change = update(staff_rows)
        work.connection.execute(change.where(staff_rows.c.handle.in_(["maria", "max"])).values(roles=["assistant"]))
        work.connection.execute(change.where(staff_rows.c.handle == "anna").values(roles=["practitioner", "manager"]))
    at.family_does(ReportUnhappy("she is rude", about_leader=True))
    told = who_was_told(at, "staff_unhappy_private")
    assert told
    assert "anna" not in told


@pytest.mark.clause("G9.3")
def test_a_word_for_a_leader_whose_line_is_shut_reaches_the_managers(at: Desk) -> None:
    member(at)
    shut_line(at, "anna")
    at.family_does(ReportUnhappy("it is loud", about_leader=False))
    assert who_was_told(at, "staff_unhappy_private") == ["maria", "max"]


@pytest.mark.clause("A3", "H2.3")
def test_the_working_day_of_an_allegation_outlives_the_account_that_had_it(at: Desk) -> None:
    at.family_does(RaiseConcern("Anna grabbed my boy", "words"))
    code = code_of(at, concerns)
    assert at.staff_does("dee", AcknowledgeConcern(code)) == Done()
    at.staff_does("maria", LockDown("dee"))
    with at.house.engine.begin() as connection:
        still = select(timers.c.kind).where(timers.c.done_at.is_(None), timers.c.kind.startswith("concern"))
        assert "concern_allegation" in connection.execute(still).scalars().all()


@pytest.mark.clause("G12.5")
def test_the_handler_is_reminded_before_the_answer_is_late(at: Desk) -> None:
    complaint = unkind(at)
    at.staff_does("carl", AcknowledgeComplaint(complaint))
    at.later(days=27, hours=23)
    at.fire("complaint")
    assert "staff_complaint_due" in at.told_staff("carl")
    assert "complaint_late" not in became_of(at)


@pytest.mark.clause("G12.6", "H2.4")
def test_whether_it_was_held_against_them_is_asked_of_whoever_comes_after_a_handler_who_left(at: Desk) -> None:
    complaint = unkind(at, "Ben")
    handler = who_handles(at)[0]
    at.staff_does(handler, CloseComplaint(complaint, "upheld", "We are sorry."))
    at.staff_does("maria" if handler != "maria" else "max", Offboard(handler))
    at.later(days=40)
    at.fire("complaint_check")
    assert who_was_told(at, "staff_complaint_check")
    assert handler not in who_was_told(at, "staff_complaint_check")


@pytest.mark.clause("H3.4", "G11.1")
def test_a_report_about_every_manager_is_kept_from_nobody_for_somebody_must_decide_it(at: Desk) -> None:
    at.family_does(ReportRecording("Maria and Max are filming us"))
    assert [who for who in working(at) if at.staff_does(who, ListBreaches())] == ["maria", "max"]


@pytest.mark.clause("G9.3", "H2.3")
def test_a_word_for_a_leader_whose_line_others_can_read_reaches_the_managers(at: Desk) -> None:
    member(at)
    with at.house.work("test") as work:
        line = staff.line(work, "anna")
        assert line is not None
        contacts.change(work, line.id, channel="whatsapp")
    at.family_does(ReportUnhappy("it is loud", about_leader=False))
    assert who_was_told(at, "staff_unhappy_private") == ["maria", "max"]

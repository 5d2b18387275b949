"""The whole life of a complaint: a note when it is late, a review by somebody without a part in it, numbers without names."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from bot.due import DUE, erasing
from flows.family.acts import Done
from flows.family.acts.complaints import AskReview, ComplaintOpened, ComplaintStatus, OpenComplaint, PutRight
from flows.policy import Refused
from flows.staff.acts.care import ListRings
from flows.staff.acts.complaints import (
    AcknowledgeComplaint,
    CloseComplaint,
    CountComplaints,
    ListComplaints,
    ReadComplaint,
    WriteProgress,
)
from flows.staff.acts.speaking import SpeakFor
from storage import bars, breaches, complaints, contacts, export, people, spoken, staff, subjects, sweeping
from storage.bars import NewBar
from storage.tables import breaches as breach_rows
from storage.tables import complaint_steps, groups, memberships
from storage.tables import staff as staff_rows
from tests.bot.desk import Desk

KINDS = ("data", "nursery", "group")
NO_SUCH = Refused("G12.4", "refused_no_such_complaint")


def answered(at: Desk, about: str = "group", named: str | None = None) -> tuple[str, str]:
    """A complaint that its handler has answered: its code, and the handler."""
    opened = at.family_does(OpenComplaint("it was cold", about, named, hide_name=False))
    handler = next(who for who in ("carl", "maria", "max", "tess") if at.staff_does(who, ListComplaints()))
    assert at.staff_does(handler, CloseComplaint(opened.code, "not_upheld", "No.", "Bring jumpers.")) == Done()
    return opened.code, handler


@pytest.mark.clause("G12.5")
def test_a_late_answer_gets_a_new_date_and_a_reason_from_its_handler(at: Desk) -> None:
    opened = at.family_does(OpenComplaint("it was cold", "group", None, hide_name=False))
    day = (opened.answer_by + timedelta(days=14)).date()
    assert at.staff_does("maria", WriteProgress(opened.code, day, "We wait.")) == NO_SUCH
    assert at.staff_does("carl", AcknowledgeComplaint(opened.code)) == Done()
    assert at.staff_does("carl", WriteProgress(opened.code, day, "The leader is ill.")) == Done()
    assert at.told(at.family.id)[-1] == "complaint_progress"
    details = at.staff_does("carl", ReadComplaint(opened.code))
    assert details.answer_by.date() == day
    assert [step.kind for step in details.steps] == ["acknowledged", "progress"]
    before = opened.answer_by.date() - timedelta(days=60)
    assert at.staff_does("carl", WriteProgress(opened.code, before, "x")) == Refused("G12.5", "refused_date_not_later")


@pytest.mark.clause("G12.2")
def test_a_review_goes_to_somebody_who_had_no_part_in_the_answer(at: Desk) -> None:
    code, handler = answered(at)
    asked = at.family_does(AskReview("It was not looked at."))
    assert isinstance(asked, ComplaintOpened)
    assert asked.code == code
    assert at.staff_does(handler, ReadComplaint(code)) == NO_SUCH
    details = at.staff_does("tess", ReadComplaint(code))
    assert details.stage == "2"
    assert [step.kind for step in details.steps] == ["answered", "learned", "review"]
    assert at.staff_does("tess", CloseComplaint(code, "upheld", "We are sorry.")) == Done()
    assert at.family_does(ComplaintStatus())[0] == "final"
    assert at.family_does(AskReview("Again.")) == Refused("G12.2", "refused_review_was_final")


@pytest.mark.clause("G12.2")
def test_a_review_is_asked_for_after_the_answer_and_late_only_with_a_reason(at: Desk) -> None:
    at.family_does(OpenComplaint("it was cold", "group", None, hide_name=False))
    assert at.family_does(AskReview("Now.")) == Refused("G12.2", "refused_not_answered_yet")
    code = at.staff_does("carl", ListComplaints())[0]
    at.staff_does("carl", CloseComplaint(code, "not_upheld", "No."))
    at.later(days=60)
    assert at.family_does(ComplaintStatus())[0] == "answered_late"
    assert at.family_does(AskReview(" ")) == Refused("G12.2", "refused_review_needs_reason")
    assert isinstance(at.family_does(AskReview("I was in hospital.")), ComplaintOpened)


@pytest.mark.clause("G12.2")
def test_each_kind_has_its_clock_and_its_way_outside(at: Desk) -> None:
    nursery = at.family_does(OpenComplaint("it was cold", "nursery", None, hide_name=False))
    data = at.family_does(OpenComplaint("who saw it?", "data", None, hide_name=False))
    group = at.family_does(OpenComplaint("it was loud", "group", None, hide_name=False))
    assert ("Ofsted" in nursery.outside, "ICO" in data.outside) == (True, True)
    assert "Ofsted" not in group.outside
    assert nursery.answer_by == group.answer_by
    assert data.acknowledge_by == group.acknowledge_by


@pytest.mark.clause("G12.2")
def test_each_clock_is_the_organisations_own_and_the_earlier_of_two_counts(at: Desk) -> None:
    before = at.house.organisation
    own = {"outcome_days": 40, "nursery_outcome_days": 10, "acknowledge_working_days": 20, "data_acknowledge_days": 3}
    changed = before.complaints.model_copy(update=own | {"review_outcome_days": 7})
    other = replace(at, house=replace(at.house, organisation=before.model_copy(update={"complaints": changed})))
    now = at.house.clock.now()
    told = {each: other.family_does(OpenComplaint("cold", each, None, hide_name=False)) for each in KINDS}
    days = {kind: ((one.acknowledge_by - now).days, (one.answer_by - now).days) for kind, one in told.items()}
    assert days["data"] == (3, 40)
    assert days["nursery"][1] == 10
    assert days["group"][0] > 20
    other.later(hours=1)
    answered(other)
    assert (other.family_does(AskReview("still cold")).answer_by - other.house.clock.now()).days == 7


@pytest.mark.clause("X4")
def test_every_answer_is_shown_to_whom_it_was_given_and_goes_after_its_period(at: Desk) -> None:
    answered(at)
    at.family_does(AskReview("It was not looked at."))
    code = at.staff_does("tess", ListComplaints())[0]
    at.staff_does("tess", CloseComplaint(code, "upheld", "We are sorry.", "Ask everybody."))
    with at.house.work("test") as work:
        told = export.gather(work, subjects.of_family(work, at.family.lane_id))["complaint_steps"]
        assert [step["words"] for step in told] == ["No.", "It was not looked at.", "We are sorry."]
    at.later(days=at.house.organisation.retention.complaints + 1)
    with at.house.work("test") as work:
        swept = sweeping.sweep(work, at.house.organisation.retention.model_dump())
        assert swept["complaints"] == 1
        assert sweeping.sweep(work, at.house.organisation.retention.model_dump())["complaints"] == 0
    with at.house.engine.begin() as connection:
        assert connection.execute(select(complaint_steps.c.id)).all() == []


@pytest.mark.clause("G12.4")
def test_numbers_for_the_trustees_hold_no_complaint_about_who_asks(at: Desk) -> None:
    at.family_does(OpenComplaint("it was cold", "group", None, hide_name=False))
    manager = at.house.organisation.member("maria")
    assert manager is not None
    at.family_does(OpenComplaint("she was unkind", "staff", manager.name.split()[0], hide_name=False))
    assert at.staff_does("maria", CountComplaints()) == (("group", "open", 1),)
    assert at.staff_does("max", CountComplaints()) == (("group", "open", 1), ("staff", "open", 1))
    assert at.staff_does("anna", CountComplaints()) == Refused("G12.2", "refused_only_manager")


@pytest.mark.clause("G12.6")
def test_a_month_after_a_complaint_about_staff_its_handler_asks_whether_it_was_held_against_them(at: Desk) -> None:
    leader = at.house.organisation.member("anna")
    assert leader is not None
    opened = at.family_does(OpenComplaint("she was unkind", "staff", leader.name.split()[0], hide_name=False))
    with at.house.work("clock") as work:
        found = complaints.by_code(work, opened.code)
        assert found is not None
        DUE["complaint_check"](work, at.house.organisation, found.id, "")
    assert "staff_complaint_check" in at.told_staff("maria")
    assert at.told_staff("anna") == []


@pytest.mark.clause("G12.4")
def test_a_manager_who_leads_counts_no_complaint_from_the_own_group(at: Desk) -> None:
    code = at.ask_to_join("Amira Sample")
    at.review(code)
    at.decide("anna", code)
    with at.house.work("test") as work:
        approved = update(memberships).values(status="active")
        work.connection.execute(approved)
        maria = staff.by_handle(work, "maria")
        assert maria is not None
        work.connection.execute(update(groups).values(leader_id=maria.id))
    at.family_does(OpenComplaint("it was cold", "group", None, hide_name=True))
    assert at.staff_does("maria", CountComplaints()) == ()
    assert at.staff_does("max", CountComplaints()) == (("group", "open", 1),)


@pytest.mark.clause("G12.2", "G12.4")
def test_a_talk_to_put_it_right_is_with_nobody_whom_the_complaint_names(at: Desk) -> None:
    code = at.ask_to_join("Amira Sample")
    at.review(code)
    at.decide("anna", code)
    at.family_does(OpenComplaint("Anna was rude about the cold room", "group", None, hide_name=False))
    before = at.told_staff("anna")
    assert at.family_does(PutRight()) == Done()
    assert at.told_staff("ben")[-1] == "staff_ring_new"
    assert at.told_staff("anna") == before


@pytest.mark.clause("X5", "G12.4")
def test_whoever_speaks_for_a_family_never_handles_its_complaint_and_is_not_who_rings(at: Desk) -> None:
    about_staff = OpenComplaint("nobody was kind", "staff", None, hide_name=False)
    assert "Maria" in at.family_does(about_staff).handler
    code = at.staff_does("maria", SpeakFor(None, "call"))
    with at.house.work("test") as work:
        line = spoken.by_code(work, code)
        family = None if line is None else contacts.by_id(work, line.contact_id)
    assert family is not None
    spoken_for, before = Desk(at.house, family), at.told_staff("maria")
    assert "Max" in spoken_for.family_does(about_staff).handler
    assert spoken_for.family_does(PutRight()) == Done()
    assert at.told_staff("maria") == before
    assert {"staff_complaint_new", "staff_ring_new"} <= set(at.told_staff("max"))


@pytest.mark.clause("G12.1", "G12.5")
def test_whoever_has_its_number_hears_how_far_a_complaint_is_and_no_more(at: Desk) -> None:
    opened = at.family_does(OpenComplaint("it was cold", "group", None, hide_name=False))
    with at.house.work("test") as work:
        other = Desk(at.house, contacts.add(work, "signal", "other"))
    assert other.family_does(ComplaintStatus()) is None
    assert other.family_does(ComplaintStatus(opened.code))[0] == "received"
    at.staff_does("carl", CloseComplaint(opened.code, "not_upheld", "No."))
    assert other.family_does(ComplaintStatus(opened.code))[0] == "answered_there"
    assert at.family_does(ComplaintStatus(opened.code))[0] == "answered"
    guesses = [other.family_does(ComplaintStatus("C-2222")) for _ in range(12)]
    assert guesses[0] is None
    assert isinstance(guesses[-1], Refused)


def shut_out(at: Desk, by: str, reported_by: str) -> None:
    """The family is of the first group, and one of it was reported and barred."""
    code = at.ask_to_join()
    at.review(code)
    assert at.decide("anna", code) == Done()
    with at.house.work("test") as work:
        decider, person = staff.by_handle(work, by), people.of_family(work, at.family.lane_id)[0]
        assert decider is not None
        report = breaches.Report("breach", person.id, None, "be_kind", "I heard it.", reported_by)
        breaches.add(work, uuid4(), report)
        work.connection.execute(update(breach_rows).values(outcome="upheld", decided_by=decider.id))
        bars.add(work, uuid4(), NewBar(bars.ALL_GROUPS, at.family.lane_id, decider.id, person.id))


@pytest.mark.clause("G12.2", "G11.4")
def test_who_reported_somebody_of_the_family_neither_handles_its_complaint_nor_rings_it(at: Desk) -> None:
    shut_out(at, by="max", reported_by="maria")
    with at.house.work("test") as work:
        work.connection.execute(staff_rows.update().where(staff_rows.c.handle == "carl").values(left_at=work.now))
    opened = at.family_does(OpenComplaint("It was not me.", "group", None, hide_name=False))
    assert at.staff_does("tess", ListComplaints()) == (opened.code,)
    assert at.family_does(PutRight()) == Done()
    assert at.staff_does("anna", ListRings()) != ()


@pytest.mark.clause("G12.2", "G11.4")
def test_a_leader_who_reported_them_does_not_ring_and_the_second_does(at: Desk) -> None:
    shut_out(at, by="max", reported_by="anna")
    at.family_does(OpenComplaint("It was not me.", "group", None, hide_name=False))
    assert at.family_does(PutRight()) == Done()
    assert at.staff_does("anna", ListRings()) == ()
    assert at.staff_does("ben", ListRings()) != ()


@pytest.mark.clause("G12.2", "G12.5")
def test_what_nobody_acknowledges_in_time_goes_to_the_next_in_line_and_the_family_hears_who_that_is(at: Desk) -> None:
    opened = at.family_does(OpenComplaint("it was cold", "group", None, hide_name=False))
    at.later(days=9)
    at.fire("complaint")
    assert at.staff_does("carl", ReadComplaint(opened.code)) == NO_SUCH
    assert at.told_staff("carl")[-1] == "staff_complaint_handed_on"
    assert at.staff_does("maria", ListComplaints()) == (opened.code,)
    assert at.told(at.family.id) == ["complaint_handed_on"]
    assert [step.kind for step in at.staff_does("maria", ReadComplaint(opened.code)).steps] == ["handed_on"]
    at.staff_does("maria", AcknowledgeComplaint(opened.code))
    at.later(days=9)
    at.fire("complaint")
    assert at.staff_does("maria", ListComplaints()) == (opened.code,)


@pytest.mark.clause("G12.4", "G12.2")
def test_it_never_goes_to_whom_it_names_and_stays_where_nobody_else_is_left(at: Desk) -> None:
    opened = at.family_does(OpenComplaint("Maria was short with me.", "staff", "Maria", hide_name=False))
    assert at.staff_does("tess", ListComplaints()) == (opened.code,)
    for _ in range(3):
        at.later(days=9)
        at.fire("complaint")
    assert at.staff_does("tess", ListComplaints()) == (opened.code,)
    assert "staff_complaint_due" in at.told_staff("tess")
    assert not set(at.told_staff("maria")) & {"staff_complaint_new", "staff_complaint_handed_on"}


@pytest.mark.clause("G12.4", "X4")
def test_a_week_before_its_words_go_whoever_handled_a_complaint_hears_so_and_nobody_else(at: Desk) -> None:
    _, handler = answered(at, "staff", "Maria Sample")
    at.later(days=at.house.organisation.retention.complaints - 7, hours=1)
    with at.house.work("test") as work:
        while work.now.astimezone(at.house.organisation.zone).weekday() != erasing.MONDAY:
            work.now += timedelta(days=1)
        erasing.run_periods(work, at.house.organisation, erasing.DAILY, "")
    told = {
        member.handle for member in at.house.organisation.staff if "staff_words_soon" in at.told_staff(member.handle)
    }
    assert told == {handler}
    assert handler != "maria"

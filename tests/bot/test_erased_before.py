"""An erasure of one adult, or of what may go, takes nobody out of the periods for the rest (2.4)."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, update

from flows.family.acts import Done
from flows.family.acts.care import ReportUnhappy
from storage import cases, contacts, erasure, people, retention, subjects, sweeping
from storage.subjects import Subject
from storage.tables import checks, memberships, outbox, referrals
from storage.tables import people as person_rows
from tests.bot.desk import Desk


@pytest.fixture
def omar(at: Desk) -> UUID:
    """Two adults of a family are members, each with a phone of their own: the other's contact."""
    code = at.ask_to_join("Amira Quill", "Omar Zephyr")
    with at.house.work("test") as work:
        own = contacts.add(work, "signal", "+447700900777", lane_id=at.family.lane_id)
        work.connection.execute(update(person_rows).where(person_rows.c.number == 2).values(contact_id=own.id))
        case = cases.by_code(work, code)
        assert case is not None
        cases.set_referral(work, uuid4(), case.id, {"name": "Rita Referrer", "role": "nurse"}, True)
        people.set_safe_times(work, at.family.lane_id, "after nine")
    at.review(code, adults=2)
    assert at.decide("anna", code) == Done()
    return own.id


def erase(at: Desk, contact_id: UUID) -> Subject:
    with at.house.work("test") as work:
        line = contacts.by_id(work, contact_id)
        assert line is not None
        subject = subjects.of_contact(work, line)
        erasure.erase(work, subject, "request")
        return subject


def become(at: Desk, status: str) -> None:
    with at.house.work("test") as work:
        work.connection.execute(update(memberships).values(status=status, since=work.now))


def due(at: Desk) -> list[str]:
    with at.house.work("test") as work:
        return [name for name, _ in retention.due_families(work, at.house.organisation.retention.model_dump())]


@pytest.mark.clause("X4")
def test_who_stayed_longer_than_an_adult_that_was_erased_goes_at_their_own_time(at: Desk, omar: UUID) -> None:
    assert not erase(at, omar).whole
    become(at, "left")
    assert due(at) == []
    at.later(days=2200)
    assert due(at) == ["left"]


@pytest.mark.clause("X4")
def test_of_a_family_whose_adults_were_erased_one_by_one_nothing_is_left(at: Desk, omar: UUID) -> None:
    erase(at, omar)
    assert erase(at, at.family.id).whole
    with at.house.work("test") as work:
        run = work.connection.execute
        assert run(select(func.count()).select_from(referrals)).scalar_one() == 0
        assert run(select(checks.c.id).where(checks.c.reason_sealed.is_not(None))).all() == []
        assert not people.safe_times(work, at.family.lane_id)
    become(at, "left")
    at.later(days=2200)
    assert due(at) == []


@pytest.mark.clause("X4", "G11.5")
def test_the_name_of_who_is_barred_goes_in_its_time_though_an_erasure_was_asked_for_before(at: Desk) -> None:
    code = at.ask_to_join("Bruno Badger")
    at.review(code)
    at.decide("anna", code)
    become(at, "barred")
    erase(at, at.family.id)
    assert due(at) == []
    at.later(days=2300)
    assert due(at) == ["excluded"]
    with at.house.work("test") as work:
        subject = subjects.of_family(work, at.family.lane_id)
        erasure.erase(work, subject, f"{retention.RETENTION}excluded", forget_bars=True)
    assert due(at) == []


@pytest.mark.clause("X4")
@pytest.mark.parametrize("status", ["failed", "unknown"])
def test_a_message_that_did_not_arrive_goes_after_its_period_too(at: Desk, status: str) -> None:
    code = at.ask_to_join()
    at.review(code)
    at.decide("anna", code)
    at.family_does(ReportUnhappy("she is rude", about_leader=True))
    with at.house.work("test") as work:
        work.connection.execute(update(outbox).values(status=status))
    at.later(days=400)
    with at.house.work("test") as work:
        sweeping.sweep(work, at.house.organisation.retention.model_dump())
        assert "staff_unhappy_private" not in work.connection.execute(select(outbox.c.template)).scalars().all()


@pytest.mark.clause("X4", "G11.5")
def test_the_name_that_a_bar_kept_goes_when_the_bar_is_lifted_and_they_left(at: Desk) -> None:
    code = at.ask_to_join("Bruno Badger")
    at.review(code)
    at.decide("anna", code)
    become(at, "barred")
    erase(at, at.family.id)
    become(at, "left")
    at.later(days=2300)
    assert due(at) == ["left"]

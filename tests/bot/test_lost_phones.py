"""A phone that its adult had lost before: it is erased with them, unless it is somebody else's by then."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, update

from bot.due import erasing
from flows.family.acts import Done
from flows.family.acts.phones import MakePhoneCode, RemoveContact, UsePhoneCode
from flows.policy import Refused
from storage import concerns, contacts, erasure, people, several_changes, subjects, timers
from storage.crypto import KeyRing
from storage.people import NewPerson
from storage.tables import outbox
from tests.bot.sara import OTHER_NUMBER, Sara
from tests.group_life import Life, begin


@pytest.fixture
def life(database: Engine, keys: KeyRing, moment: datetime) -> Life:
    return begin(database, keys, moment)


@pytest.fixture
def sara(life: Life) -> Sara:
    return Sara(life).join()


def three(sara: Sara) -> UUID:
    with sara.life.work() as work:
        work.now += timedelta(minutes=1)
        third = contacts.add(work, "signal", "tablet")
        several_changes.join(work, sara.whatsapp_id, third)
    return third.id


def erase_by(sara: Sara, contact_id: UUID) -> None:
    """As a request from this contact, and what falls due after it."""
    with sara.life.work() as work:
        erasure.erase(work, subjects.of_contact(work, sara.line(contact_id)), "request")
        work.connection.execute(update(outbox).values(status="sent"))
    fire_taken(sara)


def fire_taken(sara: Sara) -> None:
    with sara.life.work() as work:
        while (timer := timers.claim(work)) is not None:
            if timer.kind == erasure.TAKEN:
                erasing.erase_taken(work, sara.life.organisation, timer.subject_id, timer.step)
            timers.done(work, timer)


@pytest.mark.clause("G2.2", "G6.4")
def test_a_code_for_one_more_phone_that_was_made_on_the_lost_one_is_dead(sara: Sara) -> None:
    code = str(sara.does(sara.whatsapp_id, MakePhoneCode(1)))
    assert sara.does(sara.signal_id, RemoveContact(str(sara.whatsapp_id))) == Done()
    with sara.life.work() as work:
        thief = contacts.add(work, "signal", "thief").id
    assert sara.does(thief, UsePhoneCode(code)) == Refused("G2.2", "refused_code")


@pytest.mark.clause("X4")
def test_a_phone_that_was_lost_is_erased_with_whom_it_was_taken_from(sara: Sara) -> None:
    third = three(sara)
    assert sara.does(third, RemoveContact(str(sara.signal_id))) == Done()
    assert sara.does(third, RemoveContact(str(sara.whatsapp_id))) == Done()
    erase_by(sara, third)
    for contact_id in (sara.signal_id, sara.whatsapp_id, third):
        with sara.life.work() as work:
            assert sara.line(contact_id).address(work) == ""
            assert contacts.by_token(work, "whatsapp", contacts.token(work, "whatsapp", OTHER_NUMBER)) is None


@pytest.mark.clause("X4")
def test_a_phone_that_is_somebody_elses_by_now_stays_with_them(sara: Sara) -> None:
    assert sara.does(sara.signal_id, RemoveContact(str(sara.whatsapp_id))) == Done()
    with sara.life.work() as work:
        lost = sara.line(sara.whatsapp_id)
        people.keep(work, lost.lane_id, [NewPerson(uuid4(), 1, "Zoe Finder", "Zoe", True, lost.id)])
    erase_by(sara, sara.signal_id)
    with sara.life.work() as work:
        assert sara.line(sara.whatsapp_id).address(work) == OTHER_NUMBER


@pytest.mark.clause("X4", "A3")
def test_a_lost_phone_with_an_open_concern_is_erased_when_the_concern_is_closed(sara: Sara) -> None:
    assert sara.does(sara.signal_id, RemoveContact(str(sara.whatsapp_id))) == Done()
    with sara.life.work() as work:
        concerns.open_concern(work, uuid4(), source="help", words="", contact_id=sara.whatsapp_id)
        concern = concerns.open_of(work, sara.whatsapp_id)[0]
    erase_by(sara, sara.signal_id)
    with sara.life.work() as work:
        assert sara.line(sara.whatsapp_id).address(work) == OTHER_NUMBER
        concerns.change(work, concern.id, closed_at=work.now)
    sara.life.now += timedelta(days=1)
    fire_taken(sara)
    with sara.life.work() as work:
        assert sara.line(sara.whatsapp_id).address(work) == ""
